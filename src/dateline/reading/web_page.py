"""HTML: the main text of a page and what its head tells (title, date, publisher, address)."""

import warnings

from dateline.errors import InputError
from dateline.reading.arrival import Draft, day_of, sound
from dateline.reading.decoding import decode


def read_web_page(data: bytes, where: str) -> Draft:
    """A report from the bytes of a saved page: navigation, comments and scripts are left out by trafilatura.

    Offsets count in the text that was drawn out. Raises InputError where no text is found.
    """
    page, notices = decode(data, where)
    from trafilatura import bare_extraction, html2txt

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # other people's deprecations are not the reader's concern
        found = bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            favor_recall=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
        text = (getattr(found, "text", None) or "").strip() or html2txt(page).strip()
    if not text:
        raise InputError("holds no text that a reader would see", where, "save the page with its article, or as text")
    text, more = sound(text)
    draft = Draft(text=text, notices=(*notices, *more))
    return draft if found is None else _with_head(draft, found)


def _with_head(draft: Draft, found: object) -> Draft:
    from dataclasses import replace

    published = getattr(found, "date", None)
    try:
        day = day_of(published) if published else None
    except ValueError:
        day = None
    return replace(
        draft,
        title=_word(found, "title"),
        publisher=_word(found, "sitename"),
        url=_word(found, "url"),
        published=day,
    )


def _word(found: object, name: str) -> str | None:
    value = getattr(found, name, None)
    return sound(value)[0].strip() or None if isinstance(value, str) else None
