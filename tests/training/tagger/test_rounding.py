"""Rounding: close to what it rounds, and learnt straight through. Runs where torch is installed."""

import pytest

torch = pytest.importorskip("torch", reason="torch is there when somebody trains")


def test_a_rounded_layer_is_close_and_still_learns() -> None:
    from training.tagger.rounding import Rounded, exact, round_off

    torch.manual_seed(0)
    layer = torch.nn.Sequential(torch.nn.Linear(32, 16))
    given = torch.randn(2, 5, 32)
    plain = layer(given)
    round_off(layer)
    assert type(layer[0]) is Rounded
    rounded = layer(given)
    assert 0 < (rounded - plain).abs().max() < 0.2
    rounded.sum().backward()
    assert layer[0].weight.grad.abs().sum() > 0
    assert torch.equal(exact(layer)(given), plain)
    assert torch.equal(layer(given), rounded)
