"""Passages as word pieces: what is marked in characters is found again in pieces."""

import re

from training.auxiliary.extra import Deed, Extra, Site, Speech
from training.corpus.passage import Link, Passage, Span, Trigger
from training.tagger.examples import example_of, example_of_extra
from training.tagger.layers import LAYERS, Labels, tags

from dateline.encoder.pieces import LONGEST, look

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


def test_an_extra_tells_only_what_is_known_of_it() -> None:
    extra = Extra(
        "x", TEXT, deeds=(Deed((7, 14), "negated", (((0, 6), "ARG0"),)),), sites=(Site((7, 14), ((15, 19),), ()),),
        speeches=(Speech((37, 41), (0, 19), (22, 30)),),
    )  # fmt: skip
    example = example_of_extra(extra, encode)
    assert not example.triggers
    assert example.tags.keys() == {"cue"}
    assert [example.words(at) for deed in example.deeds for at, _ in deed.arguments] == ["Rebels"]
    assert [example.words(at) for site in example.sites for at in site.there] == ["Homs"]
    assert [example.words(cue.at) for cue in example.cues] == ["said"]
    assert sum(tag >= 0 for tag in example.tags["cue"]) == 1


def test_parts_are_those_of_violent_kinds() -> None:
    violent = Labels.of(frozenset({"shelling", "arrest"}), frozenset({"shelling"}))
    row = example_of(PASSAGE, encode, violent).tags["part"]
    assert [tags("part")[tag] for tag in row if tag] == ["B-doer", "I-doer"]
    assert not any(example_of(PASSAGE, encode, LABELS).tags["part"])
