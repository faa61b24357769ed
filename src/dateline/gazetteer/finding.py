"""Finding: in which order a gazetteer tries a name's keys, the same for every kind of gazetteer."""

from collections.abc import Callable, Iterable

from dateline.gazetteer.entry import Match
from dateline.gazetteer.fold import bare
from dateline.gazetteer.order import by_rank
from dateline.gazetteer.sounds import sounds


def candidates(
    folded: str, named: Callable[[str], Iterable[Match]], sounded: Callable[[str], Iterable[Match]]
) -> tuple[Match, ...]:
    """What a folded name may mean: by name; without its Arabic article; by sound if no town or country bears the name.

    `named` gives what bears a key as a name, `sounded` what bears a key of sound.
    """
    found = list(named(folded))
    short = bare(folded)
    if short != folded:
        known = {match.entry.id for match in found}
        found += [Match(m.entry, "article") for m in named(short) if m.entry.id not in known]
    if len(folded) > 3 and not any(m.entry.kind in ("town", "country") for m in found):
        heard = {match.entry.id: match for key in sounds(folded) for match in sounded(key)}
        found = list({**heard, **{match.entry.id: match for match in found}}.values())
    return by_rank(found)
