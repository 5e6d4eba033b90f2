"""dating.py: when something was said, never when what it tells of was."""

from __future__ import annotations

import pytest

from wortlaut.analysis import analyze
from wortlaut.dating import dated
from wortlaut.golden import parse
from wortlaut.model import Model
from wortlaut.reading import read
from wortlaut.statements import Statement, Time
from wortlaut.text import Article, Span

PUBLISHED = "2026-03-04"  # a Wednesday


def times(marked: str, *kinds: str, published: str | None = PUBLISHED) -> list[tuple[str, str] | None]:
    """Value and words of each statement's time; the last kind is that of all others."""
    numbers = [n for n in range(1, 20) if f"content{n}:" in marked]
    lines = [f"{n} {kinds[min(n, len(kinds)) - 1]}\n" for n in numbers]
    below = "".join(lines) + (f"published: {published}\n" if published else "")
    analysis = parse(f"{marked}\n---\n{below}").analysis
    found = dated(analysis.statements, read(analysis.article))
    return [(s.time.value, s.time.span.cut(analysis.article.text)) if s.time else None for s in found]


@pytest.mark.parametrize(
    "words, value",
    [
        ("am Montag", "2026-03-02"),
        ("am Mittwoch", "2026-03-04"),
        ("am Montagabend", "2026-03-02TEV"),
        ("am 18. Februar", "2026-02-18"),
        ("vor zwei Wochen", "2026-W08"),
        ("im Vorjahr", "2025"),
        ("2024", "2024"),
    ],
)
def test_the_expression_beside_the_cue(words: str, value: str) -> None:
    (found,) = times(f"⟦content1:„Ja“⟧⟦frame1:, ⟦cue1:sagte⟧ ⟦speaker1:Ute Kamp⟧ {words}⟧.", "direct")
    assert found is not None
    assert found[0] == value
    assert found[1] in words


def test_what_is_said_has_times_of_its_own() -> None:
    marked = "⟦frame1:⟦speaker1:Ute Kamp⟧ ⟦cue1:sagte⟧ am Dienstag⟧, ⟦content1:im Juli werde gebaut⟧."
    assert times(marked, "indirect") == [("2026-03-03", "Dienstag")]


@pytest.mark.parametrize(
    "marked",
    [
        "⟦frame1:⟦speaker1:Ute Kamp⟧ ⟦cue1:sagte⟧⟧, ⟦content1:am Dienstag werde gebaut⟧.",
        "⟦content1:„Am Dienstag wird gebaut“⟧⟦frame1:, ⟦cue1:sagte⟧ ⟦speaker1:Ute Kamp⟧⟧.",
        "Am Dienstag regnete es. ⟦content1:„Ja“⟧⟦frame1:, ⟦cue1:sagte⟧ ⟦speaker1:Ute Kamp⟧⟧.",
        "⟦content1:„Ja“⟧⟦frame1:, ⟦cue1:sagte⟧ ⟦speaker1:Ute Kamp⟧⟧. Am Dienstag regnete es.",
        "⟦content1:„Ja“⟧⟦frame1:, ⟦cue1:sagte⟧ ⟦speaker1:Ute Kamp⟧ jeden Dienstag⟧.",
    ],
)
def test_other_times_are_not_that_of_the_statement(marked: str) -> None:
    assert times(marked, "indirect") == [None]


def test_two_statements_of_one_sentence_have_their_own_times() -> None:
    marked = (
        "⟦content1:„Ja“⟧⟦frame1:, ⟦cue1:sagte⟧ ⟦speaker1:Ute Kamp⟧ am Montag⟧. ⟦content2:„Nein“⟧⟦frame2:, "
        "⟦cue2:sagte⟧ ⟦speaker2:Tim Ohm⟧ am Dienstag⟧."
    )
    assert [found and found[0] for found in times(marked, "direct")] == ["2026-03-02", "2026-03-03"]


def test_speech_that_is_carried_on_has_the_time_of_its_beginning() -> None:
    marked = (
        "⟦frame1:⟦speaker1:Ute Kamp⟧ ⟦cue1:sagte⟧ am Montag⟧, ⟦content1:man baue⟧. ⟦content2:Das sei teuer.⟧ Es "
        "regnete in der Stadt. Es regnete noch immer. Es schneite sogar. ⟦content3:Das sei gut.⟧"
    )
    first, second, far = times(marked, "indirect", "indirect_free_indirect")
    assert first == second == ("2026-03-02", "Montag")
    assert far is None


def test_a_quotation_within_has_the_time_of_what_it_is_in() -> None:
    marked = "⟦frame1:⟦speaker1:Ute Kamp⟧ ⟦cue1:sagte⟧ am Montag⟧, ⟦content1:man baue ⟦content2:„gern“⟧⟧."
    assert times(marked, "indirect", "direct")[1] == ("2026-03-02", "Montag")


def test_an_act_of_speech_has_the_time_of_its_main_clause() -> None:
    assert times("⟦content1:⟦speaker1:Ute Kamp⟧ kritisierte am Montag den Rat.⟧", "reported") == [
        ("2026-03-02", "Montag")
    ]
    assert times("⟦content1:⟦speaker1:Ute Kamp⟧ kritisierte, dass es am Montag regnete.⟧", "reported") == [None]


@pytest.mark.parametrize("published", [None, "Unsinn", "2026", "2026-02-30", "04.03.2026", "0", "-1"])
def test_without_a_date_nothing_is_anchored(published: str | None) -> None:
    (found,) = times("⟦content1:„Ja“⟧⟦frame1:, ⟦cue1:sagte⟧ ⟦speaker1:sie⟧ am Montag⟧.", "direct", published=published)
    assert found == ("XXXX-WXX-1", "Montag")


def test_the_dateline_can_tell_the_day() -> None:
    marked = "Lohe, 4. März 2026 (dpa) – ⟦content1:„Ja“⟧⟦frame1:, ⟦cue1:sagte⟧ ⟦speaker1:Ute Kamp⟧ am Montag⟧ im Rat."
    (found,) = times(marked, "direct", published=None)
    assert found is not None
    assert found[0] in ("2026-03-02", "XXXX-WXX-1")


WORDS = (
    "am Montag", "morgen", "gestern", "in acht Tagen", "vor zwei Wochen", "nächstes Jahr", "im Vorjahr", "im Januar",
    "vor 3000 Jahren", "in 9000 Jahren", "vor einer Milliarde Jahren", "am 31. Februar", "um 25.70 Uhr", "am 0.0.0",
    "im Jahr 99999",
)  # fmt: skip


@pytest.mark.parametrize("published", ["9999-12-31", "0001-01-01", "9999-01-01", "0001-12-31"])
@pytest.mark.parametrize("words", WORDS)
def test_the_ends_of_the_calendar(published: str, words: str) -> None:
    (found,) = times(f"⟦content1:„Ja“⟧⟦frame1:, ⟦cue1:sagte⟧ sie {words}⟧.", "direct", published=published)
    assert found is None or found[0]


@pytest.mark.parametrize("published", ["9999-12-31", "0001-01-01", "Unsinn", "", "2026-03-04T08:00:00+01:00", None])
def test_an_article_of_any_date_is_read(published: str | None, model: Model) -> None:
    text = "„Wir bauen morgen“, sagte die Bürgermeisterin Ute Kamp am Montag in Lohe. In acht Tagen sei man fertig."
    found = analyze(Article(text, published=published), model=model)
    assert found.statements
    assert found.article.published == published


def test_what_is_dated_is_otherwise_unchanged() -> None:
    statement = Statement("s1", "direct", (Span(0, 4),), speaker=(Span(12, 15),), cue=(Span(6, 11),), score=0.5)
    reading = read(Article("„Ja“, sagte sie am Montag.", published=PUBLISHED))
    (found,) = dated((statement,), reading)
    assert found.time == Time("2026-03-02", Span(19, 25))
    assert (found.id, found.content, found.speaker, found.score) == ("s1", (Span(0, 4),), (Span(12, 15),), 0.5)
