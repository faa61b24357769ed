"""A project on each database."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.projects import DATABASES, database

from dateline.pipeline.project import Project, open_project


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    with database(request.param, tmp_path) as place:
        yield place


@pytest.fixture
def project(url: str) -> Iterator[Project]:
    with open_project(url, create=True) as opened:
        yield opened
