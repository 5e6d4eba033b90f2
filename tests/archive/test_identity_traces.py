"""Who is forgotten is forgotten in what people said of who is whom, too."""

from __future__ import annotations

from typing import Any

from tests.archive.articles import harbour, school, several
from tests.archive.behind import rows
from tests.archive.test_uniting import article, hall, is_sound, number
from wortlaut.archive import Archive, Query

WERFT = "https://kurier.example/werft"


def everything(url: str) -> str:
    """All that the tables of people and rules hold."""
    tables = ("people", "name_words", "identities", "appearances")
    return repr([rows(url, f"SELECT * FROM {table}") for table in tables]).casefold()


def test_a_person_who_was_merged_is_forgotten_under_any_name(archive: Archive, url: str) -> None:
    list(archive.add_all([*several(), hall()]))
    olaf, mira = number(url, "Olaf Reimann"), number(url, "Mira Olbrich")
    archive.merge(olaf, mira, account="a")
    told = archive.forget(person="Olaf Reimann", dry_run=True)
    assert told.identities == 1
    assert set(told.articles) == {WERFT, "https://bote.example/schule"}
    assert archive.forget(person="Mira Olbrich", dry_run=True).articles == told.articles
    assert archive.forget(person="Olaf Reimann") == told
    held = everything(url)
    assert "reimann" not in held and "olbrich" not in held
    assert archive.identities() == () and is_sound(archive)


def test_what_was_taken_back_keeps_no_name(archive: Archive, url: str) -> None:
    list(archive.add_all([*several(), hall()]))
    batch = archive.merge(number(url, "Olaf Reimann"), number(url, "Jonas Quast"), account="a").batch
    archive.undo_identity(batch, account="a")
    archive.forget(person="Olaf Reimann")
    assert "reimann" not in everything(url) and "jonas quast" in everything(url) and is_sound(archive)


def test_who_was_split_off_is_forgotten_with_the_name_that_records_have(archive: Archive, url: str) -> None:
    list(archive.add_all([*several(), hall()]))
    eva = number(url, "Eva Brandt")
    archive.split(eva, [article(url, WERFT)], "Klara Osten", account="a")
    told = archive.forget(person="Eva Brandt", dry_run=True)
    assert WERFT in told.articles
    archive.forget(person="Eva Brandt")
    assert "brandt" not in everything(url) and "osten" not in everything(url) and is_sound(archive)


def test_an_alias_of_one_word_takes_no_others_out(archive: Archive, url: str) -> None:
    """Every article with a "Brandt" in it is not one about Mira Olbrich, though one Brandt was."""
    list(archive.add_all([*several(), hall()]))
    archive.merge(number(url, "Brandt"), number(url, "Mira Olbrich"), account="a")
    told = archive.forget(person="Mira Olbrich")
    assert set(told.articles) == {"https://bote.example/schule", "https://kurier.example/halle"}
    assert archive.total(Query(person="Eva Brandt", versions=True, copies=True)).statements == 4 and is_sound(archive)


def test_rules_about_a_forgotten_article_go(archive: Archive, url: str) -> None:
    list(archive.add_all([*several(), hall()]))
    eva, place = number(url, "Eva Brandt"), article(url, WERFT)
    archive.split(eva, [place], "Klara Osten", account="a")
    archive.forget(article=WERFT)
    assert "osten" not in everything(url) and "kurier.example/werft" not in everything(url) and is_sound(archive)
    assert archive.total(Query(person="Eva Brandt", versions=True, copies=True)).statements == 4


def test_rules_go_with_the_last_article_of_their_people(archive: Archive, url: str) -> None:
    list(archive.add_all([harbour(), school(), hall()]))
    quast, olbrich = number(url, "Eva Brandt-Quast"), number(url, "Mira Olbrich")
    archive.merge(quast, olbrich, account="a")
    archive.forget(article="https://kurier.example/halle")
    assert len(archive.identities()) == 1 and is_sound(archive)  # whom the other name means is known
    archive.forget(article="https://bote.example/schule")
    held: Any = everything(url)
    assert "olbrich" not in held and "quast" in held and archive.identities() == ()
    assert "brandt-quast" not in held and is_sound(archive)
