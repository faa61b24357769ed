"""Lint: what a careful reader of the codebook would object to, beyond what loading already refuses.

The tests run it on our own files; loading runs `check_overlay` on a codebook that holds the user's files.
"""

from collections.abc import Iterator
from typing import get_args

from dateline.codebook.book import Codebook
from dateline.codebook.kinds import SCHEMES, Condition, CrosswalkRule, Kind, Scheme
from dateline.model import LossKind, Status

SECTORS = frozenset(
    {"COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU"}
    | {"ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC"}
)
"""Sectors of PLOVER's manual (2021)."""

MUST_BE_REACHED: tuple[Scheme, ...] = ("plover", "acled", "muc4")
"""Schemes of which every category must be given by some kind."""


def lint(book: Codebook) -> list[str]:
    """Every objection to a codebook, each with its place; empty if there is none."""
    found = list(_of_crosswalk(book))
    for kind in book.kinds.values():
        found += _of_kind(kind, book)
    found += _of_reach(book)
    return found


FEWEST = 3
"""Examples by which a kind can be known."""


def rules_of(book: Codebook) -> Iterator[CrosswalkRule]:
    """All crosswalk rules, those of the kinds and the general ones."""
    for kind in book.kinds.values():
        yield from kind.rules
    yield from book.overrides
    yield from book.crosswalk


def reached(book: Codebook, scheme: Scheme) -> frozenset[str]:
    """The categories of a scheme that some kind or rule gives."""
    plain = (kind.codes.get(scheme) for kind in book.kinds.values())
    ruled = (rule.codes.get(scheme) for rule in rules_of(book))
    return frozenset(code for code in (*plain, *ruled) if code)


def _of_kind(kind: Kind, book: Codebook) -> Iterator[str]:
    where = f"kinds.{kind.id}"
    if kind.id != kind.id.lower() or not kind.id.replace("-", "").isalpha():
        yield f"{where}: an id is lower-case words joined by hyphens"
    if len(kind.definition.split()) < 5:
        yield f"{where}: the definition says too little"
    if not kind.cues and not kind.examples:
        yield f"{where}: no cue leads to it; give it verbs, nouns or {FEWEST} examples"
    if 0 < len(kind.examples) < FEWEST:
        yield f"{where}: {len(kind.examples)} examples are too few to know it by; give {FEWEST} or more"
    if "plover" not in kind.codes or "acled" not in kind.codes:
        yield f"{where}: the crosswalk must name plover and acled, null where they have no category"
    for scheme in SCHEMES:
        yield from _of_code(where, scheme, kind.codes.get(scheme), book)
    yield from _of_mode(where, kind.codes.get("plover"), kind.codes.get("plover_mode"), book)


def _of_crosswalk(book: Codebook) -> Iterator[str]:
    for rule in rules_of(book):
        where = f"crosswalk rule {rule.name}"
        if not rule.codes:
            yield f"{where}: gives no code"
        if rule.when == Condition():
            yield f"{where}: has no condition, so that the plain codes never count"
        for scheme, code in rule.codes.items():
            yield from _of_code(where, scheme, code, book)
        yield from _of_condition(where, rule.when, book)


def _of_condition(where: str, when: Condition, book: Codebook) -> Iterator[str]:
    categories = frozenset(code for scheme in book.schemes.values() for code in scheme)
    known = {
        "actor": frozenset(book.parties) | SECTORS | {"nobody"},
        "target": frozenset(book.parties) | SECTORS | {"nobody"},
        "not_target": frozenset(book.parties) | SECTORS | {"nobody"},
        "status": frozenset(get_args(Status)),
        "weapon": frozenset(book.weapon_labels),
        "loss": frozenset(get_args(LossKind)),
        "code": categories,
    }
    for name, names in known.items():
        for value in getattr(when, name):
            if value not in names:
                yield f"{where}: when.{name}: there is no {value!r}"


def _of_code(where: str, scheme: Scheme, code: str | None, book: Codebook) -> Iterator[str]:
    if code is not None and code not in book.schemes.get(scheme, {}):
        yield f"{where}: {scheme} has no category {code!r}"


def _of_mode(where: str, category: str | None, mode: str | None, book: Codebook) -> Iterator[str]:
    if mode is not None and category not in book.schemes.get("plover_mode", {}).get(mode, "").split():
        yield f"{where}: plover_mode {mode!r} does not belong to {category}"


def _of_reach(book: Codebook) -> Iterator[str]:
    for scheme in MUST_BE_REACHED:
        for code in sorted(frozenset(book.schemes[scheme]) - reached(book, scheme)):
            yield f"{scheme}: no kind leads to {code!r}"
