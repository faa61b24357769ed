"""Originals: whose word a source's words are, from `data/originals.yaml`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.codebook.entries import OriginalEntry

_NO_WORD = re.compile(r"(?:'s\b|’s\b|[^\w-])+")


@dataclass(frozen=True, slots=True)
class OriginalBook:
    """What names a body without being its name.

    `words` map a phrase to a body wherever it stands; `short` phrases do so in reports of the body's country or where
    the body is named in full; `organs` map a state's media to the state's ISO 3166-1 alpha-3 code; `agencies` map
    folded names of news agencies to their ids.
    """

    words: Mapping[str, str]
    short: Mapping[str, str]
    countries: Mapping[str, str]
    names: Mapping[str, str]
    organs: Mapping[str, str]
    agencies: Mapping[str, str]

    def body(self, words: str, countries: frozenset[str], named: frozenset[str]) -> str | None:
        """The body that a source's words describe, in a report of these countries that names these bodies."""
        folded = f" {_NO_WORD.sub(' ', words.casefold()).strip()} "
        for phrase, body in self.words.items():
            if f" {phrase} " in folded:
                return body
        for phrase, body in self.short.items():
            if f" {phrase} " in folded and (body in named or self.countries.get(body) in countries):
                return body
        return None


def make_originals(
    entries: Mapping[str, OriginalEntry], organs: Mapping[str, Sequence[str]], agencies: Mapping[str, Sequence[str]]
) -> OriginalBook:
    """The book that the entries make."""
    return OriginalBook(
        words={words: body for body, entry in entries.items() for words in entry.words},
        short={words: body for body, entry in entries.items() for words in entry.short},
        countries={body: entry.country for body, entry in entries.items() if entry.country},
        names={body: entry.name for body, entry in entries.items()},
        organs={organ: state for state, found in organs.items() for organ in found},
        agencies={name: agency for agency, names in agencies.items() for name in names},
    )
