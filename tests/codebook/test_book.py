from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.codebook import Codebook, load_codebook
from dateline.codebook.lint import lint, reached
from dateline.errors import DataError

KIND = """
kinds:
  drill:
    label: Drill
    definition: Soldiers practise in public for all to see.
    family: mobilisation
    harm: 1
    verbs: [{verb}]
    codes: {{plover: {plover}, acled: null}}
"""


@pytest.fixture(scope="module")
def book() -> Codebook:
    return load_codebook()


@pytest.fixture
def overlay(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        path = tmp_path / "mine.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


RAID = (
    "kinds: {{cattle-raid: {{label: Raid, definition: Armed men drive off livestock of others., family: property, "
    "harm: 4, codes: {{plover: null, acled: null}}, examples: {}}}}}"
)


def test_our_own_files_pass_the_lint(book: Codebook) -> None:
    assert lint(book) == []


def test_there_are_kinds_for_every_category(book: Codebook) -> None:
    assert len(book.kinds) >= 45
    for scheme in ("plover", "acled", "muc4"):
        assert reached(book, scheme) == frozenset(book.schemes[scheme])
    assert len(reached(book, "plover_mode")) >= 35


def test_an_overlay_adds_and_replaces_and_removes(book: Codebook, overlay: Callable[[str], Path]) -> None:
    mine = load_codebook([overlay("remove: boycott\n" + KIND.format(verb="drill", plover="MOBILIZE"))])
    assert "drilled" in mine.verb_words
    assert mine.kinds.keys() - book.kinds.keys() == {"drill"}
    assert book.kinds.keys() - mine.kinds.keys() == {"boycott"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (KIND.format(verb="{any: drill, scor: 1}", plover="MOBILIZE"), "scor"),
        (KIND.format(verb="{any: drill, frame: nobody}", plover="MOBILIZE"), "no frame 'nobody'"),
        (KIND.format(verb="{any: drill, with: ['@nothing']}", plover="MOBILIZE"), "no word set '@nothing'"),
        (KIND.format(verb="Drill", plover="MOBILIZE"), "lower case"),
        (KIND.format(verb="drill", plover="MOBILISE"), "no category 'MOBILISE'"),
        (KIND.format(verb="drill, drill", plover="MOBILIZE"), "given twice"),
        ("kinds: [", "not valid YAML"),
        ("remove: nothing-of-ours", "nothing-of-ours"),
        (RAID.format("[]"), "no cue leads to it"),
        (RAID.format("[They *drove off* 9 cows., They *took* 2 cows.]"), "too few"),
        (RAID.format("[They *drove* *off* 9 cows.]"), "mark the words"),
    ],
)
def test_a_slip_in_an_overlay_is_told_with_file_and_key(text: str, said: str, overlay: Callable[[str], Path]) -> None:
    path = overlay(text)
    with pytest.raises(DataError, match=r"mine\.yaml") as error:
        load_codebook([path])
    assert said in str(error.value)


def test_examples_say_which_words_name_the_event(overlay: Callable[[str], Path]) -> None:
    given = "[They *drove off* 9 cows., They took 2 cows., Men *stole* a calf.]"
    examples = load_codebook([overlay(RAID.format(given))]).kinds["cattle-raid"].examples
    assert [example.text for example in examples][:2] == ["They drove off 9 cows.", "They took 2 cows."]
    assert [example.text[slice(*example.at)] if example.at else None for example in examples] == [
        "drove off", None, "stole",
    ]  # fmt: skip


def test_words_that_yaml_calls_booleans_stay_words(book: Codebook) -> None:
    assert book.frames["attack"].prepositions["on"] == "target"
