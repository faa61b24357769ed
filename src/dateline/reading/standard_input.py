"""Standard input: a report or many, in a format told by how it begins."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from typing import BinaryIO

from dateline.errors import RecordError
from dateline.reading.arrival import Draft, Original
from dateline.reading.json_file import read_json
from dateline.reading.json_lines import read_lines
from dateline.reading.plain import read_plain
from dateline.reading.web_page import read_web_page

NAME = "stdin"


def read_stream(stream: BinaryIO, on_broken: Callable[[RecordError], bool]) -> Iterator[Draft]:
    """Reports from a stream: JSONL where the first line is an object by itself, JSON where it begins as one, HTML where
    it begins with a tag, text else. JSONL is read line by line."""
    first = stream.readline()
    while first and not first.strip():
        first = stream.readline()
    begin = first.lstrip(b"\xef\xbb\xbf \t\r")
    if begin.startswith(b"{") and _is_whole(begin):
        yield from read_lines(chain((first,), stream), NAME, NAME, on_broken)
        return
    data = first + stream.read()
    if begin.startswith((b"{", b"[{", b"[\n", b"[\r")):
        yield from read_json(data, NAME, NAME, on_broken)
    elif begin.lower().startswith((b"<!doctype", b"<html", b"<?xml", b"<head", b"<body", b"<article")):
        yield replace(read_web_page(data, NAME), original=Original(data))
    else:
        yield replace(read_plain(data, NAME), original=Original(data))


def _is_whole(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False
