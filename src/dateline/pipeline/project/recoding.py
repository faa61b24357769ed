"""Recoding: a project's reports coded anew by another coder, beside the codings in force, and put into force at once.

What the new coder makes of a report is kept as a proposal. `difference` puts all proposals in force within a
transaction and tells what changed; unless that is to stay, the transaction is then undone, so the difference shown is
the very one that would come about. A coding that goes out of force is kept: going back to its coder needs no coding.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.codebook.actor_changes import read_changes
from dateline.codebook.registry_files import read_actors
from dateline.linking.values.outline import Outline, differing, outline_of
from dateline.model import Report
from dateline.pipeline.project.enacting import Moved, enact
from dateline.pipeline.project.identity import Identity
from dateline.pipeline.project.project import Project
from dateline.pipeline.project.relinking import Cause
from dateline.reading import Arrival
from dateline.store import codings, incidents, recodings
from dateline.store.codings import Ready
from dateline.store.incidents import Change

PAGE = 100
"""How many reports are read at a time."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a recoding changes of one incident: the change, and the fields that differ, before and after."""

    change: Change
    before: Outline
    after: Outline


@dataclass(frozen=True, slots=True)
class Recoded:
    """What a recoding comes to: the reports whose codings changed, all there are, and what changes of incidents."""

    reports: int
    of: int
    differences: tuple[Difference, ...]


class Recoding:
    """One project coded anew by the coder of its present settings."""

    def __init__(self, project: Project, identity: Identity | None = None) -> None:
        self._project = project
        self.identity = identity or project.identity

    def left(self, only: Sequence[str] | None = None) -> Iterator[Arrival]:
        """The reports that this coder has not coded yet, each with its text in force; `only` these, where given."""
        after = ""
        while True:
            with self._project.store.reading() as connection:
                page = recodings.uncoded(connection, self.identity.fingerprint, after, PAGE, only)
            yield from (Arrival(report, notices) for report, notices in page)
            if len(page) < PAGE:
                return
            after = page[-1][0].id

    def touched(self, files: Sequence[Path]) -> list[str]:
        """The reports that these files of actors may change: those with an actor whose entry or change they hold, or
        with one of its names."""
        entries = [entry for file in files for entry in read_actors(file)]
        changed = [identifier for file in files for change in read_changes(file) for identifier in change.of]
        names = {name for entry in entries for name in (entry.name, *entry.aliases)}
        with self._project.store.reading() as connection:
            return recodings.mentioning(connection, {*changed, *(entry.id for entry in entries)}, names)

    def propose(self, batch: Iterable[tuple[Report, Ready]]) -> int:
        """Keep what this coder made of reports, out of force; gives how many of them still had that text."""
        kept = 0
        with self._project.writing() as connection:
            at = self._project.now()
            coder = codings.coder_for(connection, self.identity.fingerprint, self.identity.parts, at)
            for report, ready in batch:
                version = recodings.version_with(connection, report)
                if version is not None and not recodings.is_coded(connection, version, coder):
                    codings.put_coding(connection, version, report.id, coder, ready, at, "proposed")
                    kept += 1
        return kept

    def difference(self, *, keep: bool, only: Sequence[str] | None = None) -> Recoded:
        """What putting this coder's codings in force changes; with `keep` they stay in force."""
        found: list[Recoded] = []
        try:
            with self._project.writing() as connection:
                seq = incidents.last_change(connection)
                proposals = recodings.proposals(connection, self.identity.fingerprint, only)
                moved = Moved()
                for name, coding, before in proposals:
                    enact(connection, self._project.shelf, name, coding, moved, before)
                words = (
                    f"recoded by dateline {self.identity.parts.get('dateline', '')} ({self.identity.fingerprint[:8]})"
                )
                self._project.relink(connection, moved, Cause(self._project.now(), words))
                changes = incidents.changes_after(connection, seq, most=-1)
                told = tuple(_difference(change, *incidents.states_of(connection, change)) for change in changes)
                found.append(Recoded(len(proposals), recodings.reports_in(connection), told))
                if not keep:
                    raise _UndoneError
        except _UndoneError:
            pass
        return found[0]


class _UndoneError(Exception):
    """Nothing of the transaction is to stay."""


def _difference(change: Change, before: str | None, after: str | None) -> Difference:
    outlines = [None if body is None else outline_of(incidents.incident_from("", body)) for body in (before, after)]
    return Difference(change, *differing(*outlines))
