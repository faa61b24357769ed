"""Processes that add to a project and are ended from outside, at a statement or at a moment."""

import json
import os
import signal
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from functools import cache
from random import Random
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

from dateline.codebook import load_codebook
from dateline.pipeline.project import Project, open_project
from dateline.pipeline.project.identity import identity_of
from dateline.pipeline.project.project import Coded
from dateline.settings import Settings


def at_each_step(act: Callable[[Any], None]) -> Callable[[], None]:
    """Call `act` with the connection before every statement and every commit of all engines; gives what ends that."""

    def statement(connection: Any, *_: object) -> None:
        act(connection)

    event.listen(Engine, "before_cursor_execute", statement)
    event.listen(Engine, "commit", act)

    def end() -> None:
        event.remove(Engine, "before_cursor_execute", statement)
        event.remove(Engine, "commit", act)

    return end


@cache
def _read_once() -> dict[str, object]:
    import alembic.command  # noqa: F401 -- not again in every child

    settings = Settings()
    return {"codebook": load_codebook(settings.codebooks), "identity": identity_of(settings)}


def quick(project: Project) -> Project:
    """The project with what it would read of the package's own files at hand."""
    project.__dict__.update(_read_once())
    return project


def batches(made: Sequence[Coded], size: int) -> list[list[Coded]]:
    return [list(made[n : n + size]) for n in range(0, len(made), size)]


def beside(work: Callable[[int], None]) -> tuple[int, int]:
    """Do work in a process of its own, which is given the end of a pipe to tell by; gives its id and the other end."""
    _read_once()
    hear, tell = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads that the child has no use for
        child = os.fork()
    if child:
        os.close(tell)
        return child, hear
    status = 1
    try:
        os.close(hear)
        work(tell)
        status = 0
    except BaseException as error:  # noqa: BLE001 -- nothing of the child's may come back into the tests
        sys.__stderr__ and sys.__stderr__.write(f"{type(error).__name__}: {error}\n")
    finally:
        os._exit(status)


def adding(
    url: str, made: Sequence[Sequence[Coded]], clock: Callable[[], str], steps: int | None
) -> Callable[[int], None]:
    """Work that adds batch after batch and tells the names of each after it is committed; it is killed by its own hand
    before so many statements and commits."""

    def work(tell: int) -> None:
        left = steps

        def count(_: object) -> None:
            nonlocal left
            if left is not None:
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        at_each_step(count)
        with quick(open_project(url, create=True, clock=clock)) as project:
            for batch in made:
                project.add(batch)
                os.write(tell, (json.dumps([each.got.report.id for each in batch]) + "\n").encode())

    return work


def lived(child: int, hear: int, kill_after: float | None = None) -> tuple[bool, set[str]]:
    """Wait for a process, or kill it after so many seconds; gives whether it came to its end and what it told."""
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(hear, "rb") as told:
        lines = told.read().splitlines(keepends=True)
    _, status = os.waitpid(child, 0)
    assert status in (0, signal.SIGKILL), f"the process ended with {status}"
    return status == 0, {name for line in lines if line.endswith(b"\n") for name in json.loads(line)}


def moments(kills: int, steps: int, seconds: float, seed: int = 0) -> list[tuple[int | None, float | None]]:
    """When to kill: four times of five before a statement, else at a moment."""
    chance = Random(seed)  # noqa: S311  # moments, no secrets
    return [(None, chance.uniform(0, seconds)) if n % 5 == 4 else (chance.randrange(steps), None) for n in range(kills)]
