"""Adjectival places: "a Nigerian bus station", "a Syrian town" name no place, but say in which country it is."""

from collections.abc import Iterator

from dateline.codebook.demonyms import Demonyms
from dateline.coding.text import closed
from dateline.coding.text.document import Document, Sentence, Token
from dateline.gazetteer import Gazetteer
from dateline.model import Evidence, Place, Span

RULE = "places.adjectival"
_SCORE = 0.5
_SITES = closed.words(
    "town towns city cities village villages capital province provinces state region district suburb settlement church "
    "churches mosque mosques temple monastery school schools college university hospital clinic market station airport "
    "airfield port border prison jail barracks checkpoint desert island coast countryside mine oilfield pipeline dam "
    "bridge highway north south east west northeast northwest southeast southwest soil territory"
)
_REACH = 3  # words from the adjective to what it describes: "Nigerian bus station", "Somali coastal town"


def place_by_adjective(document: Document, demonyms: Demonyms, gazetteer: Gazetteer) -> Place | None:
    """The country of whose towns, churches, borders a report speaks, for one that names no place; None where it speaks
    of those of several or of none.
    """
    found = list(_described(document, demonyms))
    if len({country for country, _ in found}) != 1:
        return None
    country, token = found[0]
    entry = next((match.entry for match in gazetteer.find(country) if match.entry.kind == "country"), None)
    if entry is None:
        return None
    return Place(
        **Span.of(document.text, token.start, token.end).model_dump(), geonameid=entry.geonameid, name=entry.name,
        lat=round(entry.lat, 5), lon=round(entry.lon, 5), country=entry.country, precision="country",
        uncertainty_km=entry.radius_km,
        evidence=Evidence(rule=RULE, score=_SCORE, note=f"no place is told but one described as {token.text}"),
    )  # fmt: skip


def _described(document: Document, demonyms: Demonyms) -> Iterator[tuple[str, Token]]:
    for sentence in document.sentences:
        lower = [token.lower for token in sentence.tokens]
        for at, token in enumerate(sentence.tokens):
            if not token.is_capitalised:
                continue
            found = demonyms.at(lower, at)
            if found is None or found[1].country is None or found[1].ethnic or found[1].people:
                continue
            if _describes_site(sentence, at + found[0]):
                yield found[1].country, token


def _describes_site(sentence: Sentence, at: int) -> bool:
    """Whether a site is what the adjective before this position describes ("border", but no "border guards")."""
    for position in range(at, min(at + _REACH, len(sentence.tokens))):
        token = sentence.tokens[position]
        goes_on = position + 1 < len(sentence.tokens) and sentence.classes[position + 1] in ("noun", "name")
        if token.lower in _SITES and not goes_on:
            return True
        if not token.is_word or token.lower in closed.PREPOSITIONS or token.lower in closed.CONJUNCTIONS:
            return False
    return False
