"""Authorship: to whom words lay a deed, where no grammar of the deed says who did it.

"The front was blamed for the attack", "accused the rebels of killing the mayor", "the attack was attributed to the
army", "is responsible for the kidnapping". Who lays it to them stands in the claim (about: authorship), not here.
"""

from collections.abc import Iterator, Mapping, Sequence

from dateline.coding.roles.conjunction import rightward
from dateline.coding.roles.filling import fill
from dateline.coding.roles.frames import Argument
from dateline.coding.roles.subjects import bare_before
from dateline.coding.roles.syntax import Syntax
from dateline.coding.roles.verb import Verb
from dateline.coding.roles.verbal import direct_object, phrases_after, subjects
from dateline.coding.text import closed
from dateline.coding.text.chunks import Chunk

LAID_TO: Mapping[str, frozenset[str]] = {
    "blame": closed.words("for"),
    "blamed": closed.words("for"),
    "accuse": closed.words("of"),
    "accused": closed.words("of"),
    "accuses": closed.words("of"),
    "accusing": closed.words("of"),
    "blames": closed.words("for"),
    "blaming": closed.words("for"),
    "suspected": closed.words("of in"),
    "suspect": closed.words("of"),
    "wanted": closed.words("for"),
    "sought": closed.words("for"),
    "tried": closed.words("for"),
    "sentenced": closed.words("for"),
    "arrested": closed.words("for"),
    "detained": closed.words("for"),
    "jailed": closed.words("for"),
    "imprisoned": closed.words("for"),
    "charged": closed.words("with in"),
    "indicted": closed.words("for in"),
    "convicted": closed.words("of for"),
    "implicated": closed.words("in"),
    "involved": closed.words("in"),
    "linked": closed.words("to with"),
}
"""Verbs that lay a deed to somebody, and the word that stands before the deed."""
_DEED_FIRST: Mapping[str, frozenset[str]] = {
    "blamed": closed.words("on upon"),
    "blames": closed.words("on upon"),
    "blame": closed.words("on upon"),
    "blaming": closed.words("on upon"),
    "attribute": closed.words("to"),
    "attributing": closed.words("to"),
    "attributed": closed.words("to"),
    "attributes": closed.words("to"),
    "ascribed": closed.words("to"),
    "imputed": closed.words("to"),
    "pinned": closed.words("on"),
}
"""Verbs whose object is the deed, and the word that stands before whoever it is laid to."""
_ON_GROUNDS = {("with", "connection"), ("of", "charges"), ("of", "suspicion"), ("of", "accused")}
_NONE = closed.words("no none nobody neither not never n't without")
_ANSWERS = closed.words("responsible responsibility blamed credit claimed")
_SCORE = 0.7


def authors(syntax: Syntax, anchor: int, verbs: Sequence[Verb]) -> list[Argument]:
    """To whom the sentence lays the deed whose trigger stands at a position; empty where it lays it to nobody."""
    own = next((verb for verb in verbs if verb.at == anchor), None)
    deed = syntax.chunk_of(anchor) if own is None else None
    first = own.first if own is not None else deed.first if deed is not None else anchor
    for each in (*_before(syntax, first, verbs), *_after(syntax, deed, verbs)):
        if syntax.lower(each.first) in _NONE:
            return []
        found = [a for one in rightward(syntax, each) for a in fill(syntax, one, "actor", "authorship", _SCORE)]
        if found:
            return found
    return []


def _before(syntax: Syntax, first: int, verbs: Sequence[Verb]) -> Iterator[Chunk]:
    """Those named before the deed: "X was accused of *it*", "accused X of *it*", "X is responsible for *it*"."""
    link = syntax.lower(first - 1)
    governor = next((verb for verb in reversed(verbs) if verb.at < first), None)
    if (link, syntax.lower(first - 2)) in _ON_GROUNDS:
        link = "for"  # "arrested in connection with the murder", "held on suspicion of it"
    if governor is not None and link in LAID_TO.get(syntax.lower(governor.at), ()) and not _denied(syntax, governor):
        direct = None if governor.passive else direct_object(syntax, governor.at + 1, ())
        if governor.passive or direct is None:
            yield from subjects(syntax, governor)
        elif direct.last < first:
            yield direct
    at = (
        first - 2
        if link == "for" and syntax.lower(first - 2) == "responsible"
        else first - 1
        if link == "behind"
        else 0
    )
    if at > 0 and not any(syntax.lower(position) in _NONE for position in range(max(0, at - 3), at)):
        known = syntax.lower(at) == "responsible" or any(
            syntax.lower(n) in closed.BE for n in range(max(0, at - 2), at)
        )
        subject = bare_before(syntax, at - 1) if known else None
        if subject is not None:
            yield subject


def _after(syntax: Syntax, deed: Chunk | None, verbs: Sequence[Verb]) -> Iterator[Chunk]:
    """Those named after the deed: "*it* was blamed on X", "attributed *it* to X"."""
    if deed is None:
        return
    for verb in verbs:
        leads = _DEED_FIRST.get(syntax.lower(verb.at), frozenset())
        taken = verb.subject if verb.passive else direct_object(syntax, verb.at + 1, ())
        if not leads or taken != deed or _denied(syntax, verb):
            continue
        behind = max(verb.at, deed.last if not verb.passive else 0) + 1
        yield from (each for lead, each in phrases_after(syntax, behind, ()) if lead in leads)
    yield from _answering(syntax, deed, verbs)


def _answering(syntax: Syntax, deed: Chunk, verbs: Sequence[Verb]) -> Iterator[Chunk]:
    """Those whom a relative clause makes answer for it: "*it*, for which the front is held responsible"."""
    at = deed.last + 1 + (syntax.lower(deed.last + 1) == ",")
    if syntax.lower(at) != "for" or syntax.lower(at + 1) not in closed.RELATIVES:
        return
    verb = next((verb for verb in verbs if verb.at > at), None)
    if verb is None or verb.subject is None or verb.subject.first < at or _denied(syntax, verb):
        return
    said = {syntax.lower(position) for position in range(verb.first, verb.at + 3)}
    if said & _ANSWERS:
        yield verb.subject


def _denied(syntax: Syntax, verb: Verb) -> bool:
    return any(syntax.lower(position) in _NONE for position in range(verb.first, verb.at))
