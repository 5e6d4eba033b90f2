"""An archive that is read again is the one that the newer model would have made at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from benchmarks.archives import generate
from tests.archive.articles import changed, harbour, several
from tests.archive.behind import change, rows
from wortlaut.archive import Archive, New, Old, Query, Reread
from wortlaut.errors import ArchiveError
from wortlaut.judgements import Judgement
from wortlaut.record import Analysis
from wortlaut.text import Article, Span

STATEMENTS = 300
_GROUPS = """
SELECT a.key, v.number, s.number, s.kind, s.start, s.digest, s.latest, s.copy, p.key, b.key, w.number, f.number
FROM statements s JOIN versions v ON v.id = s.version_id JOIN articles a ON a.id = v.article_id
LEFT JOIN people p ON p.id = s.person_id JOIN statements f ON f.id = s.utterance
JOIN versions w ON w.id = f.version_id JOIN articles b ON b.id = w.article_id ORDER BY 1, 2, 3
"""
_RECORDS = """
SELECT a.key, v.number, r.model, r.data FROM records r JOIN versions v ON v.id = r.version_id
JOIN articles a ON a.id = v.article_id ORDER BY 1, 2
"""
_PEOPLE = """
SELECT p.key, p.name, count(*) FROM people p JOIN name_words w ON w.person_id = p.id GROUP BY 1, 2 ORDER BY 1
"""


def contents(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """What does not depend on the numbers of rows."""
    return {
        query: [tuple(bytes(v) if isinstance(v, memoryview) else v for v in row) for row in rows(url, query)]
        for query in (_GROUPS, _RECORDS, _PEOPLE)
    }


def newer() -> list[Analysis]:
    """What the newer model finds; one article in seven changes later."""
    made = list(generate(STATEMENTS, seed=3))
    return made + [later(one) for one in made[::7]]


def later(one: Analysis) -> Analysis:
    article = replace(one.article, text=one.article.text + "\nNachtrag.", id="")
    return replace(one, article=article)


def worse(number: int, one: Analysis) -> Analysis:
    """What an older model found: some statements are missing, some are too long, some have nobody."""
    statements = list(one.statements)
    if number % 3 == 0 and len(statements) > 1:
        first, last = statements[0].content[0].start, statements[-1].content[-1].end
        statements = [replace(statements[0], content=(Span(first, last),))]
    elif number % 3 == 1:
        statements = [replace(each, attribution=None) for each in statements[1:]]
    return replace(one, statements=tuple(statements), people=one.people if number % 3 else one.people[:1])


def older(some: Iterable[Analysis]) -> Iterator[New]:
    for number, one in enumerate(some):
        kept = worse(number, one)
        known = {person.id for person in kept.people}
        fitting = (s if s.person in known else replace(s, attribution=None) for s in kept.statements)
        yield New(replace(kept, statements=tuple(fitting)), model="m1")


def by_text(some: Iterable[Analysis]) -> dict[str, Analysis]:
    return {one.article.text: one for one in some}


def read_by(known: dict[str, Analysis], read: list[str] | None = None) -> Any:
    """A model that knows what it will find."""

    def analyze(article: Article) -> Analysis:
        if read is not None:
            read.append(article.text)
        return known[article.text]

    return analyze


@pytest.fixture(scope="module")
def found() -> list[Analysis]:
    return newer()


def test_it_becomes_what_the_newer_model_would_have_made(url: str, second_url: str, found: list[Analysis]) -> None:
    with Archive.open(url, create=True) as archive, Archive.open(second_url, create=True) as other:
        list(archive.add_all(older(found)))
        list(other.add_all(New(one, model="m2") for one in found))
        assert contents(url) != contents(second_url)
        assert archive.reread(read_by(by_text(found)), model="m2") == len(found)
        assert contents(url) == contents(second_url)
        assert list(archive.verify()) == []
        words = [archive.find(Query(words=words)).hits for words in ("Geld", "Stadt")]
        assert [len(hits) for hits in words] == [len(other.find(Query(words=w)).hits) for w in ("Geld", "Stadt")]


def test_an_interruption_changes_nothing(url: str, second_url: str, found: list[Analysis]) -> None:
    """Also of articles that were read by the newer model when they came in."""
    known = by_text(found)
    half = len(found) // 2
    with Archive.open(url, create=True) as archive, Archive.open(second_url, create=True) as other:
        for one in (archive, other):
            list(one.add_all(older(found[:half])))
            list(one.add_all(New(each, model="m2") for each in found[half:]))
        assert other.reread(read_by(known), model="m2") == half
        given = iter(archive.to_reread("m2"))
        steps = archive.replace_all(_some(given, known, 7), model="m2")
        for _ in range(5):
            next(steps)
        steps.close()
        read: list[str] = []
        archive.reread(read_by(known, read), model="m2")
        assert 0 < len(read) < half
        assert contents(url) == contents(second_url)
        assert list(archive.verify()) == []


def _some(given: Iterator[Old], known: dict[str, Analysis], many: int) -> Iterator[Reread]:
    for _, old in zip(range(many), given, strict=False):
        yield Reread(old.version, known[old.article.text])


def test_reading_again_what_is_the_same_changes_no_row(archive: Archive, url: str) -> None:
    list(archive.add_all(several()))
    tables = ("statements", "keys", "people", "appearances", "records", "versions")
    before = [sorted(map(repr, rows(url, f"SELECT * FROM {table}"))) for table in tables]
    known = by_text(one.analysis for one in several())
    assert archive.reread(read_by(known), model="m1") == 0
    assert archive.reread(read_by(known), model="m1", everything=True) == 5
    assert [sorted(map(repr, rows(url, f"SELECT * FROM {table}"))) for table in tables] == before
    assert list(archive.verify()) == []


def test_people_who_are_found_no_more_are_gone(archive: Archive, url: str) -> None:
    archive.add(harbour())
    bare = replace(harbour().analysis, statements=(), people=())
    archive.reread(lambda _: bare, model="m2")
    assert rows(url, "SELECT name FROM people") == [] and rows(url, "SELECT word FROM name_words") == []
    assert rows(url, "SELECT count(*) FROM keys") == [(0,)]
    assert list(archive.verify()) == []


def test_the_article_is_given_as_it_was(archive: Archive) -> None:
    archive.add(harbour())
    (old,) = archive.to_reread("m2")
    assert old.article == harbour().analysis.article
    assert list(archive.to_reread("m1")) == []
    assert len(list(archive.to_reread("m1", everything=True))) == 1


def test_a_record_that_is_damaged_is_made_anew(archive: Archive, url: str) -> None:
    archive.add(harbour())
    change(url, "UPDATE records SET data = (SELECT hash FROM texts)", "UPDATE statements SET start = 1, digest = 7")
    assert len(list(archive.verify())) == 1
    archive.reread(lambda _: harbour().analysis, model="m1", everything=True)
    assert list(archive.verify()) == []
    (kept,) = archive.kept()
    article = harbour().analysis.article
    assert (kept.analysis.article.title, kept.analysis.article.source) == (article.title, article.source)
    assert len(archive.find(Query(words="Schlepper")).hits) == 1


def test_rows_that_were_damaged_are_made_anew(archive: Archive, url: str) -> None:
    list(archive.add_all(several()))
    change(url, 'UPDATE statements SET "end" = 100000, gaps = NULL WHERE version_id = 2')
    known = by_text(one.analysis for one in several())
    archive.reread(read_by(known), model="m1", everything=True)
    assert list(archive.verify()) == []
    assert len(archive.find(Query(words='"kein Dorf"')).hits) == 1


def test_judgements_survive(archive: Archive) -> None:
    archive.add(harbour())
    judged = Judgement(harbour().analysis.article.id, 0, 8, "Lohbrunn", "Eva Brandt", "2026-03-09")
    assert archive.judge([judged]) == 1
    archive.reread(lambda _: harbour().analysis, model="m2")
    assert archive.judgements().all == (judged,)


def test_an_analysis_of_another_text_is_refused(archive: Archive, url: str) -> None:
    archive.add(harbour())
    before = contents(url)
    with pytest.raises(ArchiveError, match="version 1: the new analysis is of another text"):
        archive.reread(lambda _: changed(harbour()).analysis, model="m2")
    assert contents(url) == before


def test_the_order_of_versions_is_kept_to(archive: Archive) -> None:
    list(archive.add_all(several()))
    olds = list(archive.to_reread("m2"))
    known = by_text(one.analysis for one in several())
    news = [Reread(old.version, known[old.article.text]) for old in (olds[2], olds[1])]
    with pytest.raises(ArchiveError, match="version 2 comes after 3"):
        list(archive.replace_all(news, model="m2"))


def test_what_is_forgotten_meanwhile_stays_out(archive: Archive) -> None:
    list(archive.add_all(several()))
    known = by_text(one.analysis for one in several())
    news = [Reread(old.version, known[old.article.text]) for old in archive.to_reread("m2")]
    archive.forget(article=harbour().key)
    assert list(archive.replace_all(news, model="m2")) == [2, 3, 4]
    assert list(archive.verify()) == []


def test_a_judgement_groups_what_it_touches_as_a_new_reading_would(archive: Archive, url: str) -> None:
    list(archive.add_all(several()))
    article = harbour().analysis.article
    words = "„Ohne tieferes Wasser verlieren wir die Werft“"
    start = article.text.index(words)
    before = contents(url)[_GROUPS]
    known = {kept.analysis.article.text: kept.analysis for kept in archive.kept(versions_too=True)}
    for person in ("Jonas Quast", "Eva Brandt"):
        archive.judge([Judgement(article.id, start, start + len(words), words, person, "2026-03-09")])
        judged = contents(url)[_GROUPS]
        assert (judged == before) == (person == "Eva Brandt")
        known[article.text] = next(k.analysis for k in archive.kept(versions_too=True) if k.analysis.article == article)
        archive.reread(read_by(known), model="m1", everything=True)
        assert contents(url)[_GROUPS] == judged
        assert list(archive.verify()) == []
