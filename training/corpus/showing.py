"""A passage as notation, the way back from rows: for reading, for mending, for the guide's examples."""

import re
from collections.abc import Iterator

from training.corpus.draft import flat, occurrences
from training.corpus.passage import LOSSES, ROLES, Link, Passage, Span, Trigger


class _Quoter:
    """Quotes stretches of one text so that the notation's reader finds them again."""

    def __init__(self, passage: Passage) -> None:
        self._text = flat(passage.text or "")
        self._items = passage.items()
        self._sorted: set[tuple[int, int]] = set()

    def words(self, start: int, end: int) -> str:
        """The words, with their number where they stand more than once."""
        words = self._text[start:end]
        starts = [begin for begin, _ in occurrences(self._text, words)]
        quoted = " ".join(words.split())
        return quoted if len(starts) < 2 else f"{quoted}^{starts.index(start) + 1}"

    def item(self, key: str) -> str:
        """The words of a trigger or span, its sort behind them where none was told before."""
        item = self._items[key]
        words = self.words(item.start, item.end)
        if isinstance(item, Span) and item.sort and (item.start, item.end) not in self._sorted:
            self._sorted.add((item.start, item.end))
            return f"{words}:{item.sort}"
        return words

    def stretch(self, span: Span) -> str:
        """A content: its first and last three words, or all of them where it has no more than six."""
        parts = [
            (span.start + m.start(), span.start + m.end())
            for m in re.finditer(r"\S+", self._text[span.start : span.end])
        ]
        if len(parts) <= 6:
            return self.words(span.start, span.end)
        return f"{self.words(span.start, parts[2][1])} ~ {self.words(parts[-3][0], span.end)}"


def _losses(passage: Passage, trigger: Trigger, quoter: _Quoter) -> Iterator[str]:
    items = passage.items()
    for link in passage.links:
        if link.tail != trigger.id or link.role not in LOSSES:
            continue
        head = items[link.head]
        if isinstance(head, Span) and head.label == "count":
            whom = next((k.tail for k in passage.links if k.head == head.id and k.role == "whom"), None)
            told = f"{link.role} {quoter.words(head.start, head.end)}" + (f" > {quoter.item(whom)}" if whom else "")
            yield told + (f" !{head.mark}" if head.mark else "")
        else:
            hit = Link(trigger.id, link.head, "target") in passage.links
            yield f"{link.role} > {quoter.item(link.head)}" + ("" if hit else " !perpetrators")


def _event(passage: Passage, trigger: Trigger, quoter: _Quoter) -> str:
    head = f"e {quoter.words(trigger.start, trigger.end)} = {trigger.kind}"
    head += ("" if trigger.status == "happened" else f" {trigger.status}") + (" bg" if trigger.background else "")
    told = list(_losses(passage, trigger, quoter))
    losses = {k.head for k in passage.links if k.tail == trigger.id and k.role in LOSSES}
    counted = losses | {k.tail for k in passage.links if k.role == "whom" and k.head in losses}
    fields = [
        f"{k.role} {quoter.item(k.tail)}"
        for role in ROLES
        for k in passage.links
        if k.head == trigger.id and k.role == role and not (role == "target" and k.tail in counted)
    ]
    return " | ".join((head, *fields, *told))


def _sayings(passage: Passage, quoter: _Quoter) -> Iterator[str]:
    """One line for each source (or none) and the contents that share it and their cues."""
    items = passage.items()
    groups: dict[tuple[str | None, tuple[str, ...]], list[Span]] = {}
    for span in passage.spans:
        if span.label == "content":
            sources: list[str | None] = [k.tail for k in passage.links if k.head == span.id and k.role == "source"]
            cues = tuple(k.tail for k in passage.links if k.head == span.id and k.role == "cue")
            for source in sources or (None,):
                groups.setdefault((source, cues), []).append(span)
    for (source, cues), contents in groups.items():
        parts = [f"s {quoter.item(source) if source else '-'}"]
        for cue in cues:
            said = items[cue]
            denies = " !denies" if isinstance(said, Span) and said.mark == "denies" else ""
            parts.append(f"cue {quoter.item(cue)}{denies}")
        parts += [f"content {quoter.stretch(content)}" for content in contents]
        yield " | ".join(parts)


def show(passage: Passage) -> str:
    """The passage as one entry of notation, without a blank line at its end."""
    quoter = _Quoter(passage)
    scene = passage.source if passage.origin is None and passage.source != passage.id else ""
    header = [
        passage.id,
        passage.register,
        passage.region or "-",
        passage.country or "-",
        str(passage.year or "-"),
        scene,
    ]
    lines = [f"= {' '.join(header).rstrip()}", f"> {' '.join((passage.text or '').split())}"]
    lines += [_event(passage, trigger, quoter) for trigger in passage.triggers]
    lines += _sayings(passage, quoter)
    tied = {end for link in passage.links for end in (link.head, link.tail)}
    loose = [f"{span.label} {quoter.item(span.id)}" for span in passage.spans if span.id not in tied]
    return "\n".join([*lines, *([f"x {' | '.join(loose)}"] if loose else [])])
