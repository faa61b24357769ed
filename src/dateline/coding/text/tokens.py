"""Tokens: words, numbers and marks with their offsets."""

import re
from collections.abc import Iterator

from dateline.coding.text.closed import QUANTIFIERS
from dateline.coding.text.document import Token, token_of

APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})

_PATTERN = re.compile(
    r"""
      (?:[A-Za-z]\.){2,}                                # U.S., a.m.
    | [A-Z]{1,3}\d{1,4}\b                               # M23, F16
    | \d{1,3}(?:,\d{3})+(?:\.\d+)?                      # 1,200
    | \d{1,3}(?:[ \u00a0\u202f\u2009]000)+\b             # 40 000
    | \d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+\b            # 38 443, by a space that does not break
    | \d+(?:[.:/]\d+)*(?:st|nd|rd|th)?\b                # 3.5, 12:30, 3/11/2017, 21st
    | \d+                                               # digits glued to letters
    | [^\W\d_]+(?:['’ʼ-][^\W\d_]+)*                     # al-Qa'im, state-held, Yarallah
    | ['’](?:s|S)\b                                     # 's, kept apart
    | \.\.\.|--+
    | \S
    """,
    re.VERBOSE,
)
_TAILS = (
    "held|led|backed|controlled|run|ruled|based|born|aligned|supported|allied|affiliated|linked|dominated|occupied|"
    "besieged|populated|majority|speaking|owned|made|trained|armed|funded"
)
_CUT = re.compile(rf"['’ʼ][sS]$|-(?=(?:{_TAILS})$)", re.IGNORECASE)


def tokenise(text: str, offset: int = 0) -> tuple[Token, ...]:
    """Cut text into tokens; `offset` is added to every position.

    A possessive 's is a token of its own, and so are hyphen and participle of *state-held*, *U.S.-led*.
    """
    tokens: list[Token] = []
    for match in _PATTERN.finditer(text):
        word, start = match.group(), match.start() + offset
        if letters := word.isalpha():
            tokens.append(Token(start, start + len(word), word, word.lower(), letters, word[0].isupper()))
        elif len(word) == 1:
            tokens.append(_token(start, word))
        elif word.isalnum():
            tokens.append(token_of(start, word))
        else:
            tokens.extend(_parts(start, word))
    return tuple(_unglued(tokens)) if _GLUED.search(text) else tuple(tokens)


# A verb glued to the name before it, where markup between them was stripped: "Boko Haramkills 15", "Al ShababKill two".
_GLUED = re.compile(r"(?<=[^\W\d_][ \u00a0][A-Z])[a-z]{2,}(?:[Kk]ills?|[Aa]ttacks?|[Aa]bducts?|[Mm]urders?)\b")
_VERB = re.compile(r"(?<=[a-z]{3})(?:[Kk]ills?|[Aa]ttacks?|[Aa]bducts?|[Mm]urders?)$")


def _unglued(tokens: list[Token]) -> Iterator[Token]:
    """Such a verb as a token of its own, where a number or "more" behind it shows that it is one ("East Fishkill")."""
    for index, token in enumerate(tokens):
        cut = _VERB.search(token.text) if token.is_capitalised and index else None
        following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        if cut and (following[:1].isdigit() or following in QUANTIFIERS):
            yield _token(token.start, token.text[: cut.start()])
            yield _token(token.start + cut.start(), cut.group())
        else:
            yield token


def _parts(start: int, word: str) -> Iterator[Token]:
    cut = _CUT.search(word)
    if cut is None or cut.start() == 0:
        yield _token(start, word)
        return
    yield _token(start, word[: cut.start()])
    if cut.group() == "-":
        yield _token(start + cut.start(), "-")
        yield _token(start + cut.end(), word[cut.end() :])
    else:
        yield _token(start + cut.start(), word[cut.start() :])


def _token(start: int, word: str) -> Token:
    return token_of(start, word, word.lower().translate(APOSTROPHES))
