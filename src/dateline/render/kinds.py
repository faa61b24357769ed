"""Kinds: the codebook for people, all kinds in a table or one in full."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dateline.codebook.book import Codebook
from dateline.codebook.kinds import SCHEMES, CrosswalkRule, Kind

_NO_CODE = "–"


def table_of_kinds(book: Codebook) -> RenderableType:
    """Every kind by family: id, definition, and its plain category in each scheme ("*": it depends, see the kind)."""
    table = Table(header_style="bold", padding=(0, 1), pad_edge=False)
    for name in ("kind", "definition", "PLOVER", "mode", "CAMEO", "ACLED", "MUC-4"):
        table.add_column(name, overflow="fold")
    family = None
    for kind in sorted(book.kinds.values(), key=lambda one: (one.family, -one.harm, one.id)):
        if family not in (None, kind.family):
            table.add_section()
        if family != kind.family:
            table.add_row(Text(kind.family, "bold italic"))
        family = kind.family
        codes = [_code(kind, scheme) for scheme in SCHEMES]
        table.add_row(Text(kind.id, "bold"), kind.definition, *codes)
    return Group(
        table, Text(f"{len(book.kinds)} kinds; * depends on the parties, weapon or status: name the kind for its rules")
    )


def kind_in_full(kind: Kind) -> RenderableType:
    """One kind: definition, categories with the conditions that change them, and cues."""
    grid = Table(box=None, padding=(0, 1), pad_edge=False, show_header=False)
    grid.add_column(style="dim", min_width=12)
    grid.add_column(overflow="fold")
    grid.add_row("kind", Text(f"{kind.id}: {kind.label}", "bold"))
    grid.add_row("definition", kind.definition)
    grid.add_row("family", f"{kind.family}, {'physical' if kind.physical else 'in words'}, harm {kind.harm:g} of 10")
    for scheme in SCHEMES:
        grid.add_row(scheme, Text(kind.codes.get(scheme) or _NO_CODE))
    for rule in kind.rules:
        grid.add_row("but", Text(_rule(rule)))
    for part in ("verb", "noun", "phrase"):
        cues = sorted({cue.words for cue in kind.cues if cue.part == part})
        if cues:
            grid.add_row(f"{part}s", Text(", ".join(cues)))
    for example in kind.examples:
        grid.add_row("example", Text(example.text))
    return grid


def kinds_as_data(book: Codebook) -> list[dict[str, object]]:
    """The kinds as plain data, for JSON."""
    return [
        {
            "id": kind.id,
            "label": kind.label,
            "definition": kind.definition,
            "family": kind.family,
            "codes": {scheme: kind.codes.get(scheme) for scheme in SCHEMES},
            "rules": [_rule(rule) for rule in kind.rules],
            "cues": {
                part: sorted({cue.words for cue in kind.cues if cue.part == part})
                for part in ("verb", "noun", "phrase")
            },
            "examples": [example.text for example in kind.examples],
        }
        for kind in book.kinds.values()
    ]


def _code(kind: Kind, scheme: str) -> Text:
    told = next((code for name, code in kind.codes.items() if name == scheme), None)
    depends = any(name == scheme for rule in kind.rules for name in rule.codes)
    return Text(f"{told or _NO_CODE}{'*' if depends else ''}")


def _rule(rule: CrosswalkRule) -> str:
    when = rule.when
    conditions = (
        ("actor", when.actor), ("target", when.target), ("no target", when.not_target), ("status", when.status),
        ("weapon", when.weapon), ("loss", when.loss), ("code", when.code),
    )  # fmt: skip
    told = ", ".join(f"{name} {' or '.join(values)}" for name, values in conditions if values)
    codes = ", ".join(f"{scheme} {code or 'none'}" for scheme, code in rule.codes.items())
    return f"{told} → {codes}"
