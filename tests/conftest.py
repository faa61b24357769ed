"""What many tests need: the codebook, loaded once; and no places that whoever runs them has added."""

import os
from collections.abc import Iterator

import pytest

from dateline.codebook import Codebook, load_codebook


@pytest.fixture(scope="session", autouse=True)
def nothing_added(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    before = os.environ.get("DATELINE_DATA")
    os.environ["DATELINE_DATA"] = str(tmp_path_factory.mktemp("data"))
    yield
    del os.environ["DATELINE_DATA"]
    if before is not None:
        os.environ["DATELINE_DATA"] = before


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    return load_codebook()
