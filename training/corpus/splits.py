"""The fixed split: by source and by cluster of near-duplicates, so that nothing of a test passage was trained on."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from training.corpus.passage import Passage, Split

_WORDS = re.compile(r"\w+")
NEAR = 0.5
"""Share of word trigrams (Jaccard) from which two passages are near-duplicates."""
SHARES: tuple[tuple[Split, int], ...] = (("train", 80), ("dev", 10), ("test", 10))


def word_runs(text: str, size: int) -> frozenset[str]:
    """Runs of `size` words, lower case; none where the text is shorter."""
    words = _WORDS.findall(text.lower())
    return frozenset(" ".join(words[at : at + size]) for at in range(len(words) - size + 1))


def near_duplicates(passages: Sequence[Passage], near: float = NEAR) -> list[tuple[str, str, float]]:
    """Pairs of ids whose texts share `near` or more of their trigrams, with the share. Needs the texts at hand."""
    runs = [word_runs(p.text or "", 3) or frozenset({(p.text or "").lower()}) for p in passages]
    holders: dict[str, list[int]] = defaultdict(list)
    found: list[tuple[str, str, float]] = []
    for at, own in enumerate(runs):
        shared: dict[int, int] = defaultdict(int)
        for run in own:
            for other in holders[run]:
                shared[other] += 1
            holders[run].append(at)
        for other, count in sorted(shared.items()):
            share = count / (len(own) + len(runs[other]) - count)
            if share >= near:
                found.append((passages[other].id, passages[at].id, share))
    return found


def clusters(passages: Sequence[Passage]) -> dict[str, str]:
    """Each id's cluster (same source or near-duplicates, however far round), named by its first source."""
    root: dict[str, str] = {}

    def top(name: str) -> str:
        while root.setdefault(name, name) != name:
            root[name] = name = root[root[name]]
        return name

    def join(one: str, two: str) -> None:
        first, second = sorted((top(one), top(two)))
        root[second] = first

    source = {passage.id: passage.source for passage in passages}
    for one, two, _ in near_duplicates(passages):
        join(source[one], source[two])
    return {passage.id: top(passage.source) for passage in passages}


def _drawn(name: str) -> Split:
    number = int.from_bytes(hashlib.sha256(name.encode("utf-8")).digest()[:4], "big") % 100
    for split, share in SHARES:
        if number < share:
            return split
        number -= share
    raise AssertionError(number)


def split_of(passages: Sequence[Passage]) -> Mapping[str, Split]:
    """Each id's split. A cluster that has one keeps it, so that the split stays fixed as the corpus grows.

    A cluster that new near-duplicates join out of two splits goes to the stricter one: test, then dev.
    """
    cluster = clusters(passages)
    given: dict[str, set[Split]] = defaultdict(set)
    for passage in passages:
        if passage.split:
            given[cluster[passage.id]].add(passage.split)
    order: tuple[Split, ...] = ("test", "dev", "train")
    chosen: dict[str, Split] = {}
    for name in set(cluster.values()):
        kept = [split for split in order if split in given[name]]
        chosen[name] = kept[0] if kept else _drawn(name)
    return {passage.id: chosen[cluster[passage.id]] for passage in passages}


def with_splits(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages with their split told."""
    splits = split_of(passages)
    return tuple(replace(passage, split=splits[passage.id]) for passage in passages)


def straddling(passages: Iterable[Passage]) -> list[str]:
    """Clusters whose members lie in more than one split: there must be none."""
    found = list(passages)
    cluster = clusters(found)
    splits: dict[str, set[str]] = defaultdict(set)
    for passage in found:
        splits[cluster[passage.id]].add(str(passage.split))
    return sorted(name for name, told in splits.items() if len(told) > 1)
