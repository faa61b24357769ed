"""Loading the codebook: our files, the user's laid over them, every mistake told with its file and key."""

from collections.abc import Sequence
from functools import reduce
from importlib.resources import as_file, files
from pathlib import Path

from dateline.codebook.book import Codebook, build_codebook
from dateline.codebook.entries import BookFile, read_entries
from dateline.codebook.lint import lint
from dateline.errors import DataError

_PLAIN = frozenset(
    {
        "frames",
        "wordsets",
        "parties",
        "contexts",
        "weapons",
        "lights",
        "crosswalk",
        "schemes",
        "originals",
        "tolls",
        "sides",
    }
)


def load_codebook(overlays: Sequence[Path] = ()) -> Codebook:
    """The codebook shipped with dateline, the user's files laid over it in order.

    An overlay is a YAML file with the same keys: a kind of the same id replaces ours, a new id adds one, `remove`
    takes kinds away. Raises DataError, naming file and key, on any mistake.
    """
    with as_file(files("dateline.codebook") / "data") as folder:
        ours = sorted(folder.glob("*.yaml")) + sorted((folder / "kinds").glob("*.yaml"))
        book = reduce(lay_over, (read_entries(p) for p in ours if p.parent.name == "kinds" or p.stem in _PLAIN))
    if not overlays:
        return build_codebook(book)
    for path in overlays:
        book, built = _overlaid(book, path)
    return built


def _overlaid(book: BookFile, path: Path) -> tuple[BookFile, Codebook]:
    """The book with one of the user's files laid over it, checked, so that a mistake is told with its file."""
    above = read_entries(path)
    missing = [name for name in above.remove if name not in book.kinds]
    if missing:
        raise DataError(f"{path}: remove: there is no kind {missing[0]!r}")
    book = lay_over(book, above)
    try:
        built = build_codebook(book)
    except DataError as error:
        raise DataError(f"{path}: {error}") from error
    objections = [said for said in lint(built) if "no kind leads to" not in said]
    if objections:
        raise DataError(f"{path}: {objections[0]}")
    return book, built


def lay_over(below: BookFile, above: BookFile) -> BookFile:
    """Two files as one: what the upper names replaces what the lower has, its rules are tried first."""
    kinds = {name: kind for name, kind in below.kinds.items() if name not in above.remove}
    return BookFile(
        kinds={**kinds, **above.kinds},
        frames={**below.frames, **above.frames},
        wordsets={**below.wordsets, **above.wordsets},
        parties={**below.parties, **above.parties},
        contexts={**below.contexts, **above.contexts},
        weapons={**below.weapons, **above.weapons},
        lights={**below.lights, **above.lights},
        overrides=[*above.overrides, *below.overrides],
        crosswalk=[*above.crosswalk, *below.crosswalk],
        schemes={**below.schemes, **above.schemes},
        originals={**below.originals, **above.originals},
        organs={**below.organs, **above.organs},
        agencies={**below.agencies, **above.agencies},
        fixed_tolls={**below.fixed_tolls, **above.fixed_tolls},
        sides={**below.sides, **above.sides},
    )
