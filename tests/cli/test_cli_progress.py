import pytest

from dateline.cli.progress import FirstBuild, progress


def test_building_the_gazetteer_is_one_line_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    build = FirstBuild()
    build(0.0, "reading")
    build(0.5, "folding names")
    build(1.0, "done")
    assert capsys.readouterr().err.count("building the gazetteer") == 1


def test_no_bar_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(wanted=True) as advance:
        for _ in range(3):
            advance()
    assert capsys.readouterr().err == ""
