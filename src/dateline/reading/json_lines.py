"""JSONL: one report a line. Lines end at "\\n" only: U+2028, U+0085 and their like are letters of a text."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from dateline.errors import RecordError
from dateline.reading.arrival import Draft, Original
from dateline.reading.entry import draft_of


def read_lines(
    lines: Iterable[bytes], where: str, stem: str, on_broken: Callable[[RecordError], bool]
) -> Iterator[Draft]:
    """The reports of a JSONL stream, one at a time; a report without an id gets stem and line ("reports:12").

    A broken line goes to `on_broken` as a RecordError that names file and line; reading goes on if that returns True.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            draft = draft_of(
                parse(line.strip().removeprefix(b"\xef\xbb\xbf"), f"{where}:{number}"), f"{where}:{number}"
            )
        except RecordError as error:
            if on_broken(error):
                continue
            return
        read = replace(draft, original=Original(line), entry=f":{number}")
        yield read if read.id else replace(read, id=f"{stem}:{number}")


def parse(data: bytes | str, where: str) -> object:
    """The JSON value of these bytes; RecordError where they hold none."""
    try:
        return json.loads(data)
    except json.JSONDecodeError as error:
        message = f"is broken JSON: {error.msg} at column {error.colno}"
        raise RecordError(message, where, "mend or drop it") from error
    except UnicodeDecodeError as error:
        raise RecordError("is not UTF-8", where, "save it as UTF-8") from error
    except (RecursionError, ValueError) as error:
        raise RecordError(f"is JSON that cannot be read: {error}", where, "mend or drop it") from error
