import re
from html import unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Record, Report
from dateline.render.marked_text import ROLES, Mark, marked_text, marks_of
from dateline.render.notebook import html_of, register
from dateline.render.page import page_of

VOID = {"meta", "line"}


class Balance(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def bare(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def test_page_is_balanced_and_asks_nothing_of_others(report: Report, record: Record) -> None:
    page = page_of([(report, record), (report, record)])
    parser = Balance()
    parser.feed(page)
    assert not parser.open
    assert all(link.startswith("#") for link in parser.links)
    assert "http" not in re.sub(r"<meta http-equiv", "", page)
    assert "url(" not in page
    assert "@import" not in page


def test_page_escapes_everything(report: Report, record: Record) -> None:
    page = page_of([(report, record)])
    assert "<hill>" not in page
    assert "<b>strange" not in page
    assert "&lt;hill&gt;" in page


def test_a_link_that_is_no_web_address_is_left_out(report: Report, record: Record) -> None:
    evil = report.model_copy(update={"url": "javascript:alert(1)"})
    assert "javascript:" not in page_of([(evil, record)])


def test_script_matches_its_policy(report: Report, record: Record) -> None:
    assert "script-src 'sha256-" in page_of([(report, record)])


def test_every_span_is_marked_with_its_event(report: Report, record: Record) -> None:
    html = marked_text(report.text, marks_of(record))
    assert bare(html) == report.text
    assert re.search(r'class="m trigger" data-e="e1:trigger">retook<', html)
    assert re.search(r'data-e="e1:target e2:actor e3:actor[^"]*">rebels<', html) or "e1:target" in html


@given(
    st.text(max_size=60),
    st.lists(
        st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(ROLES), st.sampled_from(["", "e1", "e2"]))
    ),
)
def test_any_marks_leave_the_words_as_they_are(words: str, spans: list[tuple[int, int, str, str]]) -> None:
    html = marked_text(words, [Mark(*span) for span in spans])
    pictured = "".join(chr(0x2400 + ord(c)) if ord(c) < 32 and c not in "\n\t" else c for c in words).replace(
        "\x7f", "␡"
    )
    assert bare(html).replace("\r", "␍") == pictured


def test_notebook_form_holds_the_events(record: Record) -> None:
    html = html_of(record)
    assert "Army of X" in html
    assert "<script" not in html


def test_register_without_ipython_does_nothing() -> None:
    assert register() is False
