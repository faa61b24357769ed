"""The rulebooks with what they need, by name."""

from collections.abc import Mapping

from dateline.codebook import load_codebook
from dateline.codebook.registry_files import load_registry
from dateline.errors import SettingsError
from dateline.gazetteer import Progress, open_gazetteer
from dateline.model import ReportHead
from dateline.rulebooks.acled import Acled
from dateline.rulebooks.airwars import Airwars
from dateline.rulebooks.book import Rulebook
from dateline.rulebooks.ucdp import Ucdp
from dateline.settings import Settings

NAMES = ("ucdp", "acled", "airwars")


def rulebook_named(
    name: str, settings: Settings, heads: Mapping[str, ReportHead] | None = None, progress: Progress | None = None
) -> Rulebook:
    """The rulebook of that name; `heads` are what is known of the project's reports, by their names.

    Raises SettingsError where there is no such rulebook, GazetteerError where the gazetteer cannot be opened.
    """
    publishers = {report: head.publisher for report, head in (heads or {}).items() if head.publisher}
    registry = load_registry(settings.actors, kept=settings.kept_actors)
    if name == "ucdp":
        return Ucdp(registry, open_gazetteer(settings.cache, progress, settings.added), heads)
    if name == "acled":
        gazetteer = open_gazetteer(settings.cache, progress, settings.added)
        return Acled(load_codebook(settings.codebooks), registry, gazetteer, publishers)
    if name == "airwars":
        return Airwars(load_codebook(settings.codebooks), registry, publishers)
    raise SettingsError(f"there is no rulebook {name!r}: {', '.join(NAMES)}")
