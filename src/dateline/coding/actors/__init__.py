"""Actors: names and descriptions resolved against the registry, or composed."""
