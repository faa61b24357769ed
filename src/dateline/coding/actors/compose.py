"""Actors that no registry lists, composed of country or people and kind of group ("Iraqi forces", "Tuareg rebels")."""

from dateline.codebook.demonyms import Demonym
from dateline.codebook.heads import Head
from dateline.coding.actors.identity import Identity, Lexica
from dateline.coding.actors.phrase import Phrase
from dateline.coding.actors.setting import Setting
from dateline.coding.text import closed
from dateline.coding.text.stretches import Stretches
from dateline.model import Place, Sort

STATE_NAMES = {
    "MIL": "Military forces of {}",
    "COP": "Police of {}",
    "GOV": "Government of {}",
    "SPY": "Intelligence service of {}",
    "LEG": "Parliament of {}",
    "JUD": "Courts of {}",
}
_TELLING = frozenset(
    ["REB", "PRM", "COP", "UAF", "CRM", "OPP", "SPY", "MIL", "GOV", "LAB", "PTY", "REL", "EDU", "MED", "JUD"]
)
_MODIFIER_SECTORS = {
    "military": "MIL", "army": "MIL", "naval": "MIL", "air": "MIL", "defence": "MIL", "defense": "MIL",
    "security": "COP", "police": "COP", "government": "GOV", "federal": "GOV", "state": "GOV", "loyalist": "GOV",
    "pro-government": "PRM", "paramilitary": "PRM", "tribal": "PRM", "opposition": "OPP", "rebel": "REB",
    "anti-government": "REB", "pro-russian": "REB", "separatist": "REB", "medical": "MED", "hospital": "MED",
    "intelligence": "SPY", "religious": "REL", "islamist": "REB", "jihadist": "REB", "armed": "UAF", "guerrilla": "REB",
    "diplomatic": "GOV", "union": "LAB", "labor": "LAB", "student": "EDU", "judicial": "JUD", "court": "JUD",
}  # fmt: skip
_MENACING = frozenset(["unknown", "unidentified", "armed", "hooded", "masked", "heavily-armed", "uniformed"])
"""Words that make "men" or "persons" an armed group that nobody knows."""
OF_ANY_STATE = closed.words(
    "government federal state regular armed national the these those this its their military army naval air "
    "ground special security defence defense police regime loyalist elite joint land main large more "
    "additional border local his our counter-terrorism counterterrorism pro-government and coalition allied "
    "task"
)
"""Words before "forces" that leave them a state's; others ("*resistance* forces") do not."""
UNKNOWN_ARMED = "Unidentified armed group"


def countries_of(phrase: Phrase, places: Stretches[Place], setting: Setting, lexica: Lexica) -> tuple[str, ...]:
    """The countries that the phrase itself tells, by demonym, name of a country or place in it, in this order."""
    found: list[str] = []
    for demonym in phrase.demonyms:
        code = demonym.country or setting.likeliest(demonym.countries)
        if code and not (demonym.ethnic and len(demonym.countries) > 1):
            found.append(code)
    found += [country.alpha3 for country in phrase.countries]
    for place in places.within(phrase.tag.start, phrase.tag.end):
        code = lexica.registry.alpha3(place.country)
        if code:
            found.append(code)
    return tuple(dict.fromkeys(found))


def kind_of(phrase: Phrase, head: Head) -> tuple[Sort, str | None]:
    """Sort and sector of a phrase: the head's, unless a word before it tells better ("rebel forces")."""
    sort, sector = head.sort, head.sector
    if head.vague and sort == "civilians" and _MENACING & set(phrase.modifiers):
        return "group", "UAF"
    if not (head.member or head.vague or sector in (None, "MIL")) or head.physical:
        return sort, sector
    told = next((s for word in phrase.modifiers if (s := _MODIFIER_SECTORS.get(word))), None)
    if told not in _TELLING:
        return sort, sector
    if head.sort == "person" or head.lemma in ("official", "officer"):
        return sort, told
    if told == "GOV" and sector == "MIL":
        return "state", "MIL"
    if told in STATE_NAMES:
        return "state", told
    if told in ("REB", "PRM", "UAF", "CRM"):
        return "group", told
    return ("organisation" if sort in ("group", "state") else sort), told


def compose(phrase: Phrase, head: Head, countries: tuple[str, ...], ethnic: Demonym | None, lexica: Lexica) -> Identity:
    """The identity of a head with what its phrase tells of country and people."""
    sort, sector = kind_of(phrase, head)
    country = countries[0] if countries else None
    base = Identity(
        country=country, sector=sector, sort=sort, lemma=head.lemma, plural=head.plural, singular=head.singular,
        rule="actors.composed", score=0.8 if countries else 0.5, note=_note(phrase, head, countries, sector),
    )  # fmt: skip
    if len(countries) > 1:
        named = " and ".join(_country(code, lexica) for code in countries)
        return _with(base, None, f"{head.lemma.capitalize()} of {named}")
    if ethnic and (ethnic.ethnic or not (sort == "state" and country)):
        people = ethnic.lemma.title()
        if sort == "civilians" and head.vague:
            return _with(base, f"people:{ethnic.lemma}", people)
        return _with(base, f"people:{ethnic.lemma}:{sector or sort}", f"{people} {head.word}")
    if sort in ("facility", "vehicle"):
        return _with(base, None, phrase.text)
    return _of_country(base, head, country, lexica)


def _of_country(base: Identity, head: Head, country: str | None, lexica: Lexica) -> Identity:
    sector = base.sector
    if base.sort == "state" and sector in STATE_NAMES:
        if not country:
            return base
        identifier = f"{country}-{sector}"
        entry = lexica.registry.get(identifier)  # the registry may list further names of it
        return _with(base, identifier, entry.name if entry else STATE_NAMES[sector].format(_country(country, lexica)))
    if base.sort == "civilians" and head.label:  # "martyrs": what the writer thinks of them, not who they were
        return _with(base, None, None)
    if base.sort == "civilians" and sector == "CVL" and not head.office:
        return _with(base, f"{country}-CVL" if country else None, "Civilians")
    if base.sort == "group" and sector == "UAF":
        return _with(base, None, f"{UNKNOWN_ARMED} ({_country(country, lexica)})" if country else UNKNOWN_ARMED)
    if base.sort == "person" or head.number == "one":
        return _with(base, None, None)
    if base.sort == "group" and sector is not None and country:
        return _with(base, None, f"{_country(country, lexica)}: {head.word}")
    return _with(base, None, head.word.capitalize() if sector else None)


def of_people(demonym: Demonym, country: str | None) -> Identity:
    """A people or the citizens of a country without any head ("the Kurds", "three Americans")."""
    if demonym.ethnic or demonym.region:
        name = demonym.lemma.title()
        return Identity(
            f"people:{demonym.lemma}", name, country, "CVL", "civilians", "actors.people", 0.7,
            f"{demonym.word!r} names a people", lemma=demonym.lemma,
        )  # fmt: skip
    return Identity(
        f"{country}-CVL" if country else None, "Civilians", country, "CVL", "civilians", "actors.people", 0.6,
        f"{demonym.word!r} names citizens of a country", lemma=demonym.lemma,
    )  # fmt: skip


def government(country: str, why: str, score: float, lexica: Lexica) -> Identity:
    """The government of a country, for a bare name of the country or its capital."""
    name = STATE_NAMES["GOV"].format(_country(country, lexica))
    return Identity(f"{country}-GOV", name, country, "GOV", "state", "actors.country", score, why, lemma="government")


def _country(code: str, lexica: Lexica) -> str:
    country = lexica.registry.countries.get(code)
    return country.name if country else code


def _with(base: Identity, identifier: str | None, name: str | None) -> Identity:
    return Identity(
        identifier, name, base.country, base.sector, base.sort, base.rule, base.score, base.note,
        lemma=base.lemma, plural=base.plural, singular=base.singular,
    )  # fmt: skip


def _note(phrase: Phrase, head: Head, countries: tuple[str, ...], sector: str | None) -> str:
    told = f"head {head.word!r}: {sector or head.sort}"
    if head.label:
        told += " (a label of the writer's, not an identity)"
    return told + (f"; country {', '.join(countries)} by {phrase.text!r}" if countries else "")
