import pytest

from dateline.coding.tagging.wordclass import class_of, is_passive
from dateline.coding.text.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("The attack on the village lasted an hour.", "attack", "noun"),
        ("They attack the village every night.", "attack", "verb"),
        ("Troops will attack the town.", "attack", "verb"),
        ("Rebels attack the town.", "attack", "verb"),
        ("The move led to clashes in the capital.", "clashes", "noun"),
        ("He vowed to attack the capital.", "attack", "verb"),
        ("Heavy shelling of the port went on.", "shelling", "noun"),
        ("The army was shelling the port.", "shelling", "verb"),
        ("A bomb exploded, killing 10 people.", "killing", "verb"),
        ("After the killing, police came.", "killing", "noun"),
        ("There was shooting in the night.", "shooting", "noun"),
        ("The wounded soldiers were flown out.", "wounded", "adjective"),
        ("The blast wounded three soldiers.", "wounded", "verb"),
        ("Three soldiers were wounded.", "wounded", "verb"),
        ("The besieged city fell.", "besieged", "adjective"),
        ("Boko Haram attacks a village in Borno.", "attacks", "verb"),
        ("Militant attacks in the north rose.", "attacks", "noun"),
        ("Kenya sent troops to the border.", "sent", "verb"),
        ("Chad withdrew its men.", "withdrew", "verb"),
        ("The stolen rifles were found.", "stolen", "adjective"),
    ],
)
def test_tells_noun_verb_and_adjective(text: str, word: str, wanted: str) -> None:
    tokens = tokenise(text)
    assert class_of(tokens, next(n for n, token in enumerate(tokens) if token.lower == word)) == wanted


def test_sees_a_passive_through_adverbs() -> None:
    tokens = tokenise("He was reportedly shot, and shot back.")
    places = [n for n, token in enumerate(tokens) if token.lower == "shot"]
    assert [is_passive(tokens, n) for n in places] == [True, False]
