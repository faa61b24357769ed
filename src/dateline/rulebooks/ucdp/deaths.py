"""Deaths: the dead by side, and best, low and high of all of them together.

best = deaths_a + deaths_b + deaths_civilians + deaths_unknown, always. The incident's figures are already merged by the
rule "ucdp" (`linking.values.ucdp`: what most originals tell, else the lower, between the lowest and the highest).
Sums over months or years ("since 2011") are of no event.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model import JoinedIncident, Loss
from dateline.rulebooks.ucdp.sides import FIGHTERS, FORCES, Side, Sides
from dateline.rulebooks.ucdp.violence import Violence

_REBELS = re.compile(
    r"\b(?:rebels?|militants?|insurgents?|guerrillas?|jihadists?|extremists?|terrorists?|gunmen|militia\w*)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Deaths:
    """The dead of one event or several; `total`: a sum over several occurrences, told as one figure."""

    a: int = 0
    b: int = 0
    civilians: int = 0
    unknown: int = 0
    low: int = 0
    high: int = 0
    total: bool = False
    words: str = ""
    flags: tuple[str, ...] = ()

    @property
    def best(self) -> int:
        """All of them."""
        return self.a + self.b + self.civilians + self.unknown

    def and_(self, other: "Deaths") -> "Deaths":
        """The dead of two events of one row."""
        return Deaths(
            self.a + other.a,
            self.b + other.b,
            self.civilians + other.civilians,
            self.unknown + other.unknown,
            self.low + other.low,
            self.high + other.high,
            self.total or other.total,
            "; ".join(filter(None, (self.words, other.words))),
            tuple(dict.fromkeys((*self.flags, *other.flags))),
        )


def dead_of(incident: JoinedIncident) -> tuple[Loss, ...]:
    """The rows of the incident's dead; sums over months or years are none."""
    return tuple(loss for loss in incident.losses if loss.loss == "killed" and loss.scope != "cumulative")


def most_of(dead: Sequence[Loss]) -> int:
    """The most that may have died by these rows."""
    return sum(_range(loss)[2] for loss in dead)


def deaths(incident: JoinedIncident, dead: Sequence[Loss], violence: Violence, sides: Sides) -> Deaths:
    """The dead, each put to the side that they were of."""
    tally = {"a": 0, "b": 0, "civilians": 0, "unknown": 0}
    flags = []
    for loss, count in _parts(dead):
        whose = _whose(loss, incident, violence, sides)
        if whose == "unknown" and loss.group.startswith(FIGHTERS) and count:
            flags.append(f"deaths: whose the {loss.group.removeprefix(FIGHTERS)} were is not known")
        tally[whose] += count
    low, high = (sum(_range(loss)[n] for loss in dead) for n in (0, 2))
    if any(loss.high is None for loss in dead):
        flags.append("deaths: there may be more; no source gives a highest figure")
    return Deaths(
        **tally,
        low=low,
        high=high,
        total=any(loss.scope == "total" for loss in dead),
        words="; ".join(loss.text for loss in dead),
        flags=tuple(dict.fromkeys(flags)),
    )


def _parts(dead: Sequence[Loss]) -> Iterator[tuple[Loss, int]]:
    """The rows with their best figures, those told "of which" taken out of the row that holds them."""
    for loss in dead:
        left = _range(loss)[1]
        for part in loss.of_which:
            count = min(left, _range(part)[1]) if part.loss == "killed" else 0
            left -= count
            yield part, count
        yield loss, left


def _range(loss: Loss) -> tuple[int, int, int]:
    """Low, best and high in this order; a figure that is not told is the nearest that is."""
    best = next((n for n in (loss.best, loss.low, loss.high) if n is not None), 0)
    low = min(best, loss.low if loss.low is not None else best)
    return low, best, max(best, loss.high if loss.high is not None else best)


def _whose(loss: Loss, incident: JoinedIncident, violence: Violence, sides: Sides) -> str:
    """The column's name: a, b, civilians or unknown. One-sided violence has no dead of side B."""
    if loss.group == "civilians" or loss.group == f"{FIGHTERS}Civilians":
        return "civilians"
    if loss.group == "perpetrators":
        rebels = _REBELS.search(loss.text) and (violence.doer is None or violence.doer.state)
        return _column(_only(violence, state=False) if rebels else violence.doer, violence)
    if loss.group.startswith(FIGHTERS):
        return _fighters(loss.group.removeprefix(FIGHTERS), incident, violence, sides)
    return "unknown"


def _fighters(name: str, incident: JoinedIncident, violence: Violence, sides: Sides) -> str:
    """By who bears the name among the incident's actors, by the registry, else by what the word says of them."""
    day = incident.time.first if incident.time else None
    for actor in (*incident.actors, *incident.targets):
        if name in (actor.name, actor.text):
            side = sides.of(actor, day, None)
            if side is not None:
                return _column(side, violence)
    key = sides.named(name)
    for column, side in (("a", violence.a), ("b", violence.b)):
        if side is not None and (side.name == name or (key is not None and side.key == key)):
            return column
    for words, state in ((FORCES, True), (_REBELS, False)):
        if words.search(name) and key is None:
            return _column(_only(violence, state=state), violence)
    return "unknown"


def _only(violence: Violence, *, state: bool) -> Side | None:
    fit = [side for side in (violence.a, violence.b) if side is not None and side.state == state]
    return fit[0] if len(fit) == 1 and violence.type != 3 else None


def _column(side: Side | None, violence: Violence) -> str:
    if side is not None and violence.a is not None and side.key == violence.a.key:
        return "a"
    if side is not None and violence.b is not None and side.key == violence.b.key and violence.type != 3:
        return "b"
    return "unknown"
