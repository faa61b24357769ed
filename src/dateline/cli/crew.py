"""The crew: reports coded one after another, here or in several processes, always in their order."""

import gc
import os
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from dateline.cli.progress import FirstBuild
from dateline.errors import CrewError
from dateline.gazetteer import open_gazetteer
from dateline.model import Record, Report
from dateline.reading import Arrival
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.pipeline import Coder
    from dateline.pipeline.project.preparing import Preparer
    from dateline.store.codings import Ready

_AHEAD = 8
_SELDOM = 50_000
"""So many objects more than before are there when the collector looks at the young ones; 700 by default."""

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Failure:
    """A report that the coder itself failed on: an error of dateline's, told with its trace."""

    report: str
    message: str
    trace: str


def code_all(
    arrivals: Iterable[Arrival], jobs: int, settings: Settings, form: Callable[[Report, Record], Made]
) -> Iterator[tuple[Arrival, Made | Failure]]:
    """Each report with what `form` makes of its record, or with the failure that coding it met, in order.

    With several jobs the gazetteer is there before they start, each process builds its own coder once, at most eight
    reports a process are under way, and `form` runs where the report was coded: a record takes ten times as long to
    pass on as the line that is written of it.
    """
    if jobs == 1:
        for arrival in arrivals:
            yield arrival, form_one(arrival, settings, form)
        return
    open_gazetteer(settings.cache, FirstBuild(), settings.added).close()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_end_with_parent) as pool:
        under_way: deque[tuple[Arrival, Future[Made | Failure]]] = deque()
        try:
            coming = iter(arrivals)
            for arrival in islice(coming, jobs * _AHEAD):
                under_way.append((arrival, pool.submit(form_one, _light(arrival), settings, form)))
            while under_way:
                done, future = under_way.popleft()
                yield done, future.result()
                for arrival in islice(coming, 1):
                    under_way.append((arrival, pool.submit(form_one, _light(arrival), settings, form)))
        except BrokenProcessPool as error:
            raise CrewError(
                "a process that codes was ended from outside, as systems do that run out of memory; what was done is "
                "kept: run the same command again, with fewer --jobs"
            ) from error
        except BaseException:  # a generator closed early too; when all is done the pool is waited for
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _end_with_parent() -> None:
    """Let this process end when the one that started it is killed: it would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _light(arrival: Arrival) -> Arrival:
    """The arrival without the bytes it was read from, which coding has no need of."""
    return replace(arrival, origin=None)


@dataclass(frozen=True, slots=True)
class Preparing:
    """Makes of a record all that a project stores of it."""

    settings: Settings

    def __call__(self, report: Report, record: Record) -> "Ready":
        """What is stored of a report and its record."""
        return _preparer(self.settings).ready(report, record)


@lru_cache(maxsize=1)
def _preparer(settings: Settings) -> "Preparer":
    from dateline.encoder.vocabulary import load_vocabulary
    from dateline.linking.across.rarity import rarity_in
    from dateline.pipeline.project.preparing import Preparer

    return Preparer(own_coder(settings).codebook, rarity_in(load_vocabulary()), settings.rule)


def form_one(arrival: Arrival, settings: Settings, form: Callable[[Report, Record], Made]) -> Made | Failure:
    """What `form` makes of the report's record, with the notices of its reading first."""
    coder = own_coder(settings)
    try:
        record = coder.code(arrival.report)
        return form(arrival.report, record.model_copy(update={"notices": arrival.notices + record.notices}))
    except Exception as error:  # noqa: BLE001 -- one report's failure must not lose the others
        return Failure(arrival.report.id, f"{type(error).__name__}: {error}", traceback.format_exc())


def code_one(arrival: Arrival, settings: Settings) -> Record | Failure:
    """The report's record."""
    return form_one(arrival, settings, lambda _, record: record)


@lru_cache(maxsize=1)
def own_coder(settings: Settings) -> "Coder":
    """This process's coder, built when first needed; the garbage collector never looks at what it loaded again.

    At what coding makes it looks seldom: nothing there refers to itself, so all is freed without it (it found nothing
    in 150 reports and took 1.1 ms of each).
    """
    from dateline.pipeline import Coder

    coder = Coder(settings=settings, progress=FirstBuild())
    gc.freeze()
    gc.set_threshold(_SELDOM, 10, 10)
    return coder
