"""Readings move with their sentence."""

from dateline.encoder import Act, Found, Reading, Said, Tie

READING = Reading(
    acts=(Act(7, 14, 0.9, (("shelling", 0.9),), (("happened", 1.0),), 0.0),),
    spans=(Found(0, 6, "actor", 0.9, "group"), Found(15, 19, "place", 0.9), Found(30, 34, "cue", 0.9)),
    ties=(Tie(0, 0, "actor", 0.9), Tie(0, 1, "at", 0.8)),
    sayings=(Said(2, (0, 19), None),),
)


def test_all_offsets_move_and_nothing_else() -> None:
    moved = READING.moved(100)
    assert moved.acts[0].start == 107
    assert [span.start for span in moved.spans] == [100, 115, 130]
    assert moved.sayings == (Said(2, (100, 119), None),)
    assert moved.ties == READING.ties
    assert moved.moved(-100) == READING


def test_ties_are_asked_for_by_role() -> None:
    assert [span.label for span, _ in READING.tied(0, "at", "actor")] == ["actor", "place"]
    assert READING.tied(1, "at") == ()
