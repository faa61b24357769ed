from pathlib import Path

from dateline.codebook import load_codebook

PAGE = Path(__file__).resolve().parents[2] / "docs" / "codebook.md"


def test_the_example_of_the_page_loads(tmp_path: Path) -> None:
    example = PAGE.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    path = tmp_path / "mine.yaml"
    path.write_text(example, encoding="utf-8")
    book = load_codebook([path])
    assert "cattle-raid" in book.kinds
    assert "boycott" not in book.kinds
    assert "rustled" in book.verb_words
