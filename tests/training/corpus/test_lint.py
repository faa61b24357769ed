"""The lint finds what is wrong, and only that."""

from dataclasses import replace

import pytest
from training.corpus.lint import lint
from training.corpus.passage import Link, Passage, Span, Trigger

KINDS = frozenset({"shelling"})
TEXT = "Yesterday the rebels were shelling Homs, a doctor said."
GOOD = Passage(
    "p", TEXT, "p", "wire",
    triggers=(Trigger("e1", 26, 34, "shelling"),),
    spans=(
        Span("s1", 14, 20, "actor", "group"), Span("s2", 35, 39, "place"), Span("s3", 0, 9, "time"),
        Span("s4", 43, 49, "source", "person"), Span("s5", 50, 54, "cue"), Span("s6", 0, 39, "content"),
    ),
    links=(
        Link("e1", "s1", "actor"), Link("e1", "s2", "at"), Link("e1", "s3", "time"),
        Link("s6", "s4", "source"), Link("s6", "s5", "cue"),
    ),
)  # fmt: skip


def found(passage: Passage) -> list[str]:
    return [finding.rule for finding in lint([passage], KINDS)]


def test_a_good_passage_has_no_findings() -> None:
    assert found(GOOD) == []


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        ({"triggers": (Trigger("e1", 26, 99, "shelling"),)}, "offsets"),
        ({"triggers": (Trigger("e1", 25, 34, "shelling"),)}, "offsets"),
        ({"triggers": (Trigger("e1", 26, 34, "bombast"),)}, "labels"),
        ({"triggers": (Trigger("e1", 21, 34, "shelling"),)}, "edges"),
        ({"triggers": (*GOOD.triggers, Trigger("e2", 26, 34, "shelling"))}, "crossings"),
        ({"spans": (Span("s1", 10, 20, "actor", "group"), *GOOD.spans[1:])}, "edges"),
        ({"spans": (Span("s1", 14, 20, "actor"), *GOOD.spans[1:])}, "labels"),
        ({"links": (*GOOD.links, Link("e1", "s3", "at"))}, "links"),
        ({"links": GOOD.links[:4]}, "links"),
        ({"spans": GOOD.spans[:2] + GOOD.spans[3:], "links": GOOD.links[:2] + GOOD.links[3:]}, "time"),
        ({"spans": GOOD.spans[:3], "links": GOOD.links[:3]}, "saying"),
    ],
)
def test_what_is_wrong_is_found(wrong: dict[str, object], rule: str) -> None:
    assert rule in found(replace(GOOD, **wrong))  # type: ignore[arg-type]  # fields of the passage by name


def test_the_same_text_twice_is_found() -> None:
    assert [f.rule for f in lint([GOOD, replace(GOOD, id="q")], KINDS)] == ["duplicates"]
