"""Conjunction: phrases that share one role ("army, Border Service and tribal fighters attacked")."""

from dateline.coding.roles.syntax import Syntax
from dateline.coding.text.chunks import Chunk
from dateline.coding.text.closed import COMPASS, words
from dateline.coding.text.headlines import is_telegraphic

_JOINTS = words("and or & plus nor and/or")
_FILLERS = words("also then both either some")
_TOGETHER = (("along", "with"), ("together", "with"), ("as", "well", "as"), ("alongside",), ("including",))


def after(syntax: Syntax, each: Chunk) -> Chunk | None:
    """The chunk joined to this one on its right, or None. One that starts a clause of its own is not joined."""
    position = beyond(syntax, each)
    commas = joints = 0
    while syntax.lower(position) == "," or syntax.lower(position) in _JOINTS or syntax.lower(position) in _FILLERS:
        commas += syntax.lower(position) == ","
        joints += syntax.lower(position) in _JOINTS
        position += 1
    for phrase in _TOGETHER:
        if syntax.lower(position) == phrase[0] and all(
            syntax.lower(position + n) == word for n, word in enumerate(phrase)
        ):
            position, joints = position + len(phrase), joints + 1
    if not (commas or joints) or commas > 1:
        return None
    joined = syntax.chunk_of(position)
    if joined is None or joined.first != position or joined.pronoun:
        return None
    following = _bracket(syntax, joined.last + 1)
    if syntax.kind(following) == "aux" or (syntax.kind(following) == "verb" and not _reduced(syntax, following)):
        return None
    if not joints and not _enumerates(syntax, joined):
        return None
    return joined


def _reduced(syntax: Syntax, position: int) -> bool:
    """Whether a verb after a noun only describes it ("the men wearing masks")."""
    return syntax.lower(position).endswith("ing")


def _enumerates(syntax: Syntax, joined: Chunk) -> bool:
    """Whether a list goes on after a comma; otherwise what follows a comma is an apposition."""
    position = beyond(syntax, joined)
    if syntax.lower(position) in _JOINTS:
        return True
    if syntax.lower(position) != ",":
        return False
    if syntax.lower(position + 1) in _JOINTS:
        return True
    further = syntax.chunk_of(position + 1)
    return further is not None and further.first == position + 1 and _enumerates(syntax, further)


def beyond(syntax: Syntax, each: Chunk) -> int:
    """The position after a phrase and what belongs to it: a gloss, "of the north", ", west of Anbar"."""
    position = _bracket(syntax, each.last + 1)
    while True:
        start = position + (syntax.lower(position) == ",")
        if syntax.lower(start) in COMPASS and syntax.lower(start + 1) == "of":
            start += 1
        elif start > position:
            return position
        inner = syntax.chunk_of(start + 1)
        if syntax.lower(start) != "of" or inner is None or inner.first != start + 1:
            return position
        position = _bracket(syntax, inner.last + 1)


def _bracket(syntax: Syntax, position: int) -> int:
    """Past a gloss in brackets: "the Free Syrian Army (FSA)"."""
    if syntax.lower(position) not in ("(", "["):
        return position
    for close in range(position + 1, min(position + 9, len(syntax))):
        if syntax.lower(close) in (")", "]"):
            return close + 1
    return position


def rightward(syntax: Syntax, each: Chunk) -> tuple[Chunk, ...]:
    """This chunk and all those joined to it on its right."""
    found = [each]
    while (joined := after(syntax, found[-1])) is not None and joined not in found:
        found.append(joined)
    return tuple(found)


def leftward(syntax: Syntax, each: Chunk) -> tuple[Chunk, ...]:
    """This chunk, the last of its list and subject of a verb, and all those joined to it on its left."""
    found = [each]
    position = each.first - 1
    joint = False
    while syntax.lower(position) in _JOINTS or syntax.lower(position) == "," or syntax.lower(position) in _FILLERS:
        joint = joint or syntax.lower(position) in _JOINTS
        position -= 1
        before = syntax.chunk_of(unbracket(syntax, position))
        if before is None or syntax.lower(position + 1) in _FILLERS:
            continue
        if not (joint or _opens_headline(syntax, before)) or (before.lead and before.lead != each.lead):
            break
        found.insert(0, before)
        position = before.first - 1
    return tuple(found)


def _opens_headline(syntax: Syntax, each: Chunk) -> bool:
    """Whether a bare phrase opens a sentence and a comma does the work of "and": "Soldier, chief killed in raid"."""
    return (
        each.first == 0
        and not each.lead
        and syntax.kind(each.core - 1) != "det"
        and is_telegraphic(syntax.sentence)
        and bool(syntax.within(each.first, each.last, "actor"))
    )


def unbracket(syntax: Syntax, position: int) -> int:
    """The position before a gloss in brackets that ends here, else the same."""
    if syntax.lower(position) not in (")", "]"):
        return position
    for opening in range(position - 1, max(position - 9, -1), -1):
        if syntax.lower(opening) in ("(", "["):
            return opening - 1
    return position
