from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.codebook.demonyms import load_demonyms
from dateline.coding.places.oddities import place_notices
from dateline.coding.places.resolve import resolve_places
from dateline.coding.tagging.lexicon import LexiconTagger
from dateline.coding.tagging.toponyms import ToponymRecogniser
from dateline.coding.text.reading import read_document
from dateline.gazetteer import Entry, Gazetteer, MemoryGazetteer, open_gazetteer
from dateline.gazetteer.words import read_words
from dateline.model import Place, Report
from dateline.settings import Settings

SHARED = Path(__file__).resolve().parents[4] / "shared"


def world() -> Iterator[tuple[Entry, tuple[str, ...]]]:
    yield Entry(1, "Iraq", "country", 33, 44, "IQ", None, None, 38_000_000, 370), ("IRQ",)
    yield Entry(2, "United States", "country", 39, -98, "US", None, None, 327_000_000, 1700), ("USA", "U.S.")
    yield Entry(-1, "Al Anbar", "admin1", 33.5, 42, "IQ", "Al Anbar", None, 600_000, 190), ("Anbar",)
    yield Entry(-2, "Kirkuk", "admin1", 35.4, 44.1, "IQ", "Kirkuk", None, 1_050_000, 44), ()
    yield Entry(-3, "Texas", "admin1", 31, -99, "US", "Texas", None, 25_000_000, 500), ("Tex.",)
    yield Entry(10, "Kirkuk", "town", 35.47, 44.39, "IQ", "Kirkuk", None, 1_031_000, 20), ()
    yield Entry(11, "Al Qā’im", "town", 34.39, 40.99, "IQ", "Al Anbar", None, 74_100, 5), ("Al Qaim",)
    yield Entry(12, "Paris", "town", 48.85, 2.35, "FR", "Île-de-France", None, 2_138_000, 20, capital=True), ()
    yield Entry(13, "Paris", "town", 33.66, -95.55, "US", "Texas", None, 24_782, 5), ()
    yield Entry(14, "Sa'dah", "town", 16.94, 43.76, "YE", "Sa'dah", None, 51_870, 5), ("Saada",)
    yield Entry(15, "Gaza", "town", 31.5, 34.47, "PS", "Gaza Strip", None, 410_000, 10), ()
    yield Entry(16, "Tikrīt", "town", 34.6, 43.68, "IQ", "Salah ad Din", None, 42_000, 5), ("Tikrit",)
    yield Entry(17, "Dallas", "town", 32.78, -96.8, "US", "Texas", None, 1_300_000, 20), ()


@cache
def small() -> MemoryGazetteer:
    return MemoryGazetteer(world())


def places(text: str, gazetteer: Gazetteer | None = None, published: date | None = None) -> tuple[Place, ...]:
    known, words = gazetteer or small(), read_words()
    document = read_document(Report(id="r", text=text, published=published))
    tags = tuple(LexiconTagger((ToponymRecogniser(known, words),)).tag(document.sentences))
    return resolve_places(document, tags, known, words, load_demonyms())


def only(text: str, name: str) -> Place:
    (place,) = [p for p in places(text) if p.text == name]
    return place


def test_a_namesake_is_chosen_by_the_report() -> None:
    assert only("Police in Paris, Texas, arrested a man.", "Paris").admin1 == "Texas"
    assert only("Police in Paris arrested a man.", "Paris").country == "FR"
    assert only("A man from Dallas was shot in Texas. He died in Paris on Monday.", "Paris").country == "US"


def test_town_or_province_is_the_wider_unless_told() -> None:
    assert only("Iraqi troops entered Kirkuk.", "Kirkuk").precision == "admin1"
    assert only("Iraqi troops entered the city of Kirkuk.", "Kirkuk").precision == "town"
    assert only("Iraqi troops entered Kirkuk province.", "Kirkuk").precision == "admin1"


def test_a_quarter_takes_its_towns_point() -> None:
    gaza = only("Iraqi troops entered Gaza neighborhood in Qaim.", "Gaza")
    assert (gaza.country, gaza.precision, gaza.name) == ("IQ", "near", "Gaza")
    assert gaza.lat == 34.39
    assert gaza.uncertainty_km is not None
    assert gaza.uncertainty_km >= 10
    assert gaza.extent is not None
    assert gaza.extent.text == "Gaza neighborhood"


def test_listed_names_lie_in_what_the_last_lies_in() -> None:
    found = places("Iraqi troops invaded Saada, Karableh and Husaiba in Qaim, Iraq.")
    assert [p.text for p in found] == ["Saada", "Karableh", "Husaiba", "Qaim", "Iraq"]
    assert {p.country for p in found} == {"IQ"}
    assert {p.precision for p in found[:3]} == {"near"}


@pytest.mark.parametrize(
    ("text", "extent", "precision", "least"),
    [
        ("A bomb exploded 12 km north of Tikrit.", "12 km north of Tikrit", "near", 17),
        ("A bomb exploded west of Tikrit.", "west of Tikrit", "near", 20),
        ("A bomb exploded in the center of Tikrit.", "the center of Tikrit", "town", 1),
        ("A bomb exploded on the outskirts of Tikrit.", "the outskirts of Tikrit", "near", 10),
        ("A bomb exploded in western Anbar.", "western Anbar", "admin1", 100),
        ("A bomb exploded between Tikrit and Dallas.", "between Tikrit and Dallas", "near", 10),
        ("A bomb exploded near Tikrit.", "near Tikrit", "near", 10),
    ],
)
def test_descriptions_blur_the_point(text: str, extent: str, precision: str, least: float) -> None:
    place = places(text)[0]
    assert place.extent is not None
    assert (place.extent.text, place.precision) == (extent, precision)
    assert place.uncertainty_km is not None
    assert place.uncertainty_km >= least


def test_a_named_part_of_a_land_has_the_point_of_its_outer_quarter() -> None:
    corners = [(float(lat), float(lon)) for lat in range(30, 37) for lon in range(40, 47)]
    towns = [
        (Entry(100 + n, f"Town{n}", "town", lat, lon, "IQ", "Al Anbar", None, 900, 2), ())
        for n, (lat, lon) in enumerate(corners)
    ]
    known = MemoryGazetteer([*world(), *towns])

    def point(text: str, name: str) -> tuple[float | None, float | None]:
        (place,) = (p for p in places(text, known) if p.text == name)
        return place.lat, place.lon

    lat, lon = point("Fighting broke out in eastern Iraq.", "Iraq")
    assert lat == pytest.approx(33, abs=0.5)
    assert lon == pytest.approx(45.5, abs=0.5)
    lat, lon = point("Fighting broke out in Iraq's north-west.", "Iraq")
    assert lat is not None
    assert lat > 34
    assert lon is not None
    assert lon < 42
    assert point("Fighting broke out in NE Iraq.", "Iraq") == point(
        "Fighting in the north-eastern part of Iraq.", "Iraq"
    )
    assert point("Fighting broke out in western Anbar.", "Anbar")[1] == pytest.approx(40.5, abs=0.5)
    assert point("Fighting broke out west of Anbar.", "Anbar") == (33.5, 42)
    assert point("Fighting broke out in the western province of Anbar.", "Anbar") == (33.5, 42)


def test_what_no_gazetteer_knows_has_no_point() -> None:
    (place,) = places("Fighters stormed the village of Umm Zanbar.")
    assert (place.text, place.lat, place.country, place.precision) == ("Umm Zanbar", None, None, None)
    assert place.evidence is not None
    assert place.evidence.rule == "places.unlisted"


def test_the_reason_names_features_and_alternatives() -> None:
    place = only("Police in Paris, Texas, arrested a man.", "Paris")
    assert place.evidence is not None
    assert "in what it is said to lie in" in place.evidence.note
    assert "France" not in place.evidence.note
    assert [a.value for a in place.evidence.alternatives] == ["Paris (town, Île-de-France, FR)"]


def test_a_persons_name_is_no_place() -> None:
    assert places("Michael Dallas was arrested. Dallas said he was innocent.") == ()


PIECES = [
    "in",
    "Paris",
    ",",
    "Texas",
    "Qaim",
    "’s",
    "the",
    "town of",
    "Gaza",
    "km",
    "12",
    "(",
    "\n\n",
    "ß",
    "west of",
    "and",
    ".",
]


def test_a_name_once_clear_is_a_place_throughout() -> None:
    text = "A bomb exploded in Tikrit. Tikrit Kebab Company closed."
    assert [p.start for p in places(text)] == [text.index("Tikrit"), text.index("Tikrit Kebab")]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES)))
def test_offsets_always_match(words: list[str]) -> None:
    text = " ".join(words)
    found = places(text)
    assert list(found) == sorted(found, key=lambda p: p.start)
    for place in found:
        assert text[place.start : place.end] == place.text
        assert place.extent is None or text[place.extent.start : place.extent.end] == place.extent.text


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read(text: str) -> None:
    for place in places(text):
        assert text[place.start : place.end] == place.text


@cache
def qaim() -> tuple[Place, ...]:
    path = SHARED / "reports" / "qaim-2017-11-03.txt"
    if not path.exists():
        pytest.skip("the shared report is not here")
    text = path.read_text(encoding="utf-8")
    return places(text, open_gazetteer(Settings().cache), date(2017, 11, 3))


@pytest.mark.parametrize(
    ("name", "country", "admin1", "precision"),
    [
        ("Qaim", "IQ", "Al Anbar", "town"),
        ("Rawa", "IQ", "Al Anbar", "town"),
        ("Annah", "IQ", "Al Anbar", "town"),
        ("Tal Afar", "IQ", "Nineveh", "town"),
        ("Hawija", "IQ", "Kirkuk", "town"),
        ("Mosul", "IQ", "Nineveh", "town"),
        ("Kirkuk", "IQ", "Kirkuk", "admin1"),
        ("Duhuq", "IQ", "Duhok", "admin1"),
        ("al-BuKamal", "SY", "Deir ez-Zor", "town"),
        ("Nineveh", "IQ", "Nineveh", "admin1"),
        ("Anbar", "IQ", "Al Anbar", "admin1"),
        ("Kurdistan", "IQ", None, "region"),
        ("Khabur", "IQ", None, "exact"),
        ("Baghdad", "IQ", "Baghdad", "town"),
        ("Gaza", "IQ", "Al Anbar", "near"),
        ("Saada", "IQ", "Al Anbar", "near"),
        ("Karableh", "IQ", "Al Anbar", "near"),
        ("Husaiba", "IQ", "Al Anbar", "near"),
        ("Syria", "SY", None, "country"),
    ],
)
def test_the_report_of_qaim(name: str, country: str, admin1: str | None, precision: str) -> None:
    found = [p for p in qaim() if p.text == name]
    assert found
    assert {(p.country, p.admin1) for p in found} == {(country, admin1)}
    assert precision in {p.precision for p in found}


def test_persons_and_groups_of_qaim_are_no_places() -> None:
    assert not {p.text for p in qaim()} & {"Abadi", "Ameri", "Badr", "Islamic", "Islamic State", "Daesh", "Yarallah"}


def test_a_quarter_far_from_its_own_town_is_queried() -> None:
    text = "Iraqi troops entered Gaza neighborhood (350 kilometers south of central Qaim). The mayor of Qaim left."
    document = read_document(Report(id="r", text=text))
    (notice,) = place_notices(document, places(text))
    assert (notice.code, notice.start) == ("far-from-own-town", text.index("Gaza"))
    assert "350 km" in notice.message
    near = "Iraqi troops entered Gaza neighborhood (3 kilometers south of central Qaim). The mayor of Qaim left."
    assert place_notices(read_document(Report(id="r", text=near)), places(near)) == ()


def hamlets() -> MemoryGazetteer:
    """The small world with what a dump adds: hamlets of no known size, a hill, a namesake, a list of one's own."""
    added = [
        (Entry(50, "Ahmad Salim", "town", 33.1, 43.1, "IQ", "Al Anbar"), ()),
        (Entry(51, "Umm Zanbar", "town", 33.2, 43.2, "IQ", "Al Anbar", population=60, radius_km=2), ()),
        (Entry(52, "Dallas", "town", 33.3, 43.3, "IQ", "Al Anbar"), ()),
        (Entry(53, "Victory", "spot", 33.4, 43.4, "IQ", "Al Anbar", radius_km=2), ()),
        (Entry(54, "Umm Zanbar", "spot", 33.2, 43.3, "IQ", "Al Anbar", radius_km=20), ()),
        (Entry(-55, "Paris", "town", 33.5, 43.5, "IQ", "Al Anbar", own=True), ()),
        (Entry(56, "Twin Hill", "spot", 33.4, 43.1, "IQ", "Al Anbar", radius_km=20), ()),
    ]
    return MemoryGazetteer([*world(), *added])


def test_a_hamlet_of_a_dump_is_found() -> None:
    (place, _) = places("Fighters stormed the village of Umm Zanbar in Anbar.", hamlets())
    assert (place.geonameid, place.precision, place.uncertainty_km) == (51, "town", 2)
    assert place.evidence is not None
    assert [other.value for other in place.evidence.alternatives] == ["Umm Zanbar (spot, Al Anbar, IQ)"]
    assert place.evidence.alternatives[0].why


def test_hamlets_make_no_words_or_persons_places() -> None:
    assert places("Ahmad Salim was killed near Dallas.", hamlets())[0].text == "Dallas"
    assert places("Victory was declared by the army.", hamlets()) == ()


def test_a_hamlet_takes_no_name_from_a_city_abroad() -> None:
    assert places("Police in Dallas, Texas, arrested a man.", hamlets())[0].geonameid == 17
    assert places("Police in Dallas arrested a man.", hamlets())[0].geonameid == 17


def test_many_hamlets_take_no_belief_from_a_city() -> None:
    few, many = (
        [(Entry(1000 + n, "Dallas", "town", 10 + n / 10, 10 + n / 10, "NG", "Kano"), ()) for n in range(number)]
        for number in (1, 40)
    )
    beliefs = [
        place.evidence.score
        for added in (few, many)
        for place in places("Police in Dallas, Texas, arrested a man.", MemoryGazetteer([*world(), *added]))
        if place.text == "Dallas" and place.evidence
    ]
    assert beliefs[0] == pytest.approx(beliefs[1])


def test_ones_own_place_is_meant() -> None:
    (place,) = places("Soldiers reached Paris.", hamlets())
    assert (place.country, place.geonameid) == ("IQ", None)
    assert place.evidence is not None
    assert "in your own list" in place.evidence.note
    assert places("Police in Paris, Texas, arrested a man.", hamlets())[0].country == "US"


def test_a_spot_that_reaches_far_is_no_point() -> None:
    (place, _) = places("Troops shelled the area of Twin Hill in Anbar.", hamlets())
    assert (place.precision, place.uncertainty_km) == ("region", 20)
