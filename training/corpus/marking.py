"""Lines of annotation in the notation that people write, read over a text. guide/README.md explains it to writers.

e struck = suicide-bombing | actor Suicide bombers:group | target police station:facility | at Kirkuk
s governor:state | cue said | content Suicide bombers ~ 14 officers
x time Sunday
"""

import re
from collections.abc import Iterable
from typing import cast

from dateline.model.actor import Sort
from training.corpus.draft import Draft, MarkingError, flat
from training.corpus.passage import (
    HOLDING,
    LABELS,
    LOSSES,
    OBJECTS,
    PLACE_ROLES,
    ROLES,
    SORTS,
    STATUSES,
    Label,
    Link,
    Span,
    Trigger,
)

_FIELD = re.compile(r"\s+\|\s+")
_FREE = frozenset({"place", "time", "weapon", "actor", "object", "count"})


def _sorted_words(value: str) -> tuple[str, Sort | None]:
    words, colon, sort = value.rpartition(":")
    if colon and sort in SORTS:
        return words.strip(), sort
    return value.strip(), None


def _party(draft: Draft, value: str, label: Label | None = None) -> Span:
    """An actor, source or physical object; which of actor and object it is follows from the sort."""
    words, sort = _sorted_words(value)
    place = draft.find(words)
    known = [span.sort for span in draft.spans.values() if (span.start, span.end) == place and span.sort]
    sort = sort or (known[0] if known else None)
    if sort is None:
        raise MarkingError(f"{words!r} needs a sort on its first mention, as in {words}:group ({', '.join(SORTS)})")
    return draft.span(label or ("object" if sort in OBJECTS else "actor"), place, sort)


def _loss(draft: Draft, trigger: Trigger, loss: str, value: str) -> None:
    """`killed at least 14 > officers:state !perpetrators`; `killed > Col. Vargas:person` where no number is told."""
    value, bang, mark = value.partition(" !")
    if bang and mark != "perpetrators":
        raise MarkingError(f"!{mark} is no mark of a loss; only !perpetrators is")
    number, arrow, whom = value.partition("> ")
    party = _party(draft, whom.strip()) if arrow else None
    if not number.strip():
        if party is None:
            raise MarkingError(f"{loss} needs a number, a person (`{loss} > Col. Vargas:person`), or both")
        draft.link(party.id, loss, trigger.id)
    else:
        count = draft.span("count", draft.find(number.strip()), None, mark or None)
        draft.link(count.id, loss, trigger.id)
        if party is not None:
            draft.link(count.id, "whom", party.id)
    if party is not None and not bang:
        draft.link(trigger.id, "target", party.id)


def _event(draft: Draft, line: str, kinds: frozenset[str]) -> None:
    head, *fields = _FIELD.split(line)
    words, equals, what = head.rpartition(" = ")
    if not equals:
        raise MarkingError("an event is `e TRIGGER = KIND [STATUS] [bg] | ROLE WORDS | ...`")
    kind, *flags = what.split()
    if kind not in kinds and kind != HOLDING:
        raise MarkingError(f"{kind!r} is no kind; `dateline codebook` lists them")
    statuses = [flag for flag in flags if flag in STATUSES]
    if len(statuses) > 1 or set(flags) - set(STATUSES) - {"bg"}:
        raise MarkingError(f"after the kind stand at most one status and bg, not {' '.join(flags)!r}")
    status = next((status for status in STATUSES if status in flags), STATUSES[0])
    trigger = Trigger(f"e{len(draft.triggers) + 1}", *draft.find(words.strip()), kind, status, "bg" in flags)
    draft.triggers.append(trigger)
    for part in fields:
        _argument(draft, trigger, part)


def _argument(draft: Draft, trigger: Trigger, part: str) -> None:
    role, _, value = part.strip().partition(" ")
    if role in ("actor", "target"):
        draft.link(trigger.id, role, _party(draft, value).id)
    elif role in PLACE_ROLES:
        draft.link(trigger.id, role, draft.span("place", draft.find(value.strip())).id)
    elif role in ("time", "weapon"):
        draft.link(trigger.id, role, draft.span(cast("Label", role), draft.find(value.strip())).id)
    elif role in LOSSES:
        _loss(draft, trigger, role, value)
    else:
        raise MarkingError(f"{role!r} is no role; there are {', '.join((*ROLES, *LOSSES))}")


def _saying(draft: Draft, line: str) -> None:
    head, *fields = _FIELD.split(line)
    source = None if head.strip() in ("", "-") else _party(draft, head, "source")
    cues: list[Span] = []
    contents: list[Span] = []
    for part in fields:
        what, _, value = part.strip().partition(" ")
        if what == "cue":
            mark = "denies" if value.endswith(" !denies") else None
            cues.append(draft.span("cue", draft.find(value.removesuffix(" !denies").strip()), None, mark))
        elif what == "content":
            contents.append(draft.span("content", draft.stretch(value)))
        else:
            raise MarkingError(f"a saying has `cue` and `content`, not {what!r}")
    if not contents:
        raise MarkingError("a saying needs its content: `content first words ~ last words`")
    for content in contents:
        if source:
            draft.link(content.id, "source", source.id)
        for cue in cues:
            draft.link(content.id, "cue", cue.id)


def _loose(draft: Draft, line: str) -> None:
    """Spans that no event claims: every toponym and time of the text is marked."""
    for part in _FIELD.split(line):
        label, _, value = part.strip().partition(" ")
        if label not in _FREE:
            raise MarkingError(f"{label!r} cannot stand alone; {', '.join(sorted(_FREE))} can")
        if label in ("actor", "object"):
            _party(draft, value)
        else:
            draft.span(cast("Label", label), draft.find(value.strip()))


def annotate(
    passage_id: str, text: str, lines: Iterable[tuple[int, str]], kinds: frozenset[str]
) -> tuple[tuple[Trigger, ...], tuple[Span, ...], tuple[Link, ...]]:
    """Read annotation lines over a text, across its line breaks. Raises MarkingError with the line's number."""
    draft = Draft(flat(text))
    readers = {"e": lambda rest: _event(draft, rest, kinds), "s": lambda rest: _saying(draft, rest),
               "x": lambda rest: _loose(draft, rest)}  # fmt: skip
    for at, line in lines:
        mark, _, rest = line.partition(" ")
        try:
            if mark not in readers:
                raise MarkingError(f"a line begins with e, s, x, > or =, not {mark!r}")
            readers[mark](rest.strip())
        except MarkingError as slip:
            raise MarkingError(f"{passage_id}, line {at}: {slip}") from None
    spans = tuple(sorted(draft.spans.values(), key=lambda span: (span.start, span.end, LABELS.index(span.label))))
    return tuple(draft.triggers), spans, tuple(draft.links)
