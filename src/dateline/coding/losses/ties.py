"""Ties: to which losses the encoder ties the counts of a sentence."""

from collections.abc import Mapping, Sequence

from dateline.encoder.reading import Found, Reading

SURE = 0.9
"""Share from which the encoder contradicts or confirms what the loss words say."""
_ROLE = "loss:"

Ties = tuple[tuple[Found, str, float], ...]
"""A span, the kind of loss that it is tied to, and the share."""


def ties_of(reading: Reading) -> Ties:
    """The ties of one sentence."""
    return tuple(
        (reading.spans[tie.span], tie.role.removeprefix(_ROLE), tie.score)
        for tie in reading.ties
        if tie.role.startswith(_ROLE)
    )


def shares_over(ties: Sequence[Ties], sentence: int, start: int, end: int) -> Mapping[str, float]:
    """The kinds of loss tied to spans that begin in a stretch of a sentence, each with its greatest share."""
    shares: dict[str, float] = {}
    for span, loss, share in ties[sentence] if sentence < len(ties) else ():
        if start <= span.start < end:
            shares[loss] = max(share, shares.get(loss, 0.0))
    return shares
