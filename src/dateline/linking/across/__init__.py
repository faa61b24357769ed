"""Across reports: incidents of many reports joined where they tell of one occurrence."""
