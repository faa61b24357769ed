"""Losses: counts of people killed, wounded, taken or driven out."""
