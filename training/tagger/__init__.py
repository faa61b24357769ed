"""The tagger's training: MiniLM with heads for spans, kinds, status, roles, attribution. README.md: how to run it."""
