"""Who is whom, said by people: an archive that is told is the one that would have known it from the start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.archives import generate
from tests.archive.articles import changed, new, several
from tests.archive.behind import change, rows
from wortlaut.archive import Archive, New, Query, Reread, restore
from wortlaut.errors import ArchiveError
from wortlaut.persons import Person

STATEMENTS = 400
# What does not depend on the numbers of people; those who were merged have no words, and so are left out.
_SAID = """
SELECT a.key, v.number, s.number, s.copy, p.key, p.bound, b.key, w.number, f.number
FROM statements s JOIN versions v ON v.id = s.version_id JOIN articles a ON a.id = v.article_id
LEFT JOIN people p ON p.id = s.person_id JOIN statements f ON f.id = s.utterance
JOIN versions w ON w.id = f.version_id JOIN articles b ON b.id = w.article_id ORDER BY 1, 2, 3
"""
_PART = """
SELECT a.key, v.number, c.number, p.key FROM appearances c JOIN people p ON p.id = c.person_id
JOIN versions v ON v.id = c.version_id JOIN articles a ON a.id = v.article_id ORDER BY 1, 2, 3
"""
_PEOPLE = """
SELECT p.key, p.name, p.kind, p.bound, w.word FROM people p JOIN name_words w ON w.person_id = p.id ORDER BY 1, 5
"""
_KEYS = "SELECT statement_id, count(*) FROM keys GROUP BY 1 ORDER BY 1"
_WHOLE = (
    "SELECT * FROM statements ORDER BY id",
    "SELECT * FROM people ORDER BY id",
    "SELECT * FROM name_words ORDER BY word, person_id",
    "SELECT * FROM appearances ORDER BY version_id, number",
    "SELECT key, statement_id FROM keys ORDER BY 1, 2",
)

HALL = """\
⟦content1:„Die Halle wird im Mai fertig“⟧⟦frame1:, ⟦cue1:sagte⟧ ⟦speaker1:Eva Brandt-Quast⟧⟧ am Rande der Sitzung.
⟦frame2:⟦speaker2:Brandt⟧ ⟦cue2:fügte hinzu⟧⟧: ⟦content2:„Ohne tieferes Wasser verlieren wir die Werft“⟧.
---
1 direct speech by=p1 time=-
2 direct speech by=p2 time=-
person p1: Eva Brandt-Quast
person p2: Brandt
published: 2026-03-04
"""


def hall() -> New:
    return new(HALL, "https://kurier.example/halle", outlet="Tannrieder Kurier", title="Halle im Mai")


def told(url: str) -> list[list[tuple[Any, ...]]]:
    return [rows(url, query) for query in (_SAID, _PART, _PEOPLE, _KEYS)]


def whole(url: str) -> list[list[tuple[Any, ...]]]:
    return [rows(url, query) for query in _WHOLE]


def number(url: str, name: str) -> int:
    return next(own for own, called in rows(url, "SELECT id, name FROM people ORDER BY id") if called == name)


def article(url: str, key: str) -> int:
    return next(own for own, called in rows(url, "SELECT id, key FROM articles") if called == key)


def busiest(url: str) -> list[int]:
    """The people with the most statements, the most first."""
    query = "SELECT person_id FROM statements WHERE person_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1"
    return [one for (one,) in rows(url, query)]


def is_sound(archive: Archive) -> bool:
    return list(archive.verify()) == []


def moved(some: Sequence[New], one: str, two: str) -> list[New]:
    """The same articles, in which who has the one name has the other, as a reading that knew would have them."""

    def known(person: Person) -> Person:
        return replace(person, name=two) if person.name == one else person

    return [
        replace(a, analysis=replace(a.analysis, people=tuple(map(known, a.analysis.people)))) for a in some
    ]  # fmt: skip


def test_merging_counts_before_and_changes_after(archive: Archive, url: str) -> None:
    list(archive.add_all([*several(), hall()]))
    quast, eva = number(url, "Eva Brandt-Quast"), number(url, "Eva Brandt")
    before = whole(url)
    preview = archive.merge(quast, eva, account="mira", dry_run=True)
    assert whole(url) == before and archive.identities() == ()
    assert (preview.batch, preview.name, preview.into_name) == (0, "Eva Brandt-Quast", "Eva Brandt")
    assert (preview.statements, preview.articles, preview.names) == (1, 1, ("Eva Brandt-Quast",))
    assert [hit.kept.article for hit in preview.examples] == [article(url, "https://kurier.example/halle")]
    people = archive.info().people
    done = archive.merge(quast, eva, account="mira")
    assert archive.info().people == people - 1
    assert replace(done, batch=0) == preview and done.batch > 0
    for person in ("Eva Brandt", "Brandt-Quast", f"#{eva}", f"#{quast}"):
        assert archive.total(Query(person=person, versions=True, copies=True)).statements == 5
    found = archive.find(Query(words="Halle Mai", person="Eva Brandt"))
    assert len(found.hits) == 1
    assert archive.count(Query(), "person")[0].name == "Eva Brandt"
    (said,) = archive.identities()
    assert (said.batch, said.account, said.action, said.articles) == (done.batch, "mira", "merge", ())
    assert (said.name, said.into_name, said.person, said.into) == ("Eva Brandt-Quast", "Eva Brandt", quast, eva)
    assert archive.identities(eva) == archive.identities(quast) == (said,)
    assert archive.identities(number(url, "Jonas Quast")) == ()
    assert is_sound(archive)


def test_undoing_brings_back_what_was(archive: Archive, url: str) -> None:
    list(archive.add_all([*several(), hall()]))
    before = whole(url)
    eva, quast = number(url, "Eva Brandt"), number(url, "Eva Brandt-Quast")
    place = article(url, "https://kurier.example/werft")
    batch = archive.merge(quast, eva, account="a").batch
    assert whole(url) != before
    undone = archive.undo_identity(batch, account="b")
    assert (undone.account, undone.undone_by) == ("a", "b") and undone.undone is not None
    assert whole(url) == before and is_sound(archive)
    batch = archive.split(eva, [place], "Eva Brandt", account="a").batch
    assert whole(url) != before
    archive.undo_identity(batch, account="a")
    assert whole(url) == before and is_sound(archive)
    with pytest.raises(ArchiveError, match="taken back already"):
        archive.undo_identity(batch, account="a")
    with pytest.raises(ArchiveError, match="nothing of this number"):
        archive.undo_identity(99, account="a")


def test_a_surname_is_told_by_people(archive: Archive, url: str) -> None:
    """Bound to its article before, the statement becomes one utterance with the same of Eva Brandt; and back."""
    list(archive.add_all([*several(), hall()]))
    before = whole(url)
    eva, brandt = number(url, "Eva Brandt"), number(url, "Brandt")
    batch = archive.merge(brandt, eva, account="a").batch
    assert is_sound(archive)
    archive.undo_identity(batch, account="a")
    assert whole(url) == before
    batch = archive.merge(eva, brandt, account="a").batch  # bound no more, whatever it is called
    assert archive.total(Query(person=f"#{eva}", versions=True, copies=True)).statements == 5
    assert rows(url, f"SELECT count(*) FROM people WHERE id = {brandt} AND bound") == [(0,)]
    assert is_sound(archive)
    archive.undo_identity(batch, account="a")
    assert whole(url) == before and is_sound(archive)


def test_splitting_makes_two_people_of_one_name(archive: Archive, url: str) -> None:
    list(archive.add_all(several()))
    eva, place = number(url, "Eva Brandt"), article(url, "https://kurier.example/werft")
    preview = archive.split(eva, [place], "Eva  Brandt ", account="a", dry_run=True)
    assert (preview.statements, preview.articles, preview.into, preview.into_name) == (1, 1, None, "Eva Brandt")
    done = archive.split(eva, [place], "Eva Brandt", account="a")
    assert done.into is not None and done.into != eva
    assert archive.total(Query(person=f"#{done.into}")).statements == 1
    assert archive.total(Query(person="Eva Brandt", versions=True, copies=True)).statements == 4
    (said,) = archive.identities(done.into)
    assert said.articles == (place,)
    added = list(archive.add_all([changed(several()[2])]))  # a later version of that article
    assert [one.status for one in added] == ["changed"]
    assert archive.total(Query(person=f"#{done.into}", versions=True)).statements == 2
    assert is_sound(archive)


def test_what_is_refused(archive: Archive, url: str) -> None:
    list(archive.add_all([*several(), hall()]))
    eva, quast, jonas = (number(url, name) for name in ("Eva Brandt", "Eva Brandt-Quast", "Jonas Quast"))
    place = article(url, "https://kurier.example/werft")
    batch = archive.merge(quast, eva, account="mira").batch
    before = whole(url)
    for call, told_so in (
        (lambda: archive.merge(eva, eva, account="a"), "one already"),
        (lambda: archive.merge(eva, 999, account="a"), "holds no such person"),
        (lambda: archive.merge(eva, quast, account="a"), f"Eva Brandt already, by what mira said.*number {batch}"),
        (lambda: archive.merge(quast, jonas, account="a"), "take that back first"),
        (lambda: archive.split(eva, [], "Eva", account="a"), "0 articles"),
        (lambda: archive.split(eva, [place], " … ", account="a"), "no name"),
        (lambda: archive.split(jonas, [place], "Jonas", account="a"), "has no part in it"),
        (lambda: archive.split(jonas, range(1, 5), "Jonas", account="a"), "has no part in it"),
    ):
        with pytest.raises(ArchiveError, match=told_so):
            call()
    own = [one for (one,) in rows(url, _ARTICLES.format(eva))]
    with pytest.raises(ArchiveError, match="left with no article"):
        archive.split(eva, own, "Eva", account="a")
    assert whole(url) == before


_ARTICLES = (
    "SELECT DISTINCT v.article_id FROM versions v JOIN appearances a ON a.version_id = v.id WHERE a.person_id = {}"
)


def test_what_stands_on_it_is_undone_first(archive: Archive, url: str) -> None:
    list(archive.add_all([*several(), hall()]))
    eva, jonas, place = (
        number(url, "Eva Brandt"),
        number(url, "Jonas Quast"),
        article(url, "https://kurier.example/werft"),
    )
    before = whole(url)
    first = archive.split(eva, [place], "Eva Quast", account="a")
    second = archive.merge(first.into or 0, jonas, account="a")
    with pytest.raises(ArchiveError, match=f"back first .number {second.batch}"):
        archive.undo_identity(first.batch, account="a")
    assert is_sound(archive)
    archive.undo_identity(second.batch, account="a")
    archive.undo_identity(first.batch, account="a")
    assert whole(url) == before


def test_a_chain_is_undone_in_any_order(archive: Archive, url: str) -> None:
    list(archive.add_all([*several(), hall()]))
    eva, quast, jonas = (number(url, name) for name in ("Eva Brandt", "Eva Brandt-Quast", "Jonas Quast"))
    before = whole(url)
    first = archive.merge(quast, eva, account="a").batch
    alone = whole(url)
    second = archive.merge(eva, jonas, account="a").batch
    assert archive.total(Query(person="Brandt-Quast", versions=True, copies=True)).statements == 8
    assert is_sound(archive)
    archive.undo_identity(first, account="a")
    assert is_sound(archive)
    assert archive.total(Query(person=f"#{quast}", versions=True, copies=True)).statements == 1
    archive.undo_identity(second, account="a")
    assert whole(url) == before
    archive.merge(quast, eva, account="a")
    assert whole(url) == alone


def test_later_articles_know_it(url: str, second_url: str, tmp_path: Path) -> None:
    """What comes in after the merging, and what was there before, are as one reading that knew would have them."""
    made = [New(one, model="m1") for one in generate(STATEMENTS, seed=11)]
    half = len(made) // 2
    with Archive.open(url, create=True) as archive, Archive.open(second_url, create=True) as other:
        list(archive.add_all(made[:half]))
        one, two = _two_of_a_kind(url)
        names = {own: name for own, name in rows(url, "SELECT id, name FROM people")}
        archive.merge(one, two, account="a")
        list(archive.add_all(made[half:], together=7))
        list(other.add_all(moved(made, names[one], names[two])))
        assert _without_words(url, names[one]) == _without_words(second_url, names[one])
        assert is_sound(archive)
        archive.undo_identity(archive.identities()[0].batch, account="a")
        assert is_sound(archive)
    path = str(tmp_path / "third.db")
    with Archive.open(path, create=True) as third:
        list(third.add_all(made))
        assert told(url) == told(path)


def _two_of_a_kind(url: str) -> list[int]:
    """Two people of whom much is told, known by their names alone."""
    known = {own for own, key in rows(url, "SELECT id, key FROM people") if key.startswith("person:")}
    return [one for one in busiest(url) if one in known][:2]


def _without_words(url: str, name: str) -> list[list[tuple[Any, ...]]]:
    """Rows without the words of a name: only the archive that was told finds somebody by it."""
    words = name.lower().split()
    said, part, people, keys = told(url)
    return [said, part, [row for row in people if row[4] not in words], keys]


def test_busy_people_are_merged_and_brought_back(archive: Archive, url: str) -> None:
    list(archive.add_all(New(one, model="m1") for one in generate(STATEMENTS, seed=5)))
    before = whole(url)
    first, second, third = busiest(url)[:3]
    batches = [archive.merge(one, third, account="a").batch for one in (first, second)]
    assert is_sound(archive)
    some = [own for (own,) in rows(url, _ARTICLES.format(third))][::3]
    batches.append(archive.split(third, some, "Somebody Else", account="a").batch)
    assert is_sound(archive)
    for batch in reversed(batches):
        archive.undo_identity(batch, account="a")
    assert whole(url) == before


def test_a_new_reading_knows_it(archive: Archive, url: str) -> None:
    made = [*several(), hall()]
    list(archive.add_all(made))
    eva, quast = number(url, "Eva Brandt"), number(url, "Eva Brandt-Quast")
    archive.merge(quast, eva, account="a")
    archive.split(eva, [article(url, "https://kurier.example/werft")], "Eva Brandt", account="a")
    before = told(url)
    known = {one.analysis.article.text: one.analysis for one in made}
    news = [Reread(old.version, known[old.article.text]) for old in archive.to_reread("m2", everything=True)]
    assert len(list(archive.replace_all(news, model="m2"))) == len(made)
    assert told(url) == before and is_sound(archive)


def test_a_backup_holds_it(archive: Archive, url: str, second_url: str, tmp_path: Path) -> None:
    list(archive.add_all([*several(), hall()]))
    archive.merge(number(url, "Eva Brandt-Quast"), number(url, "Eva Brandt"), account="a")
    archive.backup(tmp_path / "backup.db")
    restore(tmp_path / "backup.db", second_url)
    with Archive.open(second_url) as other:
        assert other.identities() == archive.identities() and is_sound(other)
        other.undo_identity(other.identities()[0].batch, account="a")
        assert is_sound(other)


def test_verifying_sees_who_is_not_who_they_should_be(archive: Archive, url: str) -> None:
    list(archive.add_all([*several(), hall()]))
    eva, quast = number(url, "Eva Brandt"), number(url, "Eva Brandt-Quast")
    archive.merge(quast, eva, account="a")
    change(url, "UPDATE identities SET undone = '2026-03-05T00:00:00+00:00'")
    assert {problem.wrong for problem in archive.verify()} >= {"row"}
