"""Markdown: the text as it stands, without the YAML front matter, which may tell title, publisher and date."""

import re

import yaml

from dateline.errors import InputError
from dateline.reading.arrival import Draft
from dateline.reading.decoding import decode, universal
from dateline.reading.entry import draft_of
from dateline.reading.plain import title_of

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)?---[ \t]*(?:\n\s*|\Z)", re.DOTALL)
_HEADING = re.compile(r"\A\s*#{1,2}[ \t]+(\S[^\n]*)")


def read_markdown(data: bytes, where: str) -> Draft:
    """A report from the bytes of a Markdown file; offsets count from the end of its front matter.

    Raises InputError where the front matter is broken.
    """
    text, notices = decode(data, where)
    text = universal(text)
    fields: dict[str, object] = {}
    found = _FRONT_MATTER.match(text)
    if found:
        fields = _fields(found.group(1) or "", where)
        text = text[found.end() :]
    heading = _HEADING.match(text)
    title = heading.group(1).strip().rstrip("#").strip() if heading else title_of(text)
    return draft_of({"title": title, **fields, "text": text}, where).noticing(*notices)


def _fields(front: str, where: str) -> dict[str, object]:
    try:
        fields = yaml.safe_load(front)  # not the C loader, which ends the process on 100,000 nested brackets
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        told = " ".join(str(error).split())[:300]
        raise InputError(f"has broken front matter: {told}", where, "mend its YAML") from error
    if fields is None:
        return {}
    if not isinstance(fields, dict):
        raise InputError("has front matter that is no list of fields", where, "write `title: …`, `published: …`")
    return {str(name).lower(): value for name, value in fields.items()}
