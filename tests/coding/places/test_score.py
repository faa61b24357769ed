"""What speaks for a candidate: unlike aliases, small divisions, capitals and their namesakes."""

import pytest

from dateline.coding.places.score import own_features, unlike
from dateline.gazetteer import Entry, Match, open_gazetteer
from dateline.gazetteer.fold import fold
from dateline.model import Report
from dateline.pipeline import Coder
from dateline.settings import Settings

CODER = Coder(gazetteer=open_gazetteer(Settings().cache, None))


def division(people: int) -> Entry:
    return Entry(-1, "Hanover", "admin1", 18.4, -78.1, "JM", "Hanover", None, people, 20)


def town(name: str) -> Entry:
    return Entry(1, name, "town", 0, 0, "JO", None, None, 1_000_000, 10)


@pytest.mark.parametrize(
    ("mention", "name", "strange"),
    [
        ("Philadelphia", "Amman", True), ("Berea", "Aleppo", True), ("Rangoon", "Yangon", False),
        ("Al Bukamal", "Abu Kamal", False), ("Kobani", "‘Ayn al ‘Arab", True),
    ],
)  # fmt: skip
def test_unlike_names(mention: str, name: str, *, strange: bool) -> None:
    assert unlike(fold(mention), town(name)) is strange


def test_a_small_division_weighs_less() -> None:
    small, large = (
        sum(weight for _, weight in own_features(Match(division(people), "name"), ())) for people in (70_000, 1_500_000)
    )
    assert small < large - 1


@pytest.mark.parametrize(
    ("text", "words", "name", "precision"),
    [
        ("Shells fell on Philadelphia on Friday.", "Philadelphia", "Philadelphia", "town"),
        ("A blast hit Saigon on Friday.", "Saigon", "Ho Chi Minh City", "town"),
        ("Protesters in Washington, D.C. were arrested on Friday.", "Washington", "Washington", "town"),
        ("Protesters in Washington, D.C. were arrested on Friday.", "D.C.", "District of Columbia", "admin1"),
    ],
)
def test_what_a_name_means(text: str, words: str, name: str, precision: str) -> None:
    (place,) = [place for place in CODER.code(Report(id="x", text=text)).mentions.places if place.text == words]
    assert (place.name, place.precision) == (name, precision)


def test_a_people_of_two_words_is_no_place() -> None:
    text = "The Sri Lankan capital was calm. South Sudanese troops left Juba, South Sudan."
    assert [place.text for place in CODER.code(Report(id="x", text=text)).mentions.places] == ["Juba", "South Sudan"]
