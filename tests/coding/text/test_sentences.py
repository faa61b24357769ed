import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coding.text.reading import read_document
from dateline.coding.text.sentences import is_shouted, split_sentences
from dateline.model import Report

SPLIT = [
    ["Gen. Bustillo spoke.", "He left."],
    ["U.S. troops came.", "They left."],
    ["They came from the U.S.", "The army fled."],
    ["U.S. TROOPS CAME.", "THE ARMY FLED TO THE U.S.", "THEY LEFT."],
    ["He left at 5 p.m. Friday.", "She came at 6 p.m.", "Police came."],
    ["“We left.”", "He nodded."],
    ["“We will leave,” he said.", "They did."],
    ["“Why?” Smith asked.", "He left."],
    ["“They fled.” he added.", "Then it rained."],
    ["He waited… and left.", "They came."],
    ["On Sept. 25 they voted.", "It passed."],
    ["He said no.", "Then he left."],
    ["A man from Springfield, Mass. was shot.", "He died at mass.", "They wept."],
    ["It was No. 5 of 3.5 million.", "It fell."],
    ["1. AT 0640 A UNIT ATTACKED.", "2. IT WITHDREW."],
    ["John F. Kennedy came.", "J. Doe left."],
    ["They came to Philadelphia.", "Officers responded."],
    ["[TEXT] THE TROOPS LEFT.", "[END RECORDING]"],
]


@pytest.mark.parametrize("sentences", SPLIT, ids=lambda s: s[0])
def test_sentences_are_split(sentences: list[str]) -> None:
    assert [s.text for s in split_sentences(" ".join(sentences))] == sentences


def test_a_full_stop_without_a_blank_ends_a_sentence() -> None:
    assert [s.text for s in split_sentences("He lives in Philadelphia.Officers came. See kmov.com now.")] == [
        "He lives in Philadelphia.",
        "Officers came.",
        "See kmov.com now.",
    ]


def test_lines_that_are_paragraphs_part_sentences() -> None:
    text = "Iraqi attacks\nIraqi forces invaded Friday the center\nof the town\n- first\n- second\n\nThe end"
    assert [s.text for s in split_sentences(text)] == [
        "Iraqi attacks",
        "Iraqi forces invaded Friday the center\nof the town",
        "- first",
        "- second",
        "The end",
    ]


def test_wrapped_lines_do_not() -> None:
    text = (
        "ATTACK ON THE CAPITAL\n"
        "The guerrillas of the National Liberation Front attacked the\n"
        "Santa Ana barracks on Thursday night, according to a report by\n"
        "Radio Nacional. Two soldiers of the garrison were killed by the\n"
        "Front's mortar fire."
    )
    sentences = split_sentences(text)
    assert [s.text.split("\n")[0][:14] for s in sentences] == ["ATTACK ON THE ", "The guerrillas", "Two soldiers o"]
    assert sentences[0].paragraph != sentences[1].paragraph == sentences[2].paragraph


def test_capitals_throughout_are_told() -> None:
    assert is_shouted("TROOPS OF THE U.S. ARMY LEFT")
    assert not is_shouted("Troops of the U.S. Army left the town")
    assert not is_shouted("UN")


def test_slugs_and_labels_stand_apart() -> None:
    assert [s.text for s in split_sentences("UPDATE 2-Rebels take Mirad")] == ["UPDATE 2-", "Rebels take Mirad"]
    assert [s.text for s in split_sentences("Title  Raid in Mirad")] == ["Title", "Raid in Mirad"]


@given(st.text())
def test_sentences_and_tokens_tile_any_text(text: str) -> None:
    document = read_document(Report(id="r", text=text))
    heading = document.heading
    covered = set(range(heading.start, heading.end)) if heading else set()
    for sentence in document.sentences:
        assert text[sentence.start : sentence.end] == sentence.text
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text
            assert sentence.start <= token.start < token.end <= sentence.end
            assert covered.isdisjoint(range(token.start, token.end))
            covered |= set(range(token.start, token.end))
    assert all(c.isspace() or at in covered for at, c in enumerate(text))


@given(st.lists(st.sampled_from(["A", "b.", "U.S.", "\n", "\n\n", " ", "…", "”", "“", "1.", "- ", "(", "?", "p.m."])))
def test_heaps_of_marks_are_tiled(pieces: list[str]) -> None:
    test_sentences_and_tokens_tile_any_text.hypothesis.inner_test("".join(pieces))  # type: ignore[attr-defined]


@given(st.text(alphabet="AEISTNaeistn .é", max_size=80))
def test_nine_letters_in_ten_are_capitals_in_a_text_of_capitals(text: str) -> None:
    letters = sum(map(str.isalpha, text))
    assert is_shouted(text) == (letters >= 20 and sum(map(str.isupper, text)) >= 0.9 * letters)
