"""Targeting: were those who were hit the ones aimed at? Only where the words say so."""

import re

from dateline.coding.roles.frames import Frame
from dateline.coding.text.document import Document
from dateline.model import Evidence, Targeting

_DELIBERATE = re.compile(
    r"\b(?:deliberate(?:ly)?|intentional(?:ly)?|target(?:ed|ing)|execut(?:ed|ing|ion)|assassinat\w+|massacr\w+|"
    r"at point[- ]blank range|in cold blood|summar(?:y|ily)|behead\w+|lynch\w+)\b",
    re.IGNORECASE,
)
_COLLATERAL = re.compile(
    r"\b(?:collateral|cross-?fire|stray (?:bullets?|shells?|rounds?|rockets?|mortars?)|"
    r"by mistake|mistakenly|accidental(?:ly)?|"
    r"inadvertent(?:ly)?|unintentional(?:ly)?|friendly fire)\b",
    re.IGNORECASE,
)


_EITHER = re.compile(f"{_COLLATERAL.pattern}|{_DELIBERATE.pattern}", re.IGNORECASE)


def tell_targeting(document: Document, frame: Frame) -> tuple[Targeting, Evidence]:
    """Deliberate or collateral by the words of the frame's clause; unclear where they are silent."""
    start, end = frame.clause
    told = _EITHER.search(document.text, start, end)
    for words, value in ((_COLLATERAL, "collateral"), (_DELIBERATE, "deliberate")) if told else ():
        match = words.search(document.text, start, end)
        if match:
            found: Targeting = "collateral" if value == "collateral" else "deliberate"
            return found, Evidence(rule=f"targeting.{value}-words", score=0.8, start=match.start(), end=match.end())
    return "unclear", Evidence(rule="targeting.silent", score=0.5)
