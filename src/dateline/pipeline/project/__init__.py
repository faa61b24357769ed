"""A project: reports coded, linked and kept; the way of the data through the store."""

from dateline.pipeline.project.project import Project, open_project

__all__ = ["Project", "open_project"]
