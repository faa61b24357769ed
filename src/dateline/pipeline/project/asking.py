"""Asking: all that is read of a project, without anything that codes or links."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, Unpack

from dateline.errors import SettingsError
from dateline.pipeline.project.filtering import Asked, filter_of
from dateline.settings import Settings
from dateline.store import Store, asking, open_store
from dateline.store.filters import Sort
from dateline.store.listing import Key, Page

if TYPE_CHECKING:
    from datetime import date

    from dateline.codebook import Codebook
    from dateline.linking.control.queries import Answer
    from dateline.model import JoinedIncident, Ledger, Record, Report, Tenure
    from dateline.pipeline.project.showing import ShownIncident, ShownReport
    from dateline.store.incidents import Change

PAGE = 500
"""How many incidents or changes are read at a time."""


class Asking:
    """A project that is asked. Each method sees one state of the project, those that give iterators one a page."""

    def __init__(self, store: Store, settings: Settings | None = None) -> None:
        self.store = store
        self.settings = settings or Settings()

    @cached_property
    def codebook(self) -> "Codebook":
        """The codebook that incidents are made by."""
        from dateline.codebook import load_codebook

        return load_codebook(self.settings.codebooks)

    def page(self, sort: Sort = "day", after: str | Key | None = None, most: int = 50, **asked: Unpack[Asked]) -> Page:
        """Some incidents as lists show them, from after that one on (its id, or the key that the page before gave).

        What can be asked is told at `incidents`; without a `status` it is what happened or goes on.
        """
        with self.store.reading() as connection:
            key = asking.key_of(connection, after, sort) if isinstance(after, str) else after
            if after is not None and key is None:
                raise SettingsError(f"{self.store.project}: there is no incident {after!r} to go on from")
            return asking.page(connection, filter_of(connection, asked, self.settings), sort, key, most)

    def pages(self, sort: Sort = "day", **asked: Unpack[Asked]) -> Iterator[Page]:
        """All pages of that question."""
        after: Key | None = None
        while True:
            page = self.page(sort, after, PAGE, **asked)
            yield page
            if page.after is None:
                return
            after = page.after

    def incidents(self, *, sort: Sort | None = None, **asked: Unpack[Asked]) -> "Iterator[JoinedIncident]":
        """Incidents; without a question all there are now, in the order in which they first appeared.

        `since`, `until`: days (they count if theirs overlap); `kind`: kinds or families; `actor`: id or name, in
        either `role` ("actor", "target"); `country` (code or name), `admin1`, `place`: names; `near`: degrees of
        latitude and longitude, and kilometres; `status`: by default what happened or goes on, "any" is all;
        `background`; `killed_min`; `grade`; `disputed`; `reviewed`: yes, no, accepted, corrected, rejected, any;
        `text`: words that all stand in the text of a report that tells it.
        Sorted by "day" (the latest first), "killed" or "changed". Raises SettingsError for words that make no sense.
        """
        from dateline.store.bodies import bodies_now
        from dateline.store.incidents import incident_from, incidents_after

        if asked or sort:
            for page in self.pages(sort or "day", **asked):
                with self.store.reading() as connection:
                    bodies = bodies_now(connection, [listed.id for listed in page.incidents])
                yield from (incident_from(each.id, bodies[each.id]) for each in page.incidents if each.id in bodies)
            return
        number = 0
        while True:
            with self.store.reading() as connection:
                found = incidents_after(connection, number, PAGE)
            yield from (incident for _, incident in found)
            if len(found) < PAGE:
                return
            number = found[-1][0]

    def wholes(self, ids: Sequence[str]) -> Iterator[dict[str, Any]]:
        """These incidents as the JSON that they are kept as, those that are no more left out."""
        import json

        from dateline.store.bodies import bodies_now

        with self.store.reading() as connection:
            bodies = bodies_now(connection, ids)
        yield from ({**json.loads(bodies[each]), "id": each} for each in ids if each in bodies)

    def frame(self, *, sort: Sort = "day", **asked: Unpack[Asked]) -> Any:
        """Incidents as a pandas DataFrame, a row each (what can be asked: see `incidents`), with its id as index.

        Raises SettingsError where pandas is not installed.
        """
        try:
            import pandas as pd
        except ModuleNotFoundError as error:
            raise SettingsError("a frame needs pandas; install it with: pip install pandas") from error
        from dateline.store.listing import FLAT, flat

        rows = [flat(listed) for page in self.pages(sort, **asked) for listed in page.incidents]
        frame = pd.DataFrame(rows, columns=list(FLAT))
        for name in ("first", "last", "changed_at"):
            frame[name] = pd.to_datetime(frame[name], format="ISO8601", errors="coerce")
        return frame.set_index("id")

    def reports(self) -> Iterator[str]:
        """The names of all reports, in order."""
        from dateline.store import texts

        with self.store.reading() as connection:
            found = texts.names(connection)
        yield from found

    def report(self, name: str, number: int | None = None) -> "Report":
        """A report with its text in force, or the text of that number. Raises SettingsError where there is none."""
        from dateline.store import texts

        with self.store.reading() as connection:
            found = texts.report_of(connection, name, number)
        if found is None:
            raise SettingsError(f"{self.store.project}: there is no report {name!r}{_numbered(number)}")
        return found

    def record(self, name: str) -> "Record":
        """The record in force of a report. Raises SettingsError where there is none."""
        from dateline.store import codings

        with self.store.reading() as connection:
            found = codings.record_of(connection, name)
        if found is None:
            raise SettingsError(f"{self.store.project}: there is no report {name!r}")
        return found

    def incident(self, identifier: str) -> "JoinedIncident":
        """The incident that an id stands for now, also where it was merged into another. Raises SettingsError."""
        from dateline.store.incidents import incident_of

        with self.store.reading() as connection:
            found = incident_of(connection, identifier)
        if found is None:
            raise SettingsError(f"{self.store.project}: there is no incident {identifier!r}")
        return found

    def changes(
        self,
        since: "str | date | None" = None,
        incident: str | None = None,
        *,
        after: int = 0,
        what: Sequence[str] = (),
    ) -> "Iterator[Change]":
        """What happened to incidents, in its order: from a day or time on (without a zone: this machine's), or after
        that number; to one incident; of those sorts (appeared, changed, merged, split, went, reviewed)."""
        for _, changes in self._changes(since, incident, after, what):
            yield from changes

    def feed(
        self,
        since: "str | date | None" = None,
        incident: str | None = None,
        *,
        after: int = 0,
        what: Sequence[str] = (),
        whole: bool = False,
    ) -> Iterator[dict[str, Any]]:
        """The same as rows {seq, id, at, what, before, after, other, reason}: `before` and `after` hold the fields that
        differ, without the statements unless `whole`."""
        from dateline.pipeline.project.feed import feed_rows

        for bodies, changes in self._changes(since, incident, after, what, bodies=True):
            yield from feed_rows(changes, bodies, whole=whole)

    def _changes(
        self,
        since: "str | date | None",
        incident: str | None,
        after: int,
        what: Sequence[str],
        *,
        bodies: bool = False,
    ) -> "Iterator[tuple[dict[str, str], list[Change]]]":
        """Changes, some at a time, with the states that they name where these are wanted."""
        from dateline.pipeline.project.feed import since_of, whats_of
        from dateline.store.bodies import bodies_of
        from dateline.store.incidents import changes_after

        begin, wanted = None if since is None else since_of(since), whats_of(what)
        while True:
            with self.store.reading() as connection:
                page = changes_after(connection, after, PAGE, since=begin, incident=incident)
                kept = [change for change in page if not wanted or change.what in wanted]
                hashes = (sha for change in kept for sha in (change.before, change.after) if bodies and sha)
                states = bodies_of(connection, hashes)
            yield states, kept
            if len(page) < PAGE:
                return
            after = page[-1].seq

    def show(self, identifier: str) -> "ShownIncident | ShownReport":
        """An incident with all that it rests on, or a report with what was made of it. Raises SettingsError."""
        from dateline.pipeline.project.showing import show

        with self.store.reading() as connection:
            return show(connection, self.store.project, identifier)

    def original(self, name: str, number: int | None = None) -> bytes:
        """The bytes that a report was read from, or its text of that number. Raises SettingsError."""
        from dateline.store.texts import history_of, original_of

        with self.store.reading() as connection:
            known = history_of(connection, name)
            kept = [each for each in known if number in (None, each["number"])]
            found = original_of(connection, str(kept[-1]["original"])) if kept else None
        if found is None:
            raise SettingsError(f"{self.store.project}: there is no report {name!r}{_numbered(number)}")
        return found

    def control(self, on: "date | str", *, place: str | None = None, holder: str | None = None) -> "tuple[Answer, ...]":
        """Who held which site on a day, as far as is told: all sites, or those called `place`; all holders, or the one
        of that id or name. An answer says how old its last word is. Raises SettingsError where `on` is no day."""
        from dateline.pipeline.project.controlling import answers_on, chronicle_of, day_of

        day = day_of(on)
        with self.store.reading() as connection:
            chronicle = chronicle_of(connection, place)
        return answers_on(chronicle, day, holder)

    def tenures(self, *, place: str | None = None, holder: str | None = None) -> "tuple[Tenure, ...]":
        """Who held which site from when to when, with contradictions marked: see `control`."""
        from dateline.pipeline.project.controlling import chronicle_of, tenures_of

        with self.store.reading() as connection:
            chronicle = chronicle_of(connection, place)
        return tenures_of(chronicle, holder)

    def tolls(self, identifier: str) -> "Ledger":
        """The figures of all reports that tell an incident, or of one report, and how they fit together. Raises
        SettingsError."""
        from dateline.linking.ledger.over import ledger_of
        from dateline.pipeline.project.showing import ShownReport

        shown = self.show(identifier)
        if isinstance(shown, ShownReport):
            return ledger_of([self.record(identifier)])
        return ledger_of([self.record(name) for name in sorted(shown.reports)], [shown.incident])

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_to_ask(project: str, settings: Settings | None = None) -> Asking:
    """Open a project only to ask: quicker than `open_project`. Raises SettingsError where there is none."""
    return Asking(open_store(project), settings)


def _numbered(number: int | None) -> str:
    return "" if number is None else f" with a text {number}"
