"""Sentences of our own with labels, written blind."""
