"""Chains: steps that say what they need and what they give, checked when the chain is built."""

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dateline.errors import ChainError


@dataclass(frozen=True, slots=True)
class Step:
    """A function and the name of what it gives. What it needs are the names of its parameters."""

    gives: str
    run: Callable[..., object]

    @property
    def needs(self) -> dict[str, object]:
        """The names that the step needs, and the type that it wants of each."""
        return {name: parameter.annotation for name, parameter in inspect.signature(self.run).parameters.items()}

    @property
    def type(self) -> object:
        """The type of what it gives."""
        return inspect.signature(self.run).return_annotation


class Chain:
    """Steps in order. Each runs once a report, on the report, the resources and what earlier steps gave.

    Raises ChainError at once if a step needs what nothing before it gives, wants another type than it is given,
    or gives a name twice.
    """

    def __init__(self, steps: Sequence[Step], resources: Mapping[str, object], given: Mapping[str, object]) -> None:
        self.steps = tuple(steps)
        self._resources = dict(resources)
        self._needs = [tuple(step.needs) for step in self.steps]
        self._check(given)

    def _check(self, given: Mapping[str, object]) -> None:
        known: dict[str, object] = {**dict.fromkeys(self._resources), **given}
        for step in self.steps:
            for name, wanted in step.needs.items():
                if name not in known:
                    raise ChainError(
                        f"step {step.gives!r} needs {name!r}, which no step before it gives; "
                        f"known there: {', '.join(sorted(known))}"
                    )
                if known[name] is not None and known[name] != wanted:
                    raise ChainError(
                        f"step {step.gives!r} wants {name!r} as {wanted}, but it is given as {known[name]}"
                    )
            if step.gives in known:
                raise ChainError(f"{step.gives!r} is given twice; name the second something else")
            known[step.gives] = step.type

    def run(self, **given: object) -> dict[str, object]:
        """Run every step; the result holds all that was given or made, by name, without the resources."""
        made: dict[str, object] = {**self._resources, **given}
        for step, needs in zip(self.steps, self._needs, strict=True):
            made[step.gives] = step.run(**{name: made[name] for name in needs})
        return {name: value for name, value in made.items() if name not in self._resources}
