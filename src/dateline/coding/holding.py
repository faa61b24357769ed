"""Holding: plain statements of who controls a place ("the Islamic State-held town of Qaim")."""

import re
from collections.abc import Iterator

from dateline.codebook.portions import is_wide, portion_before
from dateline.coding.text.document import Document, Sentence
from dateline.coding.text.stretches import Stretches
from dateline.coding.times.resolve import Times
from dateline.frozen import frozen
from dateline.model import Actor, Control, Evidence, Place, Span, Time

_HELD = re.compile(r"^\s*-\s*(?:held|controlled|run|ruled|occupied)\b", re.IGNORECASE)
_HELD_BY = re.compile(
    r"\b(?:held|controlled|ruled|occupied|run|in the hands of|under (?:the )?(?:control|rule|grip) of|(?P<under>under))"
    r"\s+(?:by\s+)?(?:the\s+|its\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_RULE = re.compile(r"['’]?s?\s+(?:\w+\s+)?(?:control|rule|grip|occupation|administration|authority)\b", re.IGNORECASE)
_HOLDS = re.compile(
    r"^\s*(?:,[^,]{0,40},)?\s*(?:still |now |currently |already |fully |partly |partially |largely |mostly )*"
    r"(?:holds?|controls?|rules?|occup(?:y|ies)|"
    r"(?:is|are|was|were) (?:still |now )?(?:holding|controlling|in (?:full )?control of)|"
    r"(?:has|have) (?:held|controlled|ruled|occupied))\b(?! (?:talks|meetings?|elections?|a|an)\b)"
    r"(?!.{0,60}\b(?:responsible|accountable|hostage)\b)",
    re.IGNORECASE,
)
_SEAT = re.compile(
    r"['’]s?\s+(?:\w+[\s-]){0,3}(?:bastions?|strongholds?|havens?|capital|redoubts?|enclaves?|pockets?)\b",
    re.IGNORECASE,
)
_FORMER = re.compile(r"\b(?:former|once|previously|ex-|used to)\b", re.IGNORECASE)
_ONCE = re.compile(r"\b(?:former|once|formerly|previously|ex-|then)[\s-]*$", re.IGNORECASE)
_LIES_IN = re.compile(
    r"\s*,?\s*(?:(?:which|that|and)\s+)?(?:(?:lies|is|stands|located|situated)\s+)*in\s+(?:the\s+)?"
    r"(?:[\w-]+\s+){0,2}(?:(?:province|governorate|region|district|countryside)\s+of\s+)?",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\b(?:while|but|as|when|after|whereas|although)\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|from|for)\s+(?:the\s+)?(?:\w+\s+)?$|^(?:since|from|for)\b", re.IGNORECASE)
TOO_WIDE = ("country", "sea")
"""Who holds "areas in Iraq" is said of no place."""
_NAMES_ONLY = re.compile(
    r"^(?:\s|,|and|or|of|in|the|both|each|now|still|have|has|had|been|is|are|was|were|city|cities|town|towns|village|villages|"
    r"district|districts|province|area|areas|centre|center|neighbou?rhoods?|suburbs?|region|parts?|most|large|much|all|"
    r"western|eastern|northern|southern|central)*$",
    re.IGNORECASE,
)
_LEVEL_CLAIMED = re.compile(r"\bclaim\w*\b", re.IGNORECASE)


@frozen
class Stand:
    """A sentence with the actors and places that it names, in order."""

    sentence: Sentence
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    text: str


def find_holdings(
    document: Document, actors: tuple[Actor, ...], places: tuple[Place, ...], times: Times
) -> tuple[Control, ...]:
    """Every plain statement that an actor holds a place, in order of the text, dated by its own words."""
    found: dict[tuple[int, str], Control] = {}
    parties, sites = Stretches(actors), Stretches(places)
    for sentence in document.sentences:
        within = sentence.start, sentence.end
        stand = Stand(sentence, parties.within(*within), sites.within(*within), document.text)
        if not stand.actors or not stand.places:
            continue
        for holder, place, rule in (*_compounds(stand), *_passives(stand), *_actives(stand), *_seats(stand)):
            if place.precision in TOO_WIDE:
                continue
            key = place.start, holder.id or holder.text.casefold()
            found.setdefault(key, _statement(document, stand, holder, place, rule, times))
    return tuple(found[key] for key in sorted(found))


def _compounds(stand: Stand) -> Iterator[tuple[Actor, Place, str]]:
    """X-held [town of] Y, and its conjoined names."""
    for actor in stand.actors:
        match = _HELD.match(stand.text[actor.end : stand.sentence.end])
        if match and not _ONCE.search(stand.text, stand.sentence.start, actor.start):
            yield from _run(stand, _state_of(actor), actor.end + match.end(), "control.held-compound")


def _state_of(actor: Actor) -> Actor:
    """The state where a people's name alone says who holds ("the Zembian-occupied heights")."""
    if actor.sort != "civilians" or actor.country is None or " " in actor.text:
        return actor
    return actor.model_copy(update={"id": f"{actor.country}-GOV", "name": None, "sector": "GOV", "sort": "state"})


def _actives(stand: Stand) -> Iterator[tuple[Actor, Place, str]]:
    """X holds Y."""
    for actor in stand.actors:
        match = _HOLDS.match(stand.text[actor.end : stand.sentence.end])
        if match:
            yield from _run(stand, actor, actor.end + match.end(), "control.holds")


def _run(stand: Stand, actor: Actor, begin: int, rule: str) -> Iterator[tuple[Actor, Place, str]]:
    for place in stand.places:
        if place.start < begin:
            continue
        if not _NAMES_ONLY.match(stand.text[begin : place.start]):
            return
        yield actor, place, rule
        begin = place.end


def _passives(stand: Stand) -> Iterator[tuple[Actor, Place, str]]:
    """Y ... held by X."""
    for actor in stand.actors:
        match = _HELD_BY.search(stand.text, stand.sentence.start, actor.start)
        if not match or (match["under"] and not _RULE.match(stand.text, actor.end)):  # "under government siege"
            continue
        end = match.start()
        for place in reversed(stand.places):
            if place.end > end:
                continue
            if not _NAMES_ONLY.match(stand.text[place.end : end].rstrip(" ,")):
                break
            yield actor, _narrower(stand, place) or place, "control.held-by"
            end = place.start


def _narrower(stand: Stand, wide: Place) -> Place | None:
    """The town in a province, where both stand before "held by" ("Toria, which lies in Sanga and is held by")."""
    if wide.precision not in ("admin1", "region", "district"):
        return None
    towns = [p for p in stand.places if p.end <= wide.start and p.precision in ("exact", "town", "near", None)]
    between = stand.text[towns[-1].end : wide.start] if towns else ""
    return towns[-1] if towns and _LIES_IN.fullmatch(between) else None


def _seats(stand: Stand) -> Iterator[tuple[Actor, Place, str]]:
    """Y [and Z], X's last havens; X's bastion in Y."""
    for actor in stand.actors:
        match = _SEAT.match(stand.text[actor.end : stand.sentence.end])
        if not match or _FORMER.search(match.group()):
            continue
        before = [p for p in stand.places if p.end <= actor.start]
        end = actor.start
        for place in reversed(before):
            between = stand.text[place.end : end]
            if not re.fullmatch(r"\s*,?\s*(?:the\s+)?|\s*,?\s*and\s+|\s*,\s*", between):
                break
            yield actor, place, "control.seat"
            end = place.start


def _statement(document: Document, stand: Stand, holder: Actor, place: Place, rule: str, times: Times) -> Control:
    low, high = min(holder.start, place.start), max(holder.end, place.end)
    compound = rule == "control.held-compound"  # it goes with what follows it: "the centre of the army-held town of X"
    since = None if compound else _since(document, stand, high, times)
    portion = portion_before(document.text, place.start, wide=is_wide(place), behind=holder.start if compound else 0)
    return Control(
        place=place,
        holder=holder,
        first=since.first if since else None,
        as_of=times.anchor,
        level="claimed" if _LEVEL_CLAIMED.search(document.text, low, high) else "held",
        status="ongoing",
        span=Span.of(document.text, low, high),
        part=Span.of(document.text, portion[0], portion[1]) if portion else None,
        evidence=Evidence(rule=rule, score=0.8, note=f"since {since.text!r}" if since else ""),
    )


def _since(document: Document, stand: Stand, behind: int, times: Times) -> Time | None:
    """Since when, as words behind the statement tell; a sentence's other times are of what else it tells."""
    for time in times.mentions:
        if time.start is None or time.end is None or not behind <= time.start < stand.sentence.end:
            continue
        told = document.text[max(stand.sentence.start, time.start - 20) : time.start]
        if _CLAUSE.search(document.text, behind, time.start):
            return None
        if (
            time.first is not None
            and time.timex != "PRESENT_REF"
            and (_SINCE.search(told) or _SINCE.match(time.text or ""))
        ):
            return time
    return None
