"""Losses: which number belongs to which loss and group."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.codebook import load_codebook
from dateline.codebook.losses import load_losses
from dateline.coding.losses.count import count_losses, read_losses
from dateline.coding.roles.frames import Frame
from dateline.coding.tagging.tags import Tag
from dateline.coding.text.reading import read_document
from dateline.encoder.reading import Act, Found, Reading, Tie
from dateline.model import Loss, Report

BOOK = load_losses()


def losses(text: str) -> list[Loss]:
    return [row.loss for row in read_losses(read_document(Report(id="r", text=text)), BOOK, ())]


def brief(text: str) -> list[str]:
    """Each row as "loss best group", the loss as written in the record."""
    return [f"{row.loss} {row.best} {row.group}" for row in losses(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 people were killed and 30 wounded.", ["killed 10 unknown", "wounded 30 unknown"]),
        ("The bomb killed ten, wounding dozens more.", ["killed 10 unknown", "wounded 36 unknown"]),
        ("The shelling left 5 dead and 12 injured.", ["killed 5 unknown", "wounded 12 unknown"]),
        ("Nine dead, 30 injured in market blast", ["killed 9 unknown", "wounded 30 unknown"]),
        ("The fire claimed 12 lives.", ["killed 12 unknown"]),
        ("The bodies of five men were found near the river.", ["killed 5 unknown"]),
        ("Police recovered 20 corpses.", ["killed 20 unknown"]),
        ("The death toll rose to 29.", ["killed 29 unknown"]),
        ("Officials put the death toll at 41.", ["killed 41 unknown"]),
        ("The death toll has climbed from 12 to 17.", ["killed 17 unknown"]),
        ("The number of people killed has risen to 45.", ["killed 45 unknown"]),
        ("The strike resulted in the deaths of four nurses.", ["killed 4 civilians"]),
        ("The bomber also died.", ["killed 1 perpetrators"]),
        ("All five gunmen were killed.", ["killed 5 perpetrators"]),
        ("Both attackers were shot dead.", ["killed 2 perpetrators"]),
        ("A soldier was killed.", ["killed 1 fighters: soldier"]),
        (
            "A SOLDIER WAS KILLED AND TWO POLICEMEN WERE WOUNDED.",
            ["killed 1 fighters: SOLDIER", "wounded 2 fighters: POLICEMEN"],
        ),
        ("John Smith, 30, was killed.", ["killed 1 unknown"]),
        ("Over 1 000 people have been killed.", ["killed 1000 unknown"]),
        ("The gunman, aged 19, was shot dead by police.", ["killed 1 perpetrators"]),
        ("Gunmen shot and killed four policemen.", ["killed 4 fighters: policemen"]),
        ("Fighters beheaded 21 Coptic Christians.", ["killed 21 unknown"]),
        ("THE TERRORISTS MURDERED SIX PRIESTS AND TWO WOMEN.", ["killed 6 civilians", "killed 2 civilians"]),
        ("Four Palestinians and an Israeli were killed.", ["killed 4 unknown", "killed 1 unknown"]),
        ("The clash left two soldiers and a nurse dead.", ["killed 2 fighters: soldiers", "killed 1 civilians"]),
        (
            "Three civilians were killed and two others were wounded when a shell hit a house.",
            ["killed 3 civilians", "wounded 2 civilians"],
        ),
        (
            "Mortars hit the camp, killing two nurses and five others were hurt.",
            ["killed 2 civilians", "wounded 5 civilians"],
        ),
        ("Troops killed 3 rebels with M-16 rifles in 2014.", ["killed 3 fighters: rebels"]),
        ("The army said no one was hurt.", ["wounded 0 unknown"]),
        ("There were no casualties.", ["killed 0 unknown", "wounded 0 unknown"]),
        ("They threatened to kill 10 hostages.", []),
        ("The bomb could have killed 200 people.", []),
        ("The police did not kill two men.", []),
        ("Fifteen people, including the attacker, died.", ["killed 14 unknown", "killed 1 perpetrators"]),
        (
            "The raid killed 12 people: eight civilians and four soldiers.",
            ["killed 8 civilians", "killed 4 fighters: soldiers"],
        ),
        ("Rebels kidnapped 12 oil workers.", ["abducted 12 civilians"]),
        ("Up to 40 people are missing.", ["missing 40 unknown"]),
        ("40,000 people fled their homes.", ["displaced 40000 unknown"]),
        ("Fighting has displaced more than 1.2 million people.", ["displaced 1200000 unknown"]),
        ("About 200 fighters surrendered to the army.", ["surrendered 200 fighters: fighters"]),
        ("Police arrested 15 suspects.", ["detained 15 unknown"]),
        (
            "Militants are holding tens of thousands of civilians as human shields, having killed hundreds.",
            ["held 30000 civilians", "killed 300 civilians"],
        ),
        ("They are holding talks with 20 elders.", []),
        (
            "Six clerks were shot to death and three others became injured.",
            ["killed 6 civilians", "wounded 3 civilians"],
        ),
        (
            "A policeman took the place of a captive, was later stabbed and died of his wounds.",
            ["killed 1 fighters: policeman"],
        ),
        ("The rocket claimed 9 civilian lives and another 4 were hurt.", ["killed 9 civilians", "wounded 4 civilians"]),
        ("He attacked a student near the square and killed her.", ["killed 1 civilians"]),
        ("The knifeman stabbed an Irish American to death.", ["killed 1 unknown"]),
        (
            "Six militants, including the bomber and at least 9 farmers were killed.",
            ["killed 6 perpetrators", "killed 9 civilians"],
        ),
        ("Two guards were slightly to seriously injured.", ["wounded 2 fighters: guards"]),
        (
            "Ten others, six officers and four clerks, were wounded.",
            ["wounded 6 fighters: officers", "wounded 4 civilians"],
        ),
        ("3 US sailors were wounded.", ["wounded 3 civilians"]),
        (
            "FOUR OFFICERS OF THE CHADIAN ARMY AND 15 REBELS DIED.",
            ["killed 4 fighters: OFFICERS", "killed 15 fighters: REBELS"],
        ),
        ("THE NUNS HANDED OVER A LIST OF 12 SETTLERS WHO WERE KILLED.", ["killed 12 civilians"]),
        ("THE MEN SHOUTED THAT THEY HAD KILLED ARANGO.", []),
        ("A SPOKESMAN ADMITTED THAT ONE EXTREMIST WAS KILLED.", ["killed 1 fighters: EXTREMIST"]),
        ("Seven teachers were killed, and no one was arrested.", ["killed 7 civilians", "detained 0 unknown"]),
        ("Soldiers shot a 23 year old Polish man dead.", ["killed 1 unknown"]),
        ("Two drivers were fatally shot.", ["killed 2 civilians"]),
        ("Four women suffered minor injuries.", ["wounded 4 civilians"]),
        ("A suicide bomber struck a checkpoint, killing nine.", ["killed 9 unknown", "killed 1 perpetrators"]),
        ("Police arrested a would-be suicide bomber before the bomb exploded.", ["detained 1 perpetrators"]),
        ("The gunman blew himself up.", ["killed 1 perpetrators"]),
        ("No soldiers or civilians were hurt.", ["wounded 0 fighters: soldiers", "wounded 0 civilians"]),
        (
            "Two Kenyans, an Italian and a Pole were killed.",
            ["killed 2 unknown", "killed 1 unknown", "killed 1 unknown"],
        ),
        ("40 people, 6 officers and 34 clerks, were killed.", ["killed 6 fighters: officers", "killed 34 civilians"]),
        ("The attacker took two nurses hostage before he was killed.", ["held 2 civilians", "killed 1 perpetrators"]),
        ("Seven shoppers were stabbed at a supermarket.", ["wounded 7 civilians"]),
        ("A man stabbed 3 guests. Police said one of them died.", ["killed 1 unknown"]),
        (
            "SIX PRIESTS -- FIVE SPANIARDS AND ONE SWEDE -- AND TWO MAIDS WERE MURDERED BY 30 MEN.",
            ["killed 6 civilians", "killed 2 civilians"],
        ),
        ("The funeral of six monks, five of them Danes, who were killed on Monday.", ["killed 6 civilians"]),
        ("Many IS militants fled, after several leaders were killed in airstrikes.", ["killed 5 unknown"]),
        ("There were over 200 dead or wounded.", ["killed None unknown"]),
        ("Our side lost four sailors, and 12 more were wounded.", ["killed 4 civilians", "wounded 12 civilians"]),
        ("Forty people lost their homes.", []),
        ("The raid killed Hamas commander Omar and two of his bodyguards.", ["killed 1 unknown"]),
        ('They said 20 "rebels" had been killed.', ["killed 20 fighters: rebels"]),
        ("Also killed were three policemen.", ["killed 3 fighters: policemen"]),
        ("Between 10 and 15 people died.", ["killed 12 unknown"]),
        ("Either killing or wounding 20 people, they left.", ["killed None unknown", "wounded None unknown"]),
        ("They burned 12 houses and killed 30 cattle.", []),
    ],
)
def test_losses(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("30 people, including 10 foreigners, were killed.", ["10 foreigners"]),
        ("Twelve people were killed, among them three children.", ["three children"]),
        ("42 farmers, among them 11 children and 7 women, have died.", ["11 children", "7 women"]),
        ("Shells killed six, including a woman and her two children.", ["a woman", "her two children"]),
        ("Ten people were killed. The dead included three nurses.", ["three nurses"]),
        ("Ten people were killed. Among the dead were three nurses.", ["three nurses"]),
        ("At least 500 people died. Two women and six boys are among the dead.", ["Two women", "six boys"]),
        ("The blast killed 40 people, including six nurses and a judge.", ["six nurses", "a judge"]),
    ],
)
def test_parts_are_never_added(text: str, parts: list[str]) -> None:
    (row,) = losses(text)
    assert [part.text for part in row.of_which] == parts


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Since January, 300 people have been killed in the province.", "cumulative"),
        ("Some 70,000 people died in ten years of civil war.", "cumulative"),
        ("In the past two months 90 farmers were killed.", "cumulative"),
        ("Over 500 people have been killed in recent weeks.", "cumulative"),
        ("Gangs killed 40 people this year.", "cumulative"),
        ("Between 2011 and 2014 they killed 900 people.", "cumulative"),
        ("The war has killed more than 2,000 people.", "cumulative"),
        ("The conflict, which has claimed 4,000 lives, is in its third year.", "cumulative"),
        ("More than 3,000 people have been killed since the conflict broke out.", "cumulative"),
        ("It is the worst battle of a war that has claimed 9,000 lives.", "cumulative"),
        ("Some 150,000 people have been killed.", "cumulative"),
        ("12 people were killed on Friday, a war monitor said.", "new"),
        ("12 people were killed in an attack on a war memorial.", "new"),
        ("12 people were killed in several attacks on Friday.", "total"),
        ("At least 43 people were killed across Sanga on Friday.", "total"),
        ("A total of 12 people were killed.", "total"),
        ("Around 12 people were killed.", "new"),
        ("In the deadliest attack since 2014, 30 people were killed.", "new"),
        ("In the past 24 hours 3 people were killed.", "new"),
        ("Ten people were killed in last week's raid.", "new"),
        ("Two people were killed on Monday.", "new"),
        ("Raids have killed 4,000 civilians since the army first stepped in.", "cumulative"),
        ("Raids have killed 40 civilians since the army first stepped in.", "new"),
        ("The group says that 679 people died in cells from March 2011 to June 2016.", "cumulative"),
    ],
)
def test_scope(text: str, scope: str) -> None:
    assert {row.scope for row in losses(text)} == {scope}


def test_a_loss_goes_to_the_frame_of_its_word_and_a_rising_toll_supersedes() -> None:
    text = "A bomb exploded in a market, killing ten people. The death toll rose to 14."
    document = read_document(Report(id="r", text=text))
    frames = (Frame(0, Tag("trigger", 7, 15, "bombing"), (0, 48)), Frame(1, Tag("trigger", 53, 63, "toll"), (49, 75)))
    first, second = count_losses(read_losses(document, BOOK, ()), frames, load_codebook())
    assert [row.best for row in first] == [10]
    assert [(row.best, row.supersedes) for row in second] == [(14, "e1")]


def test_the_year_of_a_date_is_no_count() -> None:
    assert [row.best for row in losses("The number of victims from March 27 2015 on has reached 236.")] != [2015]
    assert [row.best for row in losses("After May 9, 2016 victims were counted.")] != [2016]


def test_a_loss_goes_to_what_can_cost_lives() -> None:
    text = "Gunmen opened fire at a parade, leaving ten people dead."
    document = read_document(Report(id="r", text=text))
    kinds = (("attack", "opened fire"), ("protest", "parade"))
    frames = tuple(
        Frame(0, Tag("trigger", text.index(words), text.index(words) + len(words), kind), (0, len(text)))
        for kind, words in kinds
    )
    shooting, parade = count_losses(read_losses(document, BOOK, ()), frames, load_codebook())
    assert [row.best for row in shooting] == [10]
    assert parade == ()


@given(st.text(max_size=150))
def test_any_text(text: str) -> None:
    for row in losses(text):
        assert text[row.start : row.end] == row.text


VOCABULARY = """killed wounded 10 people and , were two soldiers no casualties death toll rose to of the including
dead a . others killing survivors himself ( in 2014 at least dozens"""


@given(st.lists(st.sampled_from(VOCABULARY.split()), max_size=25))
def test_any_order_of_words(words: list[str]) -> None:
    text = " ".join(words)
    for row in losses(text):
        assert text[row.start : row.end] == row.text
        known = [value for value in (row.low, row.best, row.high) if value is not None]
        assert known == sorted(known)


def read_with(text: str, *ties: tuple[str, str, float]) -> list[tuple[str, str]]:
    """The losses of one sentence, with ties of an encoder: the words of a count, the loss, the share."""
    document = read_document(Report(id="r", text=text))
    spans = tuple(Found(text.index(w), text.index(w) + len(w), "count", 0.9) for w, _, _ in ties)
    tied = tuple(Tie(0, n, f"loss:{loss}", share) for n, (_, loss, share) in enumerate(ties))
    act = Act(0, 1, 0.9, (("attack", 0.9),), (("happened", 0.9),), 0.0)
    readings = (Reading((act,), spans, tied),) if ties else ()
    return [(row.loss.text, row.loss.loss) for row in read_losses(document, BOOK, (), readings)]


def test_of_people_lost_in_two_ways_the_encoder_strikes_one() -> None:
    text = "Guards opened fire, killing and injuring six miners."
    both = [("six miners", "killed"), ("six miners", "wounded")]
    assert sorted(read_with(text)) == both
    assert read_with(text, ("six", "wounded", 0.97)) == [("six miners", "wounded")]
    assert sorted(read_with(text, ("six", "wounded", 0.6))) == both


def test_the_encoder_strikes_no_loss_that_is_told_in_one_way() -> None:
    assert read_with("A bomb injured two civilians.", ("two", "killed", 0.99)) == [("two civilians", "wounded")]


def test_a_blow_beside_other_losses_is_counted_where_the_encoder_reads_a_wound() -> None:
    text = "Seven people were stabbed and a guard was killed."
    assert read_with(text) == [("a guard", "killed")]
    assert read_with(text, ("Seven", "wounded", 0.95)) == [("Seven people", "wounded"), ("a guard", "killed")]


def test_the_last_of_a_list_is_not_the_next_verb_s() -> None:
    found = read_with("A raid killed a mayor, his wife and two guards and injured three others.")
    assert found == [
        ("a mayor", "killed"),
        ("his wife", "killed"),
        ("two guards", "killed"),
        ("three others", "wounded"),
    ]


def test_people_found_killed_were_killed() -> None:
    assert read_with("Five people were found shot to death in the city.") == [("Five people", "killed")]


def test_a_quarter_of_a_million_is_no_million() -> None:
    assert brief("A quarter of a million people were displaced.") == ["displaced 250000 unknown"]
    assert brief("More than half a million people were displaced.") == ["displaced 500000 unknown"]
