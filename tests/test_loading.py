"""Loading keeps the collector away and gives it back as it was."""

import gc

from dateline.loading import without_collecting


def test_the_collector_waits_and_is_back_afterwards() -> None:
    assert gc.isenabled()
    with without_collecting():
        assert not gc.isenabled()
        with without_collecting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
