"""Integrity: tests that rows pass before they go out, and a report of those that do not."""

from dateline.rulebooks.integrity.acled import ACLED
from dateline.rulebooks.integrity.checking import Check, Fault, faults_in
from dateline.rulebooks.integrity.every import EVERY
from dateline.rulebooks.integrity.ucdp import UCDP

__all__ = ["Check", "Fault", "checks_for", "faults_in"]


def checks_for(rulebook: str) -> tuple[Check, ...]:
    """The tests of a rulebook's rows: those of every scheme, then its own."""
    return (*EVERY, *{"ucdp": UCDP, "acled": ACLED}.get(rulebook, ()))
