"""The file of originals names only who is in the registry."""

from dateline.codebook import Codebook
from dateline.codebook.demonyms import load_demonyms
from dateline.codebook.registry_files import load_registry


def test_every_body_organ_and_agency_is_in_the_registry(codebook: Codebook) -> None:
    registry = load_registry((), load_demonyms())
    book = codebook.originals
    for identifier in {*book.names, *book.organs, *book.agencies.values()}:
        assert registry.get(identifier) is not None, identifier


def test_words_of_a_body_are_folded(codebook: Codebook) -> None:
    book = codebook.originals
    assert all(words == words.casefold() for words in (*book.words, *book.short, *book.agencies))


def test_a_description_names_a_body_only_in_its_country_or_beside_its_name(codebook: Codebook) -> None:
    book = codebook.originals
    assert book.body("the Observatory's director", frozenset({"SY"}), frozenset()) == "sohr"
    assert book.body("a monitoring group", frozenset({"UA"}), frozenset()) is None
    assert book.body("a monitoring group", frozenset({"IQ"}), frozenset({"sohr"})) == "sohr"
    assert book.body("the Syrian Observatory for Human Rights", frozenset(), frozenset()) == "sohr"
