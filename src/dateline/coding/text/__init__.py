"""Text into sentences and tokens, with offsets that always match the report."""
