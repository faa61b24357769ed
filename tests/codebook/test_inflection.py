import pytest

from dateline.codebook.inflection import plural, verb_forms


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("attack", "attack attacks attacking attacked"),
        ("stab", "stab stabs stabbing stabbed"),
        ("torch", "torch torches torching torched"),
        ("seize", "seize seizes seizing seized"),
        ("carry", "carry carries carrying carried"),
        ("blow", "blow blows blowing blew blown"),
        ("die", "die dies dying died"),
        ("repel", "repel repels repelling repelled"),
        ("enter", "enter enters entering entered"),
        ("target", "target targets targeting targetting targeted targetted"),
        ("travel", "travel travels travelling traveling travelled traveled"),
    ],
)
def test_verb_forms(lemma: str, forms: str) -> None:
    assert set(verb_forms(lemma)) == set(forms.split())


@pytest.mark.parametrize(
    ("noun", "wanted"), [("raid", "raids"), ("ambush", "ambushes"), ("crisis", "crises"), ("robbery", "robberies")]
)
def test_plurals(noun: str, wanted: str) -> None:
    assert plural(noun) == wanted
