"""How long joining takes and how much it holds: `python -m benchmarks.incidents [EVENTS ...]`.

Makes reports of a made-up war over ten years (a report tells of four events in three incidents; an incident is told by
two reports on average, some by dozens; towns differ in how much happens there, as do words and names), and joins them.
"""

import argparse
import random
import resource
import time
from collections.abc import Iterator
from itertools import accumulate

from dateline.linking.across.linker import link
from dateline.linking.across.trace import NOTHING, Around, Days, Site, Trace

TOWNS, DAYS, WORDS, GROUPS = 4000, 3650, 60_000, 200
EVENTS_OF_INCIDENT = 4 / 3
KINDS = ("airstrike", "shelling", "shooting", "bombing", "armed-clash", "killing", "territory-taken", "abduction")
ROWS = (10_000, 100_000, 1_000_000)


class War:
    """Draws reports; the same for the same seed."""

    def __init__(self, seed: int = 0) -> None:
        self.chance = random.Random(seed)  # noqa: S311  # made-up reports, no secrets
        spread = self.chance.uniform
        self.towns = [
            Site(
                f"town{n}",
                spread(30, 40),
                spread(35, 48),
                5.0,
                wide=False,
                country="SY",
                admin1=f"{n % 20}",
                geonameid=n,
            )
            for n in range(TOWNS)
        ]
        self.busy = list(accumulate(1 / (n + 20) for n in range(TOWNS)))
        self.common = list(accumulate(1 / (n + 50) for n in range(WORDS)))

    def words(self, number: int) -> list[str]:
        """Words, some often and most seldom."""
        return [f"w{n}" for n in self.chance.choices(range(WORDS), cum_weights=self.common, k=number)]

    def traces(self, incidents: int) -> Iterator[Trace]:
        """Traces of so many incidents of reports."""
        made = 0
        while made < incidents:
            day, town = self.chance.randrange(DAYS), self.chance.choices(self.towns, cum_weights=self.busy)[0]
            kind, dead = self.chance.choice(KINDS), self.chance.randrange(60)
            victim = (f"first{self.chance.randrange(3000)}", f"last{self.chance.randrange(30_000)}")
            own = self.words(20)
            for _ in range(min(40, int(self.chance.paretovariate(1.3)))):
                yield self._main(made, day, town, kind, dead, victim, own)
                yield self._aside(made, day)
                yield self._aside(made, day, "i3")
                made += 3

    def _main(
        self, made: int, day: int, town: Site, kind: str, dead: int, victim: tuple[str, str], own: list[str]
    ) -> Trace:
        words = dict.fromkeys([*self.chance.sample(own, 14), *self.words(20)], 170)
        named = frozenset([victim]) if self.chance.random() < 0.2 else frozenset[tuple[str, ...]]()
        around = Around(frozenset(), frozenset({day, day + 1}), frozenset({town.name}))
        return self._trace(made, "i1", Days(day, day, told=True), (town,), kind, dead, named, around, words)

    def _aside(self, made: int, day: int, name: str = "i2") -> Trace:
        town = self.chance.choices(self.towns, cum_weights=self.busy)[0]
        before = Days(day - 3, day + 1, told=False)
        words = dict.fromkeys(self.words(12), 290)
        return self._trace(made, name, before, (town,), self.chance.choice(KINDS), 0, frozenset(), NOTHING, words)

    def _trace(
        self,
        made: int,
        name: str,
        days: Days,
        sites: tuple[Site, ...],
        kind: str,
        dead: int,
        named: frozenset[tuple[str, ...]],
        around: Around,
        words: dict[str, int],
    ) -> Trace:
        return Trace(
            report=f"r{made}",
            incident=name,
            main=name == "i1",
            told="real",
            kind=kind,
            sort="force",
            days=days,
            filed=days.last + 1,
            sites=sites,
            actors=frozenset({f"group{self.chance.randrange(GROUPS)}"}),
            targets=frozenset(),
            named=named,
            fatal=dead > 0,
            tolls={"killed": (dead, dead)} if dead else {},
            weapons=frozenset(),
            around=around,
            words=words,
        )


def main() -> None:
    """Print seconds, incidents and memory for each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("events", nargs="*", type=int, default=ROWS)
    print("| events | incidents of reports | incidents joined | seconds | peak MB |\n|---:|---:|---:|---:|---:|")
    for events in parser.parse_args().events:
        traces = list(War().traces(round(events / EVENTS_OF_INCIDENT)))
        begun = time.perf_counter()
        groups = link(traces)
        seconds = time.perf_counter() - begun
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"| {events:,} | {len(traces):,} | {len(groups):,} | {seconds:.1f} | {peak:.0f} |", flush=True)


if __name__ == "__main__":
    main()
