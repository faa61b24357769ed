"""Coding: from a report to events, in steps that are functions of their arguments."""
