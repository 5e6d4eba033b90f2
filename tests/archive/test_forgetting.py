"""What is forgotten is gone from every table, every index, and the disk."""

from __future__ import annotations

import hashlib
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.archive.articles import changed, harbour, harbour_copy, new, school, several, shipyard
from tests.archive.behind import change, rows
from tests.postgres import Server
from wortlaut.archive import Archive, New, Original, Query, opening
from wortlaut.archive.schema import METADATA
from wortlaut.errors import ArchiveError
from wortlaut.intake.visits import Visit
from wortlaut.judgements import Judgement

HARBOUR, SCHOOL, SHIPYARD = (one().key for one in (harbour, school, shipyard))


@pytest.fixture
def full(archive: Archive) -> Archive:
    list(archive.add_all(several()))
    return archive


def sizes(url: str) -> dict[str, int]:
    names = [table.name for table in METADATA.sorted_tables]
    return {name: rows(url, f"SELECT count(*) FROM {name}")[0][0] for name in names}


def on_disk(url: str, server: Server | None = None) -> bytes:
    """All bytes of an SQLite archive, with its log; or of the relations of a PostgreSQL database."""
    if server is None:
        return b"".join(path.read_bytes() for path in sorted(Path(url).parent.glob(f"{Path(url).name}*")))
    change(url, "CHECKPOINT")
    ((oid,),) = rows(url, "SELECT oid FROM pg_database WHERE datname = current_database()")
    folder = server.data / "base" / str(oid)
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file())


def packed(url: str, key: str) -> list[bytes]:
    """What an article is kept as."""
    found = f"FROM versions v JOIN articles a ON a.id = v.article_id WHERE a.key = '{key}'"
    wanted = [
        f"SELECT t.data FROM texts t WHERE t.version_id IN (SELECT v.id {found})",
        f"SELECT r.data FROM records r WHERE r.version_id IN (SELECT v.id {found})",
        f"SELECT o.data FROM originals o WHERE o.hash IN (SELECT v.original {found})",
        f"SELECT o.hash FROM originals o WHERE o.hash IN (SELECT v.original {found})",
    ]
    return [bytes(data) for query in wanted for (data,) in rows(url, query)]


def test_an_article_goes_with_all_its_versions(full: Archive, url: str) -> None:
    gone = full.forget(article=HARBOUR)
    assert (gone.articles, gone.versions, gone.statements) == ((HARBOUR,), 2, 4)
    assert list(full.verify()) == []
    assert [kept.analysis.article.source for kept in full.kept(versions_too=True)] == [
        SCHOOL, SHIPYARD, harbour_copy().key,
    ]  # fmt: skip
    assert rows(url, "SELECT what, articles, statements, reason FROM forgotten") == [("article", 1, 4, None)]


def test_all_goes_where_all_is_forgotten(full: Archive, url: str) -> None:
    full.note([Visit(HARBOUR, visited="2026-03-02T08:00:00+00:00")])
    article = harbour().analysis.article
    full.judge([Judgement(article.id, 0, 8, article.text[:8], "Eva Brandt", "2026-03-09")])
    for one in (harbour, school, shipyard, harbour_copy):
        full.forget(article=one().key)
    assert {name: size for name, size in sizes(url).items() if size} == {"forgotten": 4, "forgotten_keys": 4}
    assert list(full.verify()) == []


def test_the_copy_counts_when_the_first_print_is_gone(full: Archive) -> None:
    full.forget(article=HARBOUR)
    hits = full.find(Query(words="Schlepper")).hits
    assert [hit.kept.analysis.article.outlet for hit in hits] == ["Tannrieder Kurier"]
    assert hits[0].kept.story is None


def test_an_utterance_goes_on_with_the_next_one(full: Archive) -> None:
    full.forget(article=HARBOUR)
    said = [hit for hit in full.find(Query(words="Wasser", copies=True)).hits]
    assert len({hit.kept.utterances[hit.statement.id] for hit in said}) == 1
    assert [hit.variants for hit in said] == [2, 2]


def test_a_dry_run_only_tells(full: Archive, url: str) -> None:
    before = sizes(url)
    told = full.forget(person="Eva Brandt", dry_run=True)
    assert sizes(url) == before
    assert told == full.forget(person="Eva Brandt")


def test_a_person_goes_with_all_articles_that_name_them(full: Archive, url: str) -> None:
    gone = full.forget(person="Eva Brandt")
    assert gone.articles == (HARBOUR, SHIPYARD, harbour_copy().key)
    assert [kept.analysis.article.source for kept in full.kept()] == [SCHOOL]
    assert rows(url, "SELECT name FROM people ORDER BY id") == [("Mira Olbrich",), ("Landratsamt",)]
    assert rows(url, "SELECT what, articles FROM forgotten") == [("person", 3)]
    assert list(full.verify()) == []


NAMED = """\
Der Gesangverein Lohbrunn probt wieder; die Leitung hat Pfarrer Kolbe, die Kasse führt seit Jahren Eva Brandts Bruder.
⟦content1:„Wir singen Schütz und Brahms“⟧⟦frame1:, ⟦cue1:sagte⟧ ⟦speaker1:Pfarrer Kolbe⟧⟧.
---
1 direct speech by=p1 time=-
person p1: Kolbe
"""


def unnamed(key: str, **changes: str) -> New:
    """An article that does not have the name."""
    return new(NAMED.replace("Eva Brandts", "ihr"), key, **changes)


def test_an_article_that_only_mentions_the_person_goes(full: Archive) -> None:
    full.add(new(NAMED, "https://bote.example/chor"))
    assert "https://bote.example/chor" in full.forget(person="Eva Brandt").articles


def test_a_title_and_an_address_name_the_person_too(archive: Archive) -> None:
    archive.add(unnamed("https://bote.example/chor-1", title="Eva Brandt hört auf"))
    archive.add(unnamed("https://bote.example/eva_brandt-hoert-auf"))
    archive.add(unnamed("https://bote.example/chor-3"))
    assert len(archive.forget(person="Eva Brandt").articles) == 2


@pytest.mark.parametrize(
    "page",
    [
        "<p>Auch lesenswert: Jörg&nbsp;<b>Groß</b></p>".encode(),
        b"<p>J&ouml;rg Gro&szlig;</p>",
        "<p>Jörg Groß</p>".encode("cp1252"),
        b"<a href='/joerg-gross'>x</a>",
        "<p>JÖRG GROSS</p>".encode(),
    ],
)
def test_a_page_that_names_the_person_beside_the_text_loses_its_bytes(archive: Archive, url: str, page: bytes) -> None:
    archive.add(replace(unnamed("https://bote.example/chor"), original=Original(page, "text/html")))
    gone = archive.forget(person="Jörg Groß")
    assert (gone.articles, gone.originals) == ((), 1)
    assert rows(url, "SELECT original FROM versions") == [(None,)]
    assert list(archive.verify()) == []


def test_judgements_that_name_the_person_go(archive: Archive) -> None:
    archive.add(school())
    article = school().analysis.article
    kept = Judgement(article.id, 0, 2, "In", "Mira Olbrich", "2026-03-09")
    archive.judge([Judgement(article.id, 0, 2, "In", "Eva Brandt", "2026-03-09"), kept])
    assert archive.forget(person="Eva Brandt").judgements == 1
    assert archive.judgements().all == (kept,)


def test_others_of_a_like_name_stay_and_are_told(full: Archive) -> None:
    other = NAMED.replace("Eva Brandts", "ihr").replace("Kolbe", "Eva Maria Brandt")
    full.add(new(other, "https://bote.example/chor"))
    full.add(new(NAMED.replace("Eva Brandts", "der alte Brandt"), "https://bote.example/orgel"))
    gone = full.forget(person="Eva Brandt")
    assert gone.similar == ("Eva Maria Brandt",) and gone.surname == 2
    assert len(list(full.kept())) == 3


def test_a_surname_of_several_is_refused(full: Archive) -> None:
    with pytest.raises(ArchiveError, match=r"Brandt: this is part of 1 name \(Eva Brandt\); give the full name"):
        full.forget(person="Brandt")


def test_who_is_not_there_cannot_be_forgotten(full: Archive) -> None:
    with pytest.raises(ArchiveError, match="names nobody so"):
        full.forget(person="Xaver Unbekannt")
    for nothing in ("", " ", "😀"):
        with pytest.raises(ArchiveError, match="has no letter of a name"):
            full.forget(person=nothing)
    with pytest.raises(ArchiveError, match="holds no such article"):
        full.forget(article="https://bote.example/nichts")
    with pytest.raises(ArchiveError, match="one of the two"):
        full.forget()
    with pytest.raises(ArchiveError, match="the reason names the person"):
        full.forget(person="Eva Brandt", reason="Antrag von Eva Brandt")


def test_an_article_is_named_by_its_number_or_another_spelling(full: Archive) -> None:
    assert full.forget(article="2").articles == (SCHOOL,)
    assert full.forget(article="HTTPS://bote.example/hafen?utm_source=x").articles == (HARBOUR,)


def test_what_was_forgotten_does_not_come_back_unasked(full: Archive, url: str) -> None:
    full.forget(article=HARBOUR)
    assert full.is_forgotten(HARBOUR) and not full.is_forgotten(SCHOOL)
    before = sizes(url)
    assert [one.status for one in full.add_all([harbour(), changed(harbour()), school()])] == [
        "forgotten", "forgotten", "known",
    ]  # fmt: skip
    assert sizes(url) == before
    assert rows(url, "SELECT hash FROM forgotten_keys") == [(hashlib.sha256(HARBOUR.encode()).digest(),)]
    assert [one.status for one in full.add_all([harbour()], again=True)] == ["new"]
    assert not full.is_forgotten(HARBOUR)


def test_backups_that_still_hold_it_are_told(full: Archive, tmp_path: Path) -> None:
    assert full.forget(article=SCHOOL).backups == ()
    full.backup(tmp_path / "backup.db")
    assert [one.target for one in full.forget(article=HARBOUR).backups] == [str(tmp_path / "backup.db")]


SIGNS = ("Eva Brandt", "brandt", "schlepp", "hafen", "Quast", "Reimann", "werft")


def test_nothing_stays_on_disk(full: Archive, url: str, request: pytest.FixtureRequest) -> None:
    server = request.getfixturevalue("server") if "://" in url else None
    signs = [sign.encode() for sign in SIGNS]
    signs += [data for one in (harbour, shipyard, harbour_copy) for data in packed(url, one().key)]
    before = on_disk(url, server)
    missing = [sign for sign in signs if sign not in before]
    # PostgreSQL packs what is long once more
    assert len(missing) <= (4 if server else 0), missing
    full.forget(person="Eva Brandt", reason="auf Antrag")
    after = on_disk(url, server)
    assert [sign for sign in signs if sign in after] == []
    assert b"Olbrich" in after and b"auf Antrag" in after
    if server:
        command = [str(server._programs / "pg_dump"), "--inserts", url]
        dump = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert [sign for sign in SIGNS if sign in dump] == [] and "Olbrich" in dump
    assert list(full.verify()) == []


def test_words_that_were_indexed_otherwise_go_too(archive: Archive, url: str) -> None:
    """As by an older Wortlaut with other stems."""
    if "://" in url:
        pytest.skip("PostgreSQL keeps a row's words with the row")
    list(archive.add_all(several()))
    with archive.writing() as connection:
        dialect = archive._dialect
        dialect.clear(connection, "words")
        connection.exec_driver_sql(
            "INSERT INTO words (rowid, stems, marks) SELECT id, 'geisterwort', '' FROM statements"
        )
    archive.forget(person="Eva Brandt")
    assert b"geisterwort" not in on_disk(url)
    assert list(archive.verify()) == []
    assert len(archive.find(Query(words="Dorf")).hits) == 1


def test_a_damaged_article_can_be_forgotten(full: Archive, url: str) -> None:
    change(url, "UPDATE texts SET data = hash WHERE version_id = 2")
    full.forget(article=SCHOOL)
    assert list(full.verify()) == []


def test_a_reader_that_keeps_the_log_from_being_emptied_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of SQLite; PostgreSQL waits."""
    monkeypatch.setattr(opening, "WAIT", 0.2)
    url = str(tmp_path / "archive.db")
    with Archive.open(url, create=True) as archive:
        list(archive.add_all(several()))
        with Archive.open(url) as other, other.reading() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM articles").scalar()
            with pytest.raises(ArchiveError, match="its files may; run: wortlaut archive tidy"):
                archive.forget(article=SCHOOL)
        archive.tidy()
        assert b"Olbrich" not in on_disk(url)
