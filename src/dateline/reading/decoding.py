"""Decoding: a file's bytes into text, or a clear word about why not."""

import codecs

from dateline.errors import InputError
from dateline.model import Notice
from dateline.reading.arrival import sound

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FORMATS = (
    (b"%PDF", "a PDF", "extract its text first, for example with pdftotext"),
    (b"PK\x03\x04", "a zip or office file", "save it as text first"),
    (b"\x89PNG", "a picture", "dateline reads text; use OCR first"),
    (b"\xff\xd8\xff", "a picture", "dateline reads text; use OCR first"),
    (b"GIF8", "a picture", "dateline reads text; use OCR first"),
    (b"\x1f\x8b", "compressed", "unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old office file", "save it as text first"),
)
_SAMPLE = 65536
_CONTROL = bytes(code for code in range(32) if code not in b"\t\n\r\f\x1b")
_GUESS_SAMPLE = 2_000_000
_FEW = 0.1


def decode(data: bytes, where: str) -> tuple[str, tuple[Notice, ...]]:
    """The text of these bytes: by its byte-order mark, as UTF-8, or by a guess (told in the notice `encoding`).

    Raises InputError where the bytes are empty, binary, or in no encoding that can be told.
    """
    if not data.strip():
        raise InputError("is empty", where, "give a file with the report's text")
    for mark, name in _BOMS:
        if data.startswith(mark):
            try:
                return sound(data.decode(name))
            except UnicodeDecodeError as error:
                raise InputError(f"is not the {name} that it starts as", where, "save it as UTF-8") from error
    _refuse_binary(data, where)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _guessed(data, where)


def universal(text: str) -> str:
    """The text with line ends as Python's open() gives them, so that offsets match what it reads."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refuse_binary(data: bytes, where: str) -> None:
    for magic, what, remedy in _FORMATS:
        if data.startswith(magic):
            raise InputError(f"is {what}, not text", where, remedy)
    if b"\0" in data[:_SAMPLE]:
        raise InputError("is binary, not text", where, "give text, Markdown, HTML, JSON or JSONL")


def _guessed(data: bytes, where: str) -> tuple[str, tuple[Notice, ...]]:
    encoding = "cp1252" if _is_mostly_ascii(data[:_GUESS_SAMPLE]) else _statistical_guess(data[:_GUESS_SAMPLE], where)
    text, notices = sound(data.decode(encoding, errors="replace"))
    message = f"not UTF-8: read as {encoding}, a guess; odd letters may be wrong"
    return text, (Notice(code="encoding", message=message), *notices)


def _is_mostly_ascii(data: bytes) -> bool:
    """English with some typographic quotes or names: cp1252 in all likelihood, where statistics often err."""
    return sum(byte >= 0x80 for byte in data) < _FEW * len(data) and len(data.translate(None, _CONTROL)) == len(data)


def _statistical_guess(data: bytes, where: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise InputError("is in no encoding that can be told, or binary", where, "save it as UTF-8")
    return best.encoding
