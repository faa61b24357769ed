"""Entries of a file of notation: a header, the text, the lines of annotation.

= a0001 wire middle-east IQ 2016
> Suicide bombers struck a police station in Kirkuk on Sunday, the governor said.
e struck = suicide-bombing | actor Suicide bombers:group | target police station:facility | at Kirkuk
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from training.corpus.draft import MarkingError
from training.corpus.marking import annotate
from training.corpus.passage import REGIONS, REGISTERS, Origin, Passage, Region, Register


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its header's words, the text shown, and the annotation's lines with their numbers."""

    id: str
    header: tuple[str, ...]
    shown: str
    lines: tuple[tuple[int, str], ...]
    number: int


def entries(text: str) -> Iterator[Entry]:
    """The entries of a file. Lines that begin with # are remarks. Raises MarkingError for a line outside any entry."""
    header: tuple[str, ...] | None = None
    shown: list[str] = []
    lines: list[tuple[int, str]] = []
    number = 0
    for at, raw in enumerate([*text.split("\n"), "= "], start=1):
        line = raw.rstrip()
        if line.startswith("=") and (line == "=" or line[1] == " "):
            if header is not None:
                yield Entry(header[0], header[1:], " ".join(shown), tuple(lines), number)
            header, shown, lines, number = tuple(line[1:].split()) or None, [], [], at
        elif not line or line.startswith("#"):
            continue
        elif header is None:
            raise MarkingError(f"line {at}: {line[:40]!r} stands before any `= ID ...` header")
        elif line.startswith("> "):
            shown.append(raw[2:].rstrip("\n"))
        else:
            lines.append((at, line))


@dataclass(frozen=True, slots=True)
class _Header:
    register: Register
    region: Region | None
    country: str | None
    year: int | None
    scene: str | None


def _header(entry: Entry) -> _Header:
    """`= ID REGISTER REGION COUNTRY YEAR [SCENE]`, `-` for unknown."""
    words = [None if word == "-" else word for word in entry.header]
    register, region, country, year, scene = (*words, None, None, None, None, None)[:5]
    where = f"{entry.id}, line {entry.number}"
    if register not in REGISTERS:
        raise MarkingError(f"{where}: the register is one of {', '.join(REGISTERS)}, not {register!r}")
    if region is not None and region not in REGIONS:
        raise MarkingError(f"{where}: the region is one of {', '.join(REGIONS)} or -, not {region!r}")
    if (country and not re.fullmatch("[A-Z]{2}", country)) or (year and not re.fullmatch(r"\d{4}", year)):
        raise MarkingError(f"{where}: country is two capital letters, year four digits, or -")
    if not entry.shown.strip():
        raise MarkingError(f"{where}: no text; it stands on a line that begins with `> `")
    return _Header(register, region, country, int(year) if year else None, scene)


def passage_of(entry: Entry, kinds: frozenset[str]) -> Passage:
    """A passage of our own. Raises MarkingError for whatever the notation does not allow."""
    header = _header(entry)
    triggers, spans, links = annotate(entry.id, entry.shown, entry.lines, kinds)
    return Passage(
        id=entry.id, text=entry.shown, source=header.scene or entry.id, register=header.register,
        region=header.region, country=header.country, year=header.year,
        triggers=triggers, spans=spans, links=links,
    )  # fmt: skip


def stand_off(entry: Entry, origin: Origin, text: str, kinds: frozenset[str]) -> Passage:
    """A passage in a document of others; its source is the document. The text shown must be the text there."""
    header = _header(entry)
    if " ".join(entry.shown.split()) != " ".join(text.split()):
        raise MarkingError(f"{entry.id}, line {entry.number}: the text shown is not that of {origin.file} {origin.doc}")
    triggers, spans, links = annotate(entry.id, text, entry.lines, kinds)
    return Passage(
        id=entry.id, text=text, source=f"{origin.file}#{origin.doc}", register=header.register,
        region=header.region, country=header.country, year=header.year, origin=origin,
        triggers=triggers, spans=spans, links=links,
    )  # fmt: skip
