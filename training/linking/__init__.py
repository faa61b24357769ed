"""Fitting the weights of linking across reports."""
