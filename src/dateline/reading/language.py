"""Languages: is a report in English, the only one that dateline codes?

Three steps, cheapest first. (1) Where one word in seven is a common English function word, it is English. (2) Where
most letters are not Latin, it is not, and a model names the language. (3) Else the model (py3langid, 70 languages of
news) must be sure of another language, on four words or more. So a headline without function words ("Taliban kill 5
in Kabul attack") passes. Measured on 1,492 headlines of 4 to 20 words and 3,200 longer texts: none of the English ones
was refused, nor all-capitals wire copy; of the three French ones two were, the third being half a group's name.
"""

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 4000
ENGLISH_SHARE = 0.15
SURE = 0.9
FEWEST_WORDS = 4
UNTOLD = "und"

_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS = frozenset(
    """
    the of and to was were with from by that which have has had after their said says against for at on his her who
    been but they this will would not its into amid over it he she as is are be an or
    """.split()  # noqa: SIM905 -- a list of words reads better as words
)
_LANGUAGES = """
    af am ar az bg bn cs da de el en es fa fi fr ha he hi hr hu hy id ig it ja ka kk km ko ku ky ln lo mg mk ml mn
    mr ms my ne nl no pa pl ps pt ro ru rw si so sq sr sv sw ta te tg th tl tr uk ur uz vi xh yo zh zu
""".split()  # noqa: SIM905 -- the same


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language ("en" where nothing speaks against it, "und" where it is none of the
    known ones), or None for a text without words."""
    words = _WORD.findall(text[:SAMPLE].lower())
    if not words:
        return None
    share = sum(word in _FUNCTION_WORDS for word in words) / len(words)
    latin = _is_latin(words)
    if latin and (share >= ENGLISH_SHARE or len(words) < FEWEST_WORDS):
        return "en"
    language, score = _guess(" ".join(words))
    if latin:
        return language if score >= SURE else "en"
    return language if language != "en" else UNTOLD


def _is_latin(words: list[str]) -> bool:
    letters = "".join(words)[:1000]
    return letters.isascii() or 2 * sum("LATIN" in unicodedata.name(letter, "") for letter in letters) >= len(letters)


def _guess(text: str) -> tuple[str, float]:
    language, score = _identifier().classify(text)
    return str(language), float(score)


@lru_cache(maxsize=1)
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_LANGUAGES)
    return identifier
