"""The gazetteer for people: what it holds, and what a name may mean."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dateline.gazetteer import LayeredGazetteer, SqliteGazetteer
from dateline.gazetteer.files import CONTENTS
from dateline.gazetteer.searching import Found

Opened = SqliteGazetteer | LayeredGazetteer


def info_as_data(opened: Opened) -> dict[str, Any]:
    """Where the gazetteer lies and what it holds: the embedded one, and the files added to it."""
    base = opened.base if isinstance(opened, LayeredGazetteer) else opened
    data: dict[str, Any] = {"embedded": {**_file(base.path), "version": base.version, **_counts(base.counts())}}
    if isinstance(opened, LayeredGazetteer):
        tally = opened.added.tally()
        data["added"] = {
            **_file(opened.added.path),
            "files": [
                {
                    "name": file.label,
                    "path": file.path,
                    "holds": CONTENTS[file.content],
                    "sha256": file.sha256,
                    "rows": file.rows,
                    "used": file.kept,
                    "added": file.added,
                    **_counts(tally.get(file.number, {})),
                }
                for file in opened.added.files()
            ],
        }
    return data


def info_as_table(opened: Opened) -> RenderableType:
    """The same for people."""
    data = info_as_data(opened)
    return Group(*_part("embedded", data["embedded"]), *(_added(data["added"]) if "added" in data else _NOTHING))


def places_as_data(found: Sequence[Found]) -> list[dict[str, Any]]:
    """What a name may mean, one entry a place."""
    return [
        {
            "name": f.entry.name, "matched": f.how, "kind": f.entry.kind, "country": f.entry.country,
            "admin1": f.entry.admin1, "admin2": f.entry.admin2, "population": f.entry.population,
            "lat": round(f.entry.lat, 5), "lon": round(f.entry.lon, 5), "radius_km": f.entry.radius_km,
            "geonameid": f.entry.geonameid, "own": f.entry.own,
        }
        for f in found
    ]  # fmt: skip


def places_as_table(found: Sequence[Found]) -> RenderableType:
    """The same for people; guesses are marked with ~."""
    table = Table(header_style="bold", box=None, pad_edge=False)
    for column in ("name", "matched", "kind", "country", "admin 1", "admin 2"):
        table.add_column(column, overflow="fold")
    for column in ("people", "lat", "lon", "GeoNames"):
        table.add_column(column, justify="right")
    for each in found:
        entry, guess = each.entry, each.how == "fuzzy"
        table.add_row(
            Text(("~" if guess else "") + entry.name, "dim" if guess else ""), each.how, entry.kind,
            entry.country or "", entry.admin1 or "", entry.admin2 or "",
            f"{entry.population:,}" if entry.population else "", f"{entry.lat:.4f}", f"{entry.lon:.4f}",
            "your own" if entry.own else str(entry.geonameid or ""),
        )  # fmt: skip
    return table


_NOTHING = (Text("\nNothing was added; dateline gazetteer add FILE adds villages and more."),)


def _part(title: str, data: Mapping[str, Any]) -> Sequence[RenderableType]:
    made = f"{data['path']}\n{data['bytes'] / 1e6:.0f} MB, made on {data['made'][:10]}"
    version = f", of {data['version']}" if "version" in data else ""
    counted = ", ".join(f"{number:,} {kind}" for kind, number in data.get("places", {}).items())
    holds = f"\n{sum(data['places'].values()):,} places ({counted}) with {data['names']:,} names" if counted else ""
    return (Text(title, "bold"), Text(made + version + holds))


def _added(data: Mapping[str, Any]) -> Sequence[RenderableType]:
    table = Table(header_style="bold", box=None, pad_edge=False)
    for column in ("file", "holds", "added"):
        table.add_column(column, overflow="fold")
    for column in ("rows", "used"):
        table.add_column(column, justify="right")
    for column in ("places there now", "names", "SHA-256"):
        table.add_column(column, overflow="fold")
    for file in data["files"]:
        counted = ", ".join(f"{number:,} {kind}" for kind, number in file["places"].items())
        table.add_row(
            file["name"], file["holds"], file["added"], f"{file['rows']:,}", f"{file['used']:,}", counted,
            f"{file['names']:,}", file["sha256"][:12],
        )  # fmt: skip
    return (Text(""), *_part("added", data), table)


def _file(path: Path) -> dict[str, Any]:
    there = path.stat()
    made = datetime.fromtimestamp(there.st_mtime, UTC).isoformat(timespec="seconds")
    return {"path": str(path), "bytes": there.st_size, "made": made}


def _counts(counted: Mapping[str, int]) -> dict[str, Any]:
    return {"places": {kind: n for kind, n in counted.items() if kind != "names"}, "names": counted.get("names", 0)}
