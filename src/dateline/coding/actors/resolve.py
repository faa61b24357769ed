"""From actor tags to actors: the registry first, then composition, then what the report itself says."""

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date

from dateline.codebook.demonyms import Demonym, Demonyms
from dateline.codebook.heads import Head, Heads
from dateline.codebook.registry import Registry
from dateline.codebook.theatres import Theatres
from dateline.coding.actors.acronyms import by_acronym, defined_acronyms
from dateline.coding.actors.bodies import read_acronym, read_body, read_members
from dateline.coding.actors.compose import OF_ANY_STATE, compose, countries_of, government, kind_of, of_people
from dateline.coding.actors.coreference import Memory, refer_nominal, refer_possessor, refer_pronoun
from dateline.coding.actors.identity import Identity, Lexica
from dateline.coding.actors.known import choose
from dateline.coding.actors.persons import Surnames, holder, known_person, read_person, titled, unlisted
from dateline.coding.actors.phrase import Named, Phrase, read_phrase
from dateline.coding.actors.setting import Setting, read_setting
from dateline.coding.actors.theatre import by_theatre
from dateline.coding.tagging.tags import Tag, Tags
from dateline.coding.text.document import Document
from dateline.coding.text.stretches import Stretches
from dateline.coding.times.resolve import Times
from dateline.frozen import frozen
from dateline.model import Actor, Place

_DIVISIONS = frozenset(["department", "state", "republic", "municipality"])
"""Heads that after a place's name are part of it ("San Miguel *Department*"), not somebody."""
_LOOSE = "actors.loose"
UNRESOLVED = Identity(rule="actors.unresolved", score=0.0, note="nothing in the registry or the report tells who")


@frozen
class Context:
    """What resolution of one phrase may look at."""

    lexica: Lexica
    setting: Setting
    places: tuple[Place, ...]
    sites: Stretches[Place]
    day: date | None
    surnames: Surnames
    memory: Memory
    theatres: Theatres = field(default_factory=Theatres)
    acronyms: Mapping[str, Identity] = field(default_factory=dict)


def resolve_actors(
    document: Document,
    tags: tuple[Tags, ...],
    places: tuple[Place, ...],
    times: Times,
    registry: Registry,
    heads: Heads,
    demonyms: Demonyms,
    theatres: Theatres,
) -> tuple[Actor, ...]:
    """One Actor for every actor tag and physical target, at the tag's own offsets, in order of the text.

    Mentions of one actor share id and name; who stays unknown has neither id nor a made-up name.
    """
    lexica = Lexica(registry, heads, demonyms)
    placed = {offset for place in places for offset in range(place.start, place.end)}
    phrases = [
        read_phrase(tag, document.sentences[sentence.sentence], lexica, placed)
        for sentence in tags
        for tag in (*sentence.of("actor"), *sentence.of("physical"))
    ]
    phrases += _loose(document, phrases, lexica)
    phrases.sort(key=lambda phrase: (phrase.tag.start, phrase.tag.end))
    setting = read_setting(document, places, times, lexica)
    day = times.anchor or document.report.published
    context = Context(lexica, setting, places, Stretches(places), day, Surnames(()), Memory(), theatres)
    named = [_by_name(phrase, context) for phrase in phrases]
    full = [identity for identity in named if identity and identity.sort == "person" and identity.known]
    acronyms = defined_acronyms(zip(phrases, named, strict=True))
    context = replace(context, surnames=Surnames(full), acronyms=acronyms)
    found: list[Actor] = []
    for phrase, identity in zip(phrases, named, strict=True):
        settled = _resolve(phrase, identity, context)
        context.memory.add(settled, phrase)
        if phrase.tag.rule == _LOOSE:
            continue
        found.append(settled.at(document.text, phrase.tag.start, phrase.tag.end))
    return tuple(found)


def _loose(document: Document, phrases: list[Phrase], lexica: Lexica) -> list[Phrase]:
    """Names of the registry outside of all tags ("*Islamic State*-held town"): they bring up who is spoken of."""
    taken = {start for phrase in phrases for start in range(phrase.tag.start, phrase.tag.end)}
    found: list[Phrase] = []
    for sentence in document.sentences:
        for at in lexica.registry.openings(sentence.tokens):
            start = sentence.tokens[at].start
            if start in taken:
                continue
            match = lexica.registry.longest(sentence.tokens, at, shouted=sentence.shouted)
            if match:
                end = sentence.tokens[at + match[0] - 1].end
                taken.update(range(start, end))
                found.append(read_phrase(Tag("actor", start, end, "name", rule=_LOOSE), sentence, lexica))
    return found


def _resolve(phrase: Phrase, named: Identity | None, context: Context) -> Identity:
    if phrase.pronoun:
        return refer_pronoun(phrase, context.memory) or UNRESOLVED
    if named and named.rule == "actors.name":
        return by_acronym(phrase, context.acronyms) or context.surnames.find(str(named.name)) or named
    if not named and context.acronyms:
        named = by_acronym(phrase, context.acronyms)
    found = named or _by_description(phrase, context)
    setting, registry = context.setting, context.lexica.registry
    return by_theatre(phrase, found, context.places, setting, context.theatres, registry) or UNRESOLVED


def _by_name(phrase: Phrase, context: Context) -> Identity | None:
    """Who a phrase names, by the registry or by itself; None for a description."""
    if phrase.pronoun:
        return None
    for name in sorted(
        phrase.named, key=lambda name: (name.entries[0].sort != "person", _owned(phrase, name), name.at)
    ):
        identity = choose(name.entries, _text(phrase, name), context.setting, context.lexica.registry)
        if identity:
            return _of_named(phrase, identity, context)
    body = read_body(phrase) or read_acronym(phrase) or read_members(phrase)
    if body:
        countries = countries_of(phrase, context.sites, context.setting, context.lexica)
        return replace(body, country=countries[0] if countries else None)
    person = read_person(phrase, context.lexica)
    if not person:
        return None
    place = next((p for p in context.places if p.start <= phrase.tag.start and phrase.tag.end <= p.end), None)
    if place and not person.title:
        return None
    countries = countries_of(phrase, context.sites, context.setting, context.lexica)
    return (
        known_person(person.name, context.lexica)
        or titled(person, countries or (context.setting.main,), context.day, context.lexica)
        or unlisted(person, countries[0] if countries else None, None)
    )


def _of_named(phrase: Phrase, identity: Identity, context: Context) -> Identity:
    """A name with a head behind it: the group itself ("FMLN guerrillas"), its man or its building."""
    head = phrase.head
    if not head or identity.sort == "person" or (head.member and head.sort == "group"):
        return identity
    if head.sort == "person" or head.office:
        held = holder(head, str(identity.id), context.day, context.lexica)
        return held or replace(
            identity, id=None, name=f"{head.lemma} of {identity.name}", sort="person", lemma=head.lemma,
            plural=head.plural, singular=head.singular, rule="actors.man-of-group",
        )  # fmt: skip
    if head.physical or head.sort == "civilians":
        _, sector = kind_of(phrase, head)
        return replace(
            identity, id=None, name=f"{head.word} of {identity.name}", sort=head.sort, sector=sector,
            lemma=head.lemma, plural=head.plural, singular=head.singular, rule="actors.of-group",
        )  # fmt: skip
    return identity


def _by_description(phrase: Phrase, context: Context) -> Identity | None:
    head, lexica = phrase.head, context.lexica
    countries = countries_of(phrase, context.sites, context.setting, lexica)
    if head and head.lemma in _DIVISIONS and phrase.head_at and _placed(phrase, phrase.head_at - 1, context.places):
        return _of_place(phrase, countries)
    people = next((d for d in phrase.demonyms if d.ethnic or d.region), None)
    if not head:
        return _without_head(phrase, countries, context)
    if head.office and head.number == "one" and countries:
        held = holder(head, countries[0], context.day, lexica)
        if held:
            return held
    owned = _forces_of_owner(phrase, context)
    if owned:
        return owned
    if phrase.bare and not countries and not _report_government(phrase, head, context):
        referred = refer_nominal(phrase, head, kind_of(phrase, head), context.memory)
        if referred:
            return referred
    owner = _owner(phrase, context)
    if owner:
        return replace(
            owner, id=None, name=f"{head.lemma} of {owner.name}", sort=head.sort, sector=head.sector or owner.sector,
            lemma=head.lemma, plural=head.plural, singular=head.singular, rule="actors.of-person",
        )  # fmt: skip
    if phrase.possessor and head.member:
        he = refer_possessor(phrase, context.memory)
        group = lexica.registry.get(he.of) if he and he.of else None
        if group:
            return choose((group,), group.name, context.setting, lexica.registry)
    return _composed(phrase, countries, people, context)


def _report_government(phrase: Phrase, head: Head, context: Context) -> bool:
    """Whether a "government" without article ("*government* air strikes") is that of the report's own country."""
    return head.lemma in ("government", "regime") and not phrase.determiner and context.setting.main is not None


def _forces_of_owner(phrase: Phrase, context: Context) -> Identity | None:
    """The army or police of the state that a pronoun stands for ("Moscow said *its forces* ...")."""
    head = phrase.head
    if not head or not phrase.possessor or not phrase.bare or head.sort != "state" or head.sector not in ("MIL", "COP"):
        return None
    owner = refer_possessor(phrase, context.memory)
    if (
        not owner
        or owner.sort not in ("state", "group")
        or not (owner.known and (owner.country or owner.sort == "group"))
    ):
        return None
    if owner.sort == "group":
        return owner.because("actors.of-owner", 0.6, f"{phrase.possessor} stands for {owner.name}")
    return compose(phrase, head, (str(owner.country),), None, context.lexica)


def _owner(phrase: Phrase, context: Context) -> Identity | None:
    """The person whose the head is ("*Abadi*'s office"), by surname."""
    cut = next((i for i, word in enumerate(phrase.words) if i and word in ("'s", "'")), None)
    if cut is None or cut >= phrase.head_at or not phrase.tokens[0].is_capitalised:
        return None
    return context.surnames.find(" ".join(token.text for token in phrase.tokens[:cut]))


def _composed(phrase: Phrase, countries: tuple[str, ...], people: Demonym | None, context: Context) -> Identity | None:
    head = phrase.head
    if not head:
        return None
    sort, _ = kind_of(phrase, head)
    if countries or people or sort in ("facility", "vehicle"):
        return compose(phrase, head, countries, people, context.lexica)
    if head.lemma == "force" and not set(phrase.modifiers) <= OF_ANY_STATE:
        return replace(compose(phrase, head, (), None, context.lexica), id=None, name=phrase.text, sort="group")
    main = context.setting.main
    identity = compose(phrase, head, (main,) if main else (), None, context.lexica)
    if not main:
        return identity
    if sort == "state" and (head.number == "one" or phrase.determiner == "indefinite") and head.vague:
        return replace(identity, id=None)
    why = f"{identity.note}; no country told, the report is mostly about {main}"
    return identity.because("actors.composed-main-country", min(identity.score, 0.55), why)


def _without_head(phrase: Phrase, countries: tuple[str, ...], context: Context) -> Identity | None:
    """A bare country, capital, people or nation ("Baghdad", "the Kurds", "three Americans")."""
    registry = context.lexica.registry
    country = registry.country_of(phrase.text)
    if country:
        return government(country.alpha3, f"{phrase.text!r} is a country, named as an actor", 0.7, context.lexica)
    capital = registry.capital_of(phrase.text)
    if capital:
        return government(capital, f"{phrase.text!r} is a capital, named as an actor", 0.6, context.lexica)
    people = next(iter(phrase.demonyms), None)
    spare = [t for n, t in enumerate(phrase.tokens) if t.is_capitalised and n not in phrase.demonym_words]
    if people and not spare:
        single = people.country or context.setting.likeliest(people.countries)
        one = phrase.determiner and phrase.tag.rule != "party:adjective"
        noun = people.plural or people.people or one or len(phrase.tokens) > len(phrase.demonym_words)
        if single and not noun and not people.ethnic and not people.region:
            return government(single, f"{phrase.text!r} is a country's adjective", 0.5, context.lexica)
        return of_people(people, single)
    if countries and phrase.tag.value != "nominal":
        return _of_place(phrase, countries)
    return None


def _of_place(phrase: Phrase, countries: tuple[str, ...]) -> Identity:
    return Identity(
        name=phrase.text, country=countries[0] if countries else None, rule="actors.place", score=0.4,
        note=f"{phrase.text!r} is a place, named as an actor",
    )  # fmt: skip


def _placed(phrase: Phrase, at: int, places: tuple[Place, ...]) -> bool:
    token = phrase.tokens[at]
    return any(place.start <= token.start and token.end <= place.end for place in places)


def _owned(phrase: Phrase, name: Named) -> bool:
    """Whether a name only says whose the next one is ("*Joint Operations Command*'s War Media Cell")."""
    after = name.at + name.length
    return after < len(phrase.words) and phrase.words[after] in ("'s", "'")


def _text(phrase: Phrase, name: Named) -> str:
    return " ".join(token.text for token in phrase.tokens[name.at : name.at + name.length])
