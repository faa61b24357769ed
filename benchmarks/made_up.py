"""Made-up reports with made-up records: a war of years, told day after day; no coder reads them.

A report tells of three incidents: the one that it is about and two asides. An incident is the main one of two reports
on average, some of dozens, within days of each other. Towns differ in how much happens there, as do words and names.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate

from dateline.codebook import load_codebook
from dateline.encoder.vocabulary import load_vocabulary
from dateline.linking.across.rarity import rarity_in
from dateline.model import Actor, Event, Incident, Loss, Place, Record, Report, Span, Time
from dateline.model.record import Mentions, head_of
from dateline.pipeline.project.preparing import Preparer
from dateline.pipeline.project.project import Coded
from dateline.store.codings import Ready
from dateline.store.texts import Got

TOWNS, WORDS, GROUPS = 4000, 60_000, 200
BEGINNING = date(2012, 1, 1)
KINDS = ("airstrike", "shelling", "shooting", "armed-clash", "territory-taken", "abduction")


class Told:
    """A text that grows, and the spans of what is said in it."""

    def __init__(self) -> None:
        self.text = ""

    def say(self, words: str) -> dict[str, object]:
        """Say words; gives where they stand."""
        start = len(self.text)
        self.text += f"{words} "
        return {"start": start, "end": start + len(words), "text": words}


class Occurrence:
    """What happened: where, when, to how many; and the words that reports of it share."""

    def __init__(self, war: "War", day: date) -> None:
        chance = war.chance
        self.day = day
        self.town = chance.choices(range(TOWNS), cum_weights=war.busy)[0]
        self.kind, self.dead = chance.choice(KINDS), chance.randrange(60)
        self.doer, self.victim = (
            chance.randrange(GROUPS),
            f"Nomen{chance.randrange(30_000)} Surna{chance.randrange(9000)}",
        )
        self.words = war.words(20)
        self.left = min(40, int(chance.paretovariate(1.3)))


class War:
    """Draws reports, so many a day, in the order of their days; the same for the same seed."""

    def __init__(self, a_day: int = 28, seed: int = 0) -> None:
        self.chance = random.Random(seed)  # noqa: S311  # made-up reports, no secrets
        self.a_day = a_day
        spread = self.chance.uniform
        self.towns = [(spread(30, 40), spread(35, 48)) for _ in range(TOWNS)]
        self.busy = list(accumulate(1 / (n + 20) for n in range(TOWNS)))
        self.common = list(accumulate(1 / (n + 50) for n in range(WORDS)))

    def words(self, number: int) -> list[str]:
        """Words, some often and most seldom."""
        return [f"w{n}" for n in self.chance.choices(range(WORDS), cum_weights=self.common, k=number)]

    def reports(self, number: int) -> Iterator[tuple[Report, Record]]:
        """So many reports with their records."""
        fresh: list[Occurrence] = []
        for n in range(number):
            day = BEGINNING + timedelta(n // self.a_day)
            fresh = [each for each in fresh if each.left > 0 and (day - each.day).days < 5]
            if not fresh or self.chance.random() < 0.5:
                fresh.append(Occurrence(self, day))
            main = self.chance.choice(fresh)
            main.left -= 1
            yield self._report(f"r{n:07}", day, [main, Occurrence(self, day), Occurrence(self, day)])

    def _report(self, name: str, day: date, told: list[Occurrence]) -> tuple[Report, Record]:
        said, events = Told(), []
        said.say(" ".join([*self.chance.sample(told[0].words, 14), *self.words(20)]) + ".")
        for n, each in enumerate(told, 1):
            events.append(self._event(f"e{n}", each, said))
            said.say(" ".join(self.words(12)) + ".\n")
        report = Report(id=name, text=said.text, publisher=f"Outlet {name[-2:]}", published=day, language="en")
        incidents = tuple(
            Incident(
                id=f"i{n}", kind=e.kind, events=(e.id,), places=e.places, time=e.time, losses=e.losses, actors=e.actors
            )
            for n, e in enumerate(events, 1)
        )
        mentions = Mentions(places=tuple(p for e in events for p in e.places))
        record = Record(
            report=head_of(report), main_event="e1", events=tuple(events), incidents=incidents, mentions=mentions
        )
        return report, record

    def _event(self, name: str, told: Occurrence, said: Told) -> Event:
        lat, lon = self.towns[told.town]
        doer = Actor.model_validate(said.say(f"Group{told.doer}") | {"id": f"group-{told.doer}", "sort": "group"})
        trigger = Span.model_validate(said.say("attacked"))
        spot = {"geonameid": told.town + 1, "name": f"Town{told.town}", "lat": lat, "lon": lon, "country": "SY"}
        place = Place.model_validate(
            said.say(f"Town{told.town}") | spot | {"admin1": f"A{told.town % 20}", "precision": "town"}
        )
        time = Time.model_validate(
            said.say(told.day.isoformat()) | {"from": told.day, "to": told.day, "granularity": "day"}
        )
        dead = Loss.model_validate(
            said.say(f"{told.dead} killed") | {"loss": "killed", "low": told.dead, "best": told.dead, "high": told.dead}
        )
        return Event(
            id=name, kind=told.kind, trigger=trigger, actors=(doer,), places=(place,), time=time, losses=(dead,)
        )


class Maker:
    """Makes reports and their records ready to be added, as `dateline add` does where it codes."""

    def __init__(self) -> None:
        self._preparer = Preparer(load_codebook(), rarity_in(load_vocabulary()), "latest")

    def ready(self, report: Report, record: Record) -> Ready:
        """What is stored of a report."""
        return self._preparer.ready(report, record)

    def coded(self, report: Report, record: Record) -> Coded:
        """The report as it is added to a project."""
        content = report.text.encode()
        got = Got(report, (), content, sha256(content).hexdigest(), f"/made/up/{report.id}.txt", named=True)
        return Coded(got, self.ready(report, record))
