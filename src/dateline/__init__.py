"""dateline reads reports of armed conflict and records what happened, where, when, who did it to whom, and who says so.

    record = dateline.code("Gunmen killed 14 people in Gao on Friday.", published="2024-05-06")
    coder = dateline.Coder()
    for record in coder.code_many(dateline.read(["reports/"])): ...
    project = dateline.open("sahel.dateline")
    for incident in project.incidents(country="ML", kind="remote"): ...

Everything here is loaded when first used, so that `import dateline` is quick.
"""

from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from os import PathLike

    from dateline.errors import DatelineError as DatelineError
    from dateline.errors import InputError as InputError
    from dateline.errors import SettingsError as SettingsError
    from dateline.model import Actor as Actor
    from dateline.model import Attribution as Attribution
    from dateline.model import Claim as Claim
    from dateline.model import Control as Control
    from dateline.model import Event as Event
    from dateline.model import Incident as Incident
    from dateline.model import Loss as Loss
    from dateline.model import Notice as Notice
    from dateline.model import Place as Place
    from dateline.model import Record as Record
    from dateline.model import Report as Report
    from dateline.model import Span as Span
    from dateline.model import Time as Time
    from dateline.pipeline import Coder as Coder
    from dateline.pipeline.project import Project as Project
    from dateline.reading import read_paths as read
    from dateline.settings import Settings as Settings

_HOMES = {
    "Actor": "dateline.model",
    "Attribution": "dateline.model",
    "Claim": "dateline.model",
    "Coder": "dateline.pipeline",
    "Control": "dateline.model",
    "DatelineError": "dateline.errors",
    "Event": "dateline.model",
    "Incident": "dateline.model",
    "InputError": "dateline.errors",
    "Loss": "dateline.model",
    "Notice": "dateline.model",
    "Place": "dateline.model",
    "Project": "dateline.pipeline.project",
    "Record": "dateline.model",
    "Report": "dateline.model",
    "Settings": "dateline.settings",
    "SettingsError": "dateline.errors",
    "Span": "dateline.model",
    "Time": "dateline.model",
    "read": "dateline.reading",
}
_NAMES_THERE = {"read": "read_paths"}

__all__ = [
    "Actor",
    "Attribution",
    "Claim",
    "Coder",
    "Control",
    "DatelineError",
    "Event",
    "Incident",
    "InputError",
    "Loss",
    "Notice",
    "Place",
    "Project",
    "Record",
    "Report",
    "Settings",
    "SettingsError",
    "Span",
    "Time",
    "__version__",
    "code",
    "open",
    "read",
]


def code(
    text: str,
    *,
    published: "date | str | None" = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,  # noqa: A002 -- the record's own name for it
    language: str | None = None,
) -> "Record":
    """Code one report's text.

    `published` is a day or "YYYY-MM-DD"; without it, "Friday" and "last week" stay unresolved. `id` defaults to one
    made of the text's hash; `language` is told from the text where it is not given, and another than English gives no
    events. Resources are loaded on the first call and kept. Raises InputError where the text is empty, SettingsError
    where `published` is no date.
    """
    from dateline.errors import InputError, SettingsError
    from dateline.reading.arrival import Draft, arrive, day_of, sound
    from dateline.reading.language import language_of

    if not isinstance(text, str):
        raise InputError(f"is no text but {type(text).__name__}", "code(text)", "give the report's words as str")
    try:
        day = day_of(published) if published else None
    except ValueError as error:
        raise SettingsError(f"published={published!r} is no date; give a datetime.date or 'YYYY-MM-DD'") from error
    text, notices = sound(text)
    draft = Draft(text, None, title, publisher, day, url, language or language_of(text), notices)
    arrival = arrive(draft, id or _hashed(text), None)
    record = _coder().code(arrival.report)
    return record.model_copy(update={"notices": arrival.notices + record.notices})


def open(  # noqa: A001 -- as zipfile and tarfile have theirs
    project: "str | PathLike[str]", settings: "Settings | None" = None
) -> "Project":
    """Open a project to ask it: a file, or a postgresql:// URL. Close it, or use it in a `with`.

    Raises SettingsError where there is none, StoreError where it cannot be opened.
    """
    from dateline.pipeline.project import open_project

    return open_project(str(project), settings)


def _show_in_notebooks() -> None:
    import sys

    if "IPython" in sys.modules:
        from dateline.render.notebook import register

        register()


def _hashed(text: str) -> str:
    from hashlib import sha256

    return "text-" + sha256(text.encode()).hexdigest()[:12]


@lru_cache(maxsize=1)
def _coder() -> "Coder":
    from dateline.pipeline import Coder

    _show_in_notebooks()
    return Coder()


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import version

        return version("dateline")
    if name not in _HOMES:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}; it offers {', '.join(__all__)}")
    if name in ("Coder", "Record"):
        _show_in_notebooks()
    value = getattr(import_module(_HOMES[name]), _NAMES_THERE.get(name, name))
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
