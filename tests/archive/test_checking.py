"""archive/checking.py: from a claim to the statements that may be it; verdicts themselves are tested apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from tests.archive.articles import new, several
from wortlaut.archive import Archive, Query, checking, remembering
from wortlaut.archive.checking import SURE
from wortlaut.errors import InputError
from wortlaut.statements import Time
from wortlaut.stems import stems

RATHAUS = """\
Im Rathaus von Lohbrunn wird gestritten, seit die Kämmerin am Freitag die Zahlen des Jahres vorgelegt hat.
⟦content1:„Die Rücklage reicht bis Mai, dann ist Schluss“⟧⟦frame1:, ⟦cue1:sagte⟧ ⟦speaker1:Kämmerin Ida Wolff⟧⟧.
⟦content2:Die Stadt werde keine Schule schließen⟧⟦frame2:, ⟦cue2:versicherte⟧ ⟦speaker2:Bürgermeister Karl Thom⟧⟧.
⟦frame3:⟦speaker3:Thom⟧ ⟦cue3:bestritt⟧⟧, ⟦content3:das Freibad verkauft zu haben⟧.
Niemand hat die Absicht, den Brunnen abzureißen.
---
1 direct speech by=p1 time=-
2 indirect speech by=p2 time=-
3 indirect speech unasserted by=p2 time=-
person p1: Ida Wolff
person p2: Karl Thom
published: 2026-05-08
"""


@pytest.fixture
def filled(archive: Archive) -> Iterator[Archive]:
    list(archive.add_all([*several(), new(RATHAUS, "https://bote.example/rathaus")]))
    yield archive


@pytest.mark.parametrize(
    ("claim", "person", "verdict"),
    [
        ("Die Rücklage reicht bis Mai, dann ist Schluss", None, "verbatim"),
        ("„Die Rücklage reicht bis Mai, dann ist Schluss“, sagte Ida Wolff", "Ida Wolff", "verbatim"),
        ("Die Rücklage reicht bis Mai, dann ist Schluss", "Wolff", "verbatim"),
        ("Die Rücklage reicht bis Mai, dann ist Schluss", "Kämmerin Ida Wolff", "verbatim"),
        ("Die Rücklage reicht bis Mai, dann ist Schluss", "Finanzministerin Wolff", "verbatim"),
        ("Die Rücklage reicht bis Mai, dann ist Schluss", "Frau Dr. Wolff", "verbatim"),
        ("Die Rücklage reicht bis Mai, dann ist Schluss", "Uta Wolff", "other_speaker"),
        ("Die Rücklage reicht bis Mai", None, "cut"),
        ("Die Rücklage reicht bis Juni, dann ist Schluss", None, "altered"),
        ("Die Rücklage reicht bis Mai, dann ist Schluss", "Karl Thom", "other_speaker"),
        ("Die Stadt wird keine Schule schließen", "Karl Thom", "reported"),
        ("Der Mond besteht aus altem Käse", None, "not_found"),
        ("Der Mond besteht aus altem Käse", "Ida Wolff", "not_found"),
    ],
)
def test_a_claim_gets_its_verdict(filled: Archive, claim: str, person: str | None, verdict: str) -> None:
    checked = filled.check(claim, person=person)
    assert checked.finding.verdict == verdict
    for one in checked.finding.evidence:
        kept = checked.kept[one.candidate.article]
        assert kept.analysis.article.text == one.candidate.text


@pytest.mark.parametrize(("score", "verdict"), [(SURE, "verbatim"), (SURE - 0.01, "other_speaker")])
def test_an_unsure_link_proves_nothing_about_a_person(archive: Archive, score: float, verdict: str) -> None:
    analysis = new(RATHAUS, "https://bote.example/rathaus").analysis
    links = [replace(link, score=score) if (link := one.attribution) else None for one in analysis.statements]
    statements = [replace(one, attribution=link) for one, link in zip(analysis.statements, links, strict=True)]
    archive.add(replace(analysis, statements=tuple(statements)))
    claim = "Die Rücklage reicht bis Mai, dann ist Schluss"
    assert archive.check(claim, person="Ida Wolff").finding.verdict == verdict
    assert archive.check(claim).finding.verdict == "verbatim"


def test_what_was_searched_is_said(filled: Archive) -> None:
    searched = filled.check("Der Mond besteht aus altem Käse").searched
    assert (searched.articles, searched.outlets) == (5, 2)
    assert (searched.since, searched.until) == (date(2026, 3, 2), date(2026, 5, 8))


def test_new_articles_are_counted_at_once_where_their_number_is_remembered(
    filled: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembering, "_SMALL", 0)
    before = [filled.check("Käse").searched.articles for _ in range(2)]
    filled.add(new(RATHAUS.replace("Freibad", "Schwimmbad"), "https://bote.example/schwimmbad").analysis)
    assert (*before, filled.check("Käse").searched.articles) == (5, 5, 6)


def test_which_statements_have_three_words_is_the_same_from_those_with_two_as_from_a_search(filled: Archive) -> None:
    with filled.reading() as connection:
        check = checking._Check(connection, filled._dialect, "Rücklage", None)
        derived = dict(check._grouped(stems("Rücklage reicht Mai Schluss Schule")))
        searched = {group: check._matching(checking._all(group)) for group in derived}
    assert derived == searched
    assert {bool(found) for group, found in derived.items() if len(group) == 3} == {True, False}


def test_the_first_evidence_is_the_earliest(filled: Archive) -> None:
    checked = filled.check("Ohne tieferes Wasser verlieren wir die Werft")
    assert checked.finding.verdict == "verbatim"
    assert len({one.candidate.outlet for one in checked.finding.evidence}) == 2
    assert checked.first is not None and checked.first.candidate.date == "2026-03-02"


def test_words_outside_of_any_statement_are_a_passage(filled: Archive) -> None:
    checked = filled.check("Niemand hat die Absicht, den Brunnen abzureißen")
    assert checked.finding.verdict == "not_found"
    (passage,) = checked.passages
    assert passage.span.cut(passage.kept.analysis.article.text).startswith("Niemand hat die Absicht")


def test_a_changed_article_still_proves_what_it_said(filled: Archive) -> None:
    checked = filled.check("er wolle zwei Schlepper kaufen", person="Jonas Quast")
    assert {one.candidate.article for one in checked.finding.evidence} >= {"1.1", "1.2"}


@pytest.mark.parametrize(
    ("time", "day"),
    [("2026-05-06", "2026-05-06"), ("XXXX-WXX-2", "2026-05-08"), ("2026-W19-2", "2026-05-08"), ("2026", "2026-05-08")],
)
def test_a_date_is_a_day(archive: Archive, time: str, day: str) -> None:
    analysis = new(RATHAUS, "https://bote.example/rathaus").analysis
    first, *others = analysis.statements
    archive.add(replace(analysis, statements=(replace(first, time=Time(time, first.content[0])), *others)))
    checked = archive.check("Die Rücklage reicht bis Mai, dann ist Schluss")
    assert checked.finding.evidence[0].candidate.date == day
    assert archive.find(Query(words="Rücklage")).hits[0].day == date.fromisoformat(day)


@pytest.mark.parametrize("asked", ["Söhnlein", "Soehnlein", "Petra Soehnlein"])
def test_a_name_may_be_spelled_with_umlauts_written_out(archive: Archive, asked: str) -> None:
    archive.add(new(RATHAUS.replace("Ida Wolff", "Petra Söhnlein"), "https://bote.example/rathaus"))
    checked = archive.check("Die Rücklage reicht bis Mai, dann ist Schluss", person=asked)
    assert checked.finding.verdict == "verbatim"


def test_an_empty_name_is_no_name(filled: Archive) -> None:
    with pytest.raises(InputError, match="the name of the person is empty"):
        filled.check("Die Rücklage reicht bis Mai", person=" ")


@pytest.mark.parametrize("claim", ["", "  ", "„“", "x" * 6000])
def test_no_words_are_no_claim(filled: Archive, claim: str) -> None:
    with pytest.raises(InputError):
        filled.check(claim)


@pytest.mark.parametrize(
    "odd", ['"', "OR", "NEAR(a b)", "'; --", "\0", "\ud800", "*", "a\\", "‮", "das ist die der und"]
)
def test_any_claim_is_looked_up(filled: Archive, odd: str) -> None:
    assert filled.check(f"Die Rücklage {odd} Schluss", person=odd).finding.verdict != "verbatim"


def test_an_empty_archive_finds_nothing(archive: Archive) -> None:
    checked = archive.check("Die Rücklage reicht bis Mai")
    assert (checked.finding.verdict, checked.searched.articles, checked.searched.since) == ("not_found", 0, None)


def test_many_that_are_a_little_alike_do_not_hide_the_one(archive: Archive) -> None:
    """What was said of a crane stands behind hundreds of statements with the same frame."""
    frame = RATHAUS.partition("\n---\n")
    said = "„Die Rücklage reicht bis Mai, dann ist Schluss“"
    news = []
    for number in range(260):
        words = f"„Brücke {number} und Deich kosten uns {number} Millionen Euro“"
        news.append(new(f"{frame[0].replace(said, words)}\n---\n{frame[2]}", f"https://a.example/{number}"))
    crane = frame[0].replace(said, "„Kran und Deich kosten uns 22 Millionen Euro“")
    list(archive.add_all([*news, new(f"{crane}\n---\n{frame[2]}", "https://a.example/kran")]))
    checked = archive.check("Kran und Deich kosten uns 5 Millionen Euro")
    assert checked.finding.verdict == "altered"
    first = checked.finding.evidence[0]
    assert "Kran und Deich" in first.candidate.content[0].cut(first.candidate.text)


def test_what_only_an_earlier_version_says_is_known(filled: Archive) -> None:
    kept = list(filled.kept(versions_too=True))
    assert [one.latest for one in kept if one.article == 1] == [False, True]
