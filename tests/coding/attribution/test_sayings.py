"""Who is said to have said what."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.codebook.cues import Cues, load_cues
from dateline.coding.attribution.sayings import Saying, find_sayings
from dateline.coding.text.reading import read_document
from dateline.model import Report, Span

CUES: Cues = load_cues()


def sayings_of(text: str) -> tuple[Saying, ...]:
    return find_sayings(read_document(Report(id="r", text=text)), CUES)


def words(span: Span | None) -> str | None:
    return span.text if span else None


def parts(saying: Saying) -> tuple[str | None, str | None, str | None]:
    one = saying.attribution
    return words(one.source), words(one.cue), words(one.content)


CASES: list[tuple[str, tuple[str | None, str | None, str | None]]] = [
    ("The ministry said that rebels fled Rawa.", ("The ministry", "said", "that rebels fled Rawa")),
    ("A man told Sky News that rebels fled.", ("A man", "told", "that rebels fled")),
    ("Two soldiers were killed, police said.", ("police", "said", "Two soldiers were killed")),
    ("Two men died, said an aide of the mayor.", ("an aide of the mayor", "said", "Two men died")),
    ("“We will fight to the end,” said the general.", ("the general", "said", "“We will fight to the end,”")),
    ("“We will go on fighting to the end,” he added.", ("he", "added", "“We will go on fighting to the end,”")),
    ("According to the governor, forty houses burned.", ("the governor", "According to", "forty houses burned")),
    ("Forty houses were burned, according to residents.", ("residents", "according to", "Forty houses were burned")),
    ("The rebels vowed to attack the port.", ("The rebels", "vowed", "to attack the port")),
    ("Washington urged both sides to stop the fighting.", ("Washington", "urged", "to stop the fighting")),
    ("Moscow denied bombing the hospital.", ("Moscow", "denied", "bombing the hospital")),
    ("A senior official has ruled out an attack on Erbil.", ("A senior official", "ruled out", "an attack on Erbil")),
    ("France called for the withdrawal of all troops.", ("France", "called for", "the withdrawal of all troops")),
    (
        "Hadi Amin, the head of the council, said the siege was over.",
        ("Hadi Amin, the head of the council", "said", "the siege was over"),
    ),
    (
        "The army’s claim that the town had fallen was wrong.",
        ("The army’s", "claim", "that the town had fallen was wrong"),
    ),
    ("He was quoted as saying that talks had failed.", ("He", "quoted as saying", "that talks had failed")),
    ("On Friday the ministry announced that it was over.", ("the ministry", "announced", "that it was over")),
    ("It was reported that the bridge had been blown up.", (None, "reported", "that the bridge had been blown up")),
    ("The doctor, who works in Idlib, said in a statement that gas was used.", (
        "The doctor, who works in Idlib", "said", "that gas was used")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_one_saying(text: str, expected: tuple[str | None, str | None, str | None]) -> None:
    assert [parts(saying) for saying in sayings_of(text)] == [expected]


def test_an_unnamed_belief_has_no_source() -> None:
    (saying,) = sayings_of("Rebels are believed to be holding twenty men.")
    assert parts(saying) == (None, "believed", "Rebels are believed to be holding twenty men")
    assert saying.certainty < 0.7


def test_a_quotation_over_sentences_is_one_content() -> None:
    (saying,) = sayings_of("“They came at night. They took my sons away,” she said.")
    assert words(saying.attribution.content) == "“They came at night. They took my sons away,”"


def test_a_quotation_split_by_its_cue_has_two_parts() -> None:
    text = "“They came in the night,” she said, “and they burned it all.”"
    (saying,) = sayings_of(text)
    assert [text[a:b] for a, b in saying.contents] == ["“They came in the night,”", "“and they burned it all.”"]


def test_a_quotation_without_cue_goes_on_with_the_last_speaker() -> None:
    text = "A doctor told Radio Free that shells hit the ward.\n\n“We had no time to move anybody out of there.”"
    first, second = sayings_of(text)
    assert first.chain == second.chain == ("Radio Free",)
    assert words(second.attribution.source) == "A doctor"
    assert second.attribution.cue is None
    assert second.position == "medic"


def test_nested_sayings() -> None:
    first, second = sayings_of("The mayor told reporters that police believe the men fled.")
    assert words(first.attribution.source) == "The mayor"
    assert (words(second.attribution.source), second.sort) == ("police", "believe")


def test_coordinated_verbs_share_their_speaker() -> None:
    first, second = sayings_of("The envoy condemned the raid and called for an inquiry.")
    assert words(first.attribution.source) == words(second.attribution.source) == "The envoy"


def test_a_denial_denies() -> None:
    (saying,) = sayings_of("The army denied that it had used gas.")
    assert (saying.stance, saying.sort) == ("denies", "deny")


def test_nouns_are_no_verbs() -> None:
    assert not sayings_of("The report on the order of battle made no claim.")
    assert not sayings_of("The Joint Operations Command moved its state reserves.")


def test_a_speaker_before_a_colon() -> None:
    (saying,) = sayings_of("Governor Amin: Forty houses were burned in the raid")
    assert parts(saying) == ("Governor Amin", ":", "Forty houses were burned in the raid")


def test_a_signed_quotation() -> None:
    text = "“They burned every house in our street.” — Amina Hassan\n\nThe siege went on."
    assert [parts(saying) for saying in sayings_of(text)] == [
        ("Amina Hassan", "—", "“They burned every house in our street.”")
    ]


def test_a_promise_to_announce_is_one_saying() -> None:
    assert len(sayings_of("Amin promised announcing the liberation of the city.")) == 1


def test_what_is_rejected_may_be_a_saying() -> None:
    stances = [s.stance for s in sayings_of("The army dismissed the reports. Rebels rejected the truce.")]
    assert stances == ["denies", "asserts"]


def test_a_source_after_where() -> None:
    (saying,) = sayings_of("He flew to Darfur, where rights groups say hundreds were killed.")
    assert words(saying.attribution.source) == "rights groups"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Five killed in raid on camp: police", "police", "Five killed in raid on camp"),
        ("Two soldiers dead in Somalia: UN report", "UN report", "Two soldiers dead in Somalia"),
        ("No casualties in Kabul blast, says ministry", "ministry", "No casualties in Kabul blast"),
        ("Rebels planning fresh attacks, army warns", "army", "Rebels planning fresh attacks"),
        ("OFFICIAL SOURCES THIS MORNING REPORTED THAT REBELS FLED.", "OFFICIAL SOURCES", "THAT REBELS FLED"),
        ("The army on Monday said rebels had fled.", "The army", "rebels had fled"),
    ],
)
def test_headlines_and_days(text: str, source: str, content: str) -> None:
    (saying,) = sayings_of(text)
    assert (words(saying.attribution.source), words(saying.attribution.content)) == (source, content)


@pytest.mark.parametrize("text", ["Battle for the city: day three", "The deadliest attacks: a timeline of terror"])
def test_a_colon_that_names_no_speaker(text: str) -> None:
    assert sayings_of(text) == ()


def test_what_a_speaker_tells_of_his_own_mind_is_one_saying() -> None:
    assert [s.sort for s in sayings_of("Amin said he hopes to return to the city.")] == ["say"]
    assert [s.sort for s in sayings_of("Amin said the minister expects to return.")] == ["say", "expect"]


def test_an_accusation_without_an_accuser() -> None:
    (saying,) = sayings_of("The colonel was accused of ordering the massacre.")
    assert saying.attribution.source is None
    assert (saying.sort, words(saying.attribution.content)) == ("accuse", "ordering the massacre")


def test_a_speaker_between_commas() -> None:
    (saying,) = sayings_of("All of this, the general admits, could be lost within a year.")
    assert parts(saying) == ("the general", "admits", "could be lost within a year")
    assert len(saying.contents) == 2


def test_a_quotation_announced_by_a_colon() -> None:
    (saying,) = sayings_of("The general said:\n\n“We will be in the city before the week is out.”")
    assert parts(saying) == ("The general", "said", "“We will be in the city before the week is out.”")
    (saying,) = sayings_of("The general continued:\n\n“We will be in the city before the week is out.”")
    assert parts(saying) == ("The general", "continued", "“We will be in the city before the week is out.”")


def test_titles_do_not_cut_a_name() -> None:
    assert words(sayings_of("On Monday Gen. Amin and Mr. King said the road was open.")[0].attribution.source) == (
        "Gen. Amin and Mr. King"
    )


def test_a_speaker_told_of_later_in_the_sentence() -> None:
    (saying,) = sayings_of("The army withdrew on Friday, saying that the road was mined.")
    assert words(saying.attribution.source) == "The army"


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*"“”\"'’,.;:()-\n", "\n\n", " ", "said", "told", "that", "according to", "he", "the army", "was", "by",
             "X", "claims", "and", "[ROJAS]",
             "[END RECORDING]", "to attack", "Friday", "denied", "believed to", "who", "’s", "ʼn", "é", "\u2028"]
        ) | st.text(string.printable, max_size=4),
        max_size=40,
    )
)  # fmt: skip
def test_offsets_always_match(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for saying in sayings_of(text):
        for span in (saying.attribution.source, saying.attribution.cue, saying.attribution.content):
            assert span is None or text[span.start : span.end] == span.text
        assert all(0 <= start < end <= len(text) for start, end in saying.contents)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The group plans to attack the town.", ("The group", "plans", "to attack the town")),
        ("The minister hopes to visit the region.", ("The minister", "hopes", "to visit the region")),
        ("The judge spoke of a long war.", ("The judge", "spoke of", "a long war")),
        ("The army refused to leave the town.", ("The army", "refused", "to leave the town")),
        ("The envoy persuaded both sides to talk.", ("The envoy", "persuaded", "to talk")),
        ("The envoy laid out a new truce.", ("The envoy", "laid out", "a new truce")),
    ],
)
def test_a_verb_that_may_be_a_noun_or_is_irregular_is_known_by_what_stands_around(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert [parts(one) for one in sayings_of(text)] == [expected]


@pytest.mark.parametrize("text", ["Rebel plans to attack the town were foiled.", "Their plans to attack failed."])
def test_plans_that_are_a_subject_are_no_saying(text: str) -> None:
    assert "plans" not in {words(one.attribution.cue) for one in sayings_of(text)}


def test_who_is_named_after_according_to_ends_where_a_clause_begins() -> None:
    (one,) = sayings_of("According to investigators, the rebels had planned a raid, but nobody came.")
    assert words(one.attribution.source) == "investigators"


def test_a_signed_quotation_may_open_with_a_closing_mark_and_hold_another() -> None:
    text = "”Fear is all we have left. Nobody “cares” for us.”\u00a0― Amina Hassan\n"
    (one,) = sayings_of(text)
    assert parts(one) == ("Amina Hassan", "―", "”Fear is all we have left. Nobody “cares” for us.”")


def test_a_name_in_quotation_marks_is_not_what_is_said() -> None:
    text = "In an episode of “The Long Morning Hour,” the minister said she wanted “some peace.”"
    assert "“The Long Morning Hour,”" not in {words(one.attribution.content) for one in sayings_of(text)}


def test_a_column_is_no_speaker_and_a_transcript_s_speaker_has_his_paragraph() -> None:
    assert not sayings_of("The Latest: Troops leave the town of Rawa.")
    (one,) = sayings_of("KING: We are here. We will not leave.\n\nThe crowd went home.")
    assert parts(one) == ("KING", ":", "We are here. We will not leave.")


def test_who_refuses_to_speak_of_claims_does_not_deny_them() -> None:
    assert {one.stance for one in sayings_of("The army refused to comment on the claims.")} == {"asserts"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("''The talks -- all of them -- are over,'' Mr. Hill said.",
         ("Mr. Hill", "said", "''The talks -- all of them -- are over,''")),
        ("As two doctors pointed out, the hospital had closed.",
         ("two doctors", "pointed out", "the hospital had closed")),
        ("The army had lost the war, as the envoy put it.", ("the envoy", "put it", "The army had lost the war")),
        ("The firm agreed to clear fields that had been mined.",
         ("The firm", "agreed", "to clear fields that had been mined")),
        ("Last week the minister promised to resign.", ("the minister", "promised", "to resign")),
        ("The envoy, in a speech to officers, warned that the truce was over.",
         ("The envoy", "warned", "that the truce was over")),
        ("His determination to fight alone was plain.", ("His", "determination", "to fight alone was plain")),
    ],
)  # fmt: skip
def test_where_source_and_content_begin_and_end(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in [parts(one) for one in sayings_of(text)]


def test_a_noun_phrase_after_the_cue_is_what_is_said_not_the_clause_before() -> None:
    text = "The fund took the road from Adan, another group that had announced defeat."
    (one,) = (one for one in sayings_of(text) if words(one.attribution.cue) == "announced")
    assert words(one.attribution.content) == "defeat"


def test_another_speaker_s_promise_ends_what_the_first_one_promised() -> None:
    text = "Ahmed Khalil is promising to reopen the road, and Omar Aziz is promising to guard it."
    contents = [words(one.attribution.content) for one in sayings_of(text)]
    assert contents == ["to reopen the road", "to guard it"]
