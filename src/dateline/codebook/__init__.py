"""The codebook: kinds of event, actors, cues and crosswalks, as commented data."""
