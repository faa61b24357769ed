"""Folding: one key for the many spellings of a place name.

Three keys, each coarser than the one before:

- `fold` drops case, accents, apostrophes and hyphens: "Al Qā’im" and "al-Qa'im" are both "al qaim".
- `bare` also drops an Arabic article at the head: "qaim".
- `sound` also evens out what transliteration leaves open (q/k, ou/u, e/i, doubled letters, a final h): "Hawija" and
  "Al Hawijah" are both "hauija".
- `skeleton` keeps the consonants alone: "Karableh" and "Karabilah" are both "krbl". For a last resort within a country.
"""

import re
import unicodedata

KEYS = 1
"""Changes whenever a key of some name does, so that gazetteers made before are not taken for those made after."""

# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d",
        "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ı": "i", "ə": "a", "Ə": "a", "ħ": "h", "Ħ": "h",
        "'": "", "’": "", "‘": "", "ʼ": "", "`": "", "´": "", "ʿ": "", "ʾ": "", "′": "", "ʻ": "", "‛": "", ".": "",
        "-": " ", "‐": " ", "‑": " ", "–": " ", "—": " ", "_": " ", "/": " ", ",": " ",
    }
)  # fmt: skip
_ARTICLE = re.compile(r"(?:al|el|ar|as|ash|esh|ad|ed|az|ez|an|en|at|adh|edh|ath|er|es|ul) (?=[a-z]{2})")
_SHORT_FORMS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_K = re.compile(r"kh|q|ck|c(?=[^hei]|$)")
_U = re.compile(r"ou|oo|o|w")
_I = re.compile(r"ee|ei|ey|ie|ai|ay|e|y")
_D = re.compile(r"dh|dj(?=[aeiou])")
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"(?<=.)[aiu]")


def fold(name: str) -> str:
    """The name without case, accents, apostrophes, hyphens and full stops; "St" and "Mt" at its head written out."""
    if name.isascii() and name.isalpha():
        return name.lower()
    return written_out(evened(name))


def evened(name: str) -> str:
    """`fold` but for what it does to the head of a name: words evened one by one and joined by blanks, then
    `written_out`, give what `fold` gives for the whole.
    """
    if name.isascii():
        return name.lower() if name.isalpha() else " ".join(name.translate(_LETTERS).lower().split())
    plain = name.translate(_LETTERS)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
        plain = plain.translate(_LETTERS)
    return " ".join(plain.lower().split())


def written_out(evened_name: str) -> str:
    """An evened name with "St" or "Mt" at its head written out, where more follows."""
    head, blank, rest = evened_name.partition(" ")
    return f"{_SHORT_FORMS[head]} {rest}" if blank and head in _SHORT_FORMS else evened_name


def bare(folded: str) -> str:
    """A folded name without the Arabic article at its head; the name itself where it has none."""
    match = _ARTICLE.match(folded) if " " in folded else None
    return folded[match.end() :] if match else folded


def sound(folded: str) -> str:
    """A key that transliterations of one name share; made of a folded name."""
    key = bare(folded).replace(" al ", "").replace(" el ", "").replace(" ", "")
    if "c" in key or "q" in key or "kh" in key:
        key = _K.sub("k", key)
    key = _I.sub("i", _U.sub("u", key)).replace("gh", "g")
    if "d" in key:
        key = _D.sub("d", key)
    key = _DOUBLED.sub(r"\1", key.replace("th", "t").replace("ph", "f"))
    return key[:-1] if len(key) > 1 and key[-1] == "h" else key


def skeleton(sounded: str) -> str:
    """The consonants of a sound key (and its first letter, whatever it is)."""
    return _VOWELS.sub("", sounded)
