"""Joining: one incident from what several reports tell of it."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.linking.values.voices import Outlet

from dateline.codebook import Codebook, load_codebook
from dateline.errors import SettingsError
from dateline.linking.values.joining import join_tellings
from dateline.linking.values.originals import Voices
from dateline.linking.values.rules import RULES
from dateline.linking.values.telling import Telling
from dateline.model import Actor, Evidence, JoinedIncident, Span, Time

BOOK = load_codebook()
DAY = date(2016, 5, 3)
TEXT = "On Tuesday an airstrike by government jets on a market in Aleppo killed 12 civilians, the Observatory said."


def told(name: str, number: int, day: date, publisher: str, doer: str | None, precision: str) -> Telling:
    text = TEXT.replace("12", str(number)).replace("government", doer or "unknown")
    outlet = Outlet(name, text, publisher, day)
    actors = (outlet.actor(f"{doer} jets", f"{doer}-MIL".upper(), "state", country=doer, sector="MIL"),) if doer else ()
    outlet.tell(
        "airstrike",
        "airstrike",
        actors=actors,
        places=(outlet.place("Aleppo", precision=precision),),
        time=outlet.time("Tuesday", DAY),
        losses=(outlet.loss(f"{number} civilians", number, "civilians"),),
        claim=outlet.claim(outlet.actor("the Observatory", sort="organisation")),
    )
    return outlet.telling()


TELLINGS = st.lists(
    st.builds(
        told,
        st.integers(0, 99).map(lambda n: f"r{n}"),
        st.integers(1, 40),
        st.integers(0, 5).map(lambda n: DAY + timedelta(days=n)),
        st.sampled_from(["One", "Two", "Three"]),
        st.sampled_from(["syr", "rus", None]),
        st.sampled_from(["town", "admin1", "country"]),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda telling: telling.report,
)


@settings(max_examples=25, deadline=None)
@given(TELLINGS, st.randoms(), st.sampled_from(sorted(RULES)))
def test_the_order_of_tellings_never_matters(tellings: list[Telling], random: object, rule: str) -> None:
    joined = join_tellings(tellings, BOOK, identifier="j", rule=rule)
    mixed = list(tellings)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert join_tellings(mixed, BOOK, identifier="j", rule=rule) == joined


@settings(max_examples=25, deadline=None)
@given(TELLINGS)
def test_every_mention_stands_in_its_report(tellings: list[Telling]) -> None:
    numbers = {t.report: t.record.events[0].losses[0].best for t in tellings}
    for statement in join_tellings(tellings, BOOK, identifier="j").statements:
        text = next(t for t in tellings if t.report == statement.report)
        mention = statement.mention
        assert mention is not None
        assert statement.report in numbers
        assert _words_at(text, mention.start, mention.end) == mention.text


def _words_at(telling: Telling, start: int | None, end: int | None) -> str | None:
    event = telling.record.events[0]
    number = event.losses[0].best
    doer = event.actors[0].text.removesuffix(" jets") if event.actors else "unknown"
    return TEXT.replace("12", str(number)).replace("government", doer)[start:end]


@settings(max_examples=15, deadline=None)
@given(TELLINGS)
def test_it_reads_back_as_it_was_written(tellings: list[Telling]) -> None:
    joined = join_tellings(tellings, BOOK, identifier="j")
    assert JoinedIncident.model_validate_json(joined.model_dump_json()) == joined


@settings(max_examples=15, deadline=None)
@given(TELLINGS)
def test_voices_made_beforehand_change_nothing(tellings: list[Telling]) -> None:
    voices = {telling.report: Voices(telling.record, BOOK.originals) for telling in tellings}
    assert join_tellings(tellings, BOOK, identifier="j", voices=voices) == join_tellings(tellings, BOOK, identifier="j")


def test_members_events_and_reasons(codebook: Codebook) -> None:
    reason = Evidence(rule="linking.across", score=0.9, note="same day, same place")
    tellings = [told("r2", 5, DAY, "Two", None, "town"), told("r1", 5, DAY, "One", "syr", "town")]
    joined = join_tellings(tellings, codebook, identifier="j7", reasons=(reason,))
    assert joined.id == "j7"
    assert [(m.report, m.incident, m.main) for m in joined.members] == [("r1", "i1", True), ("r2", "i1", True)]
    assert joined.events == ("r1/e1", "r2/e1")
    assert joined.reasons == (reason,)
    assert (joined.kind, joined.status, joined.rule) == ("airstrike", "happened", "latest")
    assert [actor.id for actor in joined.actors] == ["SYR-MIL"]
    assert joined.time is not None
    assert joined.time.first == DAY


def test_a_rule_that_there_is_none_of_is_said(codebook: Codebook) -> None:
    with pytest.raises(SettingsError, match="no rule 'lowest'"):
        join_tellings([told("r1", 5, DAY, "One", None, "town")], codebook, identifier="j", rule="lowest")


def test_the_kind_that_most_originals_tell(codebook: Codebook) -> None:
    outlets = [Outlet(f"r{n}", "The raid and the shelling.", f"P{n}") for n in range(3)]
    kinds = ("shelling", "airstrike", "airstrike")
    tellings = [o.tell(kind, "raid").telling() for o, kind in zip(outlets, kinds, strict=True)]
    assert join_tellings(tellings, codebook, identifier="j").kind == "airstrike"


def test_the_finest_place_and_the_narrowest_day_that_are_supported(codebook: Codebook) -> None:
    tellings = []
    for number, (day, more) in enumerate([(DAY, {"precision": "admin1"}), (DAY, {}), (DAY + timedelta(1), {})]):
        outlet = Outlet(f"r{number}", "On that day a raid hit Aleppo.", f"P{number}")
        place = outlet.place("Aleppo", **more)
        tellings.append(outlet.tell("airstrike", "raid", places=(place,), time=outlet.time("that day", day)).telling())
    joined = join_tellings(tellings, codebook, identifier="j")
    assert joined.places[0].precision == "town"
    assert joined.time is not None
    assert joined.time.first == DAY


def test_inferred_parties_are_nobodys_claim(codebook: Codebook) -> None:
    guess = Evidence(rule="theatre.doer", score=0.4)
    first = Outlet("r1", "A raid hit Aleppo.", "One")
    first.tell("airstrike", "raid", actors=(first.actor("raid", "SYR-MIL", evidence=guess),))
    alone = join_tellings([first.telling()], codebook, identifier="j")
    assert [actor.id for actor in alone.actors] == ["SYR-MIL"]
    assert not [s for s in alone.statements if s.matter == "actor"]
    second = Outlet("r2", "Russian jets hit Aleppo.", "Two")
    second.tell("airstrike", "hit", actors=(second.actor("Russian jets", "RUS-MIL"),))
    both = join_tellings([first.telling(), second.telling()], codebook, identifier="j")
    assert [actor.id for actor in both.actors] == ["RUS-MIL"]


def test_mentions_keep_their_sort_when_read_back(codebook: Codebook) -> None:
    outlet = Outlet("r1", "A car bomb went off on Monday.", "One")
    outlet.tell("bombing", "bomb", weapons=(Span(**outlet.at("car bomb")),), time=outlet.time("Monday", DAY))
    joined = join_tellings([outlet.telling()], codebook, identifier="j")
    back = JoinedIncident.model_validate_json(joined.model_dump_json())
    mentions = {s.matter: s.mention for s in back.statements}
    assert not isinstance(mentions["weapon"], Actor)
    assert isinstance(mentions["time"], Time)
