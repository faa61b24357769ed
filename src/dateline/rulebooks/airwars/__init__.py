"""Airwars: records of civilian harm, with the range of what is claimed and what the belligerents say."""

from dateline.rulebooks.airwars.rulebook import Airwars

__all__ = ["Airwars"]
