import pytest

from dateline.coding.tagging.prominence import FULL, SETTING, SIDE, prominence
from dateline.coding.text.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "word", "noun", "wanted"),
    [
        ("Police fired on marchers after a bloody clash.", "fired", False, FULL),
        ("Police fired on marchers after a bloody clash.", "clash", True, SETTING),
        ("The army took part in the shelling.", "shelling", True, SIDE),
        ("Rebels threatened to shell the port.", "shell", False, SIDE),
        ("Rebels who shelled the port fled.", "shelled", False, SIDE),
    ],
)
def test_what_a_sentence_tells_ranks_above_its_setting(text: str, word: str, noun: bool, wanted: float) -> None:
    tokens = tokenise(text)
    first = next(n for n, token in enumerate(tokens) if token.lower == word)
    assert prominence(tokens, first, noun=noun) == wanted
