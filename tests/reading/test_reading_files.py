import json
from datetime import date
from pathlib import Path

import pytest

from dateline.errors import InputError, RecordError
from dateline.reading import Reader, read_paths


def write(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_text_keeps_its_title_line_in_the_text(tmp_path: Path) -> None:
    (report,) = read_paths([write(tmp_path, "a.txt", "Troops advance\r\n\r\nThe army said so.\n")])
    assert (report.id, report.title) == ("a", "Troops advance")
    assert report.text == "Troops advance\n\nThe army said so.\n"
    assert report.language == "en"


def test_prose_and_datelines_are_no_titles(tmp_path: Path) -> None:
    for text in (
        "The army attacked.\n\nIt said so.",
        "LIMA, 3 JAN 90 --\n\nThe army",
        "x" * 200 + "\n\nmore",
        "Only one",
    ):
        (report,) = read_paths([write(tmp_path, "a.txt", text)])
        assert report.title is None


def test_markdown_front_matter_gives_the_head(tmp_path: Path) -> None:
    front = "---\npublished: 2024-05-06\npublisher: An NGO\ntags: [x]\n---\n\n# Killings in May\n\nThe words of it."
    (report,) = read_paths([write(tmp_path, "a.md", front)])
    assert (report.title, report.publisher, report.published) == ("Killings in May", "An NGO", date(2024, 5, 6))
    assert report.text == "# Killings in May\n\nThe words of it."


@pytest.mark.parametrize(
    "front",
    [
        "---\n" + "[" * 100_000 + "\n---\nText",
        "---\npublished: 2024-13-45\n---\nText",
        "---\n: [\n---\nText",
        "---\n- a\n---\nText",
        "---\npublished: soon\n---\nText",
    ],
)
def test_broken_front_matter_is_refused(tmp_path: Path, front: str) -> None:
    with pytest.raises(InputError, match=r"a\.md"):
        list(read_paths([write(tmp_path, "a.md", front)]))


def test_html_gives_the_main_text_and_head(tmp_path: Path) -> None:
    body = "".join(
        f"<p>Soldiers entered the village of Vela on day {n} and burned the houses there.</p>" for n in range(8)
    )
    page = (
        '<html><head><title>Raid on Vela</title><meta property="og:site_name" content="The Daily">'
        '<meta property="article:published_time" content="2021-03-04T10:00:00Z"></head>'
        "<body><nav><a href='/'>Home</a></nav><script>evil()</script>"
        f"<article><h1>Raid on Vela</h1>{body}</article></body></html>"
    )
    (report,) = read_paths([write(tmp_path, "a.html", page)])
    assert "Soldiers entered the village of Vela on day 7" in report.text
    assert "evil" not in report.text
    assert (report.title, report.publisher, report.published) == ("Raid on Vela", "The Daily", date(2021, 3, 4))


def test_json_object_and_array(tmp_path: Path) -> None:
    one = write(
        tmp_path, "one.json", json.dumps({"text": "Words of one.", "published": "2020-01-02T03:04:05Z", "x": 1})
    )
    many = write(tmp_path, "many.json", json.dumps([{"id": 7, "text": "Seven."}, {"text": "Eight."}]))
    reports = list(read_paths([one, many]))
    assert [report.id for report in reports] == ["one", "7", "many:2"]
    assert reports[0].published == date(2020, 1, 2)


def test_jsonl_lines_end_at_newline_only(tmp_path: Path) -> None:
    odd = "One\u2028two\u0085three\u202efour \x0b five"
    path = write(
        tmp_path, "a.jsonl", json.dumps({"text": odd}, ensure_ascii=False) + "\n\n" + json.dumps({"text": "b"})
    )
    assert [(r.id, r.text) for r in read_paths([path])] == [("a:1", odd), ("a:3", "b")]


def test_half_a_surrogate_pair_is_replaced_one_for_one(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", '{"text": "ab \\ud800 cd \\u0000 e", "title": "\\udfff"}')
    (arrival,) = Reader().read([path])
    assert arrival.report.text == "ab \ufffd cd \x00 e"
    assert [(n.code, n.start, n.end) for n in arrival.notices] == [("encoding", 3, 4)]


def test_a_broken_line_names_file_and_line(tmp_path: Path) -> None:
    path = write(
        tmp_path, "a.jsonl", '{"text": "a"}\n{"text": \n{"text": "c"}\n{"no": 1}\n[]\n{"text": "d", "published": "x"}'
    )
    problems: list[InputError] = []
    ids = [a.report.id for a in Reader(on_problem=problems.append, skip_bad=True).read([path])]
    assert ids == ["a:1", "a:3"]
    assert all(isinstance(problem, RecordError) for problem in problems)
    assert [problem.where for problem in problems] == [f"{path}:{line}" for line in (2, 4, 5, 6)]
    problems.clear()
    assert [a.report.id for a in Reader(on_problem=problems.append).read([path])] == ["a:1"]
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t ", "is empty"),
        ("a.txt", b"ab\0cd", "binary"),
        ("a.txt", b"%PDF-1.4 x", "PDF"),
        ("a.txt", b"\x89PNG\r\n", "picture"),
        ("a.json", b"{", "broken JSON"),
        ("a.json", b'{"text": "a"}\n{"text": "b"}', "jsonl"),
        ("a.json", b"[" * 100_000, "cannot be read"),
        ("a.json", b'{"text": " "}', "empty `text`"),
        ("a.html", b"<html><body><script>x</script></body></html>", "no text"),
    ],
)
def test_bad_files_are_refused_with_where_and_why(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    path = write(tmp_path, name, data)
    with pytest.raises(InputError, match=words) as caught:
        list(read_paths([path]))
    assert str(path) in str(caught.value)


def test_a_missing_path_loses_nothing_else(tmp_path: Path) -> None:
    good = write(tmp_path, "good.txt", "Good words.")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    write(tmp_path, "photo.jpg", b"x")
    write(tmp_path, ".hidden.txt", "x")
    problems: list[InputError] = []
    passed: list[Path] = []
    reader = Reader(on_problem=problems.append, on_passed_over=passed.append)
    assert [a.report.id for a in reader.read([tmp_path, tmp_path / "none.txt", good])] == ["good", good.as_posix()]
    assert [problem.where for problem in problems] == [str(tmp_path / "gone.txt"), str(tmp_path / "none.txt")]
    assert [path.name for path in passed] == ["photo.jpg"]


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no file"):
        list(read_paths([tmp_path]))


def test_ids_are_unique_in_a_run(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", '{"id": "x", "text": "a"}\n{"id": "x", "text": "b"}\n{"id": "x", "text": "c"}')
    assert [report.id for report in read_paths([path])] == ["x", "x#2", "x#3"]


def test_other_encodings_are_guessed_and_told(tmp_path: Path) -> None:
    text = (
        "Los militares atacaron la población de Bogotá según señaló el portavoz, y el número de víctimas creció. " * 3
    )
    (arrival,) = Reader().read([write(tmp_path, "a.txt", text.encode("cp1252"))])
    assert arrival.report.text == text
    assert [notice.code for notice in arrival.notices] == ["encoding"]
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        (arrival,) = Reader().read([write(tmp_path, "a.txt", text.encode(encoding))])
        assert arrival.report.text == text
        assert not arrival.notices


def test_defaults_fill_only_what_is_missing(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", '{"text": "a", "published": "2020-01-01"}\n{"text": "b", "publisher": "Own"}')
    first, second = read_paths([path], published=date(2021, 2, 3), publisher="Given")
    assert (first.published, first.publisher) == (date(2020, 1, 1), "Given")
    assert (second.published, second.publisher) == (date(2021, 2, 3), "Own")


def test_a_day_to_come_raises_a_notice(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", '{"text": "a", "published": "2031-01-01"}')
    (arrival,) = Reader(today=date(2026, 1, 1)).read([path])
    assert [notice.code for notice in arrival.notices] == ["future-date"]


def test_five_megabytes_are_read(tmp_path: Path) -> None:
    text = "The army shelled the village on Monday. " * 131_072
    (report,) = read_paths([write(tmp_path, "a.txt", text)])
    assert len(report.text) == len(text)
