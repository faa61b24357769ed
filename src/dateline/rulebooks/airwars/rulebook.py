"""The rulebook: one record for each incident of which harm to civilians is told, merged by the rule "airwars"."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from dateline.codebook import Codebook
from dateline.codebook.registry import Registry
from dateline.model import Cell, JoinedIncident, Place, Refusal, Row
from dateline.model.row import Basis
from dateline.rulebooks.airwars.belligerents import belligerents_of, positions_of
from dateline.rulebooks.airwars.harm import Harm, claims, harm_of, own_words, people_among
from dateline.rulebooks.book import ordered, row_id
from dateline.rulebooks.precision import acled_when
from dateline.rulebooks.sources import Sources

COLUMNS = (
    "record_id", "incident", "date_start", "date_end", "date_words", "country", "admin1", "location", "latitude",
    "longitude", "place_precision", "uncertainty_km", "strike_type", "weapons", "belligerents", "belligerent_positions",
    "civilians_killed_min", "civilians_killed_max", "killed_claims", "civilians_injured_min", "civilians_injured_max",
    "injured_claims", "children_killed_min", "children_killed_max", "women_killed_min", "women_killed_max",
    "fighters_killed_min", "fighters_killed_max", "victims_named", "grade_proposed", "grade_reason", "sources_count",
    "sources",
)  # fmt: skip
_WHEN = ("date_start", "date_end", "date_words")
_WHERE = ("country", "admin1", "location", "latitude", "longitude", "place_precision", "uncertainty_km")
_REAL = frozenset({"happened", "ongoing", "attempted"})
_ROLES = ("at", "area", "destination", "origin")


class Airwars:
    """Makes records of civilian harm. `publishers` are those of the reports, by id, for outlets not in the registry."""

    name = "airwars"
    version = "airwars-1 (our own columns)"
    columns = COLUMNS

    def __init__(self, codebook: Codebook, registry: Registry, publishers: Mapping[str, str] | None = None) -> None:
        self._codebook, self._registry = codebook, registry
        self._words, self._sources = own_words(), Sources(registry, publishers)

    def rows(self, incidents: Iterable[JoinedIncident]) -> Iterator[Row | Refusal]:
        """The record or refusal of each incident, in the order of their days, then ids."""
        for incident in sorted(incidents, key=_order):
            yield self._outcome(incident)

    def _outcome(self, incident: JoinedIncident) -> Row | Refusal:
        objection = self._objection(incident)
        place, harm = _place(incident), harm_of(incident)
        if objection is None and harm is None:
            objection = "airwars.no-civilian-harm", "nobody tells that a civilian was killed or injured"
        if objection is None and place is None:
            objection = "airwars.no-place", "no country is told"
        if objection is not None or harm is None or place is None:
            rule, words = objection or ("airwars.no-place", "")
            return Refusal(rulebook=self.name, version=self.version, incidents=(incident.id,), rule=rule, words=words)
        return self._row(incident, place, harm)

    def _objection(self, incident: JoinedIncident) -> tuple[str, str] | None:
        kind = self._codebook.kinds.get(incident.kind)
        if incident.reviewed == "rejected":
            return "airwars.rejected", "a person judged that it is no event"
        if incident.status not in _REAL:
            return "airwars.not-real", f"it is told as {incident.status.replace('_', ' ')}, not as done"
        if kind is None or kind.family not in self._words.families:
            return "airwars.no-strike", f"what is told as {incident.kind} is no military action"
        if acled_when(incident.time) is None:
            return "airwars.no-day", "the day is not known within a month"
        return None

    def _row(self, incident: JoinedIncident, place: Place, harm: Harm) -> Row:
        parties = belligerents_of(incident, self._registry)
        positions, spoken = positions_of(incident, parties, self._registry)
        named = self._sources.named([incident])
        identifier = row_id(self.name, [incident.id])
        time, proposal = incident.time, incident.proposal
        values: dict[str, Cell] = {
            "record_id": identifier,
            "incident": incident.id,
            "date_start": time.first.isoformat() if time and time.first else None,
            "date_end": time.last.isoformat() if time and time.last else None,
            "date_words": time.text if time else None,
            **self._where(place),
            "strike_type": self._strike(incident.kind),
            "weapons": "; ".join(weapon.text for weapon in incident.weapons) or None,
            "belligerents": "; ".join(party.name for party in parties) or "Unknown",
            "belligerent_positions": "; ".join(positions) or None,
            **self._tolls(incident, harm),
            "victims_named": "; ".join(self._victims(incident)) or None,
            "grade_proposed": proposal.grade if proposal else None,
            "grade_reason": _reason(incident),
            "sources_count": len(incident.sources),
            "sources": "; ".join(named) or None,
        }
        return Row(
            id=identifier,
            rulebook=self.name,
            version=self.version,
            incidents=(incident.id,),
            values=ordered(COLUMNS, values),
            basis=tuple(_basis(incident, place, spoken)),
            flags=_flags(incident, harm, place),
        )

    def _where(self, place: Place) -> Mapping[str, Cell]:
        country = self._registry.countries.get(self._registry.alpha3(place.country) or "")
        name = country.name if country else place.country
        known = (place.name or place.text) if place.precision not in (None, "country") else None
        cells = (name, place.admin1, known, place.lat, place.lon, place.precision, place.uncertainty_km)
        return dict(zip(_WHERE, cells, strict=True))

    def _strike(self, kind: str) -> str:
        return self._words.kinds.get(kind) or self._words.families[self._codebook.kinds[kind].family]

    def _tolls(self, incident: JoinedIncident, harm: Harm) -> Mapping[str, Cell]:
        of = {who: people_among(incident, "killed", words) for who, words in self._words.people.items()}
        ranges = {
            "civilians_killed": harm.killed,
            "civilians_injured": harm.injured,
            "fighters_killed": harm.fighters,
            **{f"{who}_killed": found for who, found in of.items()},
        }
        cells: dict[str, Cell] = {f"{name}_min": found.low for name, found in ranges.items()}
        cells |= {f"{name}_max": found.high for name, found in ranges.items()}
        return {
            **cells,
            "killed_claims": self._claims(incident, "killed"),
            "injured_claims": self._claims(incident, "wounded"),
        }

    def _claims(self, incident: JoinedIncident, loss: str) -> str | None:
        """Each claim of a toll and whose it is: "Reuters: killed 12 civilians"."""
        told = (
            f"{self._sources.name(statement.original) or 'a source'}: {statement.value}"
            for _, statement in claims(incident, loss)
        )
        return "; ".join(dict.fromkeys(told)) or None

    def _victims(self, incident: JoinedIncident) -> Iterator[str]:
        """The victims whom the registry holds for public figures; nobody else is named."""
        for target in dict.fromkeys(t.id for t in incident.targets if t.sort == "person" and t.id):
            entry = self._registry.get(target)
            if entry is not None and entry.sort == "person":
                yield entry.name


def _order(incident: JoinedIncident) -> tuple[date, str]:
    first = incident.time.first if incident.time is not None else None
    return first or date.max, incident.id


def _place(incident: JoinedIncident) -> Place | None:
    """The finest place that is where it happened."""
    fit = [place for role in _ROLES for place in incident.places if place.role == role and place.country]
    return next((place for place in fit if place.precision not in (None, "country")), fit[0] if fit else None)


def _reason(incident: JoinedIncident) -> str | None:
    """The rule of the grade and how many sources stand behind it; no names that may be private."""
    if incident.proposal is None:
        return None
    disputed = [dispute.matter for dispute in incident.disputed]
    beside = f"; disputed: {', '.join(dict.fromkeys(disputed))}" if disputed else ""
    return f"{incident.proposal.evidence.rule}, {len(incident.sources)} originals{beside}"


def _basis(incident: JoinedIncident, place: Place, spoken: tuple[int, ...]) -> Iterator[Basis]:
    def of(*matters: str) -> tuple[int, ...]:
        return tuple(n for n, statement in enumerate(incident.statements) if statement.matter in matters)

    grade = incident.proposal.evidence.rule if incident.proposal else "airwars.no-grade"
    tolls = "; ".join(row.text for row in incident.losses)
    killed, injured = (
        ("civilians_killed_min", "civilians_killed_max"),
        ("civilians_injured_min", "civilians_injured_max"),
    )
    children, women = ("children_killed_min", "children_killed_max"), ("women_killed_min", "women_killed_max")
    groups: tuple[tuple[tuple[str, ...], str, str, tuple[int, ...]], ...] = (
        (_WHEN, "airwars.time", (incident.time.text or "") if incident.time else "", of("time")),
        (_WHERE, "airwars.place.finest", place.text, of("place")),
        (("strike_type", "weapons"), "airwars.strike", incident.kind, of("kind", "weapon")),
        (("belligerents",), "airwars.belligerents", "", of("actor")),
        (("belligerent_positions",), "airwars.positions", "", spoken),
        (
            (*killed, *injured, "fighters_killed_min", "fighters_killed_max"),
            f"tolls.{incident.rule}",
            tolls,
            of("toll"),
        ),
        (("killed_claims", "injured_claims", *children, *women), "airwars.claims", "", of("toll")),
        (("grade_proposed", "grade_reason"), grade, "", of("occurrence", "actor")),
        (("sources_count", "sources"), "airwars.sources", "", of("occurrence")),
    )
    for columns, rule, words, statements in groups:
        yield Basis(columns=columns, rule=rule, words=words, incident=incident.id, statements=statements)


def _flags(incident: JoinedIncident, harm: Harm, place: Place) -> tuple[str, ...]:
    flags = []
    if harm.assumed:
        flags.append("civilians_killed_min: nobody says outright that they were civilians; only civilians are told hit")
    if harm.killed.high is None and harm.killed.low is not None:
        flags.append("civilians_killed_max: left open")
    if place.precision == "country":
        flags.append("location: no place below the country is told")
    if incident.rule != "airwars":
        flags.append(f"the incident was merged by the rule {incident.rule}, not airwars")
    if incident.background:
        flags.append("told as background only")
    if incident.proposal is not None and incident.proposal.grade == "discounted":
        flags.append("grade_proposed: nobody tells it as done")
    if any(t.sort == "person" and t.name for t in incident.targets):
        flags.append("victims_named: persons are named in the reports; only public figures are here")
    return tuple(flags)
