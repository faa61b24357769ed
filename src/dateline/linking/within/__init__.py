"""Within one report: its events, those that tell of one occurrence joined into incidents."""
