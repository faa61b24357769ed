import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.gazetteer.fold import bare, evened, fold, written_out


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al Qā’im", "al-Qa'im"),
        ("Saint Denis", "St. Denis"),
        ("Malmö", "MALMO"),
        ("Łódź", "Lodz"),
        ("Deir ez-Zor", "Deir ez Zor"),
        ("U.S.", "US"),
    ],
)
def test_spellings_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("name", "expected"), [("al qaim", "qaim"), ("ash shirqat", "shirqat"), ("alabama", "alabama")]
)
def test_the_article_falls_away(name: str, expected: str) -> None:
    assert bare(name) == expected


@given(st.text(max_size=60))
def test_folding_is_steady_and_never_fails(name: str) -> None:
    folded = fold(name)
    assert fold(folded) == folded


@given(st.lists(st.text(alphabet="StMtr.Üü'’-–ĳﬁ´a\u0301Σ 1", min_size=1, max_size=5), min_size=1, max_size=5))
def test_words_evened_one_by_one_fold_as_the_whole_does(words: list[str]) -> None:
    key = " ".join(filter(None, map(evened, words)))
    assert written_out(key) == fold(" ".join(words))
