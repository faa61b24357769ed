"""How far two readers of the same passages agree: span F1, kappa of kind and status, role F1.

F1 takes one reader as key and the other as answer; it is the same either way round. Cohen's kappa (Cohen 1960) is
over the triggers that both found, (p_o - p_e) / (1 - p_e), with p_e from each reader's own share of the labels.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from training.corpus.passage import Passage, Span, Trigger

Pair = tuple[Passage, Passage]


@dataclass(slots=True)
class Tally:
    """How many items both readers, only the first and only the second marked."""

    both: int = 0
    first: int = 0
    second: int = 0

    @property
    def f1(self) -> float:
        """F1 of one reader against the other; 1 where neither marked anything."""
        marked = 2 * self.both + self.first + self.second
        return 2 * self.both / marked if marked else 1.0

    def add(self, one: Counter[Hashable], two: Counter[Hashable]) -> None:
        """Count a passage's items."""
        shared = (one & two).total()
        self.both += shared
        self.first += one.total() - shared
        self.second += two.total() - shared


def kappa(labels: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa of paired labels; 1 where both always give one and the same label."""
    if not labels:
        return 1.0
    observed = sum(one == two for one, two in labels) / len(labels)
    ones, twos = Counter(one for one, _ in labels), Counter(two for _, two in labels)
    chance = sum(ones[label] * twos[label] for label in ones) / len(labels) ** 2
    return 1.0 if chance == 1 else (observed - chance) / (1 - chance)


@dataclass(slots=True)
class Agreement:
    """The figures over a set of passages read twice; `spans` by label, triggers among them."""

    passages: int = 0
    spans: dict[str, Tally] = field(default_factory=dict)
    roles: dict[str, Tally] = field(default_factory=dict)
    kinds: list[tuple[str, str]] = field(default_factory=list)
    statuses: list[tuple[str, str]] = field(default_factory=list)
    backgrounds: list[tuple[str, str]] = field(default_factory=list)

    @staticmethod
    def together(tallies: Mapping[str, Tally]) -> Tally:
        """All labels' tallies as one."""
        return Tally(
            sum(t.both for t in tallies.values()),
            sum(t.first for t in tallies.values()),
            sum(t.second for t in tallies.values()),
        )


def _spans(passage: Passage) -> dict[str, Counter[Hashable]]:
    found: dict[str, Counter[Hashable]] = {"trigger": Counter((t.start, t.end) for t in passage.triggers)}
    for span in passage.spans:
        found.setdefault(span.label, Counter())[span.start, span.end] += 1
    return found


def _ties(passage: Passage) -> dict[str, Counter[Hashable]]:
    """Links by role, each as the stretches that it ties; a loss's stretches are those of its number."""
    items = passage.items()
    found: dict[str, Counter[Hashable]] = {}
    for link in passage.links:
        head, tail = items[link.head], items[link.tail]
        found.setdefault(link.role, Counter())[head.start, head.end, tail.start, tail.end] += 1
    return found


def _added(
    total: dict[str, Tally], one: Passage, two: Passage, items: Callable[[Passage], dict[str, Counter[Hashable]]]
) -> None:
    first, second = items(one), items(two)
    for label in first.keys() | second.keys():
        total.setdefault(label, Tally()).add(first.get(label, Counter()), second.get(label, Counter()))


def _matched(one: Passage, two: Passage) -> Iterable[tuple[Trigger, Trigger]]:
    """Triggers that share a character, each used once, in the order of the text."""
    left = list(two.triggers)
    for trigger in sorted(one.triggers, key=lambda t: t.start):
        for other in left:
            if trigger.start < other.end and other.start < trigger.end:
                left.remove(other)
                yield trigger, other
                break


def agreement(pairs: Iterable[Pair]) -> Agreement:
    """The agreement of two readings of each passage. Raises ValueError for a pair that is not of one passage."""
    found = Agreement()
    for one, two in pairs:
        if one.id != two.id:
            msg = f"{one.id} and {two.id} are not two readings of one passage"
            raise ValueError(msg)
        found.passages += 1
        _added(found.spans, one, two, _spans)
        _added(found.roles, one, two, _ties)
        for trigger, other in _matched(one, two):
            found.kinds.append((trigger.kind, other.kind))
            found.statuses.append((trigger.status, other.status))
            found.backgrounds.append((str(trigger.background), str(other.background)))
    return found


def differences(one: Passage, two: Passage) -> list[str]:
    """What the two readings do not share, in words, for whoever settles it."""

    def told(passage: Passage) -> set[str]:
        items = passage.items()

        def name(item: Trigger | Span) -> str:
            return f"{passage.words(item)!r}@{item.start}"

        lines = {f"event {name(t)} = {t.kind} {t.status}{' bg' if t.background else ''}" for t in passage.triggers}
        lines |= {f"{s.label} {name(s)} {s.sort or ''}{s.mark or ''}".strip() for s in passage.spans}
        return lines | {f"{name(items[k.head])} -{k.role}-> {name(items[k.tail])}" for k in passage.links}

    first, second = told(one), told(two)
    return [f"- {line}" for line in sorted(first - second)] + [f"+ {line}" for line in sorted(second - first)]
