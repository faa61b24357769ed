"""What a sentence tells only within another act keeps its event, and gets no PLOVER code."""

import pytest

from dateline.model import Event, Record, Report
from dateline.pipeline import Coder


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def coded(coder: Coder, text: str) -> Record:
    return coder.code(Report(id="r", text=text))


def event_of(record: Record, trigger: str) -> Event:
    return next(event for event in record.events if event.trigger.text == trigger)


def way(event: Event) -> str:
    return event.reasons["within"].rule if "within" in event.reasons else ""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # words, and what they are about
        ("Norway condemned the shelling of a hospital in Taiz.", {"ACCUSE"}),
        ("The bombing was condemned by Jordan.", {"ACCUSE"}),
        ("Angola blamed Zambia for the attack on a dam, in which five guards died.", {"ACCUSE"}),
        ("Ethiopia threatened to bomb airfields in Eritrea.", {"THREATEN"}),
        ("The rebels agreed to share the port with their rivals.", {"AGREE"}),
        ("Moscow demanded that Georgia withdraw its troops from the gorge.", {"REQUEST"}),
        ("The junta refused to release the detained ministers.", {"REJECT"}),
        # papers and the act that makes or lifts them
        ("Chad and Libya signed a treaty of friendship and cooperation.", {"AGREE"}),
        ("The government lifted the curfew in Gondar.", {"CONCEDE"}),
        ("Senegal lifted its blockade of the river port.", {"RETREAT"}),
        ("The junta abandoned mediation with the opposition on Friday.", {"SANCTION"}),
        ("A crowd defied the curfew in Kampala.", {"REJECT"}),
        ("The junta ordered two newspapers to cease publication.", {"COERCE"}),
        ("The shipping union said the port must abolish the fees.", {"REQUEST"}),
        ("Togo received a team of observers from the African Union.", {"RETREAT"}),
        ("The militia is willing to leave the airport, Libya said.", {"AGREE"}),
        ("Oman offered to free detained sailors after months of talks.", {"AGREE"}),
        ("Norway promised money to rebuild houses burned by militias.", {"AGREE"}),
        ("Iran launched two missiles into the sea on Sunday.", {"MOBILIZE"}),
        ("Denmark granted self-rule to the islands.", {"CONCEDE"}),
        # occasions and matters of other acts
        ("Soldiers arrested thirty men after riots in Lagos.", {"COERCE"}),
        ("Thousands marched in Bilbao in protest against the killing of a councillor.", {"PROTEST"}),
        ("Kenya sent troops to the border following clashes between herders.", {"MOBILIZE"}),
        # conditions, possibilities, refusals
        ("Uganda said it will withdraw its peacekeepers unless the fighting stops.", {"THREATEN"}),
        ("The ministers spoke of a battle against hunger.", set()),
        ("Rebels may attack the port of Massawa.", set()),
        ("The army said it will not withdraw from the valley.", {"REJECT"}),
        # acts in their own right keep their codes
        ("Gunmen shot dead a mayor and police arrested two suspects.", {"ASSAULT", "COERCE"}),
        ("Turkey condemned the raid and sent troops to the border.", {"ACCUSE", "MOBILIZE"}),
        ("Police arrested ten people while rebels shelled the town of Kidal.", {"COERCE", "ASSAULT"}),
    ],
)
def test_plover_codes_the_outer_act(coder: Coder, text: str, wanted: set[str]) -> None:
    codes = {event.codes.plover for event in coded(coder, text).events} - {None}
    assert codes == wanted


def test_the_record_keeps_what_is_contained(coder: Coder) -> None:
    record = coded(coder, "Norway condemned the shelling of a hospital in Taiz.")
    shelling = event_of(record, "shelling")
    assert (way(shelling), shelling.codes.plover, shelling.codes.acled) == (
        "within.matter",
        None,
        "Shelling/artillery/missile attack",
    )
    assert shelling.reasons["within"].note == event_of(record, "condemned").id
    assert shelling.status == "happened"


def test_a_clause_beside_the_news_counts_for_less_as_main_event(coder: Coder) -> None:
    record = coded(coder, "Morocco eased the curfew in Oujda on Monday as police detained a striker in Rabat.")
    detained = event_of(record, "detained")
    assert (way(detained), detained.codes.plover) == ("within.aside", "COERCE")
    assert record.main_event == event_of(record, "eased").id


def test_a_describing_participle_holds_nothing(coder: Coder) -> None:
    record = coded(coder, "Striking miners in Bolivia gave the government 48 hours to meet their demands.")
    holders = {event.reasons["within"].note for event in record.events if "within" in event.reasons}
    assert event_of(record, "Striking").id not in holders


def test_a_pronoun_gives_the_party_that_it_stands_for(coder: Coder) -> None:
    record = coded(coder, "Uganda said it had shelled a rebel camp.")
    assert [actor.text for actor in event_of(record, "shelled").actors] == ["Uganda"]


def test_a_government_that_agreed_is_the_actor(coder: Coder) -> None:
    agreed = event_of(coded(coder, "Mali's government agreed to hold talks with the rebels."), "agreed to hold")
    assert [actor.text for actor in agreed.actors] == ["Mali's government"]
