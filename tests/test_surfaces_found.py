"""surfaces/found.py; also archived articles that the other tests of its surfaces show, invented and marked by hand."""

import re
from collections.abc import Iterator
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.test_surfaces_layers import HOSTILE, analyses, peopled, spans
from wortlaut.archive.finding import Count, Hit, Page
from wortlaut.archive.searching import Query
from wortlaut.errors import SpanError
from wortlaut.kept import Kept
from wortlaut.persons import Person
from wortlaut.record import Analysis
from wortlaut.statements import Attribution, Kind, Statement
from wortlaut.surfaces import found
from wortlaut.surfaces.characters import columns
from wortlaut.text import Article, Span

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
BIDI = {chr(point) for point in (*range(0x202A, 0x202F), *range(0x2066, 0x2070))}
QUOTE = "„Wir werden im Frühjahr keine Schule schließen, das verspreche ich“"


def archived(
    number: int, text: str, said: str, *, kind: Kind = "direct", person: str = "Eva Brandt", asserted: bool = True,
    outlet: str | None = "Lohener Bote", published: str | None = "2026-03-03", story: int | None = None,
) -> Hit:  # fmt: skip
    """A statement in an article of an archive; its speaker is the last word of `person`, its cue "sagte"."""
    (content,) = spans(text, said)
    surname = person.split()[-1]
    speaker = spans(text, surname) if surname in text else ()
    cue = spans(text, "sagte") if "sagte" in text else ()
    statement = Statement(
        "s1", kind, (content,), speaker, cue, asserted=asserted, attribution=Attribution("p1", "surname")
    )
    article = Article(
        text, source=f"https://bote.example/{number}", title=f"Schulen in Lohe {number}", outlet=outlet,
        published=published,
    )  # fmt: skip
    analysis = Analysis(article, (), (statement,), (Person("p1", person, roles=("Bürgermeisterin",)),))
    key = sum(map(ord, person))
    kept = Kept(analysis, number, 1, datetime(2026, 4, 1), {"p1": key}, {"s1": 99}, story)
    day = date.fromisoformat(published[:10]) if published else None
    return Hit(kept, statement, day, 4)


def schools() -> list[Hit]:
    """One utterance in several articles: whole, cut, changed, indirect, and in agency copies."""
    text = f"Lohe (dpa) - Der Rat tagte lange. {QUOTE}, sagte Bürgermeisterin Eva Brandt am Montag. Der Saal war voll."
    return [
        archived(3, text.replace("Der Saal war voll.", ""), QUOTE, outlet="Wald-Kurier", published="2026-03-03T09:00",
                 story=1),
        archived(1, text, QUOTE, published="2026-03-03T08:00", story=1),
        archived(2, "„Wir werden im Frühjahr keine Schule schließen“, sagte Brandt.",
                 "„Wir werden im Frühjahr keine Schule schließen“", outlet="Moor-Zeitung", published="2026-03-04"),
        archived(4, "Man werde „im Sommer keine einzige Schule schließen“, sagte Brandt.",
                 "„im Sommer keine einzige Schule schließen“", outlet=None, published=None),
        archived(5, "Brandt versprach, keine Schule zu schließen.", "keine Schule zu schließen", kind="indirect",
                 published="2026-03-05"),
    ]  # fmt: skip


def hits_of(analysis: Analysis) -> tuple[Hit, ...]:
    kept = Kept(analysis, 7, 2)
    return tuple(Hit(kept, statement, None, 1) for statement in analysis.statements)


def bridge_page() -> Page:
    analysis = peopled(outlet="Tagblatt Lohe", published="2026-03-03", source="https://tagblatt.example/bruecke")
    kept = Kept(analysis, 12, 1, None, {"p1": 5, "p2": 7, "p3": 9})
    day = date(2026, 3, 3)
    return Page(tuple(Hit(kept, one, day, 3 if one.id == "s1" else 1) for one in analysis.statements), "8234")


def plainly(shown: str) -> str:
    return shown.replace("\xa0", " ")


def safe_lines(shown: str, width: int) -> Iterator[str]:
    """What holds of every text for a terminal; its lines without colour."""
    for line in ESCAPE.sub("", shown).split("\n"):
        assert columns(line) <= width, line
        assert not BIDI & set(line)
        assert all(character.isprintable() or character in "\xa0" or ord(character) > 0xFF for character in line)
        line.encode()
        yield line


def test_a_hit_says_when_where_who_what_and_its_address() -> None:
    shown = plainly(found.render(bridge_page(), query=Query("Brücke"), width=80))
    assert shown.split("\n\n")[0].splitlines() == [
        "Di., 3. März 2026 · Tagblatt Lohe · direkte Rede" + "12.1/s1".rjust(32),
        "A  Ute Kamp · Bürgermeisterin · Weitergegeben von: Stadt Solingen",
        "   Solingen. Die Stadt baut. ⟦A „Wir fangen im Mai an“⟧, teilte Bürgermeisterin",
        "   Ute Kamp dem Rat mit. Es werde „ein Fest für alle“ geben.",
        "   https://tagblatt.example/bruecke · + 2 weitere Fundstellen",
    ]


def test_letters_stand_for_the_same_person_in_all_articles() -> None:
    page = Page((*schools()[:3], archived(9, "„Nein“, sagte Udo Lamm.", "„Nein“", person="Udo Lamm")))
    shown = plainly(found.render(page, query=Query(), width=100))
    assert re.findall(r"^([A-Z])  (\w+ \w+)", shown, re.M) == [("A", "Eva Brandt")] * 3 + [("B", "Udo Lamm")]
    assert "⟦B „Nein“⟧" in shown


def test_searched_words_are_reversed_whatever_their_ending() -> None:
    page = Page(tuple(schools()[:1]))
    shown = found.render(page, query=Query('Schulen "im Frühjahr" -Sommer', about="Versprechen"), width=200, color=True)
    marked = re.findall(r"\x1b\[7;34m([^\x1b]*)\x1b", shown)
    assert marked == ["im", "Frühjahr", "Schule", "verspreche"]
    assert re.search(r"\x1b\[4msagte\x1b", shown)
    assert re.search(r"\x1b\[1;34mBrandt\x1b", shown)


def test_the_closing_line_says_how_many_there_are_and_how_to_go_on() -> None:
    page = bridge_page()
    shown = plainly(found.render(page, query=Query(), total=Count(None, 1234, 900), width=100))
    last = "5 von 1.234 Äußerungen gezeigt · 900 verschiedene · weiter mit --after 8234"
    assert shown.splitlines()[-1] == last
    whole = found.render(Page(page.hits), query=Query(), total=Count(None, 5, 5), language="en")
    assert whole.splitlines()[-1] == "5 statements"


def test_nothing_found_says_what_was_asked() -> None:
    query = Query("Brücke", person="Ute Kamp", since=date(2026, 1, 1), kinds=("direct",))
    shown = plainly(found.render(Page(()), query=query, total=Count(None, 0, 0), width=100))
    assert shown.splitlines() == [
        "Nichts gefunden.",
        "Gesucht – Wörter: Brücke · Person: Ute Kamp · Art: direkte Rede · ab: Do., 1. Januar 2026",
        "Weniger Wörter, eine längere Zeit oder ein anderer Name finden mehr.",
    ]


def test_what_is_not_asserted_or_not_dated_says_so() -> None:
    hit = archived(1, "Brandt sagte nie: „Nein“.", "„Nein“", asserted=False, published=None)
    assert "ohne Datum · Lohener Bote · direkte Rede · nicht behauptet" in plainly(
        found.render(Page((hit,)), query=Query(), width=90)
    )


@pytest.mark.parametrize("width", [1, 20, 40, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    page = Page((*bridge_page().hits, *schools()), "0.9731:17")
    for language in ("de", "en"):
        shown = found.render(page, query=Query("Schule"), total=Count(None, 99, 98), width=width, language=language)
        assert list(safe_lines(shown, max(width, 20)))


def test_colour_changes_no_character() -> None:
    page = Page((*bridge_page().hits, *schools()))
    plain = found.render(page, query=Query("Schule"))
    assert "\x1b" not in plain
    painted = ESCAPE.sub("", found.render(page, query=Query("Schule"), color=True))
    assert [line.rstrip(" ") for line in painted.split("\n")] == plain.split("\n")


@given(analyses(), st.sampled_from(HOSTILE))
@settings(max_examples=60, deadline=None)
def test_no_article_and_no_query_can_act_on_the_terminal(analysis: Analysis, words: str) -> None:
    page = Page(hits_of(analysis), words)
    words = f"x{words}"  # a name of white space alone is refused
    shown = found.render(page, query=Query(about=words, person=words, outlet=words), width=30, color=True)
    assert list(safe_lines(shown, 30))
    assert list(safe_lines(found.render(Page(()), query=Query(about=words, person=words), width=30), 30))


def test_a_page_of_long_articles_is_short() -> None:
    words = " ".join(f"Wort{number}" for number in range(20_000))
    hit = archived(1, f"Brandt sagte: „{words} Schluss“. " + words, f"„{words} Schluss“")
    shown = found.render(Page((hit,)), query=Query("Wort15000"), width=100)
    assert "Wort15000" in shown
    assert "Schluss“⟧" in shown
    assert shown.count("[…]") == 3
    assert len(shown) < 1_500


def test_content_that_ends_after_its_text_is_refused() -> None:
    short = Kept(Analysis(Article("kurz"), (), (Statement("s1", "direct", (Span(0, 40),)),)))
    with pytest.raises(SpanError, match=r"span 0\.\.40 ends after the text"):
        found.render(Page((Hit(short, short.analysis.statements[0], None, 1),)), query=Query())
