"""Passages as word pieces: what is marked in characters is found again in pieces."""

import re

from training.corpus.passage import Link, Passage, Span, Trigger
from training.tagger.examples import LONGEST, example_of, look
from training.tagger.layers import LAYERS, Labels, tags

LABELS = Labels.of(frozenset({"shelling", "arrest"}))
TEXT = "Rebels shelled Homs , a doctor there said"
PASSAGE = Passage(
    "p", TEXT, "p", "wire",
    triggers=(Trigger("e1", 7, 14, "shelling", "planned", background=True),),
    spans=(
        Span("s1", 0, 6, "actor", "group"), Span("s2", 15, 19, "place"), Span("s3", 24, 30, "source", "person"),
        Span("s4", 37, 41, "cue"), Span("s5", 0, 19, "content"),
    ),
    links=(Link("e1", "s1", "actor"), Link("e1", "s2", "at"), Link("s5", "s3", "source"), Link("s5", "s4", "cue")),
)  # fmt: skip


def encode(text: str) -> tuple[list[int], list[tuple[int, int]]]:
    """Words as pieces, long ones in two, with a special piece at both ends, as the real tokenizer gives them."""
    offsets = [(0, 0)]
    for match in re.finditer(r"\S+", text):
        start, end = match.span()
        offsets += [(start, start + 4), (start + 4, end)] if end - start > 5 else [(start, end)]
    return list(range(len(offsets) + 1)), [*offsets, (0, 0)]


def test_stretches_are_those_of_the_words() -> None:
    example = example_of(PASSAGE, encode, LABELS)
    (trigger,) = example.triggers
    assert example.words(trigger.at) == "shelled"
    assert LABELS.kinds[trigger.kind] == "shelling"
    assert LABELS.statuses[trigger.status] == "planned"
    assert trigger.background == 1
    assert {example.words(span.at): span.label for span in example.spans} == {"Rebels": "actor", "Homs": "place"}


def test_tags_begin_and_go_on() -> None:
    example = example_of(PASSAGE, encode, LABELS)
    row = [tags("trigger")[tag] for tag in example.tags["trigger"]]
    assert row.count("B-trigger") == row.count("I-trigger") == 1
    assert example.tags.keys() == LAYERS.keys()
    assert all(len(tagged) == example.length for tagged in example.tags.values())


def test_ties_are_pairs_of_trigger_and_span() -> None:
    example = example_of(PASSAGE, encode, LABELS)
    told = {(example.words(example.spans[span].at), LABELS.roles[role]) for _, span, role in example.roles}
    assert told == {("Rebels", "actor"), ("Homs", "at")}


def test_a_cue_points_at_what_is_said_and_who_says_it() -> None:
    (cue,) = example_of(PASSAGE, encode, LABELS).cues
    example = example_of(PASSAGE, encode, LABELS)
    assert example.words(cue.at) == "said"
    assert [example.words(at) for at in cue.contents] == ["Rebels shelled Homs"]
    assert [example.words(at) for at in cue.sources] == ["doctor"]


def test_what_is_too_long_is_cut() -> None:
    long = Passage("q", "word " * 400, "q", "wire", triggers=(Trigger("e1", 1990, 1994, "arrest"),))
    example = example_of(long, encode, LABELS)
    assert example.length == LONGEST
    assert example.triggers == []


def test_looks() -> None:
    assert [look(word) for word in ("", "said", "Homs", "ISIS", "A", "2016", "##s")] == [0, 1, 2, 3, 2, 4, 1]
