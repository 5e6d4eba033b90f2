"""What an archive knows of a person, and people by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from benchmarks.archives import generate
from tests.archive.articles import changed, harbour, harbour_copy, new, several
from tests.archive.behind import rows
from tests.archive.test_uniting import hall, number
from wortlaut.archive import Archive, New, Query, Role, profiles
from wortlaut.errors import ArchiveError

COUNCIL = """\
⟦content1:„Eva Brandt hat den Hafen gerettet“⟧⟦frame1:, ⟦cue1:sagte⟧ ⟦speaker1:Lena Voss⟧⟧ am Abend im Stadtrat.
---
1 direct speech by=p1 time=-
person p1: Lena Voss
published: 2026-05-09
"""


def with_role(one: New, name: str, *roles: str) -> New:
    people = tuple(replace(p, roles=roles) if p.name == name else p for p in one.analysis.people)
    return replace(one, analysis=replace(one.analysis, people=people))


def test_a_profile_counts_what_find_shows(archive: Archive, url: str) -> None:
    list(archive.add_all(several()))
    found = archive.person(number(url, "Eva Brandt"))
    query = Query(person="Eva Brandt")
    assert (found.name, found.kind, found.entry, found.bound, found.complete) == (
        "Eva Brandt", "person", None, False, True,
    )  # fmt: skip
    total = archive.total(query)
    assert (found.statements, found.utterances) == (total.statements, total.utterances)
    assert found.by_month == tuple(archive.count(query, "month"))
    assert {one.name: one.statements for one in found.by_outlet} == {
        one.name: one.statements for one in archive.count(query, "outlet")
    }
    assert found.prints == archive.total(replace(query, versions=True, copies=True)).statements == 4
    assert (found.articles, found.outlets, found.read) == (2, 2, 3)
    assert (found.first, found.last) == (date(2026, 3, 2), date(2026, 3, 3))


def test_names_and_roles_are_those_of_articles(archive: Archive, url: str) -> None:
    later = replace(
        harbour_copy(),
        analysis=replace(
            harbour_copy().analysis,
            article=replace(harbour_copy().analysis.article, published="2026-04-07", id=""),
        ),
    )
    list(archive.add_all([with_role(harbour(), "Eva Brandt", "Hafenmeisterin", "Wirtin")]))
    list(archive.add_all([with_role(later, "Eva Brandt", "HAFENMEISTERIN"), hall()]))
    eva = number(url, "Eva Brandt")
    archive.merge(number(url, "Eva Brandt-Quast"), eva, account="a")
    found = archive.person(eva)
    first, second = found.roles
    assert first.words.casefold() == "hafenmeisterin"  # one of two spellings that are as frequent
    assert (first.first, first.last, first.articles) == (date(2026, 3, 2), date(2026, 4, 7), 2)
    assert second == Role("Wirtin", date(2026, 3, 2), date(2026, 3, 2), 1)
    assert {(one.name, one.articles) for one in found.names} == {("Eva Brandt", 2), ("Eva Brandt-Quast", 1)}
    assert found.merged == ("Eva Brandt-Quast",)


def test_who_speaks_about_somebody(archive: Archive, url: str) -> None:
    list(archive.add_all([*several(), new(COUNCIL, "https://bote.example/rat"), hall()]))
    eva = number(url, "Eva Brandt")
    found = archive.person(eva)
    assert [(one.name, one.statements) for one in found.about] == [("Lena Voss", 1)]
    assert archive.total(Query(about="Eva Brandt", person=f"#{found.about[0].number}")).statements == 1
    assert archive.person(number(url, "Brandt")).about == ()  # nobody knows whom a surname means


def test_who_was_merged_leads_to_who_they_are(archive: Archive, url: str) -> None:
    list(archive.add_all([*several(), hall()]))
    quast, eva = number(url, "Eva Brandt-Quast"), number(url, "Eva Brandt")
    archive.merge(quast, eva, account="a")
    assert archive.person(quast) == archive.person(eva)
    for nobody in (0, -3, 999, 1 << 70):
        with pytest.raises(ArchiveError, match="holds no such person"):
            archive.person(nobody)


def test_topics_are_words_that_others_do_not_use(archive: Archive, url: str) -> None:
    said = [
        f"""\
⟦content1:„Die Schleuse bei Kilometer {number} ist {word}“⟧⟦frame1:, ⟦cue1:sagte⟧ ⟦speaker1:Lena Voss⟧⟧.
---
1 direct speech by=p1 time=-
person p1: Lena Voss
published: 2026-0{1 + number % 8}-1{number % 9}
"""
        for number, word in enumerate(("undicht", "zu schmal", "veraltet", "gesperrt", "rostig", "baufällig", "lahm"))
    ]
    list(archive.add_all(New(one, model="m1") for one in generate(400, seed=2)))
    list(archive.add_all(new(one, f"https://bote.example/{place}") for place, one in enumerate(said)))
    found = archive.person(number(url, "Lena Voss"))
    assert {(one.word, one.statements) for one in found.topics[:2]} == {
        ("Schleuse", len(said)), ("Kilometer", len(said)),
    }  # fmt: skip
    assert all("Voss" not in one.word for one in found.topics)


def test_bounds_are_told(archive: Archive, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    list(archive.add_all(New(one, model="m1") for one in generate(300, seed=4)))
    own, most = rows(url, _MOST)[0]
    monkeypatch.setattr(profiles, "COUNTED", 5)
    monkeypatch.setattr(profiles, "READ", 2)
    found = archive.person(own)
    assert most > 5 and not found.complete
    assert (found.statements, found.read, sum(one.statements for one in found.by_month)) == (5, 2, 5)


_MOST = """
SELECT person_id, count(*) FROM statements WHERE person_id IS NOT NULL AND latest AND NOT copy
GROUP BY 1 ORDER BY 2 DESC LIMIT 1
"""


def test_people_are_found_by_how_their_names_begin(archive: Archive, url: str) -> None:
    list(archive.add_all([*several(), hall(), changed(hall())]))
    eva, quast = number(url, "Eva Brandt"), number(url, "Eva Brandt-Quast")
    names = [one.name for one in archive.people().people]
    assert names[0] == "Eva Brandt" and set(names) == {name for (name,) in rows(url, "SELECT name FROM people")}
    assert [one.name for one in archive.people("bra").people[:1]] == ["Eva Brandt"]
    assert {one.name for one in archive.people("quas").people} == {"Jonas Quast", "Eva Brandt-Quast"}
    assert [one.name for one in archive.people("EVA quast").people] == ["Eva Brandt-Quast"]
    assert [one.number for one in archive.people(f"#{quast}").people] == [quast]
    assert archive.people("Zacharias").people == archive.people("…").people == archive.people("%").people == ()
    archive.merge(quast, eva, account="a")
    assert [one.number for one in archive.people("brandt-quast").people] == [eva]
    assert quast not in [one.number for one in archive.people().people]


def test_people_come_page_by_page(archive: Archive) -> None:
    list(archive.add_all([*several(), hall()]))
    every = archive.people().people
    first = archive.people(limit=2)
    second = archive.people(limit=2, after=first.next or 0)
    assert first.next == 2 and (*first.people, *second.people) == every[:4]
    assert archive.people(limit=2, after=len(every)).people == ()
    for limit, after in ((0, 0), (201, 0), (5, -1)):
        with pytest.raises(ArchiveError, match="a page has 1 to 200 people"):
            archive.people(limit=limit, after=after)
