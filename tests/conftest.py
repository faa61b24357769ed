"""What many tests need: the codebook, loaded once."""

import pytest

from dateline.codebook import Codebook, load_codebook


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    return load_codebook()
