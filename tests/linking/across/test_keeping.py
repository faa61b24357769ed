"""Kept traces are the traces, and numbers of keys are for all time."""

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.linking.across.traced import QAIM, trace

from dateline.errors import DataError
from dateline.linking.across.blocking import keys_of
from dateline.linking.across.copies import Print, print_of
from dateline.linking.across.keeping import (
    bands_of,
    key_text,
    numbers_of,
    print_from_json,
    print_to_json,
    stable_number,
    trace_from_json,
    trace_to_json,
)
from dateline.linking.across.trace import Around, Days, Site, Trace
from dateline.linking.across.wording import WHOLE

WORDS = st.text(max_size=8)
DAY = st.integers(-(10**5), 10**6)
DEGREES = st.none() | st.floats(-180, 180)
FEW = st.frozensets(WORDS, max_size=3)
NAMES = st.frozensets(st.lists(WORDS, max_size=3).map(tuple), max_size=3)
MAYBE = st.none() | WORDS
SITES = st.builds(Site, WORDS, DEGREES, DEGREES, st.floats(0, 1000), st.booleans(), MAYBE, MAYBE, st.none() | DAY)
TOLLS = st.dictionaries(WORDS, st.tuples(st.integers(0, 10**9), st.none() | st.integers(0, 10**9)), max_size=3)
TRACES = st.builds(
    Trace,
    report=WORDS,
    incident=WORDS,
    main=st.booleans(),
    told=WORDS,
    kind=WORDS,
    sort=WORDS,
    days=st.none() | st.builds(Days, DAY, DAY, st.booleans()),
    filed=st.none() | DAY,
    sites=st.lists(SITES, max_size=3).map(tuple),
    actors=FEW,
    targets=FEW,
    named=NAMES,
    fatal=st.booleans(),
    tolls=TOLLS,
    weapons=FEW,
    around=st.builds(Around, NAMES, st.frozensets(DAY, max_size=3), FEW),
    words=st.dictionaries(WORDS, st.integers(0, WHOLE), max_size=5),
)


@given(TRACES)
def test_a_kept_trace_is_the_trace_and_has_one_text(made: Trace) -> None:
    text = trace_to_json(made)
    again = trace_from_json(text)
    assert again == made
    assert trace_to_json(again) == text
    assert text.isascii()
    assert "\n" not in text


def test_a_text_that_is_no_trace_is_refused_with_what_to_do() -> None:
    whole = json.loads(trace_to_json(trace("a")))
    without = {name: value for name, value in whole.items() if name != "sites"}
    for broken in ("", "[]", "{}", json.dumps(without), json.dumps(whole | {"words": {"a": WHOLE + 1}})):
        with pytest.raises(DataError, match="trace the record anew"):
            trace_from_json(broken)
    with pytest.raises(DataError, match="has form 2"):
        trace_from_json(json.dumps(whole | {"form": 2}))


def test_keys_have_the_numbers_they_had_yesterday() -> None:
    assert key_text(("real", "force", (137, 164), 736636)) == '["real","force",[137,164],736636]'
    assert stable_number(("real", "force", (137, 164), 736636)) == 2637492630963291595
    assert bands_of(print_of("a", "One, two, three, four, five, six."))[:2] == (
        4076517922360522232,
        6740349641855470840,
    )


def test_numbers_are_the_same_in_another_process() -> None:
    program = (
        "from tests.linking.across.traced import trace\n"
        "from dateline.linking.across.keeping import numbers_of\n"
        "print(*sorted(numbers_of(trace('a'))))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == [str(n) for n in sorted(numbers_of(trace("a")))]


def test_traces_meet_by_number_where_they_meet_by_key() -> None:
    one, other, far = trace("a"), trace("b", sites=(QAIM,)), trace("c", told="unreal")
    assert len(numbers_of(one)) == len(keys_of(one))
    assert numbers_of(one) & numbers_of(other)
    assert not numbers_of(one) & numbers_of(far)


def test_prints_of_one_text_share_their_bands_and_those_of_none_have_none() -> None:
    text = "At dawn two shells fell on the market of a small town and nine people were hurt, medics said on Monday."
    assert bands_of(print_of("a", text)) == bands_of(print_of("b", text.upper()))
    assert not set(bands_of(print_of("a", text))) & set(bands_of(print_of("b", " ".join(reversed(text.split())))))
    assert bands_of(Print("a", ())) == ()


@given(st.builds(Print, WORDS, st.lists(st.integers(0, 2**33), max_size=4).map(tuple)))
def test_a_kept_print_is_the_print(made: Print) -> None:
    assert print_from_json(print_to_json(made)) == made
    with pytest.raises(DataError, match="print"):
        print_from_json(print_to_json(made)[:-1])
