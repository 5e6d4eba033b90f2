"""archive/selecting.py."""

from pathlib import Path

import pytest

from tests.archive import articles
from wortlaut.archive import Archive, Query
from wortlaut.archive.selecting import selected
from wortlaut.exports import FORMATS, write

NESTED = """\
In Lohbrunn streiten Hafenamt und Werft seit dem Winter darüber, wer die neue Kaimauer am Mühlbach bezahlen soll.
⟦content1:„Frau Brandt hat gesagt, ⟦content2:das Geld sei längst da⟧“⟧⟦frame1:, ⟦cue1:erklärte⟧ ⟦speaker1:Jonas Quast⟧⟧.
---
1 direct speech by=p1 time=-
2 indirect speech by=- time=-
person p1: Jonas Quast
published: 2026-03-05
"""


@pytest.fixture
def filled(archive: Archive) -> Archive:
    news = [*articles.several(), articles.new(NESTED, "https://bote.example/kai", title="Wer zahlt?")]
    assert len(list(archive.add_all(news))) == 6
    return archive


def told(archive: Archive, query: Query) -> list[tuple[int, list[str]]]:
    return [(one.article, [s.id for s in one.analysis.statements]) for one in selected(archive, query)]


def test_articles_come_with_what_is_found_in_them_alone(filled: Archive) -> None:
    assert told(filled, Query("Werft", copies=True)) == [(3, ["s1"]), (4, ["s1"]), (1, ["s1"])]
    assert told(filled, Query("Werft", copies=True, versions=True))[0] == (1, ["s1"])
    assert told(filled, Query(outlet="Nirgendwo")) == []


def test_everything_that_find_finds_is_selected(filled: Archive) -> None:
    for query in (Query(), Query(person="Brandt"), Query(kinds=("indirect",)), Query(copies=True, versions=True)):
        hits = {hit.kept.address(hit.statement) for hit in filled.find(query).hits}
        got = {one.address(s) for one in selected(filled, query) for s in one.analysis.statements}
        assert got == hits


def test_a_statement_whose_outer_one_is_not_found_lies_in_none(filled: Archive) -> None:
    both = next(iter(selected(filled, Query("Geld", kinds=("direct", "indirect")))))
    assert [one.within for one in both.analysis.statements] == [None, "s1"]
    inner = next(iter(selected(filled, Query("Geld", kinds=("indirect",)))))
    assert [(one.id, one.within) for one in inner.analysis.statements] == [("s2", None)]


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_writes_a_selection(filled: Archive, format: str, tmp_path: Path) -> None:
    write(selected(filled, Query("Geld", kinds=("indirect",))), format, tmp_path / "out")
    assert (tmp_path / "out").stat().st_size > 0
