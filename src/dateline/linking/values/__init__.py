"""What several reports tell of one incident: statements, originals, values by a named rule, disputes, a grade."""
