import pytest

from dateline.reading import language_of


@pytest.mark.parametrize(
    "text",
    [
        "Taliban kill 5 in Kabul attack",
        "TALIBAN KILL 5 IN KABUL ATTACK",
        "Bandits Attack Kagara in Niger State.",
        "Yemen death toll climbs to 41: doctors.",
        "12 dead",
        "Mosul",
        "CLANDESTINE, 8 JAN 90 -- GUERRILLAS BLEW UP THE BRIDGE AT SAN VICENTE",
    ],
)
def test_english_is_never_refused(text: str) -> None:
    assert language_of(text) == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Les forces armées ont tué trois civils à Gao, selon le porte-parole.", "fr"),
        ("Al menos 14 muertos en un atentado en Bogotá, dijo la policía", "es"),
        ("Войска вошли в город и заняли здание администрации", "ru"),
        ("قتل ثلاثة جنود في الهجوم على نقطة تفتيش", "ar"),
        ("Bei einem Angriff auf das Dorf wurden drei Soldaten getötet", "de"),
    ],
)
def test_other_languages_are_named(text: str, language: str) -> None:
    assert language_of(text) == language


def test_no_words_no_language() -> None:
    assert language_of("12 3/4 --") is None
