"""Rules: how the tolls that several voices tell become low, best and high, by name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dateline.codebook import Codebook
from dateline.errors import SettingsError
from dateline.linking.values.figures import Figures
from dateline.linking.values.latest import latest
from dateline.linking.values.tolls import Rows

Merge = Callable[[Sequence[Figures], Codebook], Rows]
DEFAULT = "latest"


@dataclass(frozen=True, slots=True)
class TollRule:
    """A rule and what it says in a line."""

    name: str
    says: str
    merge: Merge


RULES: Mapping[str, TollRule] = {rule.name: rule for rule in (TollRule("latest", "the newest standing toll", latest),)}


def rule_named(name: str) -> TollRule:
    """The rule of that name. Raises SettingsError where there is none."""
    if name not in RULES:
        raise SettingsError(f"there is no rule {name!r} for tolls; there are {', '.join(RULES)}")
    return RULES[name]
