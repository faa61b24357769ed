"""The gazetteer: places by name, compiled once to SQLite in the user's cache."""
