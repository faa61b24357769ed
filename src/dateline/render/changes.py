"""Changes of incidents, in a few words for people; made of the feed's rows, which are JSON."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from rich.table import Table
from rich.text import Text

from dateline.render.phrases import UNKNOWN, days_words, kind_name, numbers, one_line, status_name

Fields = Mapping[str, Any]
_STYLE = {"appeared": "green", "merged": "magenta", "split": "magenta", "went": "red", "reviewed": "cyan"}


def table_of_changes(rows: Iterable[Fields]) -> Table:
    """A row a change; times are of UTC."""
    table = Table("no.", "at (UTC)", "what", "incident", "how", "why", pad_edge=False, padding=(0, 1))
    for name in ("no.", "incident"):
        next(column for column in table.columns if column.header == name).no_wrap = True
    for row in rows:
        table.add_row(
            str(row["seq"]),
            Text(moment(row["at"])),
            Text(row["what"], _STYLE.get(row["what"], "")),
            Text(row["id"]),
            Text("\n".join(change_words(row)) or UNKNOWN),
            Text(one_line(row["reason"], 200)),
        )
    return table


def moment(at: str) -> str:
    """A time of the store to the second."""
    return at[:19].replace("T", " ")


def change_words(row: Fields) -> list[str]:
    """What a change was, a line each thing."""
    before, after, other = row["before"], row["after"], row["other"]
    if after is None:
        return [f"into {other}"] if other else ["no report tells it any more"]
    if before is None:
        told = [line for name, words in _WORDS.items() if (line := words(after.get(name))) and name in _FIRST]
        return ([f"from {other}"] if other else []) + ["; ".join(told)]
    return list(_differences(before, after)) or ["rests on other statements"]


def _differences(before: Fields, after: Fields) -> Iterator[str]:
    for name, words in _WORDS.items():
        if words is _names:
            yield from _came_and_went(name, _names_in(before.get(name)), _names_in(after.get(name)))
            continue
        one, two = (words(side.get(name)) if name in side else None for side in (before, after))
        if one != two:
            yield f"{_NAMES.get(name, name)}: {one or UNKNOWN} → {two or UNKNOWN}"


def _days(time: Fields | None) -> str:
    if not time:
        return ""
    first, last = (date.fromisoformat(time[end]) if time.get(end) else None for end in ("from", "to"))
    return days_words(first, last) if first or last else time.get("timex") or ""


def _came_and_went(name: str, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    came, went = ([each for each in side if each not in other] for side, other in ((after, before), (before, after)))
    told = [f"{sign} {one_line('; '.join(names), 100)}" for sign, names in (("+", came), ("−", went)) if names]
    if told:
        yield f"{_NAMES.get(name, name)}: {' '.join(told)}"


def _names(mentions: Sequence[Fields] | None) -> str:
    return one_line("; ".join(_names_in(mentions)), 100)


def _names_in(mentions: Sequence[Fields] | None) -> list[str]:
    return list(dict.fromkeys(m.get("name") or m["text"] for m in mentions or ()))


def _losses(rows: Sequence[Fields] | None) -> str:
    return "; ".join(f"{numbers(row['low'], row['best'], row['high'])} {row['loss']}" for row in rows or ())


def _count(values: Sequence[Any] | None) -> str:
    return str(len(values or ()))


def _grade(proposal: Fields | None) -> str:
    return proposal["grade"] if proposal else ""


_WORDS: Mapping[str, Callable[[Any], str]] = {
    "kind": lambda kind: kind_name(kind) if kind else "",
    "status": lambda status: status_name(status) if status else "",
    "background": lambda background: "background" if background else "",
    "time": _days,
    "places": _names,
    "actors": _names,
    "targets": _names,
    "losses": _losses,
    "weapons": _names,
    "members": _count,
    "sources": _count,
    "disputed": _count,
    "proposal": _grade,
    "reviewed": lambda reviewed: reviewed or "",
}
_FIRST = ("kind", "time", "places", "losses")
_NAMES = {
    "time": "days", "places": "where", "actors": "who", "targets": "to whom", "members": "reports",
    "disputed": "disputes", "proposal": "grade", "background": "told as",
}  # fmt: skip
