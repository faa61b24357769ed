"""ACLED: one row for each day, place, pair of actors and type of event (docs/rulebooks.md)."""

from dateline.rulebooks.acled.rulebook import Acled

__all__ = ["Acled"]
