from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from benchmarks.archives import generate
from tests.archive.articles import harbour, school, several, shipyard
from wortlaut.archive import Archive, Group, Query
from wortlaut.archive import facets as module
from wortlaut.archive.facets import Tally, facets


@pytest.fixture
def filled(archive: Archive) -> Archive:
    list(archive.add_all(several()))
    return archive


def counted(archive: Archive, query: Query, by: Group) -> set[tuple[str | None, int]]:
    return {(one.name, one.statements) for one in archive.count(query, by)}


def pairs(tallies: tuple[Tally, ...]) -> set[tuple[str | None, int]]:
    return {(one.name, one.statements) for one in tallies}


@pytest.mark.parametrize(
    "query",
    [
        Query(),
        Query(words="Werft"),
        Query(person="Brandt"),
        Query(outlet="Bote", copies=True, versions=True),
        Query(about="Hamburg"),
        Query(words="Schule", person="Olbrich"),
    ],
)
def test_facets_are_the_counts_of_the_archive(filled: Archive, query: Query) -> None:
    found = facets(filled, query)
    total = filled.total(query)
    assert (found.statements, found.utterances, found.complete) == (total.statements, total.utterances, True)
    assert pairs(found.people) == counted(filled, query, "person")
    assert pairs(found.outlets) == counted(filled, query, "outlet")
    assert pairs(found.months) == counted(filled, query, "month")
    assert pairs(found.kinds) == counted(filled, query, "kind")


def test_kinds_are_those_that_there_would_be_if_none_was_asked_for(filled: Archive) -> None:
    some = facets(filled, Query(kinds=("direct",)))
    assert some.statements == filled.total(Query(kinds=("direct",))).statements
    assert some.kinds == facets(filled, Query()).kinds


def test_nothing_found_has_no_facets(filled: Archive) -> None:
    for query in (
        Query(words="Zahnarzt"),
        Query(person="Niemand Nirgends"),
        Query(words="Zahnarzt", kinds=("direct",)),
    ):
        found = facets(filled, query)
        assert (found.statements, found.complete, found.people, found.months) == (0, True, (), ())


def test_order_and_place_do_not_matter(filled: Archive) -> None:
    first = filled.find(Query(words="Werft", limit=1))
    assert facets(filled, Query(words="Werft", limit=1, after=first.next)) == facets(filled, Query(words="Werft"))


def test_of_many_only_the_newest_are_counted(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    list(archive.add_all(generate(300, seed=3)))
    monkeypatch.setattr(module, "MOST", 50)
    found = facets(archive, Query(since=date(2000, 1, 1)))
    newest = archive.find(Query(limit=50)).hits
    assert (found.statements, found.complete, found.seen) == (50, False, 50)
    assert pairs(found.months) == {
        (month, sum(hit.day.isoformat()[:7] == month for hit in newest if hit.day))
        for month in {hit.day.isoformat()[:7] for hit in newest if hit.day}
    }
    assert sum(one.statements for one in found.kinds) == 50


def test_a_rare_kind_is_looked_for_among_the_newest(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    list(archive.add_all(generate(300, seed=3)))
    monkeypatch.setattr(module, "MOST", 50)
    found = facets(archive, Query(kinds=("reported",)))
    newest = archive.find(Query(limit=100)).hits
    assert found.statements == sum(hit.statement.kind == "reported" for hit in newest)
    assert (found.complete, found.seen) == (False, 100)


def test_counts_of_many_are_remembered_for_a_while_and_those_of_few_are_not(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(archive.add_all(generate(60, seed=3)))
    query = Query(since=date(2000, 1, 1))
    monkeypatch.setattr(module, "_FEW", 10)
    first = facets(archive, query)
    archive.add(harbour())
    assert facets(archive, query) == first
    few = Query(words="Jugend")
    before = facets(archive, few)
    archive.add(shipyard())
    assert (before.statements, facets(archive, few).statements) == (0, 1)


def test_what_is_remembered_is_forgotten_after_a_while(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    list(archive.add_all(several()))
    monkeypatch.setattr(module, "_FEW", 0)
    monkeypatch.setattr(module, "_LIFE", 0.0)
    query = Query(words="Schule", copies=True)
    before = facets(archive, query)
    archive.add(replace(school(), key="https://kurier.example/schule"))
    assert facets(archive, query).statements > before.statements
