"""From a report to a document: its heading, its sentences, their tokens."""

from dateline.coding.text.document import Document
from dateline.coding.text.heading import find_heading
from dateline.coding.text.sentences import split_sentences
from dateline.model import Report


def read_document(report: Report) -> Document:
    """Cut a report into its heading (if it prints one) and sentences."""
    heading = find_heading(report.text, report.published)
    without = (heading.start, heading.end) if heading else (0, 0)
    return Document(report, split_sentences(report.text, without), heading)
