import pytest

from wortlaut.archive.searching import Query
from wortlaut.surfaces.sought import phrases, sought
from wortlaut.text import Span


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        (Query("Haus"), "Die Häuser und das Haus", ["Häuser", "Haus"]),
        (Query('"mehr Geld"'), "mehr oder Geld, mehr Geld", ["mehr", "Geld"]),
        (Query("Geld -Steuern"), "Steuern sind Geld", ["Geld"]),
        (Query("Strasse"), "die Straße", ["Straße"]),
        (Query("Haushalt"), "der Haus\u00adhalt", ["Haus\u00adhalt"]),
        (Query(about="Eva Brandt"), "Frau Brandt kam", ["Brandt"]),
        (Query(), "Die Häuser", []),
    ],
)
def test_words_are_found_as_the_archive_finds_them(query: Query, text: str, found: list[str]) -> None:
    spans = sought(text, [Span(0, len(text))], phrases(query))
    assert [span.cut(text) for span in spans] == found


def test_only_the_content_is_looked_at() -> None:
    text = "Haus. Haus. Haus."
    assert sought(text, [Span(6, 10)], (("haus",),)) == (Span(6, 10),)
    assert sought(text, [Span(0, 4), Span(12, 16)], (("haus", "haus"),)) == (Span(0, 4), Span(12, 16))
