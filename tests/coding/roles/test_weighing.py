"""Rules' arguments and the encoder's ties: who prevails."""

from dateline.codebook import load_codebook
from dateline.coding.roles.frames import Argument, Frame
from dateline.coding.roles.weighing import weigh_frames
from dateline.coding.tagging.tags import Tag, Tags
from dateline.encoder import Act, Found, Reading, Tie

CODEBOOK = load_codebook()
ARMY, HIT, MARKET, HOMS, HAMA = (0, 4), (5, 8), (13, 19), (23, 27), (35, 39)
TAGS = Tags(0, (
    Tag("actor", *ARMY, "nominal"), Tag("trigger", *HIT, "shelling", 0.8, "cue:x"), Tag("physical", *MARKET),
    Tag("place", *HOMS), Tag("place", *HAMA),
))  # fmt: skip
SPANS = (
    Found(*ARMY, "actor", 0.9),
    Found(*MARKET, "object", 0.9),
    Found(*HOMS, "place", 0.9),
    Found(*HAMA, "place", 0.9),
)


def weighed(
    kind: str, arguments: tuple[Argument, ...], ties: tuple[Tie, ...], *, seen: bool = True
) -> set[tuple[str, int]]:
    frame = Frame(0, Tag("trigger", *HIT, kind, 0.8, "cue:x"), (0, 40), arguments=arguments)
    acts = (Act(*HIT, 0.9, ((kind, 0.9),), (("happened", 1.0),), 0.0),) if seen else ()
    (made,) = weigh_frames((frame,), (TAGS,), (Reading(acts, SPANS, ties if seen else ()),), CODEBOOK)
    return {(argument.role, argument.start) for argument in made.arguments}


def test_a_deed_gets_the_arguments_that_are_tied_to_it() -> None:
    assert weighed("shelling", (), (Tie(0, 0, "actor", 0.9), Tie(0, 1, "target", 0.9))) == {
        ("actor", 0),
        ("target", 13),
    }


def test_what_is_read_and_tied_to_nothing_is_dropped() -> None:
    ruled = (Argument("place", *HOMS, 0.9, "rule"), Argument("place", *HAMA, 0.9, "rule"))
    assert weighed("shelling", ruled, (Tie(0, 2, "at", 0.9),)) == {("place", 23)}


def test_members_of_a_list_stand_or_fall_together() -> None:
    near = (28, 33)
    ruled = (Argument("place", *HOMS, 0.9, "rule"), Argument("place", *near, 0.9, "rule"))
    assert weighed("shelling", ruled, (Tie(0, 2, "at", 0.9),)) == {("place", 23), ("place", 28)}


def test_words_keep_what_rules_give_them() -> None:
    ruled = (Argument("target", *ARMY, 0.9, "rule"),)
    assert weighed("criticism", ruled, (Tie(0, 1, "target", 0.9),)) == {("target", 0)}


def test_a_frame_that_the_encoder_takes_for_no_act_stays() -> None:
    ruled = (Argument("actor", *ARMY, 0.9, "rule"), Argument("time", 30, 34, 0.9, "rule"))
    assert weighed("shelling", ruled, (), seen=False) == {("actor", 0), ("time", 30)}
    assert weighed("shelling", ruled, (Tie(0, 0, "actor", 0.2),)) == {("actor", 0), ("time", 30)}


def test_the_cue_says_whose_subject_it_happens_to() -> None:
    rule = next(
        f"cue:{name}" for name, cue in CODEBOOK.cues.items() if cue.frame.subject == "target" and cue.part == "verb"
    )
    kind = CODEBOOK.cues[rule.removeprefix("cue:")].kind
    frame = Frame(
        0, Tag("trigger", *HIT, kind, 0.8, rule), (0, 40), arguments=(Argument("target", *ARMY, 0.9, "rule"),)
    )
    reading = Reading((Act(*HIT, 0.9, ((kind, 0.9),), (("happened", 1.0),), 0.0),), SPANS, (Tie(0, 0, "actor", 0.9),))
    (made,) = weigh_frames((frame,), (TAGS,), (reading,), CODEBOOK)
    assert [argument.role for argument in made.arguments] == ["target"]
