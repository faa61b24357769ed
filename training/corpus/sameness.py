"""Do our own passages sound alike? Openings, lengths, names and runs of words, beside those of real ones."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from training.corpus.passage import Passage

_TOKENS = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
_NAMES = re.compile(r"\b[A-Z][\w'’-]+\b")


@dataclass(frozen=True, slots=True)
class Sameness:
    """Figures of one set of passages, each made on as many passages as the other set has, so that they compare.

    `openings`: share of passages whose first two words open another one too; `fours`: share of four-word runs that
    stand in more than one passage; `lengths`: tenth, half, ninetieth of the words a passage; `names`: share of
    capitalised words (but the first) taken up by the twenty commonest; `distinct`: different words by all words.
    """

    passages: int
    openings: float
    fours: float
    lengths: tuple[float, float, float]
    names: float
    distinct: float


def _words(text: str) -> list[str]:
    return [word.lower() for word in _TOKENS.findall(text)]


def _shared(groups: Sequence[list[tuple[str, ...]]]) -> float:
    """Share of runs that stand in more than one passage."""
    holders = Counter(run for runs in groups for run in set(runs))
    told = sum(holders.values())
    return sum(n for n in holders.values() if n > 1) / told if told else 0.0


def sameness(passages: Sequence[Passage]) -> Sameness:
    """The figures of these passages; their texts must be at hand."""
    texts = [_words(passage.text or "") for passage in passages]
    names = Counter(name for passage in passages for name in _NAMES.findall((passage.text or "")[1:]))
    tenths = quantiles([len(words) for words in texts], n=10)
    spoken = Counter(word for words in texts for word in words)
    return Sameness(
        passages=len(passages),
        openings=_shared([[tuple(words[:2])] for words in texts]),
        fours=_shared([[tuple(words[at : at + 4]) for at in range(len(words) - 3)] for words in texts]),
        lengths=(tenths[0], median(len(words) for words in texts), tenths[-1]),
        names=sum(n for _, n in names.most_common(20)) / max(1, names.total()),
        distinct=len(spoken) / max(1, spoken.total()),
    )


def commonest(passages: Sequence[Passage], size: int, most: int = 25) -> list[tuple[str, int]]:
    """The runs of `size` words that most passages share, with how many: what to vary."""
    holders: Counter[tuple[str, ...]] = Counter()
    for passage in passages:
        words = _words(passage.text or "")
        holders.update({tuple(words[at : at + size]) for at in range(len(words) - size + 1)})
    return [(" ".join(run), n) for run, n in holders.most_common(most) if n > 1]


def commonest_openings(passages: Sequence[Passage], size: int = 2, most: int = 25) -> list[tuple[str, int]]:
    """The commonest first words."""
    openings = Counter(" ".join(_words(passage.text or "")[:size]) for passage in passages)
    return [(words, n) for words, n in openings.most_common(most) if n > 1]
