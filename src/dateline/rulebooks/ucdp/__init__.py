"""UCDP GED: incidents as events of the Uppsala Conflict Data Program's Georeferenced Event Dataset."""

from dateline.rulebooks.ucdp.book import Ucdp

__all__ = ["Ucdp"]
