"""Phrases: the values of a record in a few words for people."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # lists of a project need the phrases and not the nouns
    from collections.abc import Iterable, Sequence
    from datetime import date

    from dateline.model import Actor, Claim, Codes, Loss, Place, Span, Time

UNKNOWN = "–"
_WAYS = {"destination": "to", "launched_from": "launched from", "origin": "from"}
_HEDGED = 0.8


def one_line(text: str, most: int = 120) -> str:
    """The text on one line, cut with "…" where it is longer than `most` characters; control characters become "·"."""
    flat = "".join(letter if letter.isprintable() else "·" for letter in " ".join(text.split()))
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"


def kind_name(kind: str) -> str:
    """A kind as people write it: "take_territory" is "take territory"."""
    return kind.replace("_", " ").replace("-", " ")


def status_name(status: str) -> str:
    """A status as people write it."""
    return status.replace("_", " ")


def actor_name(actor: Actor) -> str:
    """Whom the actor resolves to; the words themselves where that is nobody known."""
    words = one_line(actor.text, 60)
    if not actor.name or actor.name.casefold() == words.casefold():
        return words
    return one_line(actor.name, 60)


def place_name(place: Place) -> str:
    """The place with its division and country, and how far off it may lie where it is only near a known one."""
    parts = [one_line(place.name or place.text, 50)]
    if place.admin1 and place.admin1.casefold() not in parts[0].casefold():
        parts.append(place.admin1)
    if place.country and place.precision != "country":
        parts.append(place.country)
    name = ", ".join(parts)
    if place.precision == "near":
        within = f", ±{place.uncertainty_km:g} km" if place.uncertainty_km else ""
        return f"{name} (near{within})"
    return name


def places_words(places: Sequence[Place]) -> str:
    """All places, each once, with the way it is part of the event where that is not simply "at"."""
    roles: dict[str, set[str]] = {}
    for place in places:
        roles.setdefault(place_name(place), set()).add(place.role)
    return joined(name if told & {"at", "area"} else f"{_WAYS[min(told)]} {name}" for name, told in roles.items())


def time_span(time: Time | None) -> str:
    """The days: one, or first to last; the words where no days follow from them."""
    if time is None:
        return UNKNOWN
    if time.first is None and time.last is None:
        return one_line(f"“{time.text}”", 40) if time.text else time.timex or UNKNOWN
    days = days_words(time.first, time.last)
    return f"{days}*" if time.basis == "publication" else days


def days_words(first: date | None, last: date | None) -> str:
    """An interval of days in short: "2017-11-03", "2017-10" (that whole month), "2014", "2017-10-21 to 2017-10-31"."""
    if first is None or last is None or first == last:
        return str(first) if first and first == last else f"{first or '…'} to {last or '…'}"
    if first.year == last.year and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first:%Y}"
    same_month = (first.year, first.month) == (last.year, last.month)
    if same_month and first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return f"{first:%Y-%m}"
    return f"{first} to {last}"


def loss_words(loss: Loss) -> str:
    """A row of losses: "14+ killed", "24–99 wounded (civilians)"."""
    number = numbers(loss.low, loss.best, loss.high)
    group = f" ({loss.group})" if loss.group not in ("unknown", "") else ""
    scope = "" if loss.scope == "new" else f" [{loss.scope}]"
    return f"{number} {loss.loss}{group}{scope}"


def numbers(low: int | None, best: int | None, high: int | None) -> str:
    """Low, best and high in short: "14", "14+" (open above), "24–99", "≤ 9"; "?" where all are unknown."""
    if low is None and best is None and high is None:
        return "?"
    if low is not None and high is not None:
        among = f", best {best:,}" if best not in (None, low, high) else ""
        return f"{low:,}" if low == high else f"{low:,}–{high:,}{among}"
    if high is None:
        return f"{low if low is not None else best:,}+"
    return f"≤ {high:,}"


def claim_words(claim: Claim) -> str:
    """Who says so, "denies" where it denies, and how sure where a hedge makes that less than four in five."""
    source = actor_name(claim.source) if claim.source else "the report"
    denies = f" denies {claim.about}" if claim.stance == "denies" else ""
    sure = f" ({claim.certainty:.0%} sure)" if claim.certainty < _HEDGED else ""
    return f"{source}{denies}{sure}"


def codes_words(codes: Codes) -> str:
    """The categories: "PLOVER ASSAULT (aerial) · CAMEO 195 · ACLED Air/drone strike"; a dash where none has one."""
    mode = f" ({codes.plover_mode})" if codes.plover_mode else ""
    told = (
        ("PLOVER", f"{codes.plover}{mode}" if codes.plover else None),
        ("CAMEO", codes.cameo),
        ("ACLED", codes.acled),
        ("MUC-4", codes.muc4),
    )
    return joined((f"{scheme} {code}" for scheme, code in told if code), " · ")


def joined(parts: Iterable[str], between: str = "; ") -> str:
    """The parts without repeats, or a dash where there are none."""
    return between.join(dict.fromkeys(part for part in parts if part)) or UNKNOWN


def actors_words(actors: Sequence[Actor]) -> str:
    """All actors."""
    return joined(map(actor_name, actors))


def spans_words(spans: Sequence[Span]) -> str:
    """The words of all spans."""
    return joined(one_line(span.text, 40) for span in spans)
