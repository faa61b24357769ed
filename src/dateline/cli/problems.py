"""Problems: what could not be read or coded, told at once and counted."""

from collections.abc import Callable
from pathlib import Path

from dateline.cli.leaving import tell
from dateline.errors import InputError, RecordError


class Problems:
    """Takes problems as they come; with `skip_bad`, broken records are no failure. `goes_on`: whether the rest of a
    broken record's file is read all the same."""

    def __init__(self, *, skip_bad: bool, tell: Callable[[str], None] = tell, goes_on: bool = False) -> None:
        self._skip_bad, self._goes_on = skip_bad, goes_on
        self._tell = tell
        self.failed = 0
        self.skipped = 0
        self.passed_over = 0

    def take(self, problem: InputError) -> None:
        """Tell a problem of reading and count it."""
        if isinstance(problem, RecordError) and self._skip_bad:
            self.skipped += 1
            self._tell(f"skipped: {problem}")
            return
        self.failed += 1
        left = isinstance(problem, RecordError) and not self._goes_on
        rest = "; the rest of its file is left out, --skip-bad goes on" if left else ""
        self._tell(f"{problem}{rest}")

    def fail(self, report: str, message: str) -> None:
        """Tell that dateline itself failed on a report, and count it."""
        self.failed += 1
        self._tell(f"{report}: dateline failed on this report: {message} (please report it; --debug shows the trace)")

    def pass_over(self, _path: Path) -> None:
        """Count a file of a kind that is not read."""
        self.passed_over += 1

    def summary(self) -> str:
        """What was left out, in one line; empty where nothing was."""
        parts = []
        if self.skipped:
            parts.append(f"{self.skipped} broken record{'s' * (self.skipped > 1)} skipped")
        if self.failed:
            parts.append(f"{self.failed} input{'s' * (self.failed > 1)} failed")
        if self.passed_over:
            parts.append(f"{self.passed_over} file{'s' * (self.passed_over > 1)} of other kinds passed over")
        return "; ".join(parts)
