"""Sets: the groups of connected sets, remembered until a trace comes to one or a link of it is undone."""

from collections.abc import Callable, Iterable, Mapping

from dateline.linking.across.clustering import Name, connected

Group = tuple[Name, ...]


class Sets:
    """The connected sets of the names touched so far, each by its first name, and their groups."""

    def __init__(self) -> None:
        self._touched: set[Name] = set()
        self._set_of: dict[Name, Name] = {}
        self._groups: dict[Name, list[Group]] = {}

    def touch(self, names: Iterable[Name]) -> None:
        """Names that are new or whose links changed: of a link that is undone, both ends."""
        self._touched.update(names)

    def groups(
        self, links: Mapping[Name, Iterable[Name]], grouping: Callable[[list[Name]], list[Group]]
    ) -> tuple[Group, ...]:
        """All groups in order; `grouping` gives those of one connected set and is asked only for sets that changed."""
        changed = connected(self._touched, links)
        for name in (name for found in changed for name in found):
            self._groups.pop(self._set_of.get(name, name), None)
        for found in changed:
            self._set_of.update(dict.fromkeys(found, found[0]))
            self._groups[found[0]] = grouping(found)
        self._touched.clear()
        return tuple(sorted(group for groups in self._groups.values() for group in groups))
