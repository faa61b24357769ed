"""The setting of a report: which countries it is about, and when."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from dateline.codebook.demonyms import Demonym
from dateline.coding.actors.identity import Lexica
from dateline.coding.actors.phrase import RELATIONS
from dateline.coding.text.document import Document, Token
from dateline.coding.times.resolve import Times
from dateline.frozen import frozen
from dateline.model import Place

EVERYWHERE = frozenset(["islamic-state", "al-qaida"])
"""Groups that strike far from home: their names tell no country."""
_CLEAR = 0.45
"""A country is the report's own where it has at least this share of all that tells one."""


@frozen
class Setting:
    """Shares of countries (alpha-3) among all words that tell one, and the year.

    `guessed`: no word tells a country, the shares are of the homes of the groups that are named.
    """

    shares: Mapping[str, float] = field(default_factory=dict)
    year: int | None = None
    guessed: bool = False

    @property
    def main(self) -> str | None:
        """The country that the report is mostly about, or None where no one leads."""
        if not self.shares:
            return None
        country, share = max(self.shares.items(), key=lambda item: (item[1], item[0]))
        return country if share >= _CLEAR else None

    def share(self, country: str | None) -> float:
        """The share of a country, 0 where it does not occur."""
        return self.shares.get(country, 0.0) if country else 0.0

    def likeliest(self, countries: Iterable[str]) -> str | None:
        """The one of these countries that the report tells most of, or None where it tells of none or cannot say."""
        ranked = sorted(((self.share(country), country) for country in countries), reverse=True)
        if not ranked or ranked[0][0] == 0 or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        return ranked[0][1]


def _tells(demonym: Demonym, token: Token, *, shouted: bool) -> bool:
    """Whether a word tells a country: "us" does not, nor "KAREN" or "MON" where all is in capitals."""
    if token.lower == "us":
        return token.text == "US" and not shouted
    return not (shouted and demonym.ethnic)


def _homes(document: Document, lexica: Lexica) -> Iterator[str]:
    """The home countries of the groups that are named, for a text that tells no country itself."""
    for sentence in document.sentences:
        for at in range(len(sentence.tokens)):
            match = lexica.registry.longest(sentence.tokens, at, shouted=sentence.shouted)
            countries = {entry.country for entry in match[1] if entry.sort == "group"} if match else set()
            if match and any(entry.id in EVERYWHERE for entry in match[1]):
                continue
            if len(countries) == 1 and (country := countries.pop()):
                yield country


def read_setting(document: Document, places: tuple[Place, ...], times: Times, lexica: Lexica) -> Setting:
    """Count the countries of places, demonyms and country names."""
    weights: Counter[str] = Counter()
    for place in places:
        code = lexica.registry.alpha3(place.country)
        if code:
            weights[code] += 1
    for sentence in document.sentences:
        lower = [token.lower for token in sentence.tokens]
        for at, token in enumerate(sentence.tokens):
            if not token.is_capitalised or not token.is_word:
                continue
            found = lexica.demonyms.at(lower, at)
            if found is None:
                continue
            if lower[at + 1 : at + 2] == ["-"] and RELATIONS.intersection(lower[at + 2 : at + 3]):
                continue  # "Rwandan-backed" tells of somebody's friends
            if found[1].country and _tells(found[1], token, shouted=sentence.shouted):
                weights[found[1].country] += 1
    guessed = not weights
    if guessed:
        weights.update(_homes(document, lexica))
    total = sum(weights.values())
    anchor = times.anchor or document.report.published
    return Setting({code: n / total for code, n in weights.items()}, anchor.year if anchor else None, guessed)
