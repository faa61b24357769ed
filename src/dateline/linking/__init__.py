"""Linking: mentions of one occurrence merged."""
