"""Words by which a reader tells place names from other capitalised words; read from `data/words.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from dateline.errors import GazetteerError

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    kinds: Mapping[str, tuple[str, ...]]
    tails: Mapping[str, tuple[str, ...]]
    offices: frozenset[str]
    heads: frozenset[str]
    prepositions: Mapping[str, tuple[str, ...]]
    compass: frozenset[str]
    parts: frozenset[str]
    of_places: frozenset[str]
    organisations: frozenset[str]
    organisation_heads: frozenset[str]
    titles: frozenset[str]
    given: frozenset[str]
    never: frozenset[str]
    attacked: frozenset[str]
    speech: frozenset[str]
    abbreviated: frozenset[str]
    joining: frozenset[str]
    parlance: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Words:
    """Word lists of place names and their company. `kinds` and `tails` tell of a noun of place which precision it
    names (town, near, district, admin1, site); tails are written with a capital. `parlance` gives the
    country (ISO 3166-1 alpha-2) that a word's use speaks for.
    """

    kinds: Mapping[str, str]
    tails: Mapping[str, str]
    offices: frozenset[str]
    heads: frozenset[str]
    strong: frozenset[str]
    weak: frozenset[str]
    compass: frozenset[str]
    parts: frozenset[str]
    of_places: frozenset[str]
    organisations: frozenset[str]
    organisation_heads: frozenset[str]
    titles: frozenset[str]
    given: frozenset[str]
    never: frozenset[str]
    attacked: frozenset[str]
    speech: frozenset[str]
    abbreviated: frozenset[str]
    joining: frozenset[str]
    parlance: Mapping[str, str]


def read_words() -> Words:
    """Read the word lists. Raises GazetteerError if the file breaks its rules."""
    path = resources.files("dateline.gazetteer") / "data" / "words.yaml"
    try:
        raw = _File.model_validate(yaml.load(path.read_text(encoding="utf-8"), _Loader))  # noqa: S506 -- a safe loader
    except (OSError, yaml.YAMLError, ValidationError) as broken:
        raise GazetteerError(f"words.yaml cannot be read: {broken}; reinstall dateline") from broken
    return Words(
        kinds={word: kind for kind, words in raw.kinds.items() for word in words},
        tails={word: kind for kind, words in raw.tails.items() for word in words},
        offices=raw.offices,
        heads=raw.heads,
        strong=frozenset(raw.prepositions["strong"]),
        weak=frozenset(raw.prepositions["weak"]),
        compass=raw.compass,
        parts=raw.parts,
        of_places=raw.of_places,
        organisations=raw.organisations,
        organisation_heads=raw.organisation_heads,
        titles=raw.titles,
        given=raw.given,
        never=raw.never,
        attacked=raw.attacked,
        speech=raw.speech,
        abbreviated=raw.abbreviated,
        joining=raw.joining,
        parlance={word: country for country, words in raw.parlance.items() for word in words},
    )
