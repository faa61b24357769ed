"""Options that several commands share, and the checks on what they hold."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dateline.errors import SettingsError
from dateline.settings import Settings


class TollRuleName(StrEnum):
    """The rules that make low, best and high of several tolls."""

    LATEST = "latest"
    UCDP = "ucdp"
    ACLED = "acled"
    AIRWARS = "airwars"


Published = Annotated[
    str | None,
    typer.Option(metavar="YYYY-MM-DD", help="Day of publication, for reports that do not tell theirs."),
]
Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Publisher, for reports that do not tell theirs.")]
Codebooks = Annotated[
    list[Path] | None,
    typer.Option("--codebook", metavar="FILE", help="A codebook of your own, laid over ours; can be given again."),
]
Actors = Annotated[
    list[Path] | None,
    typer.Option("--actors", metavar="FILE", help="Actors of your own, laid over ours; can be given again."),
]
Rule = Annotated[
    TollRuleName,
    typer.Option(help="How an incident's tolls are made of what several voices tell: see docs/record.md."),
]
Debug = Annotated[bool, typer.Option("--debug", help="Show the whole trace of an error.")]


def settings_with(
    codebooks: list[Path] | None, actors: list[Path] | None, rule: TollRuleName = TollRuleName.LATEST
) -> Settings:
    """The settings, with the user's own files and rule; SettingsError where one of them is no file."""
    for option, files in (("--codebook", codebooks), ("--actors", actors)):
        for file in files or ():
            if not file.is_file():
                raise SettingsError(f"{option} {file}: no such file; see docs/codebook.md for what it holds")
    return Settings(codebooks=tuple(codebooks or ()), actors=tuple(actors or ()), rule=rule.value)


def today() -> date:
    """The day by this machine's clock where it is furthest ahead (UTC+14): nobody's today lies in the future."""
    return datetime.now(timezone(timedelta(hours=14))).date()


def published_day(words: str | None, now: date) -> date | None:
    """The day that `--published` gives; SettingsError where it is none, or after `now`."""
    if words is None:
        return None
    try:
        day = date.fromisoformat(words)
    except ValueError:
        raise SettingsError(f"--published {words!r} is no date; write it as YYYY-MM-DD, such as 2017-11-03") from None
    if day > now:
        raise SettingsError(f"--published {day} lies in the future (today is {now}); check the year")
    return day


def checked_target(out: Path | None, inputs: Iterable[str]) -> Path | None:
    """The file that `--out` names; SettingsError where it cannot be one, or is a report that would be lost."""
    if out is None:
        return None
    if out.is_dir():
        raise SettingsError(f"--out {out} is a folder; name a file in it")
    if not out.absolute().parent.is_dir():
        raise SettingsError(f"--out {out}: the folder {out.parent} does not exist; make it first")
    if out.exists() and any(Path(path).exists() and out.samefile(path) for path in inputs):
        raise SettingsError(f"--out {out} is one of the reports and would be overwritten; name another file")
    return out
