"""Reading data files: YAML with the fast loader where it is installed, errors that name file and line."""

from collections.abc import Mapping
from pathlib import Path

import yaml

from dateline.errors import DataError

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_yaml(path: Path) -> Mapping[str, object]:
    """The mapping that a YAML file holds. Raises DataError where it cannot be read or holds none."""
    try:
        with path.open(encoding="utf-8") as file:
            data = yaml.load(file, Loader=_LOADER)  # noqa: S506 -- both are safe loaders
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise DataError(f"{path}: cannot be read as YAML: {error}") from error
    if not isinstance(data, dict):
        raise DataError(f"{path}: expected keys and values at the top")
    return data


def section(data: Mapping[str, object], name: str, path: Path) -> Mapping[str, object]:
    """The mapping under one key. Raises DataError where there is none."""
    found = data.get(name)
    if not isinstance(found, dict):
        raise DataError(f"{path}: expected keys and values under {name!r}")
    return found
