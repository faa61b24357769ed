"""JSON: one report as an object, or several in an array."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace

from dateline.errors import InputError, RecordError
from dateline.reading.arrival import Draft, Original
from dateline.reading.decoding import decode
from dateline.reading.entry import draft_of


def read_json(data: bytes, where: str, stem: str, on_broken: Callable[[RecordError], bool]) -> Iterator[Draft]:
    """The reports of a JSON file; an entry of an array without an id gets stem and place in it ("reports:3").

    A broken entry goes to `on_broken`, and reading goes on if that returns True. Raises InputError for a broken file.
    """
    value = _value(data, where)
    if not isinstance(value, list):
        yield replace(draft_of(value, where), original=Original(data))
        return
    whole = Original(data)
    for number, fields in enumerate(value, 1):
        try:
            draft = draft_of(fields, f"{where}[{number}]")
        except RecordError as error:
            if on_broken(error):
                continue
            return
        read = replace(draft, original=whole, entry=f"[{number}]")
        yield read if read.id else replace(read, id=f"{stem}:{number}")


def _value(data: bytes, where: str) -> object:
    text, _ = decode(data, where)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        message = f"is broken JSON: {error.msg} at column {error.colno}"
        remedy = "one report a line belongs into a .jsonl file" if "Extra data" in error.msg else "mend it"
        raise InputError(message, f"{where}:{error.lineno}", remedy) from error
    except (RecursionError, ValueError) as error:
        raise InputError(f"is JSON that cannot be read: {error}", where, "mend it") from error
