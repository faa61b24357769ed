import pytest

from dateline.errors import ChainError
from dateline.pipeline.chain import Chain, Step


def double(number: int) -> int:
    return 2 * number


def shout(doubled: int, mark: str) -> str:
    return f"{doubled}{mark}"


def test_steps_get_what_earlier_ones_gave() -> None:
    chain = Chain([Step("doubled", double), Step("shout", shout)], {"mark": "!"}, {"number": int})
    assert chain.run(number=4) == {"number": 4, "doubled": 8, "shout": "8!"}


def test_a_step_that_needs_what_nobody_gives_is_refused_at_once() -> None:
    with pytest.raises(ChainError, match="step 'shout' needs 'doubled'"):
        Chain([Step("shout", shout)], {"mark": "!"}, {"number": int})


def test_a_step_given_another_type_is_refused() -> None:
    with pytest.raises(ChainError, match="wants 'doubled'"):
        Chain([Step("doubled", lambda: ""), Step("shout", shout)], {"mark": "!"}, {})


def test_a_name_given_twice_is_refused() -> None:
    with pytest.raises(ChainError, match="twice"):
        Chain([Step("doubled", double), Step("doubled", double)], {}, {"number": int})
