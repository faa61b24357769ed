import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.codebook import Codebook, load_codebook
from dateline.coding.tagging.triggers import TriggerRecogniser
from dateline.coding.tagging.weapons import WeaponRecogniser
from dateline.coding.text.sentences import split_sentences


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def found(codebook: Codebook, text: str) -> list[tuple[str, str]]:
    sentence = split_sentences(text)[0]
    return [(text[t.start : t.end], t.value) for t in TriggerRecogniser(codebook).recognise(sentence, [])]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Troops invaded the town on Friday.", [("invaded", "invasion")]),
        ("Leaders were killed in airstrikes by the coalition.", [("killed", "killing"), ("airstrikes", "airstrike")]),
        ("A man blew himself up at the gate.", [("blew himself up", "suicide-bombing")]),
        ("Gunmen opened fire on a bus.", [("opened fire", "attack")]),
        ("The opposition attacked the government's record on jobs.", [("attacked", "criticism")]),
        ("Death toll in rebel clashes at 30.", [("clashes", "armed-clash")]),
        ("Death toll rises to 28: ministry.", [("Death toll", "killing")]),
        ("Death toll of the earthquake rises to 28.", []),
        ("41 dead as feud goes on.", [("dead", "killing")]),
        ("The goalkeeper's team was attacked for its season in the league.", []),
        ("He joined the Popular Front for the Liberation of Palestine.", []),
    ],
)
def test_tags_the_words_that_name_the_act(codebook: Codebook, text: str, wanted: list[tuple[str, str]]) -> None:
    assert found(codebook, text) == wanted


def test_a_tag_leads_back_to_its_cue_and_frame(codebook: Codebook) -> None:
    text = "Two soldiers died when a mine exploded."
    tags = TriggerRecogniser(codebook).recognise(split_sentences(text)[0], [])
    cues = [codebook.cue(tag.rule) for tag in tags]
    assert [cue.frame.subject for cue in cues if cue] == ["target", "weapon"]


def test_weapons_carry_their_class(codebook: Codebook) -> None:
    text = "They fired mortar shells and threw a hand grenade."
    tags = WeaponRecogniser(codebook).recognise(split_sentences(text)[0], [])
    assert [(text[t.start : t.end], t.value) for t in tags] == [
        ("mortar shells", "artillery"),
        ("hand grenade", "grenade"),
    ]


@given(
    st.lists(
        st.sampled_from([*"-.,'\"() ", "killed ", "blew ", "up ", "army ", "fire ", "’s ", "\n\n", "É "]) | st.text()
    )
)
def test_offsets_match_whatever_the_text(codebook: Codebook, pieces: list[str]) -> None:
    text = "".join(pieces)
    for sentence in split_sentences(text):
        tags = TriggerRecogniser(codebook).recognise(sentence, [])
        tags += WeaponRecogniser(codebook).recognise(sentence, tags)
        assert all(sentence.start <= tag.start < tag.end <= sentence.end for tag in tags)
        assert all(0 < tag.score <= 1 and text[tag.start : tag.end].strip() for tag in tags)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen sexually assaulted two women.", "sexual-violence"),
        ("Barrels of chlorine were dropped on the suburb.", "chemical-attack"),
        ("Commandos drove the rebels out of the port.", "territory-taken"),
        ("Marchers were dispersed with batons.", "protest-intervention"),
        ("Neighbours beat a thief.", "mob-violence"),
        ("Two tribes fought with clubs and spears.", "mob-violence"),
        ("Rebels vacated the post and the army moved in unopposed.", "territory-transferred"),
        ("Masked men bundled a writer into a van.", "abduction"),
        ("Settlers cut down olive trees.", "destruction"),
        ("A mass grave was opened near the prison.", "grave-found"),
    ],
)
def test_passives_gaps_and_near_synonyms_find_their_kind(codebook: Codebook, text: str, kind: str) -> None:
    assert kind in {value for _, value in found(codebook, text)}
