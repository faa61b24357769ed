from tests.coding.places.test_resolve_places import places, small

from dateline.codebook.registry_files import load_registry
from dateline.coding.places.home import find_home
from dateline.coding.text.reading import read_document
from dateline.model import Place, Report
from dateline.settings import Settings

REGISTRY = load_registry(Settings().actors)


def home(text: str) -> tuple[Place, ...]:
    return find_home(read_document(Report(id="r", text=text)), places(text), small(), REGISTRY)


def test_the_datelines_country() -> None:
    (found,) = home("TIKRIT, 3 Nov 2017 (AFP) -- Gunmen attacked a convoy in Kirkuk, police said.")
    assert (found.text, found.name, found.country, found.precision) == ("TIKRIT", "Iraq", "IQ", "country")


def test_none_where_the_report_is_about_another_country() -> None:
    assert home("PARIS, 3 Nov 2017 (AFP) -- Gunmen attacked in Tikrit, Qaim and Kirkuk in Iraq.") == ()


def test_none_without_a_dateline() -> None:
    assert home("Gunmen attacked a convoy in Tikrit.") == ()
