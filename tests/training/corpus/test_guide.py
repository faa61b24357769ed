"""The guide: ten worked examples a rule, each of them the corpus's own and without a fault."""

from functools import cache

import pytest
from training.corpus.drafting import kinds
from training.corpus.entry import entries, passage_of
from training.corpus.lint import lint
from training.corpus.pages import GUIDE, examples, rendered, rules
from training.corpus.passage import Passage

from training.corpus import shelves

PAGES = sorted(GUIDE.glob("*.md"))


@cache
def own() -> dict[str, Passage]:
    return {passage.id: passage for passage in shelves.read().own}


def test_the_rules_are_numbered_through() -> None:
    found = [rule.number for name in ("triggers", "status", "spans", "sayings")
             for rule in rules((GUIDE / f"{name}.md").read_text(encoding="utf-8"))]  # fmt: skip
    assert found == list(range(1, 26))


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_every_rule_has_ten_examples(path: object) -> None:
    page = (GUIDE / str(path)).read_text(encoding="utf-8")
    short = {rule.number: len(set(rule.examples)) for rule in rules(page) if len(set(rule.examples)) < 10}
    assert short == {}


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_examples_are_those_of_the_corpus(path: object) -> None:
    page = (GUIDE / str(path)).read_text(encoding="utf-8")
    assert {key for rule in rules(page) for key in rule.examples} <= own().keys()
    assert rendered(page, own()) == page


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_examples_have_no_faults(path: object) -> None:
    page = (GUIDE / str(path)).read_text(encoding="utf-8")
    known = kinds()
    passages = {entry.id: passage_of(entry, known) for entry in entries(examples(page))}
    assert [str(f) for f in lint(passages.values(), known) if not f.query] == []
