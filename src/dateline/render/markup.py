"""Markup: a small way to write HTML in which every text is escaped."""

from html import escape

_CONTROL = {code: 0x2400 + code for code in range(32) if code not in (9, 10)} | {0x7F: 0x2421}


def text(words: str) -> str:
    """The words as HTML text; control characters become their pictures, one for one ("␀"), as HTML cannot hold them."""
    return escape(words.translate(_CONTROL), quote=True)


def tag(name: str, *children: str, **attributes: str | int | None) -> str:
    """An element. Children are HTML already; attributes are escaped here, "_" in their names is "-", None leaves one
    out. A name that Python keeps to itself takes a closing "_" (class_)."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{told}>{''.join(children)}</{name}>"
