"""A project on each database, with the invented reports."""

from collections.abc import Iterator

import pytest
from tests.projects import DATABASES, SUNDAY, TAKEN, all_coded, coded, database, report

from dateline.pipeline.project import open_project


@pytest.fixture(scope="session", params=DATABASES)
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One that is read only: two pairs of reports joined, one of them with a second text."""
    with database(request.param, tmp_path_factory.mktemp("told")) as url:
        with open_project(url, create=True) as opened:
            opened.add(all_coded())
            later = report("delta", TAKEN[2].text.replace("12 people", "13 people"), SUNDAY, TAKEN[2].publisher)
            opened.add([coded(later)])
        yield url
