"""Did it happen? Cases of the conventions' status table, each with its trigger in square brackets."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.codebook import load_codebook
from dateline.codebook.cues import load_cues
from dateline.coding.attribution.denials import about_of
from dateline.coding.attribution.sayings import find_sayings
from dateline.coding.attribution.standing import Standing, judge_standings
from dateline.coding.roles.frames import Frame
from dateline.coding.tagging.tags import Tag
from dateline.coding.tagging.wordclass import class_of, is_passive
from dateline.coding.text.reading import read_document
from dateline.encoder.reading import Act, Reading
from dateline.model import Report

CUES = load_cues()
BOOK = load_codebook()


def stand(marked: str) -> list[Standing]:
    """The standings of the words in square brackets."""
    spans: list[tuple[int, int]] = []
    text = ""
    for piece in re.split(r"(\[[^\]]*\])", marked):
        if piece.startswith("["):
            spans.append((len(text), len(text) + len(piece) - 2))
            piece = piece[1:-1]
        text += piece
    document = read_document(Report(id="r", text=text))
    frames = []
    for start, end in spans:
        sentence = document.sentence_at(start)
        assert sentence is not None
        index = next(i for i, t in enumerate(sentence.tokens) if t.start >= start)
        noun = class_of(sentence.tokens, index) == "noun"
        voice = "noun" if noun else "passive" if is_passive(sentence.tokens, index) else "active"
        tag = Tag("trigger", start, end, "attack")
        frames.append(Frame(sentence.index, tag, (sentence.start, sentence.end), voice))  # type: ignore[arg-type]
    sayings = find_sayings(document, CUES)
    return list(judge_standings(document, tuple(frames), sayings, (), CUES, BOOK))


CASES = """
happened      Iraqi forces [invaded] the town on Friday.
happened      The town was [captured] by rebels.
happened      The forces managed to [retake] Mosul.
happened      Iraqi forces have managed, so far, to [retake] Mosul.
happened      Many militants reportedly [fled] Qaim.
happened      The army began to [shell] the district.
happened      Shelling forced thousands to [flee] the town.
happened      Gunmen [killed] the mayor, who will be buried on Monday.
happened      The army launched an [attack] on Rawa.
happened      The [attack] killed twelve people.
happened      The president condemned the [attack].
happened      The governor said gunmen had [killed] two men.
happened      The army denied that it had [bombed] the hospital.
happened      He was accused of [killing] his neighbour.
happened      The [raid] was carried out by commandos.
happened      Police failed to stop the [attack].
happened      Rebels were able to [seize] the base.
happened      Talks will resume after the [attack] on the port.
happened      He did not mention the [attack].
happened      The tank had to be [destroyed] by its crew.
happened      The blast prompted soldiers to [fire] on the crowd.
happened      Rebels used a tunnel to [attack] the base.
happened      Envoys hope to bring the [war] to an end.
happened      Six men were hacked to [death] in the village.
happened      The shop was open until it was [raided] in May.
happened      The council called for lifting the [siege].
happened      Families stayed on despite the court-ordered [sanctions].
happened      The council considers the [sanctions] essential.
happened      It was not known if the [arrest] was linked to the blast.
happened      The plan required lifting economic [sanctions].
happened      The two sides agreed a [ceasefire] on Monday.
happened      Both camps signed a truce after the fiercest [fighting] in years.
happened      It was part of a campaign of [killings] in the north.
happened      Four guards were slightly to seriously [injured] in the blast.
happened      Thousands took to the streets to [protest] the ruling.
happened      He asked them to punish officials responsible for [jailing] the writer.
happened      With no warning troops [fired] on the crowd.
happened      Police fired tear gas to [disperse] the crowd.
planned       Police will use tear gas to [disperse] the crowd.
negated       Police did not fire shots to [disperse] the crowd.
attempted     Police tried to use water cannon to [disperse] the crowd.
planned       Soldiers stormed the compound to [rescue] the hostages.
called_for    The governor ordered [evacuation] of the town.
happened      The judge of the [killings] was threatened on Monday.
planned       An [attack] on radio stations was threatened.
planned       Taliban threaten [attacks] on polling stations
attempted     [Coup] foiled in Gambia
negated       Paris rules out military [strike] against rebels
negated       At no time did we [bomb] populated areas.
negated       Never have we [bombed] a hospital.
planned       THEY WERE CHARGED WITH PLANNING FUTURE [ATTACKS] AGAINST OFFICES.
ongoing       Militants are [holding] thousands of civilians.
ongoing       Militants are believed to be [holding] thousands of civilians.
ongoing       Troops have been [besieging] the town since May.
attempted     Gunmen tried to [assassinate] the minister.
attempted     The army repelled an [attack] on the base.
attempted     Peshmerga managed to repulse the [attack].
attempted     Police foiled a suicide [bombing].
attempted     The [attack] was repelled by local forces.
attempted     He survived an [assassination] attempt on Monday, in an attempted [coup].
attempted     An attempt to [storm] the barracks left two dead.
planned       Troops will [attack] the town.
planned       The army is going to [storm] the city.
planned       The army plans to [storm] the city.
planned       The prime minister declared the launch of operations to [clear] Rawa.
planned       A campaign to [retake] the regions began.
planned       He promised [liberation] of the town within days.
planned       He promised on Tuesday announcing [liberation] of Qaim.
planned       Rebels vowed to [avenge] the dead.
planned       Rebels threatened to [kill] the hostages.
planned       The army is preparing an [offensive] against the town.
planned       A planned [strike] was discussed.
planned       Police to [deploy] in the capital
planned       They met in order to [attack] the base.
planned       Washington is considering military [strikes].
planned       Thousands will march to [protest] the ruling.
planned       The two sides agreed to [withdraw].
planned       Troops will enter Rawa and [clear] its streets.
planned       Baghdad had declared intentions to [retake] the areas.
planned       The troops are set to [withdraw].
planned       Operations were launched to [liberate] Qaim.
called_for    Brothers in Erbil should be aware of this and order [withdrawal] of Peshmerga.
called_for    Washington urged Moscow to [withdraw] its forces.
called_for    The council demanded the [withdrawal] of all troops.
called_for    The opposition called for [protests] in the capital.
called_for    The court ordered the police to [arrest] him.
called_for    The army must [withdraw] at once.
possible      The rebels might [storm] the city.
possible      Officials fear an [attack] on the port.
possible      The army could be [attacked] there.
possible      He warned of [attacks] on embassies.
possible      There is a risk of [clashes].
possible      A possible [strike] was discussed.
hypothetical  If rebels [attacked] the port, the army would answer.
hypothetical  The army will answer if rebels [attack] the port.
hypothetical  Unless the rebels [withdraw], the talks are over.
hypothetical  In case of an [attack], the bridge will be blown up.
habitual      Guards routinely [beat] detainees.
habitual      Prisoners are regularly [tortured] there.
negated       The rebels did not [attack] the town.
negated       The rebels have never [attacked] the town.
negated       They don't [seek] it.
negated       The army refused to [withdraw].
negated       The troops have yet to [enter] the town.
negated       He said that no civilians were [killed].
negated       None of the hostages was [killed].
negated       The army failed to [capture] the hill.
negated       No [attack] took place.
negated       There have been no [arrests].
negated       No amphibious [assault] on the beaches had begun.
negated       Services have no intentions to [attack] the Kurds.
negated       A senior official has ruled out possibilities that Iraqi federal troops [attack] the Peshmerga.
negated       The minister ruled out an [attack] on Erbil.
negated       The troops left without [firing] a shot.
negated       The clashes ended without [arrests].
negated       The army avoided [attacking] the shrine.
negated       The [attack] was averted.
negated       The troops were prevented from [entering] the town.
negated       There is no evidence that rebels [attacked] the convoy.
negated       The purpose is not to [invade] the country.
negated       They do not plan to [attack].
negated       The town was not [attacked].
negated       The [attack] did not take place.
"""
ROWS = [tuple(line.split(None, 1)) for line in CASES.strip().splitlines()]


@pytest.mark.parametrize(("status", "marked"), ROWS, ids=[marked[:60] for _, marked in ROWS])
def test_status(status: str, marked: str) -> None:
    standing = stand(marked)[-1]
    assert (standing.status, standing.reasons["status"].rule) == (status, standing.reasons["status"].rule)


def test_a_denial_stands_beside_what_is_told() -> None:
    (standing,) = stand("Moscow denied [bombing] the hospital.")
    assert standing.status == "happened"
    assert standing.saying is None
    assert [denial.about for denial in standing.denials] == ["occurrence"]
    assert standing.certainty < 0.6


def test_a_denial_of_responsibility_finds_what_was_told_before() -> None:
    (standing,) = stand("A [bomb] killed nine people in the market. The group denied responsibility.")
    assert [denial.about for denial in standing.denials] == ["authorship"]
    assert standing.certainty == 1.0


@pytest.mark.parametrize(
    ("content", "about"),
    [
        ("any involvement in the attack", "authorship"),
        ("that it had used chemical weapons", "weapon"),
        ("the reported death toll", "toll"),
        ("that the dead were civilians", "victim status"),
        ("that an attack took place", "occurrence"),
    ],
)
def test_what_a_denial_is_about(content: str, about: str) -> None:
    assert about_of(content) == about


def test_who_denies_his_part_does_not_deny_the_attack() -> None:
    (standing,) = stand("The group denied involvement in the [attack].")
    assert [denial.about for denial in standing.denials] == ["authorship"]
    assert standing.certainty == 1.0


def test_neither_confirmed_nor_denied_is_no_denial() -> None:
    (standing,) = stand("The ministry neither confirmed nor denied the [strike].")
    assert standing.denials == ()


def test_a_denied_report_is_a_report_and_a_denial() -> None:
    (standing,) = stand("The army denied reports that soldiers [killed] twelve villagers.")
    assert standing.status == "happened"
    assert len(standing.denials) == 1
    assert standing.certainty < 0.6


def test_a_denial_ends_where_another_speaker_begins() -> None:
    (standing,) = stand("The government denied using gas, and Moscow said rebels had [fired] the rockets.")
    assert standing.denials == ()
    assert standing.saying == 1


def test_a_claim_of_responsibility_is_about_authorship() -> None:
    (standing,) = stand("The group claimed responsibility for the [attack] on the barracks.")
    assert (standing.saying, standing.about) == (0, "authorship")


@pytest.mark.parametrize("nobody", ["No group has", "No one has", "Nobody has", "The rebels have not"])
def test_an_attack_that_nobody_claims_rests_on_the_report(nobody: str) -> None:
    (standing,) = stand(f"{nobody} claimed responsibility for the [attack] on the barracks.")
    assert (standing.saying, standing.about, standing.certainty) == (None, "occurrence", 1.0)


def test_what_a_ministry_could_not_confirm_is_less_sure() -> None:
    (standing,) = stand("The ministry could not confirm that soldiers had [killed] six villagers.")
    assert standing.saying is None
    assert standing.certainty < 0.6


def test_the_innermost_saying_carries_the_claim() -> None:
    text = "The mayor told reporters that police believe gunmen [shot] the driver."
    (standing,) = stand(text)
    assert standing.saying == 1
    assert standing.certainty < 0.7
    assert standing.reasons["claim"].rule == "cue:speech.think.believe"


def test_hedges_multiply() -> None:
    (standing,) = stand("The ministry said militants reportedly [fled] the town.")
    assert standing.certainty == pytest.approx(0.9 * 0.7, abs=0.001)
    assert standing.reasons["certainty"].rule == "cue:hedge.reportedly.reportedly"


def test_whoever_condemns_an_attack_does_not_tell_of_it() -> None:
    (standing,) = stand("France condemned the [attack] on the school.")
    assert standing.saying is None


def test_reasons_point_at_the_deciding_words() -> None:
    (standing,) = stand("The rebels threatened to [kill] the hostages.")
    reason = standing.reasons["status"]
    assert reason.start is not None
    assert "The rebels threatened to kill"[reason.start : reason.end] == "threatened"


_PIECES = st.sampled_from(
    ["will", "not", "to", "if", "that", "attack", "attacked", "attacking", "no", "without", "of", "planned",
     "ruled out", "possibilities", "urged", "him", "and", ",", ".", "“", "”", "was",
     "foiled", "from", "prevented", "the", "failed"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=25), st.integers(0, 24))
def test_any_order_of_words_is_ruled_on(pieces: list[str], at: int) -> None:
    at %= len(pieces)
    text = " ".join(pieces)
    start = len(" ".join(pieces[:at])) + (1 if at else 0)
    document = read_document(Report(id="r", text=text))
    sentence = document.sentence_at(start)
    if sentence is None:
        return
    frame = Frame(sentence.index, Tag("trigger", start, start + len(pieces[at]), "attack"), (0, len(text)))
    (standing,) = judge_standings(document, (frame,), find_sayings(document, CUES), (), CUES, BOOK)
    assert 0 <= standing.certainty <= 1
    for reason in standing.reasons.values():
        assert reason.start is None or 0 <= reason.start < (reason.end or 0) <= len(text)


def test_failed_talks_were_held_but_a_failed_attack_was_not_done() -> None:
    text = "After failed talks the rebels made a failed attack."
    document = read_document(Report(id="r", text=text))
    frames = tuple(
        Frame(0, Tag("trigger", text.index(word), text.index(word) + len(word), kind), (0, len(text)), "noun")
        for word, kind in (("talks", "meeting"), ("attack", "attack"))
    )
    found = judge_standings(document, frames, (), (), CUES, BOOK)
    assert [standing.status for standing in found] == ["happened", "attempted"]


def test_the_encoder_s_reading_overrules_words_that_say_nothing() -> None:
    text = "The army is to be armed for the retaking of Rawa."
    document = read_document(Report(id="r", text=text))
    start = text.index("retaking")
    frame = Frame(0, Tag("trigger", start, start + 8, "capture"), (0, len(text)), "noun")
    act = Act(start, start + 8, 0.9, (("capture", 0.9),), (("planned", 0.97),), 0.0)
    (standing,) = judge_standings(document, (frame,), (), (Reading((act,)),), CUES, BOOK)
    assert (standing.status, standing.reasons["status"].rule) == ("planned", "encoder.status")
