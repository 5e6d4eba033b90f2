"""Judgements that are taken back: the archive is what it is without them."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import pytest

from tests.archive.articles import harbour, several
from tests.archive.behind import change
from tests.archive.test_rereading import contents
from wortlaut.analysis import judged_anew
from wortlaut.archive import Archive, New, Query
from wortlaut.errors import ArchiveError
from wortlaut.judgements import Judgement, Judgements
from wortlaut.kept import Kept
from wortlaut.record import Analysis
from wortlaut.register import Register

ARTICLE = harbour().analysis.article
WORDS = "„Ohne tieferes Wasser verlieren wir die Werft“"
START = ARTICLE.text.index(WORDS)
PERSON = Judgement(ARTICLE.id, START, START + len(WORDS), WORDS, "Jonas Quast", "2026-03-09")
NONE = replace(PERSON, person=None, about="statement")
KIND = replace(NONE, statement_kind="reported")
SPAN = replace(NONE, about="span", content_start=START + 1, content_text="Ohne tieferes Wasser")


def held(archive: Archive) -> list[Kept]:
    return list(archive.kept(versions_too=True))


@pytest.mark.parametrize("judgement", [PERSON, NONE, KIND, SPAN])
def test_what_is_taken_back_was_never_there(archive: Archive, url: str, judgement: Judgement) -> None:
    """But for the numbers of rows."""
    list(archive.add_all(several()))
    before = contents(url)
    assert archive.judge([judgement]) == 1
    assert contents(url) != before
    assert archive.unjudge([judgement]) == 1
    assert contents(url) == before
    assert archive.judgements().all == ()
    assert archive.unjudge([judgement]) == 0
    assert list(archive.verify()) == []


@pytest.mark.parametrize("gone", [PERSON, NONE, KIND, SPAN])
def test_the_others_hold_on(archive: Archive, url: str, gone: Judgement) -> None:
    list(archive.add_all(several()))
    rest = [one for one in (NONE, KIND, PERSON, SPAN) if one != gone]
    before = contents(url)
    archive.judge(rest)
    wanted = contents(url)
    archive.judge([gone])
    archive.unjudge([gone])
    assert contents(url) == wanted
    archive.unjudge(rest[:1])
    archive.unjudge(rest[1:])
    assert contents(url) == before


def test_a_statement_that_was_none_can_be_one_again(archive: Archive) -> None:
    archive.add(harbour())
    archive.judge([NONE])
    assert WORDS not in said(archive)
    archive.judge([KIND])
    assert WORDS in said(archive)


def said(archive: Archive) -> list[str]:
    return [kept.analysis.words(statement.content) for kept, statement in archive.statements()]


def test_a_place_is_found_by_its_words(archive: Archive) -> None:
    archive.add(harbour())
    archive.judge([SPAN])
    assert said(archive)[0] == "Ohne tieferes Wasser"
    assert len(archive.find(Query(words="Werft")).hits) == 0
    assert archive.judgements().all == (SPAN,)
    archive.unjudge([SPAN])
    assert len(archive.find(Query(words="Werft")).hits) == 1
    assert list(archive.verify()) == []


def test_a_judgement_survives_a_reading_that_does_not_know_it(archive: Archive) -> None:
    archive.add(harbour())
    archive.judge([SPAN, PERSON])
    before = [kept.analysis for kept in held(archive)]
    archive.reread(lambda _: harbour().analysis, model="m2")
    assert [kept.analysis for kept in held(archive)] == before
    archive.unjudge([SPAN, PERSON])
    assert held(archive)[0].analysis == harbour().analysis


def test_a_judgement_survives_a_reading_that_knows_it(archive: Archive) -> None:
    def read(_: object) -> Analysis:
        return judged_anew(harbour().analysis, archive.judgements(), Register())

    archive.add(harbour())
    archive.judge([SPAN, PERSON])
    before = [kept.analysis for kept in held(archive)]
    archive.reread(read, model="m2")
    assert [kept.analysis for kept in held(archive)] == before
    archive.unjudge([SPAN, PERSON])
    assert held(archive)[0].analysis == harbour().analysis


def test_who_reads_for_long_does_not_undo_what_was_judged_meanwhile(archive: Archive) -> None:
    archive.judge([SPAN])
    known = judged_anew(harbour().analysis, archive.judgements(), Register())
    archive.judge([PERSON])
    archive.add(New(known, harbour().key))
    found = held(archive)[0].analysis
    assert found.words(found.statements[0].content) == "Ohne tieferes Wasser"
    assert [one.name for one in found.people] == ["Jonas Quast"]


def test_an_article_of_the_same_text_is_judged_when_it_comes(archive: Archive) -> None:
    archive.judge([SPAN])
    archive.add(harbour())
    assert said(archive)[0] == "Ohne tieferes Wasser"
    archive.unjudge([SPAN])
    assert said(archive)[0] == WORDS


def test_what_an_older_form_kept_cannot_be_taken_back_unread(archive: Archive, url: str) -> None:
    archive.add(harbour())
    given = Judgements((PERSON,))
    older = replace(judged_anew(harbour().analysis, given, Register()), unjudged=None)
    archive.reread(lambda _: older, model="m2")
    archive.judge([PERSON])
    # as it was migrated: the judgement is there, and its effect, but not what was read
    archive.unjudge([PERSON])
    change(url, f"INSERT INTO judgements (id, article, data) VALUES (1, '{ARTICLE.id}', '{_data()}')")
    with pytest.raises(ArchiveError, match="article 1: it was judged in an older form"):
        archive.unjudge([PERSON])
    archive.judge([KIND])
    assert held(archive)[0].analysis.statements[0].kind == "reported"
    with pytest.raises(ArchiveError, match="reread --all"):
        archive.unjudge([KIND])
    archive.reread(lambda _: harbour().analysis, model="m3", everything=True)
    assert archive.unjudge([PERSON, KIND]) == 2
    assert held(archive)[0].analysis == harbour().analysis


def _data() -> str:
    old = {name: value for name, value in asdict(PERSON).items() if not name.startswith("content_")}
    return json.dumps(old)


def test_whom_an_office_was_read_to_mean_is_forgotten_too(archive: Archive) -> None:
    """The name stands in no word of the article, and in no row: only in what was read before a judgement."""
    made = harbour().analysis
    people = (replace(made.people[0], name="Ruth Amsel"), *made.people[1:])
    archive.add(New(replace(made, people=people), harbour().key))
    archive.judge([PERSON])
    assert archive.forget(person="Ruth Amsel").articles == (harbour().key,)
