"""The codebook: kinds of event, their cues and crosswalks, as data that an expert edits, loaded and checked here."""

from dateline.codebook.book import Codebook
from dateline.codebook.kinds import Cue, CueFrame, Kind, Surroundings
from dateline.codebook.loading import load_codebook

__all__ = ["Codebook", "Cue", "CueFrame", "Kind", "Surroundings", "load_codebook"]
