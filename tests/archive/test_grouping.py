"""What is a copy is told anew whenever versions come."""

from __future__ import annotations

from tests.archive.articles import changed, harbour, harbour_copy, school
from wortlaut.archive import Archive, Query


def found(archive: Archive) -> list[tuple[str, int]]:
    """The harbour's statements without copies: outlet and version of each."""
    hits = archive.find(Query(words="Schlepper")).hits
    return [(hit.kept.analysis.article.outlet or "", hit.kept.version) for hit in hits]


def test_the_first_print_of_a_copy_counts(archive: Archive) -> None:
    list(archive.add_all([harbour(), school(), harbour_copy()]))
    assert found(archive) == [("Lohbrunner Bote", 1)]


def test_a_changed_article_still_counts_where_its_copy_came_in_between(archive: Archive) -> None:
    list(archive.add_all([harbour(), harbour_copy(), changed(harbour())], together=1))
    assert found(archive) == [("Lohbrunner Bote", 2)]


def test_it_is_no_matter_where_a_batch_ends(archive: Archive) -> None:
    list(archive.add_all([harbour(), harbour_copy(), changed(harbour())], together=3))
    assert found(archive) == [("Lohbrunner Bote", 2)]


def test_an_article_can_go_back_to_what_it_was(archive: Archive) -> None:
    list(archive.add_all([harbour(), changed(harbour())]))
    again = archive.add_all([harbour(), school(), changed(harbour())], together=3)
    assert [(one.status, one.version) for one in again] == [("changed", 3), ("new", 1), ("changed", 4)]
    assert list(archive.verify()) == []
