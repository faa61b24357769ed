"""How long a project takes to answer: a made-up one, with the spread of days, kinds, places and parties of a long war.

python -m benchmarks.asking [INCIDENTS] [--keep FILE]
"""

import argparse
import random
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import insert

from dateline.store import Store, open_store
from dateline.store.asking import page
from dateline.store.filters import Filter, Near, Sort
from dateline.store.tables import incidents, parties, states

AT_ONCE = 20_000
COUNTRIES = ("SY", "IQ", "YE", "AF", "ML", "NG", "SO", "LY", "UA", "SD")
STATUSES = ("happened",) * 70 + ("ongoing",) * 8 + ("planned",) * 6 + ("possible",) * 6 + ("negated",) * 10
KINDS = tuple(f"kind-{number}" for number in range(40))
RARE, CORNER = {"reviewed": "corrected", "grades": ("contested",)}, {"country": "SD", "admin1": ("SD 13",)}
QUESTIONS: dict[str, tuple[dict[str, Any], Sort]] = {
    "all that is real": ({}, "day"),
    "a common kind": ({"kinds": KINDS[:1]}, "day"),
    "a rare kind": ({"kinds": KINDS[-1:]}, "day"),
    "a week": ({"since": date(2012, 1, 1), "until": date(2012, 1, 7)}, "day"),
    "25 km around a point": ({"near": Near(30, 30, 25)}, "day"),
    "800 km around a point": ({"near": Near(30, 30, 800)}, "day"),
    "a common party": ({"actors": ("group-0",)}, "day"),
    "a seldom party": ({"actors": ("group-300",)}, "day"),
    "more than 50 dead": ({"killed_min": 50}, "day"),
    "wide conditions that nothing fits": ({**CORNER, **RARE, "disputed": True}, "day"),
    "a common party and what nothing fits": ({**CORNER, **RARE, "actors": ("group-0",)}, "day"),
    "the most dead": ({}, "killed"),
    "the most dead of a country": ({"country": "SD"}, "killed"),
    "the most dead of what nothing fits": ({**CORNER, **RARE}, "killed"),
    "the latest changes": ({}, "changed"),
    "the latest changes of what nothing fits": ({**CORNER, **RARE}, "changed"),
}


def main() -> None:
    """Make the project, ask, print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("incidents", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--keep", type=Path, help="keep the project there, or ask the one that is")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        file = given.keep or Path(folder) / "made-up.dateline"
        there = file.exists()
        with open_store(str(file), create=True) as store:
            if not there:
                fill(store, given.incidents)
            for name, (asked, sort) in QUESTIONS.items():
                found, wall, busy = ask(store, Filter(**asked), sort)
                print(f"{name:42} {found:3} found  {wall:7.1f} ms  {busy:7.1f} ms of processor")


def ask(store: Store, wanted: Filter, sort: Sort) -> tuple[int, float, float]:
    """How many a page holds, and the best of three times in milliseconds: by the clock, of the processor."""
    times = []
    for _ in range(3):
        wall, busy = time.perf_counter(), time.process_time()
        with store.reading() as connection:
            found = len(page(connection, wanted, sort).incidents)
        times.append((time.perf_counter() - wall, time.process_time() - busy))
    wall, busy = (1000 * min(column) for column in zip(*times, strict=True))
    return found, wall, busy


def fill(store: Store, count: int) -> None:
    """Put made-up incidents in."""
    rows = made_up(count)
    with store.writing() as connection:
        connection.execute(insert(states), [{"sha256": "0" * 64, "body": b""}])
        for start in range(0, count, AT_ONCE):
            some = [next(rows) for _ in range(min(AT_ONCE, count - start))]
            connection.execute(insert(incidents), [row for row, _ in some])
            connection.execute(insert(parties), [party for _, told in some for party in told])


def made_up(count: int) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Incidents as rows, with their parties: a few of each sort are common, most are seldom."""
    chance = random.Random(1)  # noqa: S311 -- no secret
    kind, country, admin1 = skewed(chance, KINDS), skewed(chance, COUNTRIES), skewed(chance, range(14))
    group, words, town = skewed(chance, range(400)), skewed(chance, range(100_000)), skewed(chance, range(20_000))
    letters = "0123456789abcdefghjkmnpqrstvwxyz"
    for number in range(1, count + 1):
        name, where, killed = "i" + "".join(chance.choices(letters, k=10)), country(), None
        if chance.random() < 0.25:
            killed = int(chance.paretovariate(1.1))
        first, last = days(chance)
        row = {
            "id": name, "number": number, "state": "0" * 64, "kind": kind(), "status": chance.choice(STATUSES),
            "background": chance.random() < 0.25, "first": first, "last": last, "place": f"Town {town()}",
            "country": where, "admin1": f"{where} {admin1()}", "lat": chance.uniform(10, 38),
            "lon": chance.uniform(0, 70), "precision": chance.choice(("town", "town", "town", "near", "admin1")),
            "killed_low": killed, "killed_best": killed, "killed_high": killed,
            "grade": chance.choice(("fair", "fair", "weak", "weak", "contested")), "sources": 1, "reports": 1,
            "disputed": int(chance.random() < 0.03), "reviewed": "corrected" if chance.random() < 0.01 else None,
            "changed_at": f"2026-11-{1 + number * 22 // (count + 1):02}T00:00:00.{number % 10**6:06}Z",
        }  # fmt: skip
        told = {
            (role, f"group-{group()}" if chance.random() < 0.6 else f"words {words()}")
            for role in ("actor", "target")
            for _ in range(chance.choice((0, 1, 1, 1, 2)))
        }
        yield row, [{"incident": name, "role": role, "actor": who, "name": who.title()} for role, who in sorted(told)]


def days(chance: random.Random) -> tuple[str | None, str | None]:
    """A first and a last day: mostly one day, some a week or a year, one in sixteen unknown."""
    first = date(2011, 1, 1) + timedelta(int(3500 * chance.betavariate(2, 2)))
    sort = chance.random()
    if sort < 0.06:
        return None, None
    if sort > 0.97:
        return f"{first.year}-01-01", f"{first.year}-12-31"
    last = first if sort < 0.8 else first + timedelta(chance.choice((3, 7, 30)))
    return first.isoformat(), last.isoformat()


def skewed(chance: random.Random, values: Sequence[Any]) -> Callable[[], Any]:
    """Draws values, the n-th as often as 1/n."""
    weights = list(accumulate(1 / (n + 1) for n in range(len(values))))
    return lambda: chance.choices(values, cum_weights=weights)[0]


if __name__ == "__main__":
    main()
