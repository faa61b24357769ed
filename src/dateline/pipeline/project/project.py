"""Projects: opened, added to, asked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from types import TracebackType
from typing import Any, Literal, Self

from sqlalchemy import Connection

from dateline.codebook import Codebook, load_codebook
from dateline.errors import SettingsError
from dateline.linking.across.keeping import bands_of, print_from_json
from dateline.linking.ledger.over import ledger_of
from dateline.model import Decision, JoinedIncident, Judgement, Ledger, Record, Report
from dateline.pipeline.project.arriving import under_name
from dateline.pipeline.project.enacting import Moved, enact, settle_copies
from dateline.pipeline.project.identity import Identity, identity_of
from dateline.pipeline.project.judging import Judging
from dateline.pipeline.project.making import Maker
from dateline.pipeline.project.relinking import Cause, relink
from dateline.pipeline.project.shelf import Shelf
from dateline.settings import Settings
from dateline.store import Store, codings, open_store, texts
from dateline.store.incidents import Change, changes_after, incident_of, incidents_after
from dateline.store.judgements import all_judgements

PAGE = 500
"""How many incidents or changes are read at a time."""
Clock = Callable[[], str]
Fate = Literal["new", "version", "known", "again"]
"""What became of a report that was added: it is new; it is a new text of one; it was there already; its name was taken
meanwhile, so it must be coded again under the one that `place` gives now."""


def now_utc() -> str:
    """The time by this machine's clock: ISO 8601 in UTC, to the microsecond, so that times sort as text."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


@dataclass(frozen=True, slots=True)
class Coded:
    """A report as it was got, under its name in the project, and all that is stored of its record."""

    got: texts.Got
    ready: codings.Ready


class Project:
    """A project's reports and incidents. Each method is a transaction: all of what it does comes about, or nothing.

    All of them raise StoreError where the database fails, StoreLostError where the same may work when tried again.
    """

    def __init__(self, store: Store, settings: Settings | None = None, clock: Clock = now_utc) -> None:
        self.store = store
        self.settings = settings or Settings()
        self._clock = clock
        self.shelf = Shelf()

    @cached_property
    def codebook(self) -> Codebook:
        """The codebook that incidents are made by."""
        return load_codebook(self.settings.codebooks)

    @cached_property
    def identity(self) -> Identity:
        """What codes under the project's settings."""
        return identity_of(self.settings)

    def now(self) -> str:
        """The time by the project's clock: ISO 8601 in UTC."""
        return self._clock()

    def place(self, got: texts.Got) -> tuple[texts.Got, bool]:
        """The report under the name that it has, or gets, in the project; and whether its text is in force there."""
        with self.store.reading() as connection:
            name, known = texts.name_for(connection, got)
        return under_name(got, name), known

    def add(self, batch: Sequence[Coded]) -> list[Fate]:
        """Store coded reports, link them, and change the incidents that follow from them; gives each one's fate."""
        at, moved, told = self._clock(), Moved(), dict[int, str]()
        identity, _ = self.identity, self.codebook  # read before others are made to wait
        with self.writing() as connection:
            coder = codings.coder_for(connection, identity.fingerprint, identity.parts, at)
            fates = [self._add_one(connection, each, coder, at, moved, told) for each in batch]
            self.relink(connection, moved, Cause(at, "reports added", told))
        return fates

    def _add_one(
        self, connection: Connection, coded: Coded, coder: int, at: str, moved: Moved, told: dict[int, str]
    ) -> Fate:
        name, known = texts.name_for(connection, coded.got)
        if known:
            return "known"
        if name != coded.got.report.id:
            return "again"
        earlier = texts.prints_of(connection, [name])
        filed = texts.file_text(connection, coded.got, at, coded.ready.print)
        if filed is None:
            return "known"
        before = codings.coding_in_force(connection, filed.report)
        coding = codings.put_coding(connection, filed.id, name, coder, coded.ready, at, "proposed")
        for text in earlier.values():
            texts.drop_bands(connection, filed.report, bands_of(print_from_json(text)))
        texts.put_bands(connection, filed.report, coded.ready.bands)
        keys = {telling.incident: telling.keys for telling in coded.ready.tellings}
        ids = enact(connection, self.shelf, name, coding, moved, before, keys)
        settle_copies(connection, print_from_json(coded.ready.print), moved, new=before is None)
        words = f"report {name} added" if before is None else f"report {name} has a new text"
        told.update(dict.fromkeys(ids, words))
        return "new" if before is None else "version"

    def relink(self, connection: Connection, moved: Moved, cause: Cause) -> int:
        """Change the incidents that follow from what has moved; gives the number of changes."""
        maker = Maker(self.codebook, self.settings.rule, self.shelf)
        return relink(connection, self.shelf, maker, moved, cause)

    def judge(
        self,
        verdict: Decision,
        identifier: str,
        *,
        who: str,
        reason: str = "",
        field: str | None = None,
        value: Any = None,
        other: str | None = None,
        members: Sequence[str] = (),
    ) -> Judgement:
        """Take in what a person decides about an incident, and change incidents accordingly.

        `correct` wants `field` and `value` (JSON), `merge` the `other` incident, `split` the `members` ("REPORT" or
        "REPORT/INCIDENT") that are another incident's. Raises SettingsError where that makes no sense.
        """

        def given(judging: Judging) -> Judgement:
            if verdict == "merge":
                return judging.merge(identifier, other or "", reason)
            if verdict == "split":
                return judging.split(identifier, members, reason)
            return judging.on_values(verdict, identifier, reason, field, value)

        return self._judged(given, who)

    def withdraw(self, number: int, *, who: str, reason: str = "") -> Judgement:
        """Let a judgement count no more; withdrawing the withdrawal puts it in force again."""
        return self._judged(lambda judging: judging.withdraw(number, reason), who)

    def _judged(self, give: Callable[[Judging], Judgement], who: str) -> Judgement:
        at = self.now()
        with self.writing() as connection:
            judging = Judging(connection, self.codebook, at, who)
            judgement = give(judging)
            what = f"withdrawal of judgement {judgement.supersedes}" if judgement.supersedes else judgement.verdict
            because = f": {judgement.reason}" if judgement.reason else ""
            words = f"judgement {judgement.id} ({what}) by {judgement.who}{because}"
            self.relink(connection, judging.moved, Cause(at, words))
        return judgement

    def judgements(self) -> list[Judgement]:
        """Every judgement that was ever given, in its order."""
        with self.store.reading() as connection:
            return all_judgements(connection)

    def writing(self) -> "Writing":
        """A transaction of the only writer; where it fails, what was read within it is forgotten."""
        return Writing(self.store, self.shelf)

    def reports(self) -> Iterator[str]:
        """The names of all reports, in order."""
        with self.store.reading() as connection:
            found = texts.names(connection)
        yield from found

    def report(self, name: str, number: int | None = None) -> Report:
        """A report with its text in force, or the text of that number. Raises SettingsError where there is none."""
        with self.store.reading() as connection:
            found = texts.report_of(connection, name, number)
        if found is None:
            raise SettingsError(
                f"{self.store.project}: there is no report {name!r}{f' with a text {number}' * bool(number)}"
            )
        return found

    def record(self, name: str) -> Record:
        """The record in force of a report. Raises SettingsError where there is none."""
        with self.store.reading() as connection:
            found = codings.record_of(connection, name)
        if found is None:
            raise SettingsError(f"{self.store.project}: there is no report {name!r}")
        return found

    def incident(self, identifier: str) -> JoinedIncident:
        """The incident that an id stands for now, also where it was merged into another. Raises SettingsError."""
        with self.store.reading() as connection:
            found = incident_of(connection, identifier)
        if found is None:
            raise SettingsError(f"{self.store.project}: there is no incident {identifier!r}")
        return found

    def incidents(self) -> Iterator[JoinedIncident]:
        """All incidents there are now, in the order in which they first appeared."""
        number = 0
        while True:
            with self.store.reading() as connection:
                page = incidents_after(connection, number, PAGE)
            yield from (incident for _, incident in page)
            if len(page) < PAGE:
                return
            number = page[-1][0]

    def changes(self, since: str | None = None, incident: str | None = None) -> Iterator[Change]:
        """What happened to incidents, in its order: from a time on (ISO 8601, UTC), or to one incident."""
        number = 0
        while True:
            with self.store.reading() as connection:
                page = changes_after(connection, number, PAGE, since=since, incident=incident)
            yield from page
            if len(page) < PAGE:
                return
            number = page[-1].seq

    def tolls(self, identifier: str) -> Ledger:
        """The figures of all reports that tell an incident, and how they fit together."""
        joined = self.incident(identifier)
        records = [self.record(name) for name in sorted({member.report for member in joined.members})]
        return ledger_of(records, [joined])

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class Writing:
    """A store's writing transaction that clears the shelf where it fails."""

    def __init__(self, store: Store, shelf: Shelf) -> None:
        self._transaction, self._shelf = store.writing(), shelf

    def __enter__(self) -> Connection:
        return self._transaction.__enter__()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool | None:
        done = False
        try:
            result = self._transaction.__exit__(kind, error, trace)
            done = error is None
        finally:
            if not done:
                self._shelf.clear()
        return result


def open_project(
    project: str, settings: Settings | None = None, *, create: bool = False, clock: Clock = now_utc
) -> Project:
    """Open a project: a file, or a postgresql:// URL; with `create` one that is not there is made.

    Raises SettingsError where there is none, StoreError where it cannot be opened.
    """
    return Project(open_store(project, create=create), settings, clock)
