"""A project: reports coded, linked and kept; the way of the data through the store. Loaded when first used: who reads a
project needs little of it (`asking`)."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.pipeline.project.project import Project as Project
    from dateline.pipeline.project.project import open_project as open_project

__all__ = ["Project", "open_project"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from dateline.pipeline.project import project

    return getattr(project, name)
