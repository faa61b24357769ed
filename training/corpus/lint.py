"""What must hold of every passage: offsets, labels, links; and what a second look is asked for."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from training.corpus.passage import HOLDING, LABELS, LOSSES, OBJECTS, PLACE_ROLES, SORTS, STATUSES, Passage, Span

_ARTICLES = re.compile(r"(?:the|a|an|his|her|its|their|our|my|your|some|this|that|these|those)\s", re.IGNORECASE)
_CARDINALS = re.compile(
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozens|hundreds|scores|several)\s",
    re.IGNORECASE,
)
_AUXILIARIES = re.compile(
    r"(?:is|are|was|were|be|been|being|has|have|had|will|would|could|might|may|should|to|did|does|not|never)\s",
    re.IGNORECASE,
)
_PREPOSITIONS = re.compile(r"(?:on|in|at|since|during|by|until|from|of|for|after|before)\s", re.IGNORECASE)
_DAYS = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|April|June|July|August|September|October"
    r"|November|December|(?i:yesterday|overnight|tomorrow|last (?:week|month|year|night))|(?:19|20)\d\d)\b"
)
_SAYING = re.compile(r"\b(?:said|says|according to|told|claimed|reportedly|allegedly)\b", re.IGNORECASE)
_TRIMMED = re.compile(r"[\s,;:.]")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|[a-z]\.[a-z]|\b(?:St|Jr|Sr|Co|Corp|Inc|Dr|Gen|Col|a\.m|p\.m))\.$")
_NOUNS = frozenset({"actor", "object", "weapon", "source", "place"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or (`query`) that a second reader should look at."""

    passage: str
    rule: str
    message: str
    query: bool = False

    def __str__(self) -> str:
        return f"{self.passage}: {'query ' if self.query else ''}{self.rule}: {self.message}"


Rule = Callable[[Passage], Iterator[Finding]]


def _offsets(passage: Passage) -> Iterator[Finding]:
    text = passage.text or ""
    for item in passage.items().values():
        if not 0 <= item.start < item.end <= len(text):
            yield Finding(passage.id, "offsets", f"{item.id} {item.start}-{item.end} lies outside the text")
        elif text[item.start : item.end].strip() != text[item.start : item.end]:
            yield Finding(passage.id, "offsets", f"{item.id} begins or ends with blanks")
    if len(passage.items()) != len(passage.triggers) + len(passage.spans):
        yield Finding(passage.id, "offsets", "two items share an id")


def _labels(passage: Passage, kinds: frozenset[str]) -> Iterator[Finding]:
    for trigger in passage.triggers:
        if trigger.kind not in kinds and trigger.kind != HOLDING:
            yield Finding(passage.id, "labels", f"{trigger.kind!r} is no kind of the codebook")
        if trigger.status not in STATUSES:
            yield Finding(passage.id, "labels", f"{trigger.status!r} is no status")
    for span in passage.spans:
        needs = span.label in ("actor", "object", "source")
        if span.label not in LABELS or (span.sort is not None and span.sort not in SORTS):
            yield Finding(passage.id, "labels", f"{span.id} is a {span.label!r} of sort {span.sort!r}")
        elif needs != (span.sort is not None) or (
            (span.label == "object") != (span.sort in OBJECTS) and span.label != "source"
        ):
            yield Finding(passage.id, "labels", f"{span.id}: a {span.label} of sort {span.sort!r} does not go")


def _fits(role: str, span: Span | None, *, head_is_trigger: bool) -> bool:
    if span is None:
        return False
    if role in ("actor", "target"):
        return head_is_trigger and span.label in ("actor", "object")
    if role in PLACE_ROLES:
        return head_is_trigger and span.label == "place"
    return head_is_trigger and role in ("time", "weapon") and span.label == role


def _links(passage: Passage) -> Iterator[Finding]:
    triggers = {trigger.id for trigger in passage.triggers}
    spans = {span.id: span for span in passage.spans}
    for link in passage.links:
        head, tail = spans.get(link.head), spans.get(link.tail)
        if link.role in LOSSES:
            good = head is not None and head.label in ("count", "actor") and link.tail in triggers
        elif link.role == "whom":
            good = head is not None and head.label == "count" and tail is not None and tail.label in ("actor", "object")
        elif link.role in ("source", "cue"):
            good = head is not None and head.label == "content" and tail is not None and tail.label == link.role
        else:
            good = _fits(link.role, tail, head_is_trigger=link.head in triggers)
        if not good:
            yield Finding(passage.id, "links", f"{link.head} -{link.role}-> {link.tail} ties what does not go together")
    tied = {end for link in passage.links for end in (link.head, link.tail)}
    for span in passage.spans:
        if span.label in ("cue", "source", "content") and span.id not in tied:
            yield Finding(passage.id, "links", f"the {span.label} {passage.words(span)!r} hangs loose")
        elif span.label == "content" and not any(link.head == span.id for link in passage.links):
            yield Finding(passage.id, "links", f"the content {passage.words(span)!r} has neither source nor cue")


def _crossings(passage: Passage) -> Iterator[Finding]:
    """Triggers never overlap; spans of one label neither overlap nor nest, but for contents (a quotes b)."""
    groups: dict[str, list[tuple[int, int]]] = {"trigger": [(t.start, t.end) for t in passage.triggers]}
    for span in passage.spans:
        groups.setdefault(span.label, []).append((span.start, span.end))
    for label, stretches in groups.items():
        ordered = sorted(stretches)
        for (start, end), (start_2, end_2) in pairwise(ordered):
            if start_2 < end and (label != "content" or not (end_2 <= end or start == start_2)):
                words = (passage.text or "")[start:end]
                yield Finding(passage.id, "crossings", f"the {label} {words!r} overlaps another {label}")


def _inside(mark: str) -> bool:
    return mark.isalnum() or mark in "$£€#@%)]([…"


def _edges(passage: Passage) -> Iterator[Finding]:
    """Spans begin and end where the guide says: no article, no auxiliary, no preposition, no stray comma."""
    for trigger in passage.triggers:
        words = passage.words(trigger)
        if _AUXILIARIES.match(words) or _ARTICLES.match(words):
            yield Finding(passage.id, "edges", f"the trigger {words!r} begins with an auxiliary or article")
    for span in passage.spans:
        words = passage.words(span)
        if span.label != "content" and _TRIMMED.match(words[-1]) and not _ABBREVIATED.search(words):
            yield Finding(passage.id, "edges", f"the {span.label} {words!r} ends in punctuation")
        if span.label in _NOUNS and _ARTICLES.match(words) and not re.match(r"(?:The|El|La) [A-Z]", words):
            yield Finding(passage.id, "edges", f"the {span.label} {words!r} begins with an article or possessive")
        named = span.start > 0 and re.match(r"[A-Z]\w+ [A-Z]", words)  # *Five Brigade*
        if span.label in ("actor", "object", "weapon") and _CARDINALS.match(words) and not named:
            yield Finding(passage.id, "edges", f"the {span.label} {words!r} begins with a number: that is a count")
        if span.label == "count" and words.endswith(" of"):
            yield Finding(passage.id, "edges", f"the count {words!r} ends in *of*")
        if span.label == "content" and not (_inside(words[0]) and _inside(words[-1])):
            yield Finding(passage.id, "edges", f"the content {words!r} begins or ends with a mark: first to last word")
        if span.label == "time" and _PREPOSITIONS.match(words):
            yield Finding(passage.id, "edges", f"the time {words!r} begins with a preposition")


def _queries(passage: Passage) -> Iterator[Finding]:
    """What a hurried annotator forgets: a day without a time span, a word of saying without a cue."""
    text = passage.text or ""
    times = [span for span in passage.spans if span.label in ("time", "actor", "object", "place", "source", "cue")]
    for match in _DAYS.finditer(text):
        if not any(span.start <= match.start() and match.end() <= span.end for span in times):
            yield Finding(passage.id, "time", f"{match[0]!r} is in no time span", query=True)
    heard = [span for span in passage.spans if span.label == "cue"]
    for match in _SAYING.finditer(text):
        inside = any(span.start < match.end() and match.start() < span.end for span in heard)
        if not inside and not any(t.start < match.end() and match.start() < t.end for t in passage.triggers):
            yield Finding(passage.id, "saying", f"{match[0]!r} is in no cue", query=True)
    for trigger in passage.triggers:
        if trigger.kind == HOLDING and not any(k.head == trigger.id and k.role in PLACE_ROLES for k in passage.links):
            yield Finding(passage.id, "holding", f"{passage.words(trigger)!r} holds no place", query=True)


def lint(passages: Iterable[Passage], kinds: frozenset[str]) -> Iterator[Finding]:
    """All findings over passages whose text is at hand, and ids and texts that stand twice."""
    seen: dict[str, str] = {}
    ids: set[str] = set()
    rules: tuple[Rule, ...] = (_offsets, lambda p: _labels(p, kinds), _links, _crossings, _edges, _queries)
    for passage in passages:
        if passage.id in ids:
            yield Finding(passage.id, "duplicates", "this id stands twice")
        ids.add(passage.id)
        plain = " ".join((passage.text or "").lower().split())
        if plain in seen:
            yield Finding(passage.id, "duplicates", f"the same text as {seen[plain]}")
        seen.setdefault(plain, passage.id)
        for rule in rules:
            yield from rule(passage)
