"""The gazetteer: names of places, what they may mean, and where that is."""

from dateline.gazetteer.build import Progress
from dateline.gazetteer.entry import Entry, Fame, Gazetteer, Kind, Match, Way, distance_km
from dateline.gazetteer.layers import LayeredGazetteer, open_gazetteer
from dateline.gazetteer.memory import MemoryGazetteer
from dateline.gazetteer.sqlite import SqliteGazetteer

__all__ = [
    "Entry",
    "Fame",
    "Gazetteer",
    "Kind",
    "LayeredGazetteer",
    "Match",
    "MemoryGazetteer",
    "Progress",
    "SqliteGazetteer",
    "Way",
    "distance_km",
    "open_gazetteer",
]
