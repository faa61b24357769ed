import pytest
from tests.coding.roles.test_assign import PLACES, codebook, parties

from dateline.coding.roles.assign import assign_roles
from dateline.coding.tagging.tags import Tag, Tags
from dateline.coding.tagging.triggers import TriggerRecogniser
from dateline.coding.text.reading import read_document
from dateline.coding.times.resolve import resolve_times
from dateline.model import Report


def targets(text: str) -> list[str]:
    """The targets of the first occurrence of a text."""
    document = read_document(Report(id="r", text=text))
    tags = []
    for sentence in document.sentences:
        found: list[Tag] = []
        for recogniser in (TriggerRecogniser(codebook()), parties()):
            found += recogniser.recognise(sentence, found)
        tags.append(Tags(sentence.index, tuple(sorted(found, key=lambda tag: tag.start))))
    assert not any(name in text for name in PLACES)
    frame = assign_roles(document, tuple(tags), resolve_times(document), codebook())[0]
    return [text[a.start : a.end] for a in frame.of("target")]


@pytest.mark.parametrize(
    ("later", "named"),
    [
        ("The victims were identified as Ana Ruiz, a doctor, and Luis Paz.", ["Ana Ruiz", "Luis Paz"]),
        ("The dead were identified by police as Ana Ruiz and Luis Paz.", ["Ana Ruiz", "Luis Paz"]),
        ("Among the wounded are Ana Ruiz, 24; Luis Paz, 53.", ["Ana Ruiz", "Luis Paz"]),
        ("They were Ana Ruiz and Luis Paz of the local union of teachers.", ["Ana Ruiz", "Luis Paz"]),
        ("The victims were two nurses and a teacher.", ["nurses", "teacher"]),
        ("The victims were taken to a hospital by Ana Ruiz.", []),
        ("They were students at the university.", []),
        ("The attackers were identified as Ana Ruiz and Luis Paz.", []),
    ],
)
def test_who_the_victims_were(later: str, named: list[str]) -> None:
    assert targets(f"Gunmen shot four people. {later}") == ["people", *named]


def test_not_of_what_lies_far_back() -> None:
    between = "The sun shone. " * 5
    assert targets(f"Gunmen shot four people. {between}The victims were identified as Ana Ruiz.") == ["people"]
