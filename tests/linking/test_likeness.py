from itertools import product
from typing import get_args

from tests.linking.tellings import actor, event

from dateline.codebook import Codebook
from dateline.linking.likeness import Pair, company_of, likeness, same_target
from dateline.model import Event, Status


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
