"""Evidence: why a value is what it is."""

from dateline.model.noun import Noun


class Alternative(Noun):
    """A reading that was considered and lost, with its score and what it lacked."""

    value: str
    score: float
    why: str = ""


class Evidence(Noun):
    """Which rule (or model) gave a value, how sure it is (0..1), in a phrase why, and what else was considered.

    `rule` names the rule so that it can be found in code or data ("places.context-country", "cue:invade");
    `start`/`end` are offsets of the deciding words where they differ from the value's own span.
    """

    rule: str
    score: float = 1.0
    note: str = ""
    start: int | None = None
    end: int | None = None
    alternatives: tuple[Alternative, ...] = ()
