"""Rendering: records for people, as tables and pages."""
