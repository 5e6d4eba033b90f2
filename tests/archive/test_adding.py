"""archive/adding.py: what is written, once and for all, whatever the batches are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import select

from tests.archive.articles import HARBOUR, changed, harbour, harbour_copy, new, school, several, shipyard
from wortlaut.archive import Archive, New, Query
from wortlaut.archive.schema import METADATA
from wortlaut.intake import Visit
from wortlaut.text import Article


def content(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables but for the time at which they came in."""
    found = {}
    with archive.reading() as connection:
        for table in METADATA.sorted_tables:
            columns = [column for column in table.columns if column.name != "added"]
            rows = connection.execute(select(*columns))
            found[table.name] = sorted((tuple(row) for row in rows), key=repr)
    return found


def test_an_analysis_comes_back_as_it_was(archive: Archive) -> None:
    added = archive.add(harbour())
    kept = next(archive.kept())
    assert (added.status, added.article, added.version) == ("new", kept.article, kept.version)
    assert kept.analysis == harbour().analysis
    assert set(kept.people) == {"p1", "p2"} and set(kept.utterances) == {"s1", "s2"}


def test_the_same_source_twice_adds_nothing(archive: Archive) -> None:
    archive.add(harbour())
    before = content(archive)
    assert archive.add(harbour()).status == "known"
    assert content(archive) == before


def test_the_same_source_twice_in_one_batch_adds_nothing(archive: Archive) -> None:
    assert [one.status for one in archive.add_all([harbour(), harbour()])] == ["new", "known"]


def test_a_changed_article_is_a_new_version_and_the_old_one_stays(archive: Archive) -> None:
    archive.add(harbour())
    assert archive.add(changed(harbour())).version == 2
    (latest,) = archive.kept()
    assert latest.version == 2 and "ergänzt" in latest.analysis.article.text
    assert [kept.version for kept in archive.kept(versions_too=True)] == [1, 2]
    assert archive.total(Query()).statements == 2
    assert archive.total(Query(versions=True)).statements == 4


def test_a_new_title_is_a_new_version(archive: Archive) -> None:
    archive.add(harbour())
    one = harbour()
    retitled = replace(one.analysis, article=replace(one.analysis.article, title="Hafen wird viel tiefer"))
    assert archive.add(replace(one, analysis=retitled)).status == "changed"


@pytest.mark.parametrize("together", [1, 2, 3, 100])
def test_it_makes_no_difference_where_a_batch_ends(archive: Archive, tmp_path: object, together: int) -> None:
    with Archive.open(f"{tmp_path}/whole.db", create=True) as whole:
        list(whole.add_all(several()))
        list(archive.add_all(several(), together=together))
        assert content(archive) == content(whole)


def test_an_agency_copy_is_one_story_and_counts_once(archive: Archive) -> None:
    list(archive.add_all([harbour(), school(), harbour_copy()]))
    first, other, copy = archive.kept()
    assert first.story == copy.story is not None and other.story is None
    assert first.utterances == copy.utterances
    assert archive.total(Query(person="Eva Brandt")).statements == 1
    assert archive.total(Query(person="Eva Brandt", copies=True)).statements == 2
    assert [kept.article for kept in archive.story("1")] == [first.article, copy.article]


def test_the_same_words_of_a_person_are_one_utterance(archive: Archive) -> None:
    list(archive.add_all([harbour(), shipyard()]))
    one, two = archive.kept()
    assert one.utterances["s1"] == two.utterances["s1"]
    assert one.people["p1"] == two.people["p1"]
    assert len(archive.variants("2.1/s1")) == 2
    assert archive.total(Query(words="Werft")).utterances == 1


def test_a_surname_alone_is_nobody_in_another_article(archive: Archive) -> None:
    surname = HARBOUR.replace("person p1: Eva Brandt", "person p1: Brandt")
    list(archive.add_all([new(surname, "https://a.example/1"), new(surname, "https://b.example/2")]))
    one, two = archive.kept()
    assert one.people["p1"] != two.people["p1"]
    assert one.people["p2"] == two.people["p2"]


def test_a_register_entry_is_one_person_whatever_the_name(archive: Archive) -> None:
    found = []
    for number, name in enumerate(("Eva Brandt", "Eva Brandt-Lohe")):
        one = new(HARBOUR, f"https://a.example/{number}")
        people = tuple(replace(p, entry="brandt", name=name) if p.id == "p1" else p for p in one.analysis.people)
        found.append(replace(one, analysis=replace(one.analysis, people=people)))
    list(archive.add_all(found))
    one, two = archive.kept()
    assert one.people["p1"] == two.people["p1"]
    assert archive.total(Query(person="brandt", copies=True)).statements == 2


def test_a_visit_is_kept_with_its_article(archive: Archive) -> None:
    visit = Visit("https://bote.example/hafen", '"v1"', None, "2026-03-02T10:00:00+00:00", 200)
    archive.add(replace(harbour(), visit=visit))
    assert archive.seen(visit.key) == visit
    archive.note([replace(visit, status=304)])
    assert archive.seen(visit.key) == replace(visit, status=304)
    assert archive.seen("https://bote.example/anderes") is None


def test_an_original_is_held_by_its_hash(archive: Archive) -> None:
    one = harbour()
    assert one.original is not None
    archive.add(one)
    assert archive.holds(one.key, one.original.hash)
    assert not archive.holds(one.key, b"another")
    assert not archive.holds("https://bote.example/anderes", one.original.hash)


ODD = {
    "nul": "\0„Nein“, sagte sie.",
    "surrogate": "\ud800",
    "astral": "😀" * 40,
    "long": "a" * 200_000,
    "sql": "'; DROP TABLE statements; --",
    "query": '" OR *',
}


@pytest.mark.parametrize("text_", ODD.values(), ids=ODD.keys())
def test_any_text_is_kept_as_it_is(archive: Archive, text_: str) -> None:
    from wortlaut.record import Analysis

    odd = Analysis(Article(text_, source=f"x{text_[:9]}", outlet=text_[:9], title=text_[:9], language="de"), (), ())
    archive.add(New(odd))
    (kept,) = archive.kept()
    assert kept.analysis == odd
    assert archive.find(Query(person=f"a{text_[:50]}", outlet=f"a{text_[:9]}")).hits == ()


def test_a_batch_that_fails_leaves_nothing(archive: Archive) -> None:
    def broken() -> Iterator[New]:
        yield harbour()
        raise RuntimeError("the source broke")

    with pytest.raises(RuntimeError, match="the source broke"):
        list(archive.add_all(broken()))
    assert list(archive.kept()) == []


@pytest.mark.parametrize("together", [7, 130])
def test_many_that_say_the_same_are_one_batch_or_several(archive: Archive, together: int) -> None:
    """More than a key may have: those behind share it no longer, and other candidates take their place."""
    marked = [HARBOUR.replace("zwei Schlepper", f"{number} Schlepper") for number in range(130)]
    news = [new(one, f"https://a.example/{number}") for number, one in enumerate(marked)]
    added = list(archive.add_all(news, together=together))
    assert [one.status for one in added] == ["new"] * 130
    assert archive.find(Query(person="Eva Brandt", copies=True, limit=1)).hits[0].variants == 130
    assert list(archive.verify()) == []


def test_a_copy_that_more_print_than_a_number_may_have_is_still_one_story(archive: Archive) -> None:
    news = [replace(harbour_copy(), key=f"https://blatt{number}.example/hafen") for number in range(130)]
    list(archive.add_all(news))
    assert len(archive.story("1")) == 130
    assert archive.total(Query()).statements == 2
    archive.forget(article="1")
    archive.add(replace(harbour_copy(), key="https://neu.example/hafen"))
    assert len(archive.story("https://neu.example/hafen")) == 130
    assert list(archive.verify()) == []
