import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.projects import all_coded

import dateline
from dateline.errors import InputError, SettingsError
from dateline.pipeline.project import open_project


def spans_of(value: object) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            found.append(value)
        found += [span for inner in value.values() for span in spans_of(inner)]
    elif isinstance(value, list | tuple):
        found += [span for inner in value for span in spans_of(inner)]
    return found


def test_all_is_sorted_and_there() -> None:
    assert sorted(dateline.__all__) == list(dateline.__all__)
    assert all(getattr(dateline, name) is not None for name in dateline.__all__)
    assert dir(dateline) == list(dateline.__all__)


def test_an_unknown_name_says_what_there_is() -> None:
    with pytest.raises(AttributeError, match="it offers"):
        _ = dateline.nothing


def test_code_takes_text_and_date() -> None:
    record = dateline.code("Gunmen killed 14 people in Gao on Friday.", published="2024-05-06", publisher="An outlet")
    assert str(record.report.published) == "2024-05-06"
    assert record.report.id.startswith("text-")


def test_code_refuses_what_makes_no_sense() -> None:
    with pytest.raises(SettingsError, match="published"):
        dateline.code("Words.", published="soon")
    with pytest.raises(InputError, match="no text"):
        dateline.code("  ")
    with pytest.raises(InputError, match="bytes"):
        dateline.code(b"Words.")  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=[]), min_size=1, max_size=300))
def test_offsets_match_any_text(words: str) -> None:
    try:
        record = dateline.code(words, published="2024-05-06", language="en")
    except InputError:
        assert not words.strip()
        return
    text = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in words)
    for span in spans_of(record.model_dump()):
        if span["text"] is not None:
            assert isinstance(span["start"], int)
            assert isinstance(span["end"], int)
            assert text[span["start"] : span["end"]] == span["text"]


def test_import_loads_nothing_heavy() -> None:
    code = (
        "import sys, dateline; print(sorted({'pydantic', 'rich', 'typer', 'numpy', 'trafilatura'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_project_is_opened_and_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_project(str(tmp_path / "p.dateline"), create=True) as made:
        made.add(all_coded())
    with dateline.open(tmp_path / "p.dateline") as project:
        (taken,) = project.incidents(country="Iraq", kind="territory-taken")
        assert project.incident(taken.id) == taken
        assert [change.what for change in project.changes("2020-01-01", taken.id)] == ["appeared"]
        assert project.control("2017-11-04", place="Qaim")
        monkeypatch.setitem(sys.modules, "pandas", None)
        with pytest.raises(SettingsError, match="pip install pandas"):
            project.frame()
    with pytest.raises(SettingsError, match="there is no project"):
        dateline.open(tmp_path / "none.dateline")


def test_a_frame_has_a_row_an_incident(tmp_path: Path) -> None:
    pytest.importorskip("pandas")
    with open_project(str(tmp_path / "p.dateline"), create=True) as made:
        made.add(all_coded())
        frame = made.frame(kind="territory-taken")
    assert frame.shape[0] == 1
    assert str(frame["first"].iloc[0].date()) == "2017-11-03"
    assert frame.index.name == "id"
