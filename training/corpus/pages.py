"""The guide's pages: rules with worked examples, which are passages of the corpus shown as notation."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from training.corpus.passage import Passage
from training.corpus.showing import show

GUIDE = Path(__file__).resolve().parent / "guide"
_RULE = re.compile(r"^## (\d+)\. (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```passage\n(= (?P<id>\S+).*?)\n```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class RuleSection:
    """One rule of a page: its number, title, and the ids of its worked examples."""

    number: int
    title: str
    examples: tuple[str, ...]


def rules(page: str) -> list[RuleSection]:
    """The rules of a page, in its order."""
    heads = list(_RULE.finditer(page))
    ends = [head.start() for head in heads[1:]] + [len(page)] * bool(heads)
    return [
        RuleSection(int(head[1]), head[2], tuple(m["id"] for m in _BLOCK.finditer(page[head.end() : end])))
        for head, end in zip(heads, ends, strict=True)
    ]


def rendered(page: str, passages: Mapping[str, Passage]) -> str:
    """The page with each example as the corpus has it now; an example that the corpus has not stays as it is."""

    def block(match: re.Match[str]) -> str:
        passage = passages.get(match["id"])
        return f"```passage\n{show(passage)}\n```" if passage else match[0]

    return _BLOCK.sub(block, page)


def examples(page: str) -> str:
    """All worked examples of a page, as a file of notation."""
    return "\n\n".join(match[1] for match in _BLOCK.finditer(page))
