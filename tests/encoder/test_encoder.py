"""The shipped encoder: it computes what it did when it was made, and the same whatever is read beside a sentence."""

import json
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.encoder.encoder import LABELS, Encoder, open_encoder
from dateline.encoder.pieces import LONGEST
from dateline.encoder.reading import Reading
from dateline.errors import EncoderError

DATA = Path(str(files("dateline.encoder") / "data"))
SENTENCE = "Rebels shelled the market of Homs on Friday, killing 14 people, a doctor there said."
TOLERANCE = 0.05
"""Of a logit: builds of onnxruntime round sums of floats differently."""


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return open_encoder()


def test_it_gives_the_golden_logits(encoder: Encoder) -> None:
    golden = json.loads((DATA / "golden.json").read_text(encoding="utf-8"))
    for text, logits in golden.items():
        assert np.abs(encoder.run(encoder.pieces(text))[1] - np.array(logits)).max() < TOLERANCE


def test_it_reads_who_did_what_to_whom_where_and_who_says_so(encoder: Encoder) -> None:
    (reading,) = encoder.read([SENTENCE])
    (act,) = [act for act in reading.acts if SENTENCE[act.start : act.end] == "shelled"]
    assert act.kinds[0][0] == "shelling"
    assert act.statuses[0][0] == "happened"
    roles = {(tie.role, SENTENCE[span.start : span.end]) for span, tie in reading.tied(0, "actor", "at", "time")}
    assert {("actor", "Rebels"), ("at", "Homs"), ("time", "Friday")} <= roles
    (said,) = reading.sayings
    assert said.source is not None
    assert SENTENCE[slice(*said.source)] == "doctor"


COMPANY = (
    SENTENCE,
    "No.",
    "The army denied it.",
    "THE FMLN BLEW UP A BRIDGE.",
    "Fighters loyal to Ali killed two soldiers and wounded six near Taiz, then withdrew, witnesses and a medic said.",
    "On Monday gunmen in Mali abducted a judge, burned three houses and fled; nobody has claimed the attack.",
)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(COMPANY), min_size=1))
def test_a_sentence_reads_the_same_in_any_company(sentences: list[str]) -> None:
    together = ENCODER.read(sentences)
    assert together == [ENCODER.read([sentence])[0] for sentence in sentences]


def test_nothing_is_read_in_no_sentences_and_in_blank_ones(encoder: Encoder) -> None:
    assert encoder.read([]) == []
    assert encoder.read([" "]) == [Reading()]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_offsets_lie_in_the_text(text: str) -> None:
    reading = ENCODER.read([text])[0]
    stretches = [(act.start, act.end) for act in reading.acts] + [(span.start, span.end) for span in reading.spans]
    stretches += [at for said in reading.sayings for at in (said.content, said.source) if at is not None]
    assert all(0 <= start < end <= len(text) for start, end in stretches)


def test_a_sentence_too_long_is_read_to_where_it_is_cut(encoder: Encoder) -> None:
    text = "Rebels shelled Homs. " * 200
    assert len(encoder.pieces(text)) == LONGEST
    assert encoder.read([text])[0].acts


def test_a_folder_without_weights_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="install dateline anew"):
        open_encoder(tmp_path)
    (tmp_path / LABELS).write_text((DATA / LABELS).read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(EncoderError, match="cannot open the encoder"):
        open_encoder(tmp_path)


ENCODER = open_encoder()
