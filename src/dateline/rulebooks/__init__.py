"""Rulebooks: what other people's codebooks make of a record. Each rule names its book."""
