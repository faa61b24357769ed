"""Tokens that lost the blank between them."""

import pytest

from dateline.coding.text.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Red Bannerkills 15 villagers", ["Red", "Banner", "kills", "15", "villagers"]),
        ("Red BannerKills Nine", ["Red", "Banner", "Kills", "Nine"]),
        ("Red Bannerattacks several towns", ["Red", "Banner", "attacks", "several", "towns"]),
        ("East Fishkill council", ["East", "Fishkill", "council"]),
        ("their skills 15", ["their", "skills", "15"]),
    ],
)
def test_a_verb_glued_to_a_name_is_cut_off_where_a_number_follows(text: str, expected: list[str]) -> None:
    tokens = tokenise(text)
    assert [token.text for token in tokens] == expected
    assert all(text[token.start : token.end] == token.text for token in tokens)
