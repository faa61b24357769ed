"""Entries: a report given as an object with named fields (a JSON object, a line of JSONL, a front matter)."""

from collections.abc import Mapping
from datetime import date

from dateline.errors import RecordError
from dateline.reading.arrival import Draft, day_of, sound

_TEXTS = ("id", "title", "publisher", "url", "language")


def draft_of(fields: object, where: str) -> Draft:
    """A report from its fields. Only `text` must be there; fields that are not a report's are ignored.

    Raises RecordError where `text` is missing or empty, or a field holds what it cannot.
    """
    if not isinstance(fields, Mapping):
        raise RecordError("is no object with a `text`", where, 'write {"id": …, "text": …, "published": …}')
    text = fields.get("text")
    if not isinstance(text, str):
        raise RecordError("has no `text`", where, "each report needs its words in the field `text`")
    if not text.strip():
        raise RecordError("has an empty `text`", where, "give the report's words, or leave it out")
    text, notices = sound(text)
    named = {name: _word(fields.get(name), name, where) for name in _TEXTS}
    published = _day(fields.get("published"), where)
    return Draft(
        text=text,
        id=named["id"],
        title=named["title"],
        publisher=named["publisher"],
        url=named["url"],
        language=named["language"],
        published=published,
        notices=notices,
        named=named["id"] is not None,
    )


def _word(value: object, name: str, where: str) -> str | None:
    if value is None:
        return None
    if isinstance(value, int | float) and name == "id":
        value = str(value)
    if not isinstance(value, str):
        raise RecordError(f"has a `{name}` that is no text: {value!r}", where, "put it in quotes")
    return sound(value)[0].strip() or None


def _day(value: object, where: str) -> date | None:
    if value is None or value == "":
        return None
    try:
        return day_of(value)
    except ValueError as error:
        message = f"has a `published` that is no date: {value!r}"
        raise RecordError(message, where, "write it as YYYY-MM-DD, or leave it out") from error
