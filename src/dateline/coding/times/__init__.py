"""Times: TIMEX3 values and intervals of days."""
