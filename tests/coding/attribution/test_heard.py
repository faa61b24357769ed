"""What rules find and what the encoder hears, together."""

from dateline.codebook.cues import load_cues
from dateline.coding.attribution.heard import SURE
from dateline.coding.attribution.sayings import Saying, find_sayings
from dateline.coding.text.document import Document
from dateline.coding.text.reading import read_document
from dateline.encoder.reading import Found, Reading, Said, Stretch
from dateline.model import Report, Span

CUES = load_cues()
Row = tuple[str, str | None, str | None]
"""Cue, content and source as the encoder gives them: without marks and articles."""


def stretch(text: str, words: str | None) -> Stretch | None:
    if words is None:
        return None
    start = text.index(words)
    return start, start + len(words)


def heard(document: Document, *rows: Row, actors: tuple[str, ...] = (), score: float = 0.9) -> tuple[Reading, ...]:
    """Readings of a document in which these cues are heard, each in the sentence that holds it."""
    text = document.text
    readings = []
    for sentence in document.sentences:
        spans: list[Found] = []
        sayings: list[Said] = []
        for cue, content, source in rows:
            at = stretch(text, cue)
            assert at is not None
            if sentence.start <= at[0] < sentence.end:
                sayings.append(Said(len(spans), stretch(text, content), stretch(text, source)))
                spans.append(Found(*at, "cue", score))
        for actor in actors:
            found = stretch(text, actor)
            assert found is not None
            if sentence.start <= found[0] < sentence.end:
                spans.append(Found(*found, "actor", 0.9))
        readings.append(Reading(spans=tuple(spans), sayings=tuple(sayings)))
    return tuple(readings)


def sayings_of(text: str, *rows: Row, actors: tuple[str, ...] = (), score: float = 0.9) -> tuple[Saying, ...]:
    document = read_document(Report(id="r", text=text))
    return find_sayings(document, CUES, heard(document, *rows, actors=actors, score=score))


def words(span: Span | None) -> str | None:
    return span.text if span else None


def parts(saying: Saying) -> tuple[str | None, str | None, str | None]:
    one = saying.attribution
    return words(one.source), words(one.cue), words(one.content)


def test_a_cue_that_no_rule_finds_stands_with_article_and_apposition() -> None:
    text = "The mayor, a former judge, blasted the shelling of the port."
    (one,) = sayings_of(text, ("blasted", "the shelling of the port", "mayor"))
    assert parts(one) == ("The mayor, a former judge", "blasted", "the shelling of the port")
    assert (one.sort, one.rule) == ("say", "encoder.cue:speech.unlisted")


def test_a_cue_that_the_encoder_is_unsure_of_does_not_stand_alone() -> None:
    row = ("blasted", "the shelling of the port", "mayor")
    assert not sayings_of("The mayor blasted the shelling of the port.", row, score=SURE - 0.01)


def test_a_listed_cue_heard_alone_keeps_its_sort_and_stance() -> None:
    text = "Not so, the general’s denials of the raid ran."
    (one,) = sayings_of(text, ("denials", "the raid", "general"))
    assert (one.sort, one.stance, one.attribution.cue and one.attribution.cue.text) == ("deny", "denies", "denials")


def test_a_negated_cue_heard_alone_is_unsaid() -> None:
    (one,) = sayings_of("Nobody objected and the army did not rant of defeat.", ("rant", "defeat", "army"))
    assert one.sort == "unsaid"


def test_two_pieces_of_one_cue_are_one() -> None:
    text = "As a woman spelt out, two men had died."
    found = sayings_of(text, ("spelt", "two men had died", "woman"), ("out", None, None))
    assert [parts(one) for one in found] == [("a woman", "spelt out", "two men had died")]


def test_the_rule_is_kept_and_what_it_lacks_is_filled_in() -> None:
    text = "Two million people depend on the river, one map says."
    alone = find_sayings(read_document(Report(id="r", text=text)), CUES)
    assert [one.attribution.content for one in alone] == [None]
    (one,) = sayings_of(text, ("says", "Two million people depend on the river", "map"))
    assert words(one.attribution.content) == "Two million people depend on the river"
    assert (one.rule, one.heard) == ("cue:speech.say.say", 0.9)


def test_where_contents_differ_the_encoders_holds() -> None:
    text = "Residents of the town urged the army to end the siege, although it denied that there was one."
    (one, *_) = sayings_of(text, ("urged", "to end the siege", "Residents"), actors=("Residents",))
    assert words(one.attribution.content) == "to end the siege"


def test_what_a_speaker_tells_of_others_is_his_unless_it_is_heard_too() -> None:
    text = "The mayor said the rebels promised to leave the town."
    outer = ("said", "the rebels promised to leave the town", "mayor")
    only = sayings_of(text, outer, actors=("rebels",))
    assert [words(one.attribution.cue) for one in only] == ["said"]
    both = sayings_of(text, outer, ("promised", "to leave the town", "rebels"))
    assert [words(one.attribution.cue) for one in both] == ["said", "promised"]
    plain = find_sayings(read_document(Report(id="r", text=text)), CUES)
    assert [words(one.attribution.cue) for one in plain] == ["said", "promised"]


def test_a_denial_within_a_saying_is_kept() -> None:
    text = "The ministry said that Moscow denied bombing the hospital."
    found = sayings_of(text, ("said", "Moscow denied bombing the hospital", "ministry"), actors=("Moscow",))
    assert [one.stance for one in found] == ["asserts", "denies"]


def test_a_cue_heard_inside_a_quotation_is_its_speakers_content() -> None:
    text = "“They keep on saying that it is over,” the man said."
    found = sayings_of(text, ("saying", "it is over", "They"), ("said", "They keep on", "man"), actors=("man",))
    assert [words(one.attribution.cue) for one in found] == ["said"]


def test_a_source_in_which_the_encoder_sees_nobody_is_left_out() -> None:
    text = "The long nights of the siege suggest that the town will fall."
    (one,) = sayings_of(text)
    assert parts(one) == (None, "suggest", "that the town will fall")
    (seen,) = sayings_of(text, actors=("nights",))
    assert words(seen.attribution.source) == "The long nights of the siege"


def test_a_quotation_heard_as_far_as_its_sentence_runs_to_its_end() -> None:
    text = "Then came the warlord: “We will stay here. We will never leave this town.” So it went."
    found = sayings_of(text, ("came", "We will stay here", "warlord"))
    assert words(found[0].attribution.content) == "“We will stay here. We will never leave this town.”"


def test_a_hedge_that_is_heard_lowers_no_certainty_of_its_own() -> None:
    (one,) = sayings_of("Many militants reportedly fled the town.", ("reportedly", "fled the town", None))
    assert (one.certainty, one.attribution.source) == (1.0, None)


def test_a_rule_s_speaker_ends_on_a_name_or_is_somebody_to_the_encoder() -> None:
    text = "The village of Rawa said that the road was shut. The wet season showed that the road was shut."
    found = sayings_of(text)
    assert [words(one.attribution.source) for one in found] == ["The village of Rawa", None]


def test_a_whole_quotation_is_not_cut_to_the_part_that_is_heard() -> None:
    text = "“We left the town -- all of us -- before the rain came,” the mayor said."
    (one,) = sayings_of(text, ("said", "before the rain came", "mayor"))
    assert words(one.attribution.content) == "“We left the town -- all of us -- before the rain came,”"
