from io import BytesIO

import pytest

from dateline.reading import Reader


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b"Plain words here.", ["Plain words here."]),
        (b'{"text": "a"}\n{"text": "b"}\n', ["a", "b"]),
        (b'{\n "text": "a"\n}', ["a"]),
        (b'\n[{"text": "a"}, {"text": "b"}]', ["a", "b"]),
        (b"[TEXT] THE ARMY ATTACKED", ["[TEXT] THE ARMY ATTACKED"]),
    ],
)
def test_standard_input_is_told_by_how_it_begins(data: bytes, texts: list[str]) -> None:
    assert [arrival.report.text for arrival in Reader().read(["-"], BytesIO(data))] == texts


def test_html_on_standard_input() -> None:
    page = (
        b"<!DOCTYPE html><html><body><article><p>"
        + b"Soldiers entered the town of Vela. " * 9
        + b"</p></article></body></html>"
    )
    (arrival,) = Reader().read(["-"], BytesIO(page))
    assert arrival.report.text.startswith("Soldiers entered")
