"""The rulebook: incidents into UCDP GED's rows, or refusals with the rule that refuses."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from dateline.codebook.registry import Registry
from dateline.gazetteer import Gazetteer
from dateline.model import JoinedIncident, Refusal, Row
from dateline.rulebooks.ucdp.deaths import dead_of, deaths
from dateline.rulebooks.ucdp.draft import Draft, merged
from dateline.rulebooks.ucdp.dyads import numbers
from dateline.rulebooks.ucdp.lists import Lists, load_lists
from dateline.rulebooks.ucdp.refusing import NO_DAY, NO_PLACE, Reason, bloodless, unarmed, unorganised, unreal
from dateline.rulebooks.ucdp.sides import Sides
from dateline.rulebooks.ucdp.sources import Head
from dateline.rulebooks.ucdp.violence import violence
from dateline.rulebooks.ucdp.when import days
from dateline.rulebooks.ucdp.where import Spots
from dateline.rulebooks.ucdp.writing import COLUMNS, NAME, VERSION, write

ACTIVE = 25
"""Deaths in a year from which UCDP counts a dyad, or an actor against civilians, as active."""
_UNDATED = date.max


class Ucdp:
    """UCDP GED. The incidents come merged by the rule "ucdp"; `heads` are what is known of their reports, by id.

    docs/rulebooks.md tells its rules, where they are from, and which of them are from memory.
    """

    name = NAME
    version = VERSION
    columns = COLUMNS

    def __init__(
        self,
        registry: Registry,
        gazetteer: Gazetteer,
        heads: Mapping[str, Head] | None = None,
        lists: Lists | None = None,
    ) -> None:
        self._lists = lists if lists is not None else load_lists()
        self._registry, self._heads = registry, heads or {}
        self._alpha2 = {code: country.alpha2 for code, country in registry.countries.items()}
        self._sides = Sides(registry, self._lists)
        self._spots = Spots(gazetteer, {country.alpha2: country.name for country in registry.countries.values()})

    def rows(self, incidents: Iterable[JoinedIncident]) -> Iterator[Row | Refusal]:
        """The rows of all these incidents and the refusals, in the order of their first incident's day, then id."""
        drafts: list[Draft] = []
        out: list[tuple[date, str, Row | Refusal]] = []
        for incident in incidents:
            made = self._draft(incident)
            if isinstance(made, Draft):
                drafts.append(made)
            else:
                day = incident.time.first if incident.time else None
                out.append((day or _UNDATED, incident.id, made))
        written = [(draft, self._write(draft)) for draft in merged(drafts)]
        out += [
            (draft.days.first, draft.incidents[0].id, row)
            for (draft, _), row in zip(written, _active([row for _, row in written]), strict=True)
        ]
        yield from (made for *_, made in sorted(out, key=lambda item: item[:2]))

    def _draft(self, incident: JoinedIncident) -> Draft | Refusal:
        """What the rules say of one incident."""
        for reason in (
            unreal(incident),
            unarmed(incident, self._lists),
            bloodless(incident),
        ):
            if reason is not None:
                return _refusal(incident, reason)
        spot = self._spots.of(incident)
        home = self._registry.alpha3(spot.country) if spot else None
        parties = self._sides.parties(incident, home)
        if (reason := unorganised(parties)) is not None:
            return _refusal(incident, reason)
        if spot is None:
            return _refusal(incident, NO_PLACE)
        span = days(incident.time)
        if span is None:
            return _refusal(incident, NO_DAY)
        dead = dead_of(incident)
        kind = violence(incident, dead, parties, self._lists, home)
        toll = deaths(incident, dead, kind, self._sides)
        return Draft((incident,), kind, span, spot, toll, (toll,), incident.kind in self._lists.fighting)

    def _write(self, draft: Draft) -> Row:
        kind = draft.violence
        ids = numbers(kind.a, kind.b, kind.type, self._lists)
        return write(draft, ids, self._lists.countries, self._alpha2, self._heads)


def _refusal(incident: JoinedIncident, reason: Reason) -> Refusal:
    rule, words = reason
    return Refusal(rulebook=NAME, version=VERSION, incidents=(incident.id,), rule=rule, words=words)


def _active(rows: list[Row]) -> Iterator[Row]:
    """The rows, active_year 1 where the dyad has its 25 dead in these rows; below that it is not known, so blank."""
    dead: Counter[tuple[object, ...]] = Counter()
    for row in rows:
        if row.values["dyad_name"] is not None:
            dead[row.values["dyad_name"], row.values["year"]] += int(row.values["best"] or 0)
    for row in rows:
        reached = dead[row.values["dyad_name"], row.values["year"]] >= ACTIVE
        yield row.model_copy(update={"values": {**row.values, "active_year": 1 if reached else None}})
