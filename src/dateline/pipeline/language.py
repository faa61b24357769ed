"""The language gate: a report that is told to be in another language than English is not coded, and says so."""

from dateline.model import Notice, Record, Report, head_of

CODED = "en"


def refused_for_language(report: Report) -> Record | None:
    """A record without events and with the notice `language`, or None where the report may be coded."""
    language = (report.language or CODED).replace("_", "-").split("-")[0].lower()
    if language == CODED:
        return None
    message = f"the report is in another language than English ({report.language}), the only one coded; no events"
    return Record(report=head_of(report), notices=(Notice(code="language", message=message),))
