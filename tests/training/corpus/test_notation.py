"""The notation: what is written comes back, slips say where and what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.corpus.draft import MarkingError
from training.corpus.entry import entries, passage_of
from training.corpus.marking import annotate
from training.corpus.passage import HOLDING, Passage, from_row, to_row
from training.corpus.showing import show

KINDS = frozenset({"suicide-bombing", "airstrike", "accusation", "withdrawal", "killing"})
STRUCK = """\
= a0001 wire middle-east IQ 2016
> Suicide bombers struck a police station in Kirkuk on Sunday, killing 14 officers, Kirkuk's governor said.
e struck = suicide-bombing | actor Suicide bombers:group | target police station:facility | at Kirkuk^1 | time Sunday \
| killed 14 > officers:state
s Kirkuk's governor:state | cue said | content Suicide bombers ~ 14 officers
x place Kirkuk^2
"""


def read(text: str) -> Passage:
    (entry,) = entries(text)
    return passage_of(entry, KINDS)


def plain(passage: Passage) -> tuple[object, ...]:
    """The annotation without its ids, which only number things."""
    items = passage.items()

    def place(key: str) -> tuple[object, ...]:
        item = items[key]
        return (item.start, item.end, type(item).__name__, getattr(item, "label", None) or getattr(item, "kind", None))

    return (
        passage.text,
        {(t.start, t.end, t.kind, t.status, t.background) for t in passage.triggers},
        {(s.start, s.end, s.label, s.sort, s.mark) for s in passage.spans},
        {(place(k.head), k.role, place(k.tail)) for k in passage.links},
    )


def test_spans_lie_where_the_words_stand() -> None:
    passage = read(STRUCK)
    assert [passage.words(t) for t in passage.triggers] == ["struck"]
    assert {(s.label, passage.words(s)) for s in passage.spans} == {
        ("actor", "Suicide bombers"), ("object", "police station"), ("place", "Kirkuk"), ("time", "Sunday"),
        ("count", "14"), ("actor", "officers"), ("source", "Kirkuk's governor"), ("cue", "said"),
        ("content", "Suicide bombers struck a police station in Kirkuk on Sunday, killing 14 officers"),
    }  # fmt: skip


def test_losses_make_their_victims_targets() -> None:
    passage = read(STRUCK)
    officers = next(s.id for s in passage.spans if passage.words(s) == "officers")
    assert ("e1", "target", officers) in {(k.head, k.role, k.tail) for k in passage.links}


def test_an_attacker_who_dies_is_no_target() -> None:
    passage = read(
        "= a1 wire - - -\n> The blast killed the bomber.\n"
        "e blast = suicide-bombing | killed > bomber:person !perpetrators"
    )
    assert {k.role for k in passage.links} == {"killed"}
    assert plain(read(show(passage))) == plain(passage)


@pytest.mark.parametrize(
    "entry",
    [
        STRUCK,
        "= a2 social - - -\n> They held #Raqqa, army denied shelling it; rebels denied it too.\n"
        "e held = holding | actor They:group | at Raqqa\ne shelling = airstrike bg | actor army:state\n"
        "s army | cue denied^1 !denies | content shelling it\ns rebels:group | cue denied^2 !denies | content it^2",
        "= a4 wire - - -\n> Police and witnesses said it burned.\n"
        "s Police:state | cue said | content it burned\ns witnesses:civilians | cue said | content it burned",
        "= a3 ngo africa ML 2013 scene-1\n> No one spoke.",
    ],
)
def test_what_is_shown_reads_back_the_same(entry: str) -> None:
    passage = read(entry)
    assert plain(read(show(passage))) == plain(passage)
    assert from_row(to_row(passage)) == passage


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("e hit = airstrike", "no 'hit' in the text"),
        ("e struck = nonsense", "no kind"),
        ("e struck = airstrike happened negated", "at most one status"),
        ("e struck = airstrike | at Kirkuk", "write Kirkuk^1 ... Kirkuk^2"),
        ("e struck = airstrike | at Kirkuk^3", "there is no number 3"),
        ("e struck = airstrike | actor officers", "needs a sort"),
        ("e struck = airstrike | killed", "needs a number"),
        ("e struck = airstrike | by officers:state", "no role"),
        ("s governor:person | cue said", "needs its content"),
        ("q struck", "begins with e, s, x"),
    ],
)
def test_slips_say_what_to_write(line: str, said: str) -> None:
    text = STRUCK.split("\n")[1][2:]
    with pytest.raises(MarkingError, match=r"a1, line 7: ") as slip:
        annotate("a1", text, [(7, line)], KINDS)
    assert said in str(slip.value)


def test_a_line_outside_any_entry_is_a_slip() -> None:
    with pytest.raises(MarkingError, match="stands before any"):
        list(entries("e struck = airstrike\n"))


@given(
    st.lists(st.sampled_from(["troops", "Kirkuk", "fled", "hit", "3", "dead", "—", "said"]), min_size=3, max_size=12),
    st.data(),
)
def test_any_annotation_survives_the_way_there_and_back(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    starts = [sum(len(w) + 1 for w in words[:at]) for at in range(len(words))]
    named = [at for at, word in enumerate(words) if word != "—"]
    picked = data.draw(st.lists(st.sampled_from(named), min_size=1, max_size=4, unique=True)) if named else []

    def quoted(at: int) -> str:
        return f"{words[at]}^{words[: at + 1].count(words[at])}" if words.count(words[at]) > 1 else words[at]

    kinds = [data.draw(st.sampled_from([*sorted(KINDS), HOLDING])) for _ in picked]
    other = data.draw(st.sampled_from(named)) if named else 0
    lines = [
        (n, f"e {quoted(at)} = {kind} | actor {quoted(other)}:group")
        for n, (at, kind) in enumerate(zip(picked, kinds, strict=True))
    ]
    triggers, spans, links = annotate("p", text, lines, KINDS)
    assert {t.start for t in triggers} == {starts[at] for at in picked}
    passage = Passage("p", text, "p", "wire", triggers=triggers, spans=spans, links=links)
    assert plain(read(show(passage))) == plain(passage)
