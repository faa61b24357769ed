"""Progress, on stderr: a bar from the second report on where that is a terminal, silence otherwise; and the building of
the gazetteer on the first run ever."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dateline.cli.leaving import tell

if TYPE_CHECKING:
    from rich.progress import Progress

FROM_REPORT = 2


@contextmanager
def progress(*, wanted: bool) -> Iterator[Callable[[], None]]:
    """Gives the function to call after each report. Nothing is shown unless `wanted` and stderr is a terminal."""
    if not (wanted and sys.stderr.isatty()):
        yield lambda: None
        return
    bar = _Bar()
    try:
        yield bar.advance
    finally:
        bar.stop()


class Making:
    """What is shown while something long is made, told by the share done: a bar on a terminal, else one line."""

    def __init__(self, title: str, line: str) -> None:
        self._title, self._line = title, line
        self._bar: Progress | None = None
        self._told = False

    def __call__(self, share: float, what: str) -> None:
        """`share` (0..1) is done, `what` comes now."""
        if not self._told:
            self._told = True
            if sys.stderr.isatty():
                self._start()
            else:
                tell(self._line)
        if self._bar:
            self._bar.update(self._task, completed=share, description=what)
            if share >= 1:
                self.stop()

    def stop(self) -> None:
        """Take the bar away."""
        if self._bar:
            self._bar.stop()
            self._bar = None

    def _start(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        self._bar = Progress(
            TextColumn(self._title),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %"),
            TimeElapsedColumn(),
            TextColumn("{task.description}"),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task("reading", total=1.0)
        self._bar.start()


class FirstBuild(Making):
    """What is shown while the gazetteer is built, on the first run ever."""

    def __init__(self) -> None:
        super().__init__(
            "building the gazetteer (once)", "building the gazetteer; this happens once and takes some seconds"
        )


class _Bar:
    """Counts reports; the bar appears with the second, so that one report stays quiet."""

    def __init__(self) -> None:
        self._done = 0
        self._bar: Progress | None = None

    def advance(self) -> None:
        """One more report is done."""
        self._done += 1
        if self._done == FROM_REPORT:
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

            self._bar = Progress(
                TextColumn("coding"),
                BarColumn(),
                TextColumn("{task.completed} reports"),
                TimeElapsedColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self._task = self._bar.add_task("coding", total=None)
            self._bar.start()
        if self._bar:
            self._bar.update(self._task, completed=self._done)

    def stop(self) -> None:
        """Take the bar away."""
        if self._bar:
            self._bar.stop()
