import pytest

from wortlaut.language import language_of

GERMAN = "Der Rat der Stadt hat am Montag über die Brücke beraten, und sie wird nun doch nicht im Mai gebaut."
ENGLISH = "The council of the town has met on Monday to talk about the bridge, which will not be built this year."
FRENCH = "Le conseil de la ville a parlé lundi dans la mairie des plans pour le pont, qui ne sera pas fini cette année."


@pytest.mark.parametrize(
    "text, expected",
    [
        (GERMAN, "de"),
        (GERMAN.upper(), "de"),
        (GERMAN.replace("ü", "ue").replace("ö", "oe"), "de"),
        (f"{GERMAN} „The show must go on“, sagte er zu der Band.", "de"),
        (ENGLISH, "en"),
        (FRENCH, "fr"),
        ("De raad van de stad heeft maandag over het plan voor een brug gesproken, maar het is niet zeker.", "nl"),
        ("El consejo de la ciudad habló el lunes de los planes para el puente, que no se hará este año.", "es"),
        (
            "Il consiglio della città ha parlato del ponte e non è più sicuro che lo farà con il denaro di una banca.",
            "it",
        ),
    ],
)
def test_the_language_of_a_text(text: str, expected: str) -> None:
    assert language_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "Der Rat tagt.",
        "12 3.4 5:6 " * 20,
        "Lohe Berge Kamp Lenz " * 10,
        "שלום עולם " * 20,
        "日本語の文章です。" * 20,
    ],
)
def test_of_little_or_of_something_else_nothing_is_said(text: str) -> None:
    assert language_of(text) is None


def test_only_the_beginning_is_looked_at() -> None:
    assert language_of(GERMAN + " Lohe" * 100_000) is None
    assert language_of(GERMAN * 300 + ENGLISH * 30_000) == "de"
