"""Reports: what comes in."""

import hashlib
from datetime import date
from functools import cached_property

from pydantic import computed_field

from dateline.model.noun import Noun


class Report(Noun):
    """One report as an outlet published it. Its id is its own: two outlets' identical text are two reports.

    `published` is the day of publication or None; `language` an ISO 639-1 code ("en") or None where not yet told.
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None

    @computed_field  # type: ignore[prop-decorator]  # pydantic's documented way to serialise a cached property
    @cached_property
    def sha256(self) -> str:
        """The hash of the text (UTF-8) that all offsets count in."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


class ReportHead(Noun):
    """A report without its text: what a record carries (the wire form's `report`)."""

    id: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    sha256: str
