"""Folding of names, so that spelling, case, accents, hyphens, apostrophes and articles do not part what is one.

"al-Qa'ida", "Al Qaida" and "AL-QAIDA" fold alike; "Haider al-Abadi" and "Haidar Al Abadi" share a skeleton.
"""

import re
import unicodedata
from functools import lru_cache

_DROPPED = frozenset({"the", "al", "el", "ul", "ad", "an", "ar", "as", "ash", "at", "az", "'s", ""})
"""The article, and Arabic's as it is written in Latin letters (inside a hyphenated word only, but for al and el)."""
_ALONE = frozenset({"the", "al", "el", "'s", "", "of"})
_PARTS = re.compile(r"[^\W_]+(?:['][^\W_]+)*")
_POSSESSIVE = re.compile(r"'s\b|(?<=s)'(?=\W|$)")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "ʿ": "'", "ʾ": "'"})
_DOUBLED = re.compile(r"(.)\1+")
_SOUNDS = (("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ch", "s"), ("q", "k"), ("c", "k"),
           ("z", "s"), ("ph", "f"), ("v", "f"), ("w", "u"), ("j", "g"))  # fmt: skip


@lru_cache(50_000)
def fold_word(word: str) -> tuple[str, ...]:
    """The folded parts of one token: none for an article or a mark, several for a hyphenated name."""
    if word.isascii() and word.isalpha():
        lower = word.lower()
        return () if lower in _ALONE else (lower,)
    if len(word) == 1 and not word.isalnum():
        return ()
    plain = unicodedata.normalize("NFKD", word.translate(_QUOTES).lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace(".", "")
    plain = _POSSESSIVE.sub("", plain)
    parts = [part.replace("'", "") for part in _PARTS.findall(plain)]
    dropped = _DROPPED if len(parts) > 1 else _ALONE
    return tuple(part for part in parts if part not in dropped)


@lru_cache(50_000)
def fold(name: str) -> tuple[str, ...]:
    """The folded words of a name."""
    plain = _POSSESSIVE.sub("", name.translate(_QUOTES))
    return tuple(part for word in plain.replace("/", " ").split() for part in fold_word(word))


def folds(name: str) -> set[tuple[str, ...]]:
    """All foldings under which a name is looked up: with a possessive's s lost ("Worker's") and kept ("Workers")."""
    plain = name.translate(_QUOTES)
    variants = {plain, plain.replace("'s ", "s ").replace("s' ", "s "), plain.replace("s' ", " ")}
    return {folded for variant in variants if (folded := fold(variant))}


def skeleton(words: tuple[str, ...]) -> tuple[str, ...]:
    """What transliteration leaves alone: the consonants of each word, similar ones joined, doubled ones once.

    Only names of persons are compared by it, and only whole ones: single words collide.
    """
    return tuple(_bones(word) for word in words)


def _bones(word: str) -> str:
    for sound, plain in _SOUNDS:
        word = word.replace(sound, plain)
    return _DOUBLED.sub(r"\1", word[:1] + re.sub("[aeiouyh]", "", word[1:]))
