"""Measures of quality and speed. Stands outside the wheel; nothing imports it."""
