"""Judging: what people decide about incidents, taken in, put into force, withdrawn."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from dateline.codebook import Codebook
from dateline.errors import SettingsError
from dateline.linking.values.judging import with_judgements
from dateline.model import Anchor, Decision, JoinedIncident, Judgement
from dateline.pipeline.project.anchoring import Anchored, anchored, anchors_of, found_at
from dateline.pipeline.project.enacting import Moved, keep_verdicts
from dateline.store import incidents, judgements

ON_VALUES: tuple[Decision, ...] = ("accept", "reject", "correct", "note")
JOINING: tuple[Decision, ...] = ("merge", "split")


class Judging:
    """Takes judgements in within one transaction; `moved` gathers what is to be linked or made again."""

    def __init__(self, connection: Connection, codebook: Codebook, at: str, who: str) -> None:
        if not who.strip():
            raise SettingsError("a judgement needs to say whose it is: give a name")
        self._connection, self._codebook, self._at, self._who = connection, codebook, at, who.strip()
        self.moved = Moved()

    def on_values(
        self, verdict: Decision, identifier: str, reason: str, field: str | None = None, value: Any = None
    ) -> Judgement:
        """Accept, reject or correct an incident, or leave a note on it.

        Raises SettingsError where there is no such incident, or the field cannot have that value.
        """
        name, tellings = self._incident(identifier)
        if verdict == "accept":
            value = {"state": incidents.ids_known(self._connection, [name])[name][1]}
        judgement = self._judgement(verdict, name, reason, _anchors(tellings), field=field, value=value)
        with_judgements(JoinedIncident(id=name, kind="", events=()), [judgement], self._codebook)
        self._touch(tellings)
        return judgements.put_judgement(self._connection, judgement)

    def merge(self, identifier: str, other: str, reason: str) -> Judgement:
        """Hold two incidents for one. Raises SettingsError where one is not there, or they are one already."""
        name, tellings = self._incident(identifier)
        second, others = self._incident(other)
        if name == second:
            raise SettingsError(f"{identifier} and {other} are one incident already")
        judgement = self._judgement("merge", name, reason, _anchors(tellings), _anchors(others))
        return self._put_in_force(judgement, [*tellings, *others])

    def split(self, identifier: str, members: Sequence[str], reason: str) -> Judgement:
        """Take some of an incident's members ("REPORT" or "REPORT/INCIDENT") out of it, as an incident of their own.

        Raises SettingsError where a member is not the incident's, or none would be left.
        """
        name, tellings = self._incident(identifier)
        wanted = set(members)
        out = [t for t in tellings if {t.report, f"{t.report}/{t.incident}"} & wanted]
        known = {word for t in out for word in (t.report, f"{t.report}/{t.incident}")}
        if missing := sorted(wanted - known):
            raise SettingsError(f"{name} has no member {missing[0]!r}; dateline show lists them")
        rest = [t for t in tellings if t not in out]
        if not rest or not out:
            raise SettingsError(f"{name}: a split leaves at least one member on either side")
        return self._put_in_force(self._judgement("split", name, reason, _anchors(rest), _anchors(out)), tellings)

    def withdraw(self, number: int, reason: str) -> Judgement:
        """Let a judgement count no more; withdrawing that puts it in force again.

        Raises SettingsError where there is no such judgement, or another is in its place already.
        """
        earlier = judgements.judgement_of(self._connection, number)
        if earlier is None:
            raise SettingsError(f"there is no judgement {number}")
        reports = {anchor.report for anchor in (*earlier.anchors, *earlier.others)}
        later = judgements.superseding(self._connection, reports, number)
        if later is not None:
            raise SettingsError(f"judgement {number} counts no more already: judgement {later} has withdrawn it")
        judgement = self._judgement("withdraw", earlier.incident, reason, earlier.anchors, earlier.others)
        judgement = judgements.put_judgement(self._connection, judgement.model_copy(update={"supersedes": number}))
        known = anchored(self._connection, reports)
        held = found_at((*earlier.anchors, *earlier.others), known)
        judgements.drop_pairs(self._connection, held)
        keep_verdicts(self._connection, reports, self.moved)
        self.moved.touched |= set(held)
        self.moved.anew |= set(held)
        return judgement

    def _put_in_force(self, judgement: Judgement, tellings: Sequence[Anchored]) -> Judgement:
        kept = judgements.put_judgement(self._connection, judgement)
        keep_verdicts(self._connection, {telling.report for telling in tellings}, self.moved)
        self._touch(tellings)
        return kept

    def _incident(self, identifier: str) -> tuple[str, list[Anchored]]:
        """The incident that an id stands for now, and its tellings."""
        name = incidents.resolve(self._connection, identifier)
        if name is None:
            raise SettingsError(f"there is no incident {identifier!r}")
        numbers = incidents.members_of(self._connection, [name])[name]
        reports = incidents.reports_of(self._connection, numbers)
        known = anchored(self._connection, reports)
        return name, [each for own in known.values() for each in own if each.telling in numbers]

    def _touch(self, tellings: Sequence[Anchored]) -> None:
        numbers = {each.telling for each in tellings}
        self.moved.touched |= numbers
        self.moved.anew |= numbers

    def _judgement(
        self,
        verdict: Decision,
        incident: str,
        reason: str,
        anchors: Sequence[Anchor],
        others: Sequence[Anchor] = (),
        *,
        field: str | None = None,
        value: Any = None,
    ) -> Judgement:
        return Judgement(
            at=self._at,
            who=self._who,
            verdict=verdict,
            incident=incident,
            anchors=tuple(anchors),
            others=tuple(others),
            field=field,
            value=value,
            reason=reason,
        )


def _anchors(tellings: Sequence[Anchored]) -> list[Anchor]:
    return [anchor for each in tellings for anchor in anchors_of(each)]
