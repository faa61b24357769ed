from datetime import date
from itertools import product
from typing import get_args

from tests.linking.tellings import actor, event

from dateline.codebook import Codebook
from dateline.linking.sameness import same_target
from dateline.linking.within.likeness import Pair, company_of, likeness
from dateline.model import Event, Evidence, Span, Status


def parted_only_where_barred(codebook: Codebook, events: list[Event]) -> bool:
    return all(
        company_of(one, codebook) == company_of(other, codebook) or likeness(Pair(one, other, "", codebook)).barred
        for one, other in product(events, events)
    )


def test_kinds_of_different_companies_are_barred(codebook: Codebook) -> None:
    events = [event(f"e{number}", kind) for number, kind in enumerate(codebook.kinds)]
    assert parted_only_where_barred(codebook, events)


def test_what_happened_keeps_no_company_with_what_did_not(codebook: Codebook) -> None:
    told = product(get_args(Status), (False, True))
    events = [event(f"e{n}", "attack", status=status, background=old) for n, (status, old) in enumerate(told)]
    assert parted_only_where_barred(codebook, events)


def test_a_target_taken_up_by_its_head_or_by_part_of_its_name() -> None:
    pipeline, again = actor("Cano Limon oil pipeline", sort="facility"), actor("pipeline", sort="facility")
    assert same_target(pipeline, again)
    full, short = (actor(words, sort="person", name=words) for words in ("Luis Carlos Galan", "Galan"))
    assert same_target(full, short)
    assert not same_target(full, actor("Carlos Pizarro", sort="person", name="Carlos Pizarro"))
    assert not same_target(pipeline, actor("bank", sort="facility"))


def score(codebook: Codebook, first: Event, second: Event, text: str = "") -> float:
    return likeness(Pair(first, second, text, codebook)).score


def test_a_night_is_told_as_either_of_two_days(codebook: Codebook) -> None:
    told = [event(f"e{n}", "bombing", day=date(2017, 11, n)) for n in (1, 2, 3)]
    assert likeness(Pair(told[0], told[1], "", codebook)).barred is None
    assert likeness(Pair(told[1], told[0], "", codebook)).barred is None
    assert likeness(Pair(told[0], told[2], "", codebook)).barred
    same_day = told[0].model_copy(update={"id": "e9"})
    assert score(codebook, told[0], told[1]) < score(codebook, told[0], same_day)


def test_a_shared_weapon_speaks_for_one_and_another_against(codebook: Codebook) -> None:
    def armed(identifier: str, weapon: str) -> Event:
        span = Span(start=0, end=len(weapon), text=weapon)
        return event(identifier, "attack").model_copy(update={"weapons": (span,)})

    bomb, again, rifle = armed("e1", "car bomb"), armed("e2", "Car bomb"), armed("e3", "rifle")
    assert score(codebook, bomb, again) > score(codebook, bomb, event("e4", "attack")) > score(codebook, bomb, rifle)


def joined_in(codebook: Codebook, text: str, first: tuple[str, str], second: tuple[str, str]) -> float:
    """The likeness of the events at two words of a text, each of a kind."""

    def told(identifier: str, word: str, kind: str) -> Event:
        start = text.index(word)
        trigger = Span(start=start, end=start + len(word), text=word)
        return event(identifier, kind).model_copy(update={"trigger": trigger})

    return score(codebook, told("e1", *first), told("e2", *second), text)


def test_what_is_told_beside_an_act_is_another(codebook: Codebook) -> None:
    attacked, bombed = ("attacked", "attack"), ("bombed", "bombing")
    plain = joined_in(codebook, "Gunmen attacked a bank in Tovar. They bombed a post.", attacked, bombed)
    beside = joined_in(codebook, "Gunmen attacked a bank in Tovar. Meanwhile they bombed a post.", attacked, bombed)
    before = joined_in(codebook, "Meanwhile gunmen attacked a bank in Tovar. They bombed a post.", attacked, bombed)
    assert (beside, before) == (plain - 0.5, plain)


def test_the_dead_who_were_also_killed_are_of_the_same_attack(codebook: Codebook) -> None:
    text = "Gunmen attacked a bank in Tovar. Two clerks were also killed."
    assert joined_in(codebook, text, ("attacked", "attack"), ("killed", "killing")) > 0


def test_one_deed_is_not_several(codebook: Codebook) -> None:
    def noun(identifier: str, words: str) -> Event:
        told = event(identifier, "attack")
        kind = Evidence(rule="cue:attack.noun.attack", score=0.8)
        span = Span(start=0, end=len(words), text=words)
        return told.model_copy(update={"trigger": span, "reasons": {**told.reasons, "kind": kind}})

    one, again, several = noun("e1", "attack"), noun("e2", "attack"), noun("e3", "attacks")
    assert score(codebook, one, several) < score(codebook, one, again)
