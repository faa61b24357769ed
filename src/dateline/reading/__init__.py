"""Reading: files of many kinds into reports."""
