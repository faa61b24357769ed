"""Entries: the codebook's YAML as it is written, checked field by field before anything is made of it.

A mistake is a DataError that names file and key, so that an expert can mend it without reading code.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from dateline.codebook.kinds import Filler
from dateline.errors import DataError

_SafeLoader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# YAML 1.1 calls *on*, *off*, *yes* and *no* booleans; this loader reads them as the words they are.
_Loader = type("_Loader", (_SafeLoader,), {})
_Loader.yaml_implicit_resolvers = {  # type: ignore[attr-defined]  # PyYAML's documented table
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, found in _SafeLoader.yaml_implicit_resolvers.items()
}
Model = TypeVar("Model", bound="Entry")


def _listed(value: object) -> object:
    """A single word may stand for a list of one; words of one string are parted by blanks only in lists of words."""
    return [value] if isinstance(value, str) else value


Names = Annotated[list[str], BeforeValidator(_listed)]


class Entry(BaseModel):
    """A mapping in a codebook file: no key that we do not know, so that a slip of the pen does not pass in silence."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class CueEntry(Entry):
    """One or more cues that share score, frame and conditions."""

    any: Names
    score: float = Field(default=0.8, ge=0, le=1)
    frame: str | None = None
    with_: Names = Field(default=[], alias="with")
    without: Names = []
    before: Names = []
    not_before: Names = []
    after: Names = []
    not_after: Names = []
    next: Names = []
    not_next: Names = []
    previous: Names = []
    not_previous: Names = []
    adjectival: bool = False
    fallback: bool = False


def _cues(value: object) -> object:
    """A bare string is a cue with nothing special about it."""
    return [{"any": [cue]} if isinstance(cue, str) else cue for cue in value] if isinstance(value, list) else value


Cues = Annotated[list[CueEntry], BeforeValidator(_cues)]


class ConditionEntry(Entry):
    """The conditions of a crosswalk rule."""

    actor: Names = []
    target: Names = []
    not_target: Names = []
    status: Names = []
    weapon: Names = []
    loss: Names = []
    code: Names = []
    told: Names = []
    holds: Names = []


class CodesEntry(Entry):
    """Codes in the five schemes; a key that is absent says nothing, null says that the scheme has none."""

    plover: str | None = None
    plover_mode: str | None = None
    cameo: str | None = None
    acled: str | None = None
    muc4: str | None = None


class RuleEntry(CodesEntry):
    """Codes under a condition."""

    when: ConditionEntry


class CrosswalkEntry(CodesEntry):
    """A kind's codes and its exceptions, first that fits wins scheme by scheme."""

    rules: list[RuleEntry] = []


class KindEntry(Entry):
    """One kind of event."""

    label: str
    definition: str
    family: str
    harm: float = Field(ge=0, le=10)
    physical: bool = True
    outcome: bool = False
    control: Literal["gains", "loses", "enters"] | None = None
    verb_frame: str = "does"
    noun_frame: str = "attack"
    codes: CrosswalkEntry
    verbs: Cues = []
    nouns: Cues = []
    phrases: Cues = []
    examples: list[str] = []


class FrameEntry(Entry):
    """One cue frame."""

    subject: Filler = "actor"
    object: Filler = "target"
    possessive: Filler = "actor"
    modifier: Filler = "actor"
    prepositions: dict[str, Filler] = {}


class PartyEntry(Entry):
    """One class of actors; `within` names classes that it takes in."""

    sectors: Names = []
    sorts: Names = []
    words: Names = []
    within: Names = []
    not_sectors: Names = []


class ContextEntry(Entry):
    """One subject on which conflict words mean something else."""

    words: Names
    least: int = 1
    below: float = 1.01
    spared: Names = []


class WeaponEntry(Entry):
    """One class of weapons and its names."""

    label: str
    names: Cues


class OriginalEntry(Entry):
    """A body that sources' words describe: by itself, or in a report of its country alone."""

    name: str
    words: Names
    short: Names = []
    country: str | None = None


class BookFile(Entry):
    """What a codebook file may hold; every part is optional, so that an overlay may bring one kind alone."""

    kinds: dict[str, KindEntry] = {}
    frames: dict[str, FrameEntry] = {}
    wordsets: dict[str, str] = {}
    parties: dict[str, PartyEntry] = {}
    contexts: dict[str, ContextEntry] = {}
    weapons: dict[str, WeaponEntry] = {}
    lights: dict[str, str] = {}
    overrides: list[RuleEntry] = []
    crosswalk: list[RuleEntry] = []
    schemes: dict[str, Mapping[str, str]] = {}
    originals: dict[str, OriginalEntry] = {}
    organs: dict[str, Names] = {}
    agencies: dict[str, Names] = {}
    fixed_tolls: dict[str, int] = {}
    sides: dict[str, Names] = {}
    remove: Names = []


def read_entries(path: Path) -> BookFile:
    """Read one codebook file. Raises DataError, with file and key, if it is unreadable or breaks the rules."""
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 -- a safe loader
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot be read ({error})") from error
    except yaml.YAMLError as error:
        raise DataError(f"{path}: not valid YAML ({error})") from error
    return check_entries(data or {}, BookFile, str(path))


def check_entries(data: object, model: type[Model], where: str) -> Model:
    """Validate data against an entry's form. Raises DataError that names the first wrong key."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
        raise DataError(f"{where}: {key or 'file'}: {first['msg']}{more}") from error
