"""Descriptions that place and year settle: "rebels" in Yemen in 2016, "jihadists" in Borno."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.codebook.heads import Head
from dateline.codebook.registry import ActorEntry, Registry, is_acronym
from dateline.codebook.theatres import Theatre, Theatres
from dateline.coding.actors.grounds import ground_of
from dateline.coding.actors.identity import Identity
from dateline.coding.actors.phrase import Phrase
from dateline.coding.actors.setting import Setting
from dateline.model import Place

RULE = "actors.theatre"
_UNSURE = 0.9
"""Times the share: that the report means the fighting of that theatre at all is not certain."""
_SECTORS = frozenset(["REB", "UAF"])
_OTHERS = frozenset(["other", "rival", "foreign", "former", "ex", "splinter", "unknown"])


def by_theatre(
    phrase: Phrase,
    found: Identity | None,
    places: Sequence[Place],
    setting: Setting,
    theatres: Theatres,
    registry: Registry,
) -> Identity | None:
    """A rebel or unidentified armed group that nobody names, by the place and year of the report.

    The group that does by far most of the fighting there; where none does, the description as it was, with the groups
    and their shares as alternatives; `found` as it is where no theatre fits or it is already known who is meant.
    """  # fmt: skip
    head = phrase.head
    if head is None or not (found is None or _open(found)) or _OTHERS & set(phrase.modifiers) or _bears_name(phrase):
        return found
    theatre = _theatre_of(phrase, head, found, places, setting, theatres, registry)
    if theatre is None:
        return found
    main = theatre.main
    entry = registry.get(main[0]) if main else None
    if main is None or entry is None or head.label:  # a label is nobody's name, whoever is meant by it here
        return replace(found, alternatives=theatre.alternatives()) if found else None
    why = f"{phrase.text!r} without a name; {_why(theatre, entry, main[1])}"
    return Identity(
        entry.id, entry.name, entry.country, entry.sector, entry.sort, RULE, round(_UNSURE * main[1], 3), why,
        alternatives=theatre.alternatives(but=entry.id),
        lemma=head.lemma, plural=head.plural, singular=head.singular,
    )  # fmt: skip


def _bears_name(phrase: Phrase) -> bool:
    """Whether an acronym or a listed name stands in the phrase: it is that group's, known or not."""
    acronym = not phrase.sentence.shouted and any(is_acronym(t.text) and len(t.text) > 1 for t in phrase.tokens)
    return acronym or bool(phrase.named)


def _why(theatre: Theatre, entry: ActorEntry, share: float) -> str:
    first, last = (str(year) if year else "" for year in theatre.years)
    return f"{entry.name} does about {share:.0%} of armed groups' fighting in the theatre {theatre.id} ({first}-{last})"


def _open(found: Identity) -> bool:
    return found.id is None and found.sort in ("group", "other") and not found.alternatives


def _theatre_of(
    phrase: Phrase, head: Head, found: Identity | None, places: Sequence[Place], setting: Setting,
    theatres: Theatres, registry: Registry,
) -> Theatre | None:  # fmt: skip
    told = found.country if found and found.country else setting.main
    near = [place for place in places if phrase.sentence.start <= place.start < phrase.sentence.end]
    ground = ground_of(near or places, registry, told)
    theatre = theatres.at(ground, setting.year)
    sector = found.sector if found else head.sector
    if theatre and (head.lemma in theatre.own or head.lemma in theatre.words):
        return theatre
    if theatre and (theatre.areas or theatre.extents) and sector in _SECTORS and _peopled(phrase):
        return theatre
    country = ground.countries[0] if len(ground.countries) == 1 else None
    return theatres.by_word(head.lemma, country, setting.year) if _peopled(phrase) else None


def _peopled(phrase: Phrase) -> bool:
    """Whether no people or faith is told that would make them others ("*Fulani* gunmen")."""
    return not any(demonym.ethnic or demonym.region for demonym in phrase.demonyms)
