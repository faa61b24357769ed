"""The corpus that the tagger learns from: passages, their annotation, what keeps both honest. README.md is its card."""
