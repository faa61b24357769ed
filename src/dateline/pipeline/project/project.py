"""Projects: opened, added to, asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from types import TracebackType
from typing import Any, Literal

from sqlalchemy import Connection

from dateline.linking.across.keeping import bands_of, print_from_json
from dateline.model import Decision, Judgement
from dateline.pipeline.project.arriving import under_name
from dateline.pipeline.project.asking import Asking
from dateline.pipeline.project.enacting import Moved, enact, settle_copies
from dateline.pipeline.project.identity import Identity, identity_of
from dateline.pipeline.project.judging import Judging
from dateline.pipeline.project.making import Maker
from dateline.pipeline.project.relinking import Cause, relink
from dateline.pipeline.project.shelf import Shelf
from dateline.settings import Settings
from dateline.store import Store, codings, open_store, texts
from dateline.store.judgements import all_judgements

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


class Project(Asking):
    """A project's reports and incidents, to be asked and added to. Each method is a transaction: all of what it does
    comes about, or nothing.

    All of them raise StoreError where the database fails, StoreLostError where the same may work when tried again.
    """

    def __init__(self, store: Store, settings: Settings | None = None, clock: Clock = now_utc) -> None:
        super().__init__(store, settings)
        self._clock = clock
        self.shelf = Shelf()

    @cached_property
    def identity(self) -> Identity:
        """What codes under the project's settings."""
        return identity_of(self.settings)

    def prepare(self) -> None:
        """Read from files what adding needs, so that nobody else is made to wait for it."""
        _ = self.codebook, self.identity

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
        self.prepare()
        with self.writing() as connection:
            coder = codings.coder_for(connection, self.identity.fingerprint, self.identity.parts, at)
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
        filed = texts.file_text(connection, coded.got, at, coded.ready.print)
        if filed is None:
            return "known"
        new = filed.earlier is None
        before = None if new else codings.coding_in_force(connection, filed.report)
        standing: codings.Standing = "current" if new else "proposed"
        coding = codings.put_coding(connection, filed.id, name, coder, coded.ready, at, standing)
        if filed.earlier is not None:
            texts.drop_bands(connection, filed.report, bands_of(print_from_json(filed.earlier)))
        texts.put_bands(connection, filed.report, coded.ready.bands)
        keys = {telling.incident: telling.keys for telling in coded.ready.tellings}
        retired = set(moved.successors)
        ids = enact(connection, self.shelf, name, coding, moved, before, keys, fresh=new)
        settle_copies(connection, print_from_json(coded.ready.print), moved, new=new)
        words = f"report {name} added" if new else f"report {name} has a new text"
        told.update(dict.fromkeys((*ids, *(moved.successors.keys() - retired)), words))
        return "new" if new else "version"

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
