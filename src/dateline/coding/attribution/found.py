"""Found: what a pattern of attribution found in a sentence."""

from dateline.codebook.cues import Cue
from dateline.coding.attribution.contents import Offsets
from dateline.coding.attribution.sources import Range
from dateline.frozen import frozen


@frozen
class Found:
    """One attribution as ranges of tokens (source, cue, addressee) and offsets (contents, in order of the text).

    `heard` is how sure the encoder is of its cue (0..1), None where it does not see it; `alone` that no rule found it.
    """

    cue: Cue
    at: Range
    source: Range | None = None
    contents: tuple[Offsets, ...] = ()
    addressee: Range | None = None
    heard: float | None = None
    alone: bool = False
