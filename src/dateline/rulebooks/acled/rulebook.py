"""The rulebook: rows of ACLED's 31 columns from incidents merged by the rule "acled".

After the ACLED Codebook: an event is one day, one place, one pair of actors and one type; reports that differ in any of
these are separate events, those that agree in all are one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.codebook import Codebook
from dateline.codebook.registry import Registry
from dateline.gazetteer import Gazetteer
from dateline.model import Cell, JoinedIncident, Refusal, Row
from dateline.model.row import Basis
from dateline.rulebooks.acled.casting import Cast, by_actor, cast_of
from dateline.rulebooks.acled.days import Day, days_of
from dateline.rulebooks.acled.notes import note, when_phrase
from dateline.rulebooks.acled.parties import CIVILIANS, Names, Party, Sides
from dateline.rulebooks.acled.refusing import NO_PARTY, no_day, no_place, objection
from dateline.rulebooks.acled.sites import Site, columns_of, filed, flags_of, sites_of
from dateline.rulebooks.acled.tables import Type, own_tables
from dateline.rulebooks.acled.tolls import dead, share, together
from dateline.rulebooks.book import ordered, row_id
from dateline.rulebooks.sources import Sources

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
_WHEN = ("event_date", "year", "time_precision")
_TYPE = ("disorder_type", "event_type", "sub_event_type")
_WHO = ("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting")
_WHERE = ("iso", "region", "country", "admin1", "admin2", "location", "latitude", "longitude", "geo_precision")
Key = tuple[date, tuple[str, str, str], frozenset[str], str]


@dataclass(frozen=True, slots=True)
class _Part:
    """What one incident gives to one row."""

    incident: JoinedIncident
    kind: Type
    day: Day
    site: Site
    cast: Cast
    fatalities: int

    @property
    def key(self) -> Key:
        """Day, place, pair of actors (whichever is first) and type: what is one row."""
        mains = [side[0].name for side in (self.cast.sides.first, self.cast.sides.second) if side]
        return self.day.day, self.site.key, frozenset(mains), self.kind.name

    @property
    def rank(self) -> tuple[int, int, str]:
        """The better known day and place first, then by id."""
        return self.day.precision, self.site.precision, self.incident.id


class Acled:
    """Makes ACLED's rows. Without a gazetteer the column admin2 stays empty; `publishers` are those of the reports, by
    id, for outlets that the registry does not list.
    """

    name = "acled"
    version = "acled-1 (codebook of 2024)"
    columns = COLUMNS

    def __init__(
        self,
        codebook: Codebook,
        registry: Registry,
        gazetteer: Gazetteer | None = None,
        publishers: Mapping[str, str] | None = None,
    ) -> None:
        self._codebook, self._registry, self._gazetteer = codebook, registry, gazetteer
        self._tables, self._sources = own_tables(), Sources(registry, publishers)
        self._names = Names(codebook, registry, self._tables)

    def rows(self, incidents: Iterable[JoinedIncident]) -> Iterator[Row | Refusal]:
        """The rows of all these incidents and the refusals, in the order of their first incident's day, then id."""
        parts: dict[Key, list[_Part]] = {}
        found: list[tuple[date, str, str, Row | Refusal]] = []
        for incident in sorted(incidents, key=lambda incident: incident.id):
            made = self._parts(incident)
            if isinstance(made, Refusal):
                known = incident.time.first if incident.time is not None else None
                found.append((known or date.max, incident.id, "", made))
                continue
            for part in made:
                parts.setdefault(part.key, []).append(part)
        for group in parts.values():
            row = self._row(sorted(group, key=lambda part: part.rank))
            found.append((group[0].day.day, min(row.incidents), row.id, row))
        for *_, outcome in sorted(found, key=lambda one: one[:3]):
            yield outcome

    def _parts(self, incident: JoinedIncident) -> list[_Part] | Refusal:
        refused = objection(incident, self._tables)
        if refused:
            return self._refusal(incident, *refused)
        kind = self._tables.types[incident.codes.acled or ""]
        sites = [filed(site, self._gazetteer) for site in sites_of(incident)]
        days = days_of(incident)
        if not sites:
            return self._refusal(incident, *no_place(incident))
        if not days:
            return self._refusal(incident, *no_day(incident))
        total, parts = dead(incident, self._codebook), len(sites) * len(days)
        made: list[_Part] = []
        for number, (day, site) in enumerate((day, site) for day in days for site in sites):
            home = self._registry.alpha3(site.place.country) or ""
            cast = cast_of(incident, kind, self._names, day.day, home)
            if cast is None:
                return self._refusal(incident, *NO_PARTY)
            made.append(
                _Part(
                    incident,
                    by_actor(kind, cast.sides, self._tables.types),
                    day,
                    site,
                    cast,
                    share(total, number, parts),
                )
            )
        return made

    def _refusal(self, incident: JoinedIncident, rule: str, words: str) -> Refusal:
        return Refusal(rulebook=self.name, version=self.version, incidents=(incident.id,), rule=rule, words=words)

    def _row(self, parts: Sequence[_Part]) -> Row:
        """One row of the parts that agree in day, place, actors and type; the best known part gives the values."""
        lead = parts[0]
        incidents = tuple({part.incident.id: part.incident for part in parts}.values())
        fatalities = _fatalities(parts, incidents)
        sides = _joined([part.cast.sides for part in parts])
        mains = sorted(side[0].name for side in (sides.first, sides.second) if side)
        identifier = row_id(self.name, [i.id for i in incidents], lead.day.day, *lead.site.key, *mains, lead.kind.name)
        where = columns_of(lead.site, self._registry, self._tables, self._gazetteer)
        home = self._registry.alpha3(lead.site.place.country) or ""
        named = self._sources.named(incidents)
        values: dict[str, Cell] = {
            "event_id_cnty": identifier,
            "event_date": lead.day.day.isoformat(),
            "year": lead.day.day.year,
            "time_precision": lead.day.precision,
            "disorder_type": lead.kind.disorder,
            "event_type": lead.kind.event_type,
            "sub_event_type": lead.kind.name,
            **self._who(sides, lead.kind),
            **where,
            "source": "; ".join(named) or None,
            "source_scale": self._sources.scale(named, home) or None,
            "notes": self._note(lead, sides, fatalities, incidents),
            "fatalities": fatalities,
        }
        return Row(
            id=identifier,
            rulebook=self.name,
            version=self.version,
            incidents=tuple(sorted(incident.id for incident in incidents)),
            values=ordered(COLUMNS, values),
            basis=tuple(basis for part in parts for basis in _basis(part)),
            flags=_flags(parts, values),
        )

    def _who(self, sides: Sides, kind: Type) -> Mapping[str, Cell]:
        inter = self._tables.inter
        one, other = sides.first[0], sides.second[0] if sides.second else None
        first = inter[one.inter]
        aimed = kind.civilians == "always" or (
            kind.civilians == "hit" and other is not None and other.inter == CIVILIANS
        )
        return {
            "actor1": one.name,
            "assoc_actor_1": _associates(sides.first),
            "inter1": first,
            "actor2": other.name if other else None,
            "assoc_actor_2": _associates(sides.second),
            "inter2": inter[other.inter] if other else None,
            "interaction": f"{first}-{inter[other.inter]}" if other else f"{first} only",
            "civilian_targeting": "Civilian targeting" if aimed else None,
        }

    def _note(self, lead: _Part, sides: Sides, fatalities: int, incidents: Sequence[JoinedIncident]) -> str:
        when = when_phrase(lead.day.day, lead.day.precision, lead.incident.time)
        told_by = self._sources.voices(incidents, self._tables.voices)
        return note(lead.kind.name, sides, lead.site, when, fatalities, told_by, self._tables)


def _fatalities(parts: Sequence[_Part], incidents: Sequence[JoinedIncident]) -> int:
    numbers: dict[str, int] = {}
    for part in parts:
        numbers[part.incident.id] = numbers.get(part.incident.id, 0) + part.fatalities
    return together(incidents, numbers)


def _joined(every: Sequence[Sides]) -> Sides:
    """The sides of the first, with those that stand beside the same main parties in the others."""
    lead = every[0]
    sides = [side for one in every for side in (one.first, one.second) if side]

    def beside(main: Party) -> tuple[Party, ...]:
        return tuple(dict.fromkeys(party for side in sides if side[0].name == main.name for party in side))

    return Sides(beside(lead.first[0]), beside(lead.second[0]) if lead.second else ())


def _associates(side: Sequence[Party]) -> str | None:
    """Who stands beside the main party of a side; nobody twice, nor the main party itself."""
    names = [*(party.name for party in side[1:]), *(party.associate for party in side if party.associate)]
    return "; ".join(name for name in dict.fromkeys(names) if name != side[0].name) or None if side else None


def _basis(part: _Part) -> Iterator[Basis]:
    incident = part.incident
    tolls = tuple(n for n, s in enumerate(incident.statements) if s.matter == "toll" and s.value.startswith("killed"))
    kinds = tuple(n for n, s in enumerate(incident.statements) if s.matter == "kind" and s.value == incident.kind)
    told = tuple(n for n, s in enumerate(incident.statements) if s.matter == "occurrence")
    several = part.day.of_several * part.site.several
    rule = "acled.fatalities.shared" if several > 1 else f"tolls.{incident.rule}"
    dead = "; ".join(row.text for row in incident.losses if row.loss == "killed")
    groups: tuple[tuple[tuple[str, ...], str, str, tuple[int, ...]], ...] = (
        (_WHEN, part.day.rule, part.day.words, part.day.statements),
        (_TYPE, "acled.type", incident.kind, kinds),
        (_WHO, part.cast.rule, "", part.cast.statements),
        (_WHERE, part.site.rule, part.site.told.text, part.site.statements),
        (("fatalities",), rule, dead, tolls),
        (("source", "source_scale", "notes"), "acled.sources", "", told),
    )
    for columns, name, words, statements in groups:
        yield Basis(columns=columns, rule=name, words=words, incident=incident.id, statements=statements)


def _flags(parts: Sequence[_Part], values: Mapping[str, Cell]) -> tuple[str, ...]:
    flags: list[str] = []
    for part in parts:
        flags += part.cast.flags
        flags += flags_of(part.site, values)
        if part.kind.name != part.incident.codes.acled:
            flags.append(f"sub_event_type: told as {part.incident.codes.acled}, but not by actor1's kind")
        if part.day.rule == "acled.day.before-report":
            flags.append("event_date: no day is told; it is taken from the report's")
        if part.day.of_several * part.site.several > 1:
            flags.append("fatalities: the incident's, shared out over its days and places")
        if part.incident.rule != "acled":
            flags.append(f"fatalities: the incident was merged by the rule {part.incident.rule}, not acled")
        if part.incident.background:
            flags.append("told as background only")
        if part.incident.status == "attempted":
            flags.append("told as attempted")
    if len({part.incident.id for part in parts}) > 1:
        flags.append("several incidents of one day, place, pair of actors and type")
    if not values["source"]:
        flags.append("source: none that may be named")
    elif not values["source_scale"]:
        flags.append("source_scale: cannot be told")
    return tuple(dict.fromkeys(flags))
