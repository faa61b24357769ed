"""Notices: what a careful reader would query."""

from dateline.model.noun import Noun


class Notice(Noun):
    """Something odd in a report or in its coding. `start`/`end` are None where it concerns the whole report."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None
