"""Clauses: where one ends and the next begins, by commas, conjunctions, relative and subordinate words, quotes."""

from collections.abc import Sequence

from dateline.coding.roles.syntax import Syntax
from dateline.coding.roles.verb import Verb
from dateline.coding.text.closed import words

_HARD = words('; : — – “ ” "')
_TIES = words("after before since until till while when whereas although though because as where if unless but that")


def clause_starts(syntax: Syntax, verbs: Sequence[Verb]) -> tuple[int, ...]:
    """The positions where clauses begin, in order, the first of them 0."""
    groups = {verb.first for verb in verbs}
    reduced = {verb.first for verb in verbs if verb.form == "reduced"}
    found = {0}
    told = False  # whether the clause so far has a verb; before it, "and" joins subjects
    for position in range(1, len(syntax)):
        word, kind = syntax.lower(position), syntax.kind(position)
        told = told or syntax.kind(position - 1) == "verb"
        if word in _HARD:
            found.add(position + 1)
        elif (
            kind == "rel"
            or (word in _TIES and _has_verb(syntax, position + 1))
            or (kind == "conj" and (position + 1 in groups or (told and _clause_follows(syntax, position + 1))))
            or (word == "," and position + 1 in groups)
            or position in reduced
        ):
            found.add(position)
            told = False
    return tuple(sorted(found))


def _clause_follows(syntax: Syntax, position: int) -> bool:
    """Whether a noun phrase and then its verb stand here."""
    each = syntax.chunk_of(position)
    return each is not None and syntax.kind(each.last + 1) in ("aux", "verb")


def _has_verb(syntax: Syntax, position: int) -> bool:
    for ahead in range(position, min(position + 12, len(syntax))):
        if syntax.kind(ahead) in ("verb", "aux"):
            return True
        if syntax.lower(ahead) in (",", ";") or (ahead > position and syntax.lower(ahead) in _TIES):
            return False
    return False


def clause_of(starts: Sequence[int], position: int, length: int) -> tuple[int, int]:
    """The first and last position of the clause that holds a position."""
    first = max(start for start in starts if start <= position)
    last = min((start for start in starts if start > position), default=length) - 1
    return first, last
