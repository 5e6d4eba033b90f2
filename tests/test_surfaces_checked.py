"""surfaces/checked.py; also the verdicts that the tests of reports show."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from tests.test_surfaces_found import ESCAPE, QUOTE, archived, hits_of, plainly, safe_lines, schools
from tests.test_surfaces_layers import analyses
from wortlaut.archive.checking import Checked, Passage, Searched
from wortlaut.archive.finding import Hit
from wortlaut.kept import Kept
from wortlaut.record import Analysis
from wortlaut.surfaces import checked as surface
from wortlaut.surfaces.evidence import earlier_otherwise, shown
from wortlaut.text import Article, Span
from wortlaut.verdicts import Candidate, judge

CLAIM = "Wir werden im Frühjahr keine Schule schließen"
SEARCHED = Searched(1204, 17, date(2025, 1, 2), date(2026, 4, 1))


def checked(
    claim: str, hits: Iterable[Hit], *, person: str | None = None, searched: Searched = SEARCHED,
    passages: tuple[Passage, ...] = (),
) -> Checked:  # fmt: skip
    """The verdict on a claim from some statements, as an archive gives it."""
    found, kept = [], {}
    for hit in hits:
        article, statement = hit.kept.analysis.article, hit.statement
        who = hit.kept.analysis.person(statement)
        kept[f"{hit.kept.article}.{hit.kept.version}"] = hit.kept
        found.append(
            Candidate(
                hit.kept.address(statement), article.text, statement.content, statement.kind, statement.asserted,
                who.name if who else None, None if person is None or who is None else who.name == person,
                hit.day.isoformat() if hit.day else None, article.outlet, article.source, article.title,
            )
        )  # fmt: skip
    return Checked(judge(claim, found, person=person), person, searched, kept, passages)


def outside() -> Passage:
    text = "Ein Plakat am Rathaus.\n\nDarauf steht: Wir werden im Frühjahr keine Schule schließen. Mehr nicht."
    start = text.index(CLAIM)
    kept = Kept(Analysis(Article(text, outlet="Hafenblatt", published="2026-03-09", title="Plakat"), (), ()), 8)
    return Passage(kept, Span(start, start + len(CLAIM)))


def every_verdict() -> dict[str, Checked]:
    """One of each verdict."""
    denied = archived(6, f"Brandt hat nie gesagt: „{CLAIM}“.", f"„{CLAIM}“", asserted=False)
    return {
        "verbatim": checked(QUOTE, schools()[:2], person="Eva Brandt"),
        "cut": checked(CLAIM, [*schools()[:2], denied], person="Eva Brandt"),
        "altered": checked("Wir werden im Sommer keine Schule schließen, das verspreche ich", schools()[:2]),
        "reported": checked("Keine Schule zu schließen", schools()[4:], person="Eva Brandt"),
        "other_speaker": checked(CLAIM, schools()[:1], person="Udo Lamm"),
        "not_asserted": checked(CLAIM, [denied], person="Eva Brandt"),
        "not_found": checked("Das Theater zieht um", schools(), person="Eva Brandt", passages=(outside(),)),
    }


def test_the_examples_have_the_verdicts_that_they_are_for() -> None:
    assert {name: one.finding.verdict for name, one in every_verdict().items()} == {n: n for n in every_verdict()}


def test_a_verdict_stands_with_its_evidence() -> None:
    one = checked("Wir werden im Frühjahr keine Schule schließen", schools()[1:2], person="Eva Brandt")
    start = one.finding.evidence[0].spans[0].start
    assert plainly(surface.render(one, width=80)).splitlines() == [
        "Wörtlich belegt, aber gekürzt",
        "Diese Worte stehen in einem Artikel als Zitat von Eva Brandt, aber es fehlt",
        "etwas.",
        "",
        "Zitat: Wir werden im Frühjahr keine Schule schließen",
        "Gefragt nach: Eva Brandt",
        "",
        " 1  gekürzt · Di., 3. März 2026 · Lohener Bote · direkte Rede             1.1/s1",
        "    A  Eva Brandt · Bürgermeisterin",
        "    Lohe (dpa) - Der Rat tagte lange. ⟦A „Wir werden im Frühjahr keine Schule",
        "    schließen, das verspreche ich“⟧, sagte Bürgermeisterin Eva Brandt am Montag.",
        "    Der Saal war voll.",
        "    Danach fehlt: [-das verspreche ich-]",
        f"    Schulen in Lohe 1 · https://bote.example/1 · Zeichen {start}–{start + len(CLAIM)}",
        "",
        "─" * 80,
        "Durchsucht: 1.204 Artikel aus 17 Medien, Do., 2. Januar 2025 bis Mi., 1. April",
        "2026",
    ]


def test_the_words_of_the_quotation_are_reversed_in_those_of_the_article() -> None:
    shown = surface.render(checked(CLAIM, schools()[1:2]), width=200, color=True)
    assert f"\x1b[7;34m{CLAIM}\x1b[0m" in shown


def test_what_differs_can_be_read_without_colour() -> None:
    shown = plainly(surface.render(every_verdict()["altered"], width=100))
    assert "Artikel [-so-], Zitat {+so+}: Wir werden im [-Frühjahr-] {+Sommer+} keine Schule schließen" in shown


def test_the_first_and_all_outlets_are_named() -> None:
    shown = plainly(surface.render(every_verdict()["verbatim"], width=100))
    assert "Zuerst erschienen: Di., 3. März 2026 · Lohener Bote · 1.1/s1" in shown
    assert "Medien: Lohener Bote, Wald-Kurier" in shown


def test_first_is_what_was_published_first_whatever_day_it_tells_of_the_saying() -> None:
    soon = archived(1, f"„{CLAIM}“, sagte Brandt.", f"„{CLAIM}“", published="2026-03-04", outlet="Moor-Zeitung")
    late = archived(2, f"„{CLAIM}“, sagte Brandt.", f"„{CLAIM}“", published="2026-03-09")
    undated = archived(3, f"„{CLAIM}“, sagte Brandt.", f"„{CLAIM}“", published=None)
    told = [
        replace(soon, day=date(2026, 3, 6)),
        replace(late, day=date(2026, 3, 1)),
        replace(undated, day=date(2026, 2, 1)),
    ]
    one = checked(CLAIM, told)
    assert surface.to_dict(one)["first"] == "1.1/s1"
    german, english = (plainly(surface.render(one, width=200, language=language)) for language in ("de", "en"))
    assert "Zuerst erschienen: Mi., 4. März 2026 · gesagt am Fr., 6. März 2026 · Moor-Zeitung · 1.1/s1\n" in german
    assert "wörtlich · Mo., 9. März 2026 · gesagt am So., 1. März 2026 · Lohener Bote" in german
    assert "wörtlich · ohne Datum · gesagt am So., 1. Februar 2026 · Lohener Bote" in german
    assert "First published: Wed, 4 March 2026 · said on Fri, 6 March 2026 · Moor-Zeitung" in english
    nothing = checked(CLAIM, [told[2], undated])
    assert nothing.first is None and surface.to_dict(nothing)["first"] is None
    assert "erschienen" not in surface.render(nothing)


def test_who_said_it_instead() -> None:
    shown = plainly(surface.render(every_verdict()["other_speaker"], width=100))
    assert "Die Artikel schreiben es Eva Brandt zu; gefragt war nach Udo Lamm." in shown
    nobody = archived(1, f"„{CLAIM}“, hieß es.", f"„{CLAIM}“")
    nobody = Hit(Kept(Analysis(nobody.kept.analysis.article, (), nobody.kept.analysis.statements)), nobody.statement,
                 None, 1)  # fmt: skip
    shown = plainly(surface.render(checked(CLAIM, [nobody], person="Udo Lamm"), width=100, language="en"))
    assert "The articles do not name who said it; asked for was Udo Lamm." in shown


def earlier(number: int, words: str, **said: Any) -> Hit:
    return archived(number, f"„{words}“, sagte Brandt.", f"„{words}“", outlet="Moor-Zeitung", **said)


def test_earlier_evidence_that_has_it_otherwise_is_a_warning() -> None:
    hits = [
        archived(1, f"„{CLAIM}“, sagte Brandt.", f"„{CLAIM}“", published="2026-03-04T10:00"),
        earlier(2, f"{CLAIM}, wenn es geht", published="2026-03-02"),
        earlier(3, f"Vielleicht gilt: {CLAIM}", published="2026-03-04T09:00"),
        earlier(4, f"{CLAIM}, sagt man", published="2026-03-01", person="Udo Brandt"),
        earlier(5, f"{CLAIM}, hoffe ich", published="2026-03-04"),  # perhaps not before ten o'clock
        earlier(6, f"{CLAIM}, denke ich", published=None),
        earlier(7, f"{CLAIM}, glaube ich", published="2026-03-05"),
    ]
    one = checked(CLAIM, hits)
    assert one.finding.verdict == "verbatim"
    assert [each.evidence.candidate.article for each in earlier_otherwise(shown(one), "verbatim")] == ["2.1", "3.1"]
    german, english = (plainly(surface.render(one, width=200, language=language)) for language in ("de", "en"))
    assert (
        "! Aber: 2 frühere Belege haben es anders, der erste erschienen am Mo., 2. März 2026 (Moor-Zeitung)." in german
    )
    assert "! But: 2 earlier pieces of evidence have it differently, the first published on" in english
    later = plainly(surface.render(checked(CLAIM, [hits[0], *hits[3:]]), width=200))
    assert "Aber:" not in later


def test_an_earlier_denial_is_told_by_its_outlet_or_that_there_is_none() -> None:
    proof = archived(1, f"„{CLAIM}“, sagte Brandt.", f"„{CLAIM}“", published="2026-03-04")
    denied = archived(
        2, f"Brandt hat nie gesagt: „{CLAIM}“.", f"„{CLAIM}“", asserted=False, published="2026-03-03", outlet=None
    )
    shown_ = plainly(surface.render(checked(CLAIM, [proof, denied]), width=200))
    assert "! Aber: 1 früherer Beleg hat es anders, erschienen am Di., 3. März 2026 (ohne Medium)." in shown_


def test_contrary_evidence_is_never_left_out() -> None:
    many = [archived(number, f"„{CLAIM}“, sagte Brandt.", f"„{CLAIM}“") for number in range(1, 40)]
    denied = archived(99, f"Brandt hat nie gesagt: „{CLAIM}“.", f"„{CLAIM}“", asserted=False)
    shown = plainly(surface.render(checked(CLAIM, [*many, denied]), width=100))
    assert "! Andere Artikel stellen dieselben Worte als nicht gesagt hin." in shown
    assert "99.1/s1" in shown
    assert "Weitere Belege: 34 wörtlich" in shown
    assert "+ 19 weitere" in shown


def test_nothing_found_is_no_denial() -> None:
    shown = plainly(surface.render(checked("Das Theater zieht um", []), width=100))
    assert shown.splitlines()[-1] == (
        "Das heißt nicht, dass es nicht gesagt wurde. Es wurde nur in diesen Artikeln nicht gefunden."
    )
    assert "Durchsucht: 1.204 Artikel aus 17 Medien, Do., 2. Januar 2025 bis Mi., 1. April 2026" in shown
    empty = plainly(surface.render(checked("Ja", [], searched=Searched(0, 0, None, None)), language="en"))
    assert "Searched: 0 articles of 0 outlets\n" in empty
    assert "It was only not found" in empty


def test_words_outside_of_statements_are_shown_as_that() -> None:
    shown = plainly(surface.render(every_verdict()["not_found"], width=100))
    assert "außerhalb einer Äußerung · Hafenblatt · 9. März 2026" in shown
    assert f"Darauf steht: ⟦{CLAIM}⟧. Mehr nicht." in shown


@pytest.mark.parametrize("width", [1, 20, 40, 80, 120])
@pytest.mark.parametrize("name", list(every_verdict()))
def test_no_line_is_wider_than_the_terminal(name: str, width: int) -> None:
    one = every_verdict()[name]
    for language in ("de", "en"):
        plain = surface.render(one, width=width, language=language)
        assert list(safe_lines(plain, max(width, 20)))
        painted = surface.render(one, width=width, language=language, color=True)
        assert [line.rstrip(" ") for line in ESCAPE.sub("", painted).split("\n")] == plain.split("\n")


def test_the_json_has_what_scripts_need() -> None:
    given_ = surface.to_dict(every_verdict()["cut"])
    assert json.loads(json.dumps(given_)) == given_
    assert given_["verdict"] == "cut"
    first = given_["evidence"][0]
    assert first["article"]["source"].startswith("https://bote.example/")
    assert first["article"]["version"] == 1
    assert first["person"] == "Eva Brandt"
    assert first["date"] == "2026-03-03"
    assert first["span"]["text"] == CLAIM
    assert first["missing"][0]["words"] == "das verspreche ich"
    assert first["statement"]["content"][0]["text"] == QUOTE
    assert given_["contested"] is True
    assert given_["searched"] == {"articles": 1204, "outlets": 17, "since": "2025-01-02", "until": "2026-04-01"}
    nothing = surface.to_dict(every_verdict()["not_found"])
    assert nothing["evidence"] == []
    assert nothing["first"] is None
    assert nothing["passages"][0]["span"]["text"] == CLAIM


@given(analyses())
@settings(max_examples=60, deadline=None)
def test_no_article_can_act_on_the_terminal(analysis: Analysis) -> None:
    words = "Wort " + analysis.article.text[:40]
    one = checked(words, hits_of(analysis), person=analysis.article.title, searched=Searched(1, 1, None, None))
    for color in (False, True):
        assert list(safe_lines(surface.render(one, width=30, color=color), 30))
    json.dumps(surface.to_dict(one))
