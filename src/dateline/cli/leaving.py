"""Leaving: how a command ends, with one line for a person and a code for a script."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from dateline.errors import DatelineError, InputError, SettingsError

FINE, INPUT_FAILED, USAGE, OUT_OF_ORDER, INTERRUPTED = 0, 1, 2, 3, 130
EXIT_CODES = (
    "Exit codes: 0 all was coded; 1 some input could not be read or coded (what could is in the output); "
    "2 a wrong option or argument; 3 a data file (dateline's or yours) or the gazetteer cannot be used, or the output "
    "cannot be written; 130 interrupted."
)


def tell(message: str) -> None:
    """One line to stderr. Letters that its encoding lacks are escaped."""
    encoding = sys.stderr.encoding or "utf-8"
    typer.echo("dateline: " + message.encode(encoding, "backslashreplace").decode(encoding), err=True)


@contextmanager
def leaving_well(*, debug: bool = False) -> Iterator[None]:
    """Turn errors of ours and of writing into one line and an exit code, a closed pipe into a quiet end, Ctrl-C into
    code 130.
    """
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(FINE) from None
    except KeyboardInterrupt:
        tell("interrupted; what is written so far is complete")
        raise typer.Exit(INTERRUPTED) from None
    except OSError as error:  # reading maps its own, so this is the output's
        if debug:
            raise
        where = f" {error.filename}" if error.filename else ""
        tell(f"the output{where} cannot be written: {error.strerror or error}; check the disk and the permissions")
        raise typer.Exit(OUT_OF_ORDER) from None
    except DatelineError as error:
        if debug:
            raise
        tell(str(error))
        raise typer.Exit(code_for(error)) from None


def code_for(error: DatelineError) -> int:
    """The exit code of an error."""
    if isinstance(error, InputError):
        return INPUT_FAILED
    return USAGE if isinstance(error, SettingsError) else OUT_OF_ORDER
