"""Questions to a chronicle: who held a place on a day, all places on a day, one place's history.

A statement three years old is not today's truth: an answer says when it was last told, how old that is, and is the less
sure the older it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateline.linking.control.contradictions import witnessed
from dateline.linking.control.over import Chronicle
from dateline.model import Site, Tenure

HALF_LIFE = 365
"""Days after which what was last told is worth half. A judgement: fronts that move at all move within a season or two,
and most places do not change hands in a year."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Who held a site on a day. `age` is how many days before it that was last told of, 0 where the day lies within
    what is told; `confidence` (0..1) halves with every `HALF_LIFE` of age, and where others have it too.
    """

    day: date
    tenure: Tenure
    age: int
    confidence: float
    disputed: bool

    @property
    def words(self) -> str:
        """The answer as a sentence."""
        told = f"{self.tenure.holder.name}: {self.tenure.level}"
        if self.age:
            return f"{told}, last told of {self.tenure.as_of}, {self.age} days before"
        return f"{told}, as told" + (", disputed" if self.disputed else "")


def sites_named(chronicle: Chronicle, name: str) -> tuple[Site, ...]:
    """The sites of that name or id, whole places before parts."""
    sought = name.casefold()
    sites = [
        tenures[0].site for key, tenures in chronicle.tenures.items() if tenures and _is_called(key, tenures, sought)
    ]
    return tuple(sorted(sites, key=lambda site: (site.part is not None, site.id)))


def _is_called(key: str, tenures: tuple[Tenure, ...], sought: str) -> bool:
    if sought in (key.casefold(), tenures[0].site.name.casefold()):
        return True
    return any(witness.place.text.casefold() == sought for tenure in tenures for witness in tenure.witnesses)


def holders_on(chronicle: Chronicle, site: str, day: date) -> tuple[Answer, ...]:
    """Who held the site (its id) on that day, the surest first; nobody where no report tells.

    A tenure holds on the days it is told of, and after them, less and less surely, until it is ended or another begins.
    Nothing is said of the time before the first report of it. Entries and fighting count only on the days told of.
    """
    tenures = chronicle.tenures.get(site, ())
    answers = [answer for tenure in tenures if (answer := _answer(tenure, tenures, day)) is not None]
    return tuple(sorted(answers, key=lambda a: (-a.confidence, a.tenure.id)))


def held_on(chronicle: Chronicle, day: date) -> dict[str, tuple[Answer, ...]]:
    """Every site of which something is known on that day, with who held it."""
    answers = ((site, holders_on(chronicle, site, day)) for site in chronicle.tenures)
    return {site: found for site, found in answers if found}


def history_of(chronicle: Chronicle, site: str) -> tuple[Tenure, ...]:
    """The tenures of one site (its id), in order of time."""
    return tuple(chronicle.tenures.get(site, ()))


def _answer(tenure: Tenure, others: Iterable[Tenure], day: date) -> Answer | None:
    told = witnessed(tenure)
    if told is None or day < told[0] or (tenure.last is not None and day > tenure.last):
        return None
    if day <= (tenure.as_of or told[1]):
        disputed = any(c.first <= day <= c.last for c in tenure.contradictions)
        return Answer(day, tenure, 0, round(tenure.confidence / (2 if disputed else 1), 3), disputed)
    if tenure.level not in ("held", "claimed") or _is_followed(tenure, others, day):
        return None
    age = (day - (tenure.as_of or told[1])).days
    return Answer(day, tenure, age, round(tenure.confidence * 0.5 ** (age / HALF_LIFE), 3), disputed=False)


def _is_followed(tenure: Tenure, others: Iterable[Tenure], day: date) -> bool:
    """Whether somebody else is told to hold the site after this tenure was last told of, up to that day."""
    for other in others:
        told = witnessed(other)
        if other.holder.id == tenure.holder.id or told is None or other.level not in ("held", "claimed"):
            continue
        if tenure.as_of is not None and tenure.as_of < told[1] and told[0] <= day and _reaches(other, tenure.as_of):
            return True
    return False


def _reaches(other: Tenure, day: date) -> bool:
    """Whether a tenure is told of after a day."""
    return other.as_of is not None and other.as_of > day
