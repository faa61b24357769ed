"""Records with statements of control made of a few words, for tests of control over reports."""

from datetime import date

from tests.linking.tellings import actor, place

from dateline.model import Actor, Claim, Control, ControlLevel, Evidence, Place, Record, ReportHead, Span

TORIA = place("Toria", 34.0, 41.0, geonameid=7, name="Toria", country="IQ", precision="town", uncertainty_km=3)
DISTRICT = place("Toria", 34.0, 41.0, name="Toria", country="IQ", precision="district", uncertainty_km=30)
LEAGUE = actor("the League", "league", name="League of Sanga", sector="REB", country="SNG")
ARMY = actor("the army", "IRQ-MIL", name="Military forces of Iraq", sector="MIL", country="IRQ", sort="state")
POLICE = actor("police", "IRQ-COP", name="Police of Iraq", sector="COP", country="IRQ", sort="state")
REBELS = actor("rebels", sector="REB", country="IRQ")
RULES = {
    "taken": "control.gains",
    "lost": "control.loses",
    "from": "control.taken-from",
    "entered": "control.enters",
    "fought": "control.fought",
}


def day(number: int) -> date:
    """Days counted from 31 December 2015."""
    return date.fromordinal(date(2015, 12, 31).toordinal() + number)


def control(
    told: str,
    holder: Actor,
    on: int | None,
    *,
    where: Place = TORIA,
    part: str | None = None,
    said_by: Actor | None = None,
    level: ControlLevel = "held",
) -> Control:
    """One statement: "stated", "taken", "lost", "from", "entered" or "fought", of a day."""
    when = None if on is None else day(on)
    return Control(
        place=where,
        holder=holder,
        first=when if told in ("taken", "entered", "fought") else None,
        last=when if told in ("lost", "from") else None,
        as_of=when,
        level="entered" if told == "entered" else "contested" if told == "fought" else level,
        span=Span(start=0, end=4, text="held"),
        part=None if part is None else Span(start=5, end=5 + len(part), text=part),
        claims=() if said_by is None else (Claim(source=said_by),),
        evidence=Evidence(rule=RULES.get(told, "control.holds"), score=0.8),
    )


def record(name: str, *statements: Control, publisher: str | None = None, text: str | None = None) -> Record:
    """A report with these statements."""
    head = ReportHead(id=name, publisher=publisher or f"outlet of {name}", sha256=text or name)
    return Record(report=head, control=statements)
