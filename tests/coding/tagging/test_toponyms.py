import pytest

from dateline.coding.tagging.toponyms import ToponymRecogniser
from dateline.coding.text.sentences import split_sentences
from dateline.gazetteer import Entry, MemoryGazetteer
from dateline.gazetteer.words import read_words

GAZETTEER = MemoryGazetteer(
    [
        (Entry(1, "Jordan", "country", 31, 36, "JO", None, None, 9_000_000, 160), ()),
        (Entry(2, "Washington", "town", 38.9, -77, "US", "District of Columbia", None, 690_000, 10), ()),
        (Entry(3, "Reading", "town", 51.4, -1, "GB", "England", None, 318_000, 10), ()),
        (Entry(4, "Georgia", "admin1", 32, -83, "US", "Georgia", None, 9_000_000, 240), ("Ga.",)),
        (Entry(5, "Baghdad", "town", 33.3, 44.4, "IQ", "Baghdad", None, 7_000_000, 20), ()),
        (Entry(6, "Deir ez-Zor", "town", 35.3, 40.1, "SY", "Deir ez-Zor", None, 240_000, 10), ()),
        (Entry(7, "United States", "country", 39, -98, "US", None, None, 320_000_000, 1700), ("U.S.", "US")),
        (Entry(8, "Iraq", "country", 33, 44, "IQ", None, None, 38_000_000, 370), ()),
        (Entry(9, "San Salvador", "town", 13.7, -89.2, "SV", "San Salvador", None, 525_000, 10), ()),
        (Entry(10, "Athens", "town", 33.9, -83.4, "US", "Georgia", None, 116_000, 10), ()),
    ]
)
RECOGNISER = ToponymRecogniser(GAZETTEER, read_words())


def found(text: str) -> list[str]:
    return [text[t.start : t.end] for s in split_sentences(text) for t in RECOGNISER.recognise(s, [])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops entered Baghdad on Friday.", ["Baghdad"]),
        ("King Abdullah of Jordan met Mr. Jordan.", ["Jordan"]),
        ("The Washington Post reported it.", []),
        ("Reading the letter, he wept.", []),
        ("Clashes erupted in the town of Umm Zanbar.", ["Umm Zanbar"]),
        ("Shells hit Rashid neighborhood.", ["Rashid"]),
        ("He was held in Rapides Parish.", ["Rapides Parish"]),
        ("A fire broke out in Athens, Ga.", ["Athens", "Ga."]),
        ("NORTHERN IRAQ SECURITY SITUATION UPDATE - Two were killed.", ["IRAQ"]),
        ("The army reached Deir ez-Zor Military Airport.", ["Deir ez-Zor Military Airport"]),
        ("The U.S.-led coalition struck.", ["U.S."]),
        ("They told us to leave Iraq.", ["Iraq"]),
        ("The Islamic State of Iraq claimed it.", []),
        ("Baghdad police said so.", ["Baghdad"]),
        ("George Washington, 34, was shot.", []),
        ("Gunmen Kill Ten Soldiers Near Baghdad Market Gate", ["Baghdad"]),
        ("Two were held in Baghdad, 50 kilometers from there.", ["Baghdad"]),
        ("The Islamic State in Iraq and Baghdad fought.", []),
        ("Men in Pakistani-style tunics came.", []),
        ("They shelled the outskirts of Umm Zanbar.", ["Umm Zanbar"]),
    ],
)
def test_places_are_told_from_other_names(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_capitals_throughout_say_nothing() -> None:
    text = (
        "A BOMB EXPLODED IN SAN SALVADOR LAST NIGHT NEAR A BANK. WASHINGTON AND THE ARMY MADE NO COMMENT ON READING IT."
    )
    assert found(text)[:1] == ["SAN SALVADOR"]
    assert "READING" not in found(text)
    assert found("GUERRILLAS ATTACKED THE VILLAGE OF ZANBAR YESTERDAY AND TOOK THE CITY WITHOUT A SHOT.") == ["ZANBAR"]
