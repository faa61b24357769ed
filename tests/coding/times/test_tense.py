import pytest

from dateline.coding.text.sentences import split_sentences
from dateline.coding.times.tense import direction_of


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("They met Friday.", "past"),
        ("They will meet Friday.", "future"),
        ("He said Friday that they will meet.", "past"),
        ("The talks are scheduled for Friday.", "future"),
        ("The truce had been meant to end Friday.", "past"),
        ("They planned to meet Friday.", "future"),
        ("They planned a march for Friday.", "future"),
        ("They had planned a march Friday.", "past"),
        ("They managed to retake it Friday.", "past"),
        ("Speaking to reporters in Nineveh Friday, he nodded.", "past"),
        ("On Friday the council will meet.", "future"),
        ("He will be released Friday.", "future"),
        ("They sought ways to get around Friday's ruling.", "past"),
        ("He was shot to death on the night of Friday.", "past"),
        ("They were released on a still unspecified day, Friday.", "past"),
        ("The pact would be signed on a still unspecified Friday.", "future"),
        ("The rebels gave the mayor until Friday to resign.", "future"),
        ("They were given until 9 a.m. Friday to leave.", "future"),
        ("The siege lasted until Friday.", "past"),
        ("Friday.", None),
    ],
)
def test_where_a_clause_looks(text: str, way: str | None) -> None:
    (sentence,) = split_sentences(text)
    start = text.index("Friday")
    assert direction_of(sentence, start, start + 6).way == way
