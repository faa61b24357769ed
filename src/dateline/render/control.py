"""Control for people and as flat rows: who held which place from when to when."""

from collections.abc import Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from dateline.linking.control.queries import Answer
from dateline.model import Tenure
from dateline.render.phrases import UNKNOWN, one_line

FLAT = (
    "place", "part", "admin1", "country", "lat", "lon", "precision", "uncertainty_km", "holder", "holder_id", "level",
    "from", "from_earliest", "to", "seen", "as_of", "ended_by", "confidence", "originals", "reports", "contradictions",
    "site",
)  # fmt: skip
FLAT_ON = ("day", "age", "disputed", *FLAT)


_WIDE = {"admin1": "province", "district": "district", "region": "region"}


def table_of_tenures(tenures: Sequence[Tenure]) -> Table:
    """A row a tenure; what another holder's tenure contradicts is marked with ✗."""
    table = Table("place", "holder", "", "from", "to", "last told of", "sure", "by", "", pad_edge=False, padding=(0, 1))
    before = ""
    for tenure in tenures:
        place = place_of(tenure)
        marks = [f"✗ {c.holder} too, {c.first} to {c.last}: {c.note}" for c in tenure.contradictions]
        table.add_row(
            Text(place if place != before else ""),
            Text(tenure.holder.name, "bold"),
            Text(tenure.level, "" if tenure.level == "held" else "italic"),
            Text(_begin(tenure)),
            Text(_end(tenure)),
            Text(str(tenure.as_of or UNKNOWN)),
            Text(f"{tenure.confidence:.0%}"),
            Text(one_line("; ".join(tenure.originals), 60)),
            Text("\n".join(marks), "red"),
        )
        before = place
    return table


def table_of_answers(answers: Sequence[Answer]) -> Table:
    """A row a holder; a place that two have on that day is marked with ✗."""
    table = Table("place", "holder", "", "told of", "sure", "by", "", pad_edge=False, padding=(0, 1))
    for answer in answers:
        tenure = answer.tenure
        age = f"{tenure.as_of}, {answer.age} days before" if answer.age else "that day"
        against = [c.holder for c in tenure.contradictions if c.first <= answer.day <= c.last]
        table.add_row(
            Text(place_of(tenure)),
            Text(tenure.holder.name, "bold"),
            Text(tenure.level, "" if tenure.level == "held" else "italic"),
            Text(age),
            Text(f"{answer.confidence:.0%}"),
            Text(one_line("; ".join(tenure.originals), 60)),
            Text("".join(f"✗ {holder} too\n" for holder in against).rstrip(), "red"),
        )
    return table


def place_of(tenure: Tenure) -> str:
    """The site with its part or sort, division and country."""
    site = tenure.site
    which = site.part or _WIDE.get(site.precision or "")
    name = f"{site.name} ({which})" if which else site.name
    admin1 = site.admin1 if site.admin1 and site.admin1 not in site.name else None
    country = site.country if site.precision != "country" else None
    return ", ".join(part for part in (one_line(name, 60), admin1, country) if part)


def tenure_as_row(tenure: Tenure) -> dict[str, Any]:
    """A tenure as one flat row."""
    site = tenure.site
    told = {"place": site.name, "part": site.part, "admin1": site.admin1, "country": site.country, "site": site.id}
    point = {"lat": site.lat, "lon": site.lon, "precision": site.precision, "uncertainty_km": site.uncertainty_km}
    days = {"from": tenure.first, "from_earliest": tenure.earliest, "to": tenure.last}
    days |= {"seen": tenure.seen, "as_of": tenure.as_of}
    marks = "; ".join(f"{c.holder} {c.first} to {c.last} ({c.note})" for c in tenure.contradictions)
    return {
        **told,
        **point,
        **{name: day and day.isoformat() for name, day in days.items()},
        "holder": tenure.holder.name,
        "holder_id": tenure.holder.id,
        "level": tenure.level,
        "ended_by": tenure.ended_by or None,
        "confidence": tenure.confidence,
        "originals": "; ".join(tenure.originals),
        "reports": "; ".join(dict.fromkeys(witness.report for witness in tenure.witnesses)),
        "contradictions": marks or None,
    }


def answer_as_data(answer: Answer) -> dict[str, Any]:
    """An answer with the whole tenure that it follows from."""
    return {**_on(answer), "tenure": answer.tenure.model_dump(mode="json", by_alias=True)}


def answer_as_row(answer: Answer) -> dict[str, Any]:
    """An answer as one flat row; its confidence is that of the day."""
    return {**tenure_as_row(answer.tenure), **_on(answer)}


def answer_as_feature(answer: Answer, feature: dict[str, Any]) -> dict[str, Any]:
    """The GeoJSON feature of the answer's tenure with what holds on that day."""
    return {**feature, "properties": {**feature["properties"], **_on(answer)}}


def _on(answer: Answer) -> dict[str, Any]:
    return {
        "day": answer.day.isoformat(),
        "age": answer.age,
        "confidence": answer.confidence,
        "disputed": answer.disputed,
    }


def _begin(tenure: Tenure) -> str:
    if tenure.first is None:
        return f"… (told of {tenure.seen})" if tenure.seen else UNKNOWN
    return f"{tenure.earliest} to {tenure.first}" if tenure.earliest not in (None, tenure.first) else str(tenure.first)


def _end(tenure: Tenure) -> str:
    if tenure.last is None:
        return "…"
    return f"{tenure.last}\n{one_line(tenure.ended_by, 60)}" if tenure.ended_by else str(tenure.last)
