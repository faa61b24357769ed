"""A passage in the making: finds quoted words in the text, makes each span and link once."""

import re
from dataclasses import dataclass, field

from dateline.model.actor import Sort
from training.corpus.passage import Label, Link, Span, Trigger

_OCCURRENCE = re.compile(r"^(?P<words>.*?)\^(?P<n>\d+)$", re.DOTALL)


def flat(text: str) -> str:
    """The text with each line break and odd blank made a plain blank, so that offsets stay."""
    return re.sub(r"[\n\r\t\u00a0]", " ", text)


def occurrences(text: str, words: str) -> list[tuple[int, int]]:
    """Where these words stand in a flat text, whole, with any number of blanks between them."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return [match.span() for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)] if pattern else []


class MarkingError(ValueError):
    """A slip in the notation: says which entry, which line and what to write instead."""


@dataclass(slots=True)
class Draft:
    """What has been read of one passage so far: spans are shared by the events that name the same words."""

    text: str
    triggers: list[Trigger] = field(default_factory=list)
    spans: dict[tuple[str, int, int], Span] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)

    def find(self, quoted: str) -> tuple[int, int]:
        """Where these words stand; `words^2` is their second occurrence."""
        match = _OCCURRENCE.match(quoted)
        wanted = match["words"] if match else quoted
        found = occurrences(self.text, wanted)
        if not found:
            raise MarkingError(f"no {wanted!r} in the text (whole words, spelled and cased as there)")
        if match:
            if not 1 <= int(match["n"]) <= len(found):
                raise MarkingError(f"{wanted!r} stands {len(found)} times, there is no number {match['n']}")
            return found[int(match["n"]) - 1]
        if len(found) > 1:
            raise MarkingError(f"{wanted!r} stands {len(found)} times: write {wanted}^1 ... {wanted}^{len(found)}")
        return found[0]

    def stretch(self, words: str) -> tuple[int, int]:
        """`first words ~ last words`, or the words themselves."""
        first, tilde, last = words.partition(" ~ ")
        if not tilde:
            return self.find(words.strip())
        start, end = self.find(first.strip())[0], self.find(last.strip())[1]
        if end <= start:
            raise MarkingError(f"{last!r} ends before {first!r} begins")
        return start, end

    def span(self, label: Label, place: tuple[int, int], sort: Sort | None = None, mark: str | None = None) -> Span:
        """The span of this label at this place, made once. A sort given first is kept for later mentions."""
        key = (label, *place)
        old = self.spans.get(key)
        if old is None:
            old = Span(f"s{len(self.spans) + 1}", *place, label, sort, mark)
        elif (sort and old.sort and sort != old.sort) or (mark and old.mark and mark != old.mark):
            raise MarkingError(
                f"{self.text[slice(*place)]!r} was called {old.sort or old.mark} before, now {sort or mark}"
            )
        made = Span(old.id, old.start, old.end, label, old.sort or sort, old.mark or mark)
        self.spans[key] = made
        return made

    def link(self, head: str, role: str, tail: str) -> None:
        """Tie two ids; the same tie twice is one."""
        made = Link(head, tail, role)
        if made not in self.links:
            self.links.append(made)
