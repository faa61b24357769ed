"""Roles: who did it, to whom, where, when, with what."""
