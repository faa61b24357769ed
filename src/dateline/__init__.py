"""dateline reads reports of armed conflict."""
