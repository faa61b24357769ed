"""Code the corpus's held passages and compare with their marks: `python -m benchmarks.corpus [--split dev|test]`.

Own passages and real ones apart: F1 of triggers, and, at the triggers that were found, of background, actors, targets,
places, weapons (a mention that shares a character with a marked one is right); accuracy of kind and status there.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from training.corpus.passage import HOLDING, PLACE_ROLES, Passage, Trigger
from training.corpus.texts import Texts

from dateline.model import Event, Report
from dateline.pipeline import Coder
from training.corpus import shelves

Stretch = tuple[int, int]
ROLES: dict[str, tuple[str, ...]] = {
    "actors": ("actor",), "targets": ("target",), "places": PLACE_ROLES, "weapons": ("weapon",),
}  # fmt: skip


def meets(one: Stretch, two: Stretch) -> bool:
    """Whether two stretches share a character."""
    return one[0] < two[1] and two[0] < one[1]


class Tally:
    """Hits among what was told and among what is marked, by task; cases and hits of each choice."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = defaultdict(Counter)

    def spans(self, task: str, told: Iterable[Stretch], marked: Iterable[Stretch]) -> None:
        """Count told stretches that meet a marked one, and marked ones that are met."""
        got, want = set(told), set(marked)
        self._counts[task] += Counter(
            told=len(got), marked=len(want),
            right=sum(any(meets(one, other) for other in want) for one in got),
            met=sum(any(meets(one, other) for other in got) for one in want),
        )  # fmt: skip

    def choice(self, task: str, *, right: bool) -> None:
        """Count one choice."""
        self._counts[task] += Counter(cases=1, hits=int(right))

    def rows(self) -> Iterable[tuple[str, float]]:
        """F1 or accuracy by task."""
        for task, found in self._counts.items():
            if found["cases"]:
                yield task, found["hits"] / found["cases"]
                continue
            precision, recall = found["right"] / max(1, found["told"]), found["met"] / max(1, found["marked"])
            yield task, 2 * precision * recall / max(1e-9, precision + recall)


def compare(passage: Passage, events: Sequence[Event], tally: Tally) -> None:
    """Count one passage."""
    marked = [trigger for trigger in passage.triggers if trigger.kind != HOLDING]
    tally.spans("trigger", [_at(event.trigger) for event in events], [(t.start, t.end) for t in marked])
    free = list(marked)
    for event in events:
        trigger = next((t for t in free if meets(_at(event.trigger), (t.start, t.end))), None)
        if trigger is not None:
            free.remove(trigger)
            _compare_event(passage, event, trigger, tally)


def _at(span: object) -> Stretch:
    return getattr(span, "start"), getattr(span, "end")  # noqa: B009 -- places, actors and spans alike have the two


def _compare_event(passage: Passage, event: Event, trigger: Trigger, tally: Tally) -> None:
    items = passage.items()
    tally.choice("kind", right=event.kind == trigger.kind)
    tally.choice("status", right=event.status == trigger.status)
    here = [_at(event.trigger)]
    tally.spans("background", here if event.background else [], here if trigger.background else [])
    for task, roles in ROLES.items():
        tied = [items[link.tail] for link in passage.links if link.head == trigger.id and link.role in roles]
        tally.spans(task, [_at(mention) for mention in getattr(event, task)], [(one.start, one.end) for one in tied])


def main() -> None:
    """Code, compare, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    options = parser.parse_args()
    coder = Coder()
    tallies = {"own": Tally(), "real": Tally()}
    for passage in Texts().filled(shelves.read().all):
        if passage.split == options.split:
            record = coder.code(Report(id=passage.id, text=passage.text or ""))
            compare(passage, record.events, tallies["real" if passage.origin else "own"])
    for half, tally in tallies.items():
        print(half, ", ".join(f"{task} {figure:.3f}" for task, figure in tally.rows()))


if __name__ == "__main__":
    main()
