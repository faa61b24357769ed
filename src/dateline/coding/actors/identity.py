"""Identities: what a mention resolves to, before it is tied to its own words."""

from dateline.codebook.demonyms import Demonyms
from dateline.codebook.heads import Heads
from dateline.codebook.registry import ActorEntry, Registry
from dateline.frozen import frozen
from dateline.model import Actor, Alternative, Evidence, Sort


@frozen
class Lexica:
    """The data that resolution looks things up in."""

    registry: Registry
    heads: Heads
    demonyms: Demonyms


@frozen
class Identity:
    """Who is meant, and why. `plural`/`singular`: "they"/"it, he, she" can stand for it; `human`: a single person."""

    id: str | None = None
    name: str | None = None
    country: str | None = None
    sector: str | None = None
    sort: Sort = "other"
    rule: str = ""
    score: float = 1.0
    note: str = ""
    alternatives: tuple[Alternative, ...] = ()
    lemma: str = ""
    plural: bool = True
    singular: bool = True
    of: str | None = None

    @property
    def human(self) -> bool:
        """Whether "he" or "she" can stand for it."""
        return self.singular and not self.plural and self.sort not in ("facility", "vehicle", "organisation")

    @property
    def known(self) -> bool:
        """Whether it says who."""
        return self.id is not None

    def at(self, text: str, start: int, end: int) -> Actor:
        """This identity at these offsets."""
        evidence = Evidence(rule=self.rule, score=round(self.score, 3), note=self.note, alternatives=self.alternatives)
        return Actor(
            start=start, end=end, text=text[start:end], id=self.id, name=self.name, country=self.country,
            sector=self.sector, sort=self.sort, evidence=evidence,
        )  # fmt: skip

    def because(self, rule: str, score: float, note: str, alternatives: tuple[Alternative, ...] = ()) -> "Identity":
        """The same, for another reason."""
        return Identity(
            self.id, self.name, self.country, self.sector, self.sort, rule, score, note, alternatives,
            self.lemma, self.plural, self.singular, self.of,
        )  # fmt: skip


def of_entry(entry: ActorEntry, rule: str, score: float, note: str) -> Identity:
    """The identity that a registry's entry gives."""
    person = entry.sort == "person"
    return Identity(
        entry.id, entry.name, entry.country, entry.sector, entry.sort, rule, score, note,
        plural=not person, singular=True, of=entry.of,
    )  # fmt: skip
