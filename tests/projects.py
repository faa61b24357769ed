"""Projects for tests: one of each database, and a few invented reports, coded once."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

from dateline.codebook import load_codebook
from dateline.encoder.vocabulary import load_vocabulary
from dateline.linking.across.rarity import rarity_in
from dateline.model import Record, Report
from dateline.pipeline import Coder
from dateline.pipeline.project.arriving import got_of
from dateline.pipeline.project.preparing import Preparer
from dateline.pipeline.project.project import Coded
from dateline.reading import Arrival
from dateline.reading.arrival import Origin, Original

SERVER = "DATELINE_TEST_POSTGRES"
"""Names the URL of a PostgreSQL server on which databases may be made: postgresql://USER@HOST:PORT/DATABASE."""
DATABASES = ("sqlite", "postgresql")


@contextmanager
def database(kind: str, folder: Path) -> Iterator[str]:
    """A place for a project: a file in the folder, or a database of its own on the server, dropped afterwards."""
    if kind == "sqlite":
        yield str(folder / "project.dateline")
        return
    server = os.environ.get(SERVER)
    if not server:
        pytest.skip(f"no PostgreSQL at hand: {SERVER} names none")
    name = f"dateline_{uuid4().hex}"
    engine = create_engine(server.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
        yield server.rsplit("/", 1)[0] + f"/{name}"
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


def report(name: str, words: str, day: date = date(2017, 11, 4), publisher: str | None = None) -> Report:
    return Report(id=name, text=words, publisher=publisher or f"The {name.title()} Post", published=day, language="en")


SUNDAY = date(2017, 11, 5)
TAKEN = (
    report("alpha", "Iraqi forces recaptured the town of Qaim from Islamic State on Friday, the prime minister said."),
    report("bravo", "Iraqi troops retook the town of Qaim from Islamic State militants on Friday, officials said."),
    report("delta", "A car bomb killed 12 people at a market in Mogadishu on Saturday, police said.", SUNDAY),
    report(
        "gamma",
        "At least 14 people were killed when a car bomb exploded at a market in Mogadishu on Saturday, a doctor said. "
        "The militant group al-Shabab claimed responsibility.",
        SUNDAY,
    ),
    report("kappa", "Gunmen abducted three aid workers near Gao in Mali on Thursday, the UN mission said."),
    report("omega", "Protesters marched in Beirut on Saturday against power cuts.", SUNDAY),
)
"""Two pairs that tell of one occurrence each, two reports of their own."""


@cache
def coder() -> Coder:
    return Coder()


@cache
def preparer(rule: str = "latest") -> Preparer:
    return Preparer(load_codebook(), rarity_in(load_vocabulary()), rule)


@cache
def record_of(given: Report) -> Record:
    return coder().code(given)


@cache
def coded(given: Report, origin: str | None = None) -> Coded:
    """A report ready to be added; with an origin, one that was read from that file and brought no name along."""
    came = None if origin is None else Origin(origin, Original(given.text.encode()))
    return Coded(got_of(Arrival(given, (), came)), preparer().ready(given, record_of(given)))


def all_coded(reports: Sequence[Report] = TAKEN) -> list[Coded]:
    return [coded(given) for given in reports]
