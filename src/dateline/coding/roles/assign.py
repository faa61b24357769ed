"""Roles: who did it, to whom, where, when, with what. One frame for every occurrence that a sentence tells."""

from collections.abc import Sequence

from dateline.codebook import Codebook
from dateline.codebook.book import Index
from dateline.codebook.kinds import CueFrame
from dateline.coding.roles.authorship import authors
from dateline.coding.roles.clauses import clause_of, clause_starts
from dateline.coding.roles.folding import Telling, fold
from dateline.coding.roles.frames import Argument, Frame, Voice
from dateline.coding.roles.losers import losers
from dateline.coding.roles.naming import name_victims
from dateline.coding.roles.nominal import noun_arguments
from dateline.coding.roles.recipients import named_in_content, recipients, speakers
from dateline.coding.roles.setting import Site, choose_places, choose_time, sites
from dateline.coding.roles.syntax import Syntax, read_syntax
from dateline.coding.roles.verb import Verb
from dateline.coding.roles.verbal import verb_arguments, wielders
from dateline.coding.roles.verbs import find_verbs
from dateline.coding.tagging.tags import Tag, Tags
from dateline.coding.text.document import Document, Sentence
from dateline.coding.times.resolve import Times

_PLAIN = CueFrame("plain")
_WEAPON_REACH = 12
_SPOKEN = frozenset({"speech", "diplomacy", "law"})
"""Families of words and papers: no harm comes of them by itself ("accused of *killing* the mayor")."""
_ADDRESSED = frozenset({"ACCUSE", "REJECT", "THREATEN", "REQUEST", "SUPPORT", "PROTEST"})
"""PLOVER categories whose recipient is a party that their content names, if nothing else names one."""


def assign_roles(document: Document, tags: tuple[Tags, ...], times: Times, codebook: Codebook) -> tuple[Frame, ...]:
    """One frame for every occurrence that a sentence tells, in order of the text."""
    spans = [(t.start, t.end) for t in times.mentions if t.start is not None and t.end is not None]
    frames: list[Frame] = []
    for found in tags:
        if found.of("trigger"):
            sentence = document.sentences[found.sentence]
            within = [span for span in spans if sentence.start <= span[0] and span[1] <= sentence.end]
            frames += frames_of(sentence, found, within, codebook)
    return name_victims(document, tags, frames, codebook)


def frames_of(sentence: Sentence, tags: Tags, times: Sequence[tuple[int, int]], codebook: Codebook) -> list[Frame]:
    """The frames of one sentence; `times` are the offsets of the times that it names."""
    triggers = [tag for tag in tags.of("trigger") if not _in_name(tag, tags)]
    cues = {tag.key: codebook.cue(tag.rule) for tag in triggers}
    syntax = read_syntax(sentence, tags.tags, {key: cue.part for key, cue in cues.items() if cue is not None})
    verbs = find_verbs(syntax)
    starts = clause_starts(syntax, verbs)
    known = sites(syntax, starts)
    tellings: list[Telling] = []
    for tag in triggers:
        cue = cues[tag.key]
        kind = codebook.kind(tag.value)
        frame = cue.frame if cue is not None else _PLAIN
        tellings.append(
            _telling(
                syntax,
                tag,
                frame,
                verbs,
                starts,
                known,
                times,
                codebook.lights,
                outcome=kind is not None and kind.outcome,
                spoken=kind is not None and kind.family in _SPOKEN,
                addressed=kind is not None and kind.codes.get("plover") in _ADDRESSED,
                taken=kind is not None and kind.control in ("gains", "enters"),
            )
        )
    return fold(syntax, tellings, verbs)


def _in_name(trigger: Tag, tags: Tags) -> bool:
    """Whether a trigger's word is but a part of a party's name ("Popular *Mobilization* Forces")."""
    return any(party.start < trigger.start and trigger.end <= party.end for party in tags.of("actor"))


def _telling(
    syntax: Syntax,
    tag: Tag,
    frame: CueFrame,
    verbs: Sequence[Verb],
    starts: Sequence[int],
    known: Sequence[Site],
    times: Sequence[tuple[int, int]],
    lights: Index,
    *,
    outcome: bool,
    spoken: bool,
    addressed: bool,
    taken: bool,
) -> Telling:
    first, last = syntax.span_of(tag)
    number = next((n for n, verb in enumerate(verbs) if first <= verb.at <= last), None)
    voice: Voice = "noun" if number is None else "passive" if verbs[number].passive else "active"
    own = verbs[number] if number is not None else None
    arguments = _parties(syntax, tag, frame, own, verbs, lights, times)
    if addressed and not any(a.role == "target" for a in arguments):
        arguments += named_in_content(syntax, last, arguments, verbs)
    if taken and not any(a.role == "target" for a in arguments):
        arguments += losers(syntax, last)
    if not any(a.role in ("place", "destination") for a in arguments):
        parties = {a.key for a in arguments if a.role in ("actor", "origin")}
        arguments += choose_places(syntax, [s for s in known if s.tag.key not in parties], (first, last), starts, frame)
    arguments = _alone(arguments)
    when = choose_time(syntax, times, (first, last), starts)
    if when is not None:
        arguments.append(when)
    begin, end = clause_of(starts, first, len(syntax))
    arguments += _weapons(syntax, arguments, (begin, end), (first, last))
    clause = (syntax.tokens[begin].start, syntax.tokens[max(end, last)].end)
    made = Frame(syntax.sentence.index, tag, clause, voice, _distinct(arguments))
    return Telling(made, first, last, number, outcome, spoken)


def _parties(
    syntax: Syntax,
    tag: Tag,
    frame: CueFrame,
    own: Verb | None,
    verbs: Sequence[Verb],
    lights: Index,
    times: Sequence[tuple[int, int]],
) -> list[Argument]:
    """Who did it to whom, by the grammar of the trigger: `own` is its verb, None for a noun."""
    last = syntax.span_of(tag)[1]
    if own is None:
        arguments = noun_arguments(syntax, tag, frame, verbs, lights, times)
    else:
        arguments = verb_arguments(syntax, own, last, frame, times)
        if not any(a.role == "actor" for a in arguments):
            arguments += wielders(syntax, own, verbs, frame)
        if frame.name == "told":
            arguments += speakers(syntax, own, verbs)
        if frame.object == "target" and not any(a.role == "target" for a in arguments):
            arguments += recipients(syntax, own, last, verbs, times)
    if not any(a.role == "actor" for a in arguments):
        arguments += authors(syntax, last if own is None else own.at, verbs)
    return arguments


def _alone(arguments: list[Argument]) -> list[Argument]:
    """Nobody is his own partner: "the rebels agreed to disarm" names one side, and no other."""
    parties = {argument.key for argument in arguments if argument.role in ("actor", "target")}
    if len(parties) != 1:
        return arguments
    acts = any(argument.role == "actor" for argument in arguments)
    return [argument for argument in arguments if not (acts and argument.role == "target")]


def _weapons(
    syntax: Syntax, arguments: Sequence[Argument], clause: tuple[int, int], anchor: tuple[int, int]
) -> list[Argument]:
    """The weapons of the same clause where no role has found one."""
    if any(argument.role == "weapon" for argument in arguments):
        return []
    named = syntax.within(anchor[0], anchor[1], "weapon")
    if named:
        return [Argument("weapon", tag.start, tag.end, 0.9, "trigger.weapon") for tag in named]
    found: list[Argument] = []
    for tag in syntax.within(clause[0], clause[1], "weapon"):
        first, last = syntax.span_of(tag)
        if max(first - anchor[1], anchor[0] - last) <= _WEAPON_REACH:
            found.append(Argument("weapon", tag.start, tag.end, 0.6, "clause.weapon"))
    return found


def _distinct(arguments: Sequence[Argument]) -> tuple[Argument, ...]:
    """Every role's fillers once, in order of the text."""
    seen: dict[tuple[str, int, int], Argument] = {}
    for argument in arguments:
        seen.setdefault((argument.role, argument.start, argument.end), argument)
    return tuple(sorted(seen.values(), key=lambda a: (a.start, a.end, a.role)))
