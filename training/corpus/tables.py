"""The corpus in numbers: the tables of COUNTS.md, made from the rows so that a test can keep them true."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from training.corpus.passage import HOLDING, LABELS, LOSSES, REGIONS, REGISTERS, ROLES, STATUSES, Passage
from training.corpus.shelves import Corpus

Key = Callable[[Passage], Iterable[str]]


def _table(title: str, names: Sequence[str], corpus: Corpus, key: Key) -> list[str]:
    own = Counter(name for passage in corpus.own for name in key(passage))
    real = Counter(name for passage in corpus.real for name in key(passage))
    lines = [f"## {title}", "", "| | own | real | all |", "|---|---:|---:|---:|"]
    lines += [f"| {name} | {own[name]} | {real[name]} | {own[name] + real[name]} |" for name in names]
    return [*lines, f"| all | {own.total()} | {real.total()} | {own.total() + real.total()} |", ""]


def counts(corpus: Corpus, kinds: Iterable[str]) -> str:
    """COUNTS.md: passages by split, register and region, triggers by kind and status, spans and links by label."""
    splits = ("train", "dev", "test")
    roles = (*ROLES, *LOSSES, "whom", "source", "cue")
    parts = [
        ["# The corpus in numbers", "", "Made by `python -m training.corpus counts --write`; tested.", ""],
        _table("Passages by split", splits, corpus, lambda p: [str(p.split)]),
        _table("Passages with an event, and without", ("eventful", "uneventful"), corpus,
               lambda p: ["eventful" if p.eventful else "uneventful"]),
        _table("Passages by register", REGISTERS, corpus, lambda p: [p.register]),
        _table("Passages by region", (*REGIONS, "none told"), corpus, lambda p: [p.region or "none told"]),
        _table("Passages by decade of what they tell", (*(f"{d}s" for d in range(1940, 2030, 10)), "none told"), corpus,
               lambda p: [f"{p.year // 10 * 10}s" if p.year else "none told"]),
        _table("Triggers by kind", (*sorted(kinds), HOLDING), corpus, lambda p: [t.kind for t in p.triggers]),
        _table("Triggers by status", STATUSES, corpus, lambda p: [t.status for t in p.triggers]),
        _table("Triggers, news and background", ("news", "background"), corpus,
               lambda p: ["background" if t.background else "news" for t in p.triggers]),
        _table("Spans by label", LABELS, corpus, lambda p: [s.label for s in p.spans]),
        _table("Links by role", roles, corpus, lambda p: [k.role for k in p.links]),
    ]  # fmt: skip
    return "\n".join(line for part in parts for line in part)
