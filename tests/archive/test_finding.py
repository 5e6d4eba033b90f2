"""archive/searching.py and finding.py: what is found, in which order, page by page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from tests.archive.articles import SCHOOL, harbour, new, several
from wortlaut.archive import GROUPS, Archive, New, Query, finding
from wortlaut.archive.loading import load
from wortlaut.archive.searching import expression_of
from wortlaut.errors import ArchiveError
from wortlaut.kept import Kept
from wortlaut.statements import Time
from wortlaut.stems import stems


@pytest.fixture
def filled(archive: Archive) -> Iterator[Archive]:
    list(archive.add_all(several()))
    yield archive


def words(archive: Archive, query: Query) -> list[str]:
    return [hit.kept.analysis.words(hit.statement.content) for hit in archive.find(query).hits]


@pytest.mark.parametrize(
    ("query", "number"),
    [
        (Query(words="wasser"), 2),
        (Query(words="WASSERS"), 2),
        (Query(words="tieferem Wasser"), 2),
        (Query(words="Dörfer"), 1),
        (Query(words="doerfer"), 1),
        (Query(words="dorfs"), 1),
        (Query(words='"kein Dorf"'), 1),
        (Query(words='"Dorf kein"'), 0),
        (Query(words="„Dorf ohne Schule“"), 1),
        (Query(words="Werft -Wasser"), 0),
        (Query(words="Jugend -Wasser"), 1),
        (Query(words="Schlepper Wasser"), 0),
        (Query(words="OR"), 0),
        (Query(words="NEAR("), 0),
    ],
    ids=lambda value: getattr(value, "words", str(value)),
)
def test_words_whatever_their_ending(filled: Archive, query: Query, number: int) -> None:
    assert len(words(filled, query)) == number


def test_people_outlets_times_and_kinds(filled: Archive) -> None:
    assert filled.total(Query(person="Brandt")).statements == 2
    assert filled.total(Query(person="eva brandt", outlet="Tannrieder Kurier")).statements == 1
    assert filled.total(Query(person="Eva Quast")).statements == 0
    assert filled.total(Query(outlet="Kurier")).statements == 2
    assert filled.total(Query(outlet="Bo")).statements == 0
    assert filled.total(Query(since=date(2026, 3, 4))).statements == 2
    assert filled.total(Query(until=date(2026, 3, 3))).statements == 4
    assert filled.total(Query(since=date(2026, 3, 3), until=date(2026, 3, 3))).statements == 2
    assert filled.total(Query(kinds=("indirect",))).statements == 2
    assert filled.total(Query(words="Werft", person="Brandt", outlet="Lohbrunner Bote")).statements == 1


@pytest.mark.parametrize(
    ("kept", "asked", "found"),
    [
        ("Petra Söhnlein", "Soehnlein", True),
        ("Petra Söhnlein", "petra SOEHNLEIN", True),
        ("Petra Soehnlein", "Söhnlein", True),
        ("Jörg Muessig", "Joerg Müßig", True),
        ("Jörg Muessig", "Jorg Mussig", False),
        ("Eva Bäuerle", "Eva Baeuerle", True),
        ("Eva Baur", "Eva Bauer", False),
        ("Eva Bauer", "Eva Baur", False),
        ("Uta Gothe", "Goethe", False),
    ],
)
def test_umlauts_of_names_may_be_written_out(archive: Archive, kept: str, asked: str, found: bool) -> None:
    list(archive.add_all([new(SCHOOL.replace("Mira Olbrich", kept), "https://bote.example/a", outlet="Süder Bote")]))
    assert bool(words(archive, Query(person=asked))) == found
    assert len(words(archive, Query(outlet="Sueder"))) == 2


def test_about_is_whom_the_words_name(filled: Archive) -> None:
    assert words(filled, Query(about="Werft")) == ["„Ohne tieferes Wasser verlieren wir die Werft“"] * 2
    assert words(filled, Query(about="Eva Brandt")) == []


@pytest.mark.parametrize("order", ["newest", "oldest", "score"])
def test_pages_have_all_statements_once(filled: Archive, order: str) -> None:
    query = Query(copies=True, versions=True, order=order, limit=2)  # type: ignore[arg-type]
    found = []
    after = None
    while True:
        page = filled.find(Query(copies=True, versions=True, order=query.order, limit=2, after=after))
        found += [hit.kept.address(hit.statement) for hit in page.hits]
        if page.next is None:
            break
        after = page.next
    assert len(found) == len(set(found)) == 10
    days = [hit.day for hit in filled.find(Query(copies=True, versions=True, order=query.order, limit=50)).hits]
    assert order == "score" or days == sorted(days, reverse=order == "newest")


def test_counts_have_everything_once(filled: Archive) -> None:
    for by in GROUPS:
        counts = filled.count(Query(), by)
        assert sum(one.statements for one in counts) == filled.total(Query()).statements == 6
    assert [(one.name, one.statements) for one in filled.count(Query(), "month")] == [("2026-03", 6)]
    most = filled.count(Query(), "person", limit=1)
    assert [(one.name, one.statements, one.utterances) for one in most] == [("Eva Brandt", 2, 1)]


def test_months_begin_with_what_has_no_date(archive: Archive) -> None:
    undated = new(SCHOOL, "https://bote.example/a").analysis
    undated = replace(undated, article=replace(undated.article, published=None))
    list(archive.add_all([harbour(), New(undated, "https://bote.example/a")]))
    assert [one.name for one in archive.count(Query(), "month")] == [None, "2026-03"]


def test_a_variant_knows_the_others(filled: Archive) -> None:
    hit = filled.find(Query(words="Wasser", order="oldest", limit=1)).hits[0]
    assert hit.variants == 3
    shown = filled.variants(hit.kept.address(hit.statement))
    assert [(one.day, one.kept.analysis.article.outlet) for one in shown] == [
        (date(2026, 3, 2), "Lohbrunner Bote"),
        (date(2026, 3, 2), "Tannrieder Kurier"),
        (date(2026, 3, 3), "Tannrieder Kurier"),
    ]


def test_variants_stand_in_order_of_publication(filled: Archive) -> None:
    analysis = harbour().analysis
    article = replace(analysis.article, source="https://blatt.example/rueckblick", published="2026-03-08")
    said = replace(analysis.statements[0], time=Time("2026-02-01", analysis.statements[0].content[0]))
    filled.add(replace(analysis, article=article, statements=(said, *analysis.statements[1:])))
    own = filled.find(Query(words="Wasser", order="oldest", limit=1)).hits[0]
    shown = filled.variants(own.kept.address(own.statement))
    days = [(one.kept.analysis.article.published, one.day) for one in shown]
    assert days == sorted(days, key=lambda told: str(told[0]))
    assert days[-1] == ("2026-03-08", date(2026, 2, 1))


def test_each_version_of_the_variants_is_loaded_once(filled: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[int] = []

    def noted(connection: Connection, wanted: Iterable[int]) -> dict[int, Kept]:
        some = list(wanted)
        loaded.extend(some)
        return load(connection, some)

    monkeypatch.setattr(finding, "load", noted)
    shown = filled.variants("1.1/s1")
    assert len(loaded) == len(set(loaded)) == len({(one.kept.article, one.kept.version) for one in shown})


@pytest.mark.parametrize("address", ["", "1", "1.1", "1.1/s99", "99.1/s1", "1.1/s1; DROP", "1" * 99 + ".1/s1"])
def test_no_such_statement_is_an_error(filled: Archive, address: str) -> None:
    with pytest.raises(ArchiveError, match=r"find"):
        filled.variants(address)


def test_no_such_article_is_an_error(filled: Archive) -> None:
    with pytest.raises(ArchiveError, match="no such article"):
        filled.story("https://nirgends.example/")


def test_wrong_queries_say_what_is_right(filled: Archive) -> None:
    with pytest.raises(ArchiveError, match="1 to 1000"):
        Query(limit=0)
    with pytest.raises(ArchiveError, match="exchange"):
        Query(since=date(2026, 2, 2), until=date(2026, 2, 1))
    with pytest.raises(ArchiveError, match="newest, oldest, score"):
        Query(order="best")  # type: ignore[arg-type]
    with pytest.raises(ArchiveError, match="calls its next"):
        filled.find(Query(after="sieben"))
    with pytest.raises(ArchiveError, match="not wanted"):
        filled.find(Query(words="-Werft"))
    for nothing in ("😀", "–", '""', "%"):
        with pytest.raises(ArchiveError, match="no letter or digit"):
            filled.find(Query(words=nothing))
    for name in ("person", "outlet", "about"):
        with pytest.raises(ArchiveError, match=f"the name of {name} is empty"):
            Query(**{name: " "})  # type: ignore[arg-type]


@given(st.text(max_size=60))
def test_any_words_are_an_expression_or_an_error(given_words: str) -> None:
    try:
        expression_of(given_words)
    except ArchiveError:
        assert "-" in given_words or not stems(given_words)


def test_any_words_can_be_searched_for(filled: Archive) -> None:
    for odd in (
        '"',
        "''",
        "\\",
        "*",
        "a:b",
        "NOT",
        "AND OR",
        "(",
        "'a' & !b",
        "<->",
        ":*",
        "%",
        "_",
        "\0",
        "😀",
        "-",
        "a\nb",
    ):
        filled.find(Query(words=f"Werft {odd}"))
        filled.find(Query(about=odd, person=odd, outlet=odd))
