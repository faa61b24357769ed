"""Passages and their annotation: the nouns of the corpus. Offsets count characters of the passage's text."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

from dateline.model.actor import Sort
from dateline.model.event import Status
from dateline.model.loss import LossKind

Label = Literal["actor", "object", "place", "time", "weapon", "count", "source", "cue", "content"]
PlaceRole = Literal["at", "origin", "destination", "launched_from", "area"]
Role = Literal["actor", "target", "at", "origin", "destination", "launched_from", "area", "time", "weapon"]
Tie = Literal["whom", "source", "cue"]
Register = Literal[
    "wire", "ngo", "official", "roundup", "local", "headline", "social", "feature", "monitoring", "testimony"
]
Region = Literal["africa", "americas", "asia", "europe", "middle-east", "oceania"]
Split = Literal["train", "dev", "test"]

LABELS: tuple[Label, ...] = get_args(Label)
SORTS: tuple[Sort, ...] = get_args(Sort)
OBJECTS: frozenset[str] = frozenset({"facility", "vehicle", "other"})
ROLES: tuple[Role, ...] = get_args(Role)
PLACE_ROLES: tuple[PlaceRole, ...] = get_args(PlaceRole)
LOSSES: tuple[LossKind, ...] = get_args(LossKind)
TIES: tuple[Tie, ...] = get_args(Tie)
STATUSES: tuple[Status, ...] = get_args(Status)
REGISTERS: tuple[Register, ...] = get_args(Register)
REGIONS: tuple[Region, ...] = get_args(Region)
HOLDING = "holding"
"""Label of a state that is no event: somebody holds a place (CONVENTIONS, *control*)."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """The shortest words that name an occurrence; `kind` is the codebook's, or `holding` for a state of control."""

    id: str
    start: int
    end: int
    kind: str
    status: Status = "happened"
    background: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled stretch. Actors, objects, sources have a `sort`; `mark`: a cue `denies`, a count is `perpetrators`."""

    id: str
    start: int
    end: int
    label: Label
    sort: Sort | None = None
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A tie of ids: trigger to argument (a role), loss to trigger, count to `whom`, content to `source` or `cue`."""

    head: str
    tail: str
    role: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a stand-off passage lies: a file under `shared`, a document, the hash of its text, and the stretch."""

    file: str
    doc: str
    sha256: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or short passage with its annotation.

    `text` is None in a stored stand-off row until its source is read. `source` groups passages that must not be parted
    between splits: a document, or a scene told several times over.
    `year` and `country` are those of the events told, as far as the text says; None where it does not.
    """

    id: str
    text: str | None
    source: str
    register: Register
    region: Region | None = None
    country: str | None = None
    year: int | None = None
    origin: Origin | None = None
    split: Split | None = None
    triggers: tuple[Trigger, ...] = ()
    spans: tuple[Span, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def eventful(self) -> bool:
        """Whether an occurrence is told (a state of control is none)."""
        return any(trigger.kind != HOLDING for trigger in self.triggers)

    def words(self, item: Trigger | Span) -> str:
        """The words of a trigger or span. Raises ValueError where the text is not at hand."""
        if self.text is None:
            msg = f"{self.id}: a stand-off passage without its text; read it through training.corpus.texts"
            raise ValueError(msg)
        return self.text[item.start : item.end]

    def items(self) -> Mapping[str, Trigger | Span]:
        """Triggers and spans by their ids."""
        found: dict[str, Trigger | Span] = {trigger.id: trigger for trigger in self.triggers}
        found.update((span.id, span) for span in self.spans)
        return found


def _lean(pairs: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in pairs.items() if value is not None and value is not False and value != ()}


def to_row(passage: Passage) -> dict[str, object]:
    """The passage as a JSON object (schema.json). A stand-off passage keeps its text to itself."""
    origin = passage.origin
    row = _lean(
        {
            "id": passage.id,
            "text": None if origin else passage.text,
            "origin": _lean({name: getattr(origin, name) for name in Origin.__slots__}) if origin else None,
            "source": passage.source,
            "split": passage.split,
            "register": passage.register,
            "region": passage.region,
            "country": passage.country,
            "year": passage.year,
        }
    )
    row["triggers"] = [
        _lean({name: getattr(trigger, name) for name in Trigger.__slots__}) for trigger in passage.triggers
    ]
    row["spans"] = [_lean({name: getattr(span, name) for name in Span.__slots__}) for span in passage.spans]
    row["links"] = [[link.head, link.role, link.tail] for link in passage.links]
    return row


def from_row(row: Mapping[str, Any]) -> Passage:
    """A passage of a row that the schema accepts."""
    plain = {key: row.get(key) for key in ("id", "text", "source", "split", "register", "region", "country", "year")}
    return Passage(
        **cast("dict[str, Any]", plain),
        origin=Origin(**row["origin"]) if "origin" in row else None,
        triggers=tuple(Trigger(**trigger) for trigger in row["triggers"]),
        spans=tuple(Span(**span) for span in row["spans"]),
        links=tuple(Link(head, tail, role) for head, role, tail in row["links"]),
    )
