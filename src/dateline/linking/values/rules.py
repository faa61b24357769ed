"""Rules: how the tolls that several voices tell become low, best and high, by name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dateline.codebook import Codebook
from dateline.errors import SettingsError
from dateline.linking.values.acled import acled
from dateline.linking.values.airwars import airwars
from dateline.linking.values.figures import Figures
from dateline.linking.values.latest import latest
from dateline.linking.values.tolls import Rows
from dateline.linking.values.ucdp import ucdp

Merge = Callable[[Sequence[Figures], Codebook], Rows]


@dataclass(frozen=True, slots=True)
class TollRule:
    """A rule and what it says in a line."""

    name: str
    says: str
    merge: Merge


RULES: Mapping[str, TollRule] = {
    rule.name: rule
    for rule in (
        TollRule("latest", "the newest toll that stands", latest),
        TollRule("ucdp", "what most originals tell, else the lower figure, between the lowest and highest", ucdp),
        TollRule("acled", "the lowest toll that stands, vague words at fixed values", acled),
        TollRule("airwars", "the range of what is claimed, civilians apart", airwars),
    )
}
LATEST = RULES["latest"]


def rule_named(name: str) -> TollRule:
    """The rule of that name. Raises SettingsError where there is none."""
    if name not in RULES:
        raise SettingsError(f"there is no rule {name!r} for tolls; there are {', '.join(RULES)}")
    return RULES[name]
