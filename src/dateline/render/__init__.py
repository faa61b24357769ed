"""Rendering: records for people, as tables, pages, explanations and in notebooks."""
