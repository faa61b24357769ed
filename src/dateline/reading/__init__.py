"""Reading: text, Markdown, HTML, JSON, JSONL, folders and standard input into reports."""

from dateline.reading.arrival import Arrival, day_of, sound
from dateline.reading.language import language_of
from dateline.reading.paths import Reader, read_paths

__all__ = ["Arrival", "Reader", "day_of", "language_of", "read_paths", "sound"]
