"""Recognising: which words name an occurrence, an actor, a place, a weapon, a count, a source."""
