import json

from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.json_lines import read_lines
from dateline.reading.plain import read_plain

ANY = st.text(st.characters(exclude_categories=[]), min_size=1, max_size=200).filter(str.strip)


@given(st.lists(ANY, min_size=1, max_size=5))
def test_any_text_survives_jsonl_character_by_character(texts: list[str]) -> None:
    lines = [json.dumps({"text": text}).encode() + b"\n" for text in texts]
    drafts = list(read_lines(lines, "x.jsonl", "x", lambda _: False))
    assert [len(draft.text) for draft in drafts] == [len(json.loads(line)["text"]) for line in lines]
    for draft, text in zip(drafts, texts, strict=True):
        whole = json.loads(json.dumps(text))
        assert all(kept in (given_, "\ufffd") for kept, given_ in zip(draft.text, whole, strict=True))
        draft.text.encode()


@given(ANY.filter(lambda text: "\0" not in text and not any("\ud800" <= c <= "\udfff" for c in text)))
def test_any_plain_text_is_kept_but_for_line_ends(text: str) -> None:
    draft = read_plain(b"\xef\xbb\xbf" + text.encode(), "x")
    assert draft.text == text.replace("\r\n", "\n").replace("\r", "\n")
