"""Judging: what people decided of an incident, laid over what was merged. The statements beneath stay as they are."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from dateline.codebook import Codebook
from dateline.errors import SettingsError
from dateline.model import Actor, Anchor, Codes, Evidence, JoinedIncident, Judgement, Loss, Place, Reviewed, Time

MENTIONS: Mapping[str, type[Actor | Place | Loss]] = {
    "actors": Actor,
    "targets": Actor,
    "places": Place,
    "losses": Loss,
}
FIELDS = ("kind", "status", "background", "time", *MENTIONS)
"""What can be corrected."""
ROWS = "rows."
"""A correction of a column of a rulebook's rows ("rows.ucdp.best") is none of the incident's own values."""
_SPAN = ("start", "end", "text")


def with_judgements(joined: JoinedIncident, given: Sequence[Judgement], codebook: Codebook) -> JoinedIncident:
    """The incident as people judged it, in the order of their judgements.

    A corrected mention that names no words of its own (start, end, text) stands on those of the first event judged.
    Raises SettingsError for a value that the field cannot have.
    """
    update: dict[str, Any] = {}
    for judgement in given:
        if _of_incident(judgement):
            update |= _corrected(judgement, codebook)
    if not given:
        return joined
    numbers = tuple(judgement.id for judgement in given)
    return joined.model_copy(update={**update, "reviewed": _reviewed(given), "judgements": numbers})


def _of_incident(judgement: Judgement) -> bool:
    """Whether it puts one of the incident's own values right."""
    return judgement.verdict == "correct" and not (judgement.field or "").startswith(ROWS)


def _reviewed(given: Sequence[Judgement]) -> Reviewed | None:
    """Rejected or accepted by the last word on that, corrected where a value was put right."""
    last = next((j.verdict for j in reversed(given) if j.verdict in ("accept", "reject")), None)
    if last == "reject":
        return "rejected"
    if any(_of_incident(judgement) for judgement in given):
        return "corrected"
    return "accepted" if last == "accept" else None


def _corrected(judgement: Judgement, codebook: Codebook) -> dict[str, Any]:
    """The fields that a correction changes, with their values."""
    field, value = judgement.field, judgement.value
    try:
        if field == "kind":
            return {"kind": value, "codes": Codes.model_validate(dict(codebook.kinds[value].codes))}
        if field in ("status", "background"):
            checked = _checked(JoinedIncident(id="", kind="", events=()), {field: value})
            return {field: getattr(checked, field)}
        if field == "time":
            evidence = _evidence(judgement)
            return {"time": None if value is None else Time.model_validate({**value, "evidence": evidence})}
        if field is not None and field in MENTIONS:
            return {field: tuple(_mention(MENTIONS[field], each, judgement) for each in value)}
    except KeyError as error:
        raise SettingsError(f"there is no kind {value!r}; dateline codebook lists them") from error
    except (ValidationError, TypeError, ValueError) as error:
        told = "; ".join(e["msg"] for e in error.errors()) if isinstance(error, ValidationError) else str(error)
        raise SettingsError(f"{field} cannot be {value!r}: {told}") from error
    raise SettingsError(f"{field!r} is no field that can be corrected: {', '.join(FIELDS)}")


def _checked(joined: JoinedIncident, fields: Mapping[str, Any]) -> JoinedIncident:
    return JoinedIncident.model_validate({**joined.model_dump(), **fields})


def _mention(noun: type[Actor | Place | Loss], value: Mapping[str, Any], judgement: Judgement) -> Actor | Place | Loss:
    words: Mapping[str, Any] = value
    if "text" not in value:
        words = _words_of(judgement.anchors)
    own = {name: words[name] for name in _SPAN}
    return noun.model_validate({**value, **own, "evidence": _evidence(judgement)})


def _words_of(anchors: Sequence[Anchor]) -> Mapping[str, Any]:
    if not anchors:
        raise ValueError("it names no words, and no event was judged")
    return anchors[0].model_dump(include=set(_SPAN))


def _evidence(judgement: Judgement) -> Evidence:
    note = f"{judgement.who}: {judgement.reason}" if judgement.reason else judgement.who
    return Evidence(rule=f"judgement.{judgement.id}", note=note)
