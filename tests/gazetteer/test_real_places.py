"""The gazetteer of the installed packages (built once into the user's cache)."""

import re
from functools import cache
from importlib import resources
from pathlib import Path

import pytest
import yaml

from dateline.gazetteer import Gazetteer, open_gazetteer
from dateline.gazetteer.lore import read_lore
from dateline.gazetteer.words import read_words
from dateline.settings import Settings


@cache
def real() -> Gazetteer:
    return open_gazetteer(Settings().cache)


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Qaim", "town", "IQ"),
        ("Annah", "town", "IQ"),
        ("Tal Afar", "town", "IQ"),
        ("al-BuKamal", "town", "SY"),
        ("Anbar", "admin1", "IQ"),
        ("Nineveh", "admin1", "IQ"),
        ("Duhuq", "admin1", "IQ"),
        ("Fla.", "admin1", "US"),
        ("Kharkov", "town", "UA"),
        ("U.S.", "country", "US"),
        ("Ivory Coast", "country", "CI"),
        ("Rapides Parish", "district", "US"),
        ("West Bank", "admin1", "PS"),
        ("Gaza", "admin1", "PS"),
        ("Donbass", "region", "UA"),
        ("Khabur", "site", "IQ"),
    ],
)
def test_names_of_reports_are_found(name: str, kind: str, country: str) -> None:
    best = real().find(name)[0].entry
    assert (best.kind, best.country) == (kind, country)


SPELLINGS = [
    line
    for line in (Path(__file__).parent / "spellings.txt").read_text(encoding="utf-8").splitlines()
    if line[0] != "#"
]


@pytest.mark.parametrize("line", SPELLINGS)
def test_spellings_find_one_place(line: str) -> None:
    country, name, *others = re.split(r"(?<=^[A-Z]{2}) | = | \| ", line)
    place = {match.entry.id for match in real().find(name, country)}
    for other in others:
        assert place & {match.entry.id for match in real().find(other, country)}, other


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mali", "Male"), ("Iran", "Iraq"), ("Niger", "Nigeria"), ("Homs", "Hama"), ("Gaza", "Giza"), ("Sirte", "Surat")],
)
def test_unlike_names_find_nothing_in_common(one: str, other: str) -> None:
    first, second = ({match.entry.id for match in real().find(name)} for name in (one, other))
    assert not first & second


def test_divisions_lie_in_their_country() -> None:
    anbar = real().find("Anbar")[0].entry
    assert 32 < anbar.lat < 35
    assert 40 < anbar.lon < 44
    assert real().within(anbar)[0].country == "IQ"


def test_every_alias_names_a_known_country_or_division() -> None:
    aliases = read_lore().aliases
    known = {e.country for code in aliases.countries for m in real().find(code) if (e := m.entry).kind == "country"}
    assert {m.entry.country for c in aliases.countries.values() for m in real().find(c[0])} >= known
    for key in aliases.divisions:
        country, _, name = key.partition(" ")
        divisions = {(m.entry.country, m.entry.name) for m in real().find(name) if m.entry.kind == "admin1"}
        assert (country, name) in divisions, f"aliases.yaml: no division {key!r}"


def test_word_lists_are_folded() -> None:
    words = read_words()
    for listed in (words.heads, words.titles, words.given, words.never, words.strong, words.weak, words.compass):
        assert all(word == word.lower() for word in listed)
    assert words.given & words.never <= {
        "april",
        "jan",
        "bill",
        "said",
        "christian",
        "grant",
        "hope",
        "may",
        "rose",
        "will",
        "german",
        "faith",
        "angel",
        "max",
    }


def test_a_noun_of_place_names_one_kind() -> None:
    raw = yaml.safe_load((resources.files("dateline.gazetteer") / "data" / "words.yaml").read_text(encoding="utf-8"))
    nouns = [noun for listed in raw["kinds"].values() for noun in listed]
    assert sorted(nouns) == sorted(set(nouns))
