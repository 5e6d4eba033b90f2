"""exports/rows.py; also the articles of the other tests of exports: invented ones, and hostile ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.test_surfaces_layers import BRIDGE, analyses, peopled
from wortlaut.exports.rows import COLUMNS, Row, frame_rows
from wortlaut.kept import Kept
from wortlaut.persons import Person
from wortlaut.record import Analysis
from wortlaut.statements import Attribution, Statement
from wortlaut.text import Article, Span

ADDED = datetime(2026, 3, 5, 12, 30, tzinfo=UTC)
few = settings(max_examples=60, deadline=None)

# What an article of bad will, or a broken page, may hold.
HOSTILE = (
    "\0", "\x1b[31mrot\x07\x08\x0b\x0c\x7f\x85", "\u202everkehrt\u202c\u2066", "\ud800", "halb \udfff Zeichen",
    "]]>", "<![CDATA[", "</script><!--", "&amp;&#0;", '"\'`', "=1+1", "@SUM(A1)", "+49", "-5", "'=1", "\tx", "＝1",
    "\r", "\n", "eins\r\nzwei\u2028drei\u2029", "_x0041_", "#N/A", "\ufeff", "\ufffe\uffff\ufdd0", "🙂 𝄞 e\u0301",
    "x;y,z|\t", "http://[::1", "a" * 1_000_000,
)  # fmt: skip


def kept(number: int = 17, **article: str) -> Kept:
    """The bridge as an archive keeps it; one of its statements is not asserted, one of nobody."""
    known = {"source": "https://bote.example/bruecke", "outlet": "Bote", "published": "2026-03-04", "title": "Brücke"}
    analysis = peopled(**{**known, **article})
    return Kept(analysis, number, 2, ADDED, {"p1": 5, "p2": 7, "p3": 9}, {"s1": 11, "s2": 12, "s4": 13}, 3)


def hostile(words: str) -> Kept:
    """An article all of whose texts are these words."""
    text = f"{words} sagt {words}"
    spans = (Span(0, len(words)),)
    rest = (Span(len(words) + 6, len(text)),)
    return Kept(
        Analysis(
            Article(text, source=words, title=words, outlet=words, language=words, published=words),
            (),
            (
                Statement("s1", "direct", spans, rest, rest, rest, rest, attribution=Attribution("p1", "name"),
                          relayed_by=("p2",)),
                Statement("s2", "indirect", rest, attribution=Attribution("p2", "name")),
            ),
            (Person("p1", words, roles=(words,), entry=words), Person("p2", words, "organization", members=("p1",))),
        ),
        1, 1, ADDED, {"p1": 1}, {"s1": 1}, 1,
    )  # fmt: skip


@st.composite
def archives(draw: st.DrawFn) -> list[Kept]:
    """A few kept articles; numbers that the archive gives may be missing."""
    found = draw(st.lists(analyses(), max_size=3))
    people = st.dictionaries(st.sampled_from(("p1", "p2", "<p3>")), st.integers(0, 3))
    utterances = st.dictionaries(st.sampled_from(("s1", "s2")), st.integers(0, 3))
    return [
        Kept(one, number, 1, draw(st.sampled_from((ADDED, None))), draw(people), draw(utterances))
        for number, one in enumerate(found)
    ]  # fmt: skip


each_hostile = pytest.mark.parametrize("words", HOSTILE, ids=lambda words: ascii(words[:12]))


def test_a_row_knows_what_the_archive_knows() -> None:
    first, _second, third, *_ = frame_rows([kept()])
    start = BRIDGE.index("im Mai")
    assert (first.article, first.version, first.added, first.story) == (17, 2, ADDED, 3)
    assert (first.person_number, first.utterance, first.address) == (7, 11, "17.2/s1")
    assert (first.language, first.time_span) == ("de", f"{start}-{start + 6}")
    assert (first.person_roles, first.person_evidence) == ("Bürgermeisterin", "Bürgermeisterin Ute Kamp")
    assert (third.person, third.person_number, third.utterance, third.speaker, third.person_score) == (None,) * 5


def test_what_is_not_known_is_none() -> None:
    bare = Kept(Analysis(Article("Ja"), (), (Statement("s1", "direct", (Span(0, 2),)),)))
    (row,) = frame_rows([bare])
    known = {name for name in COLUMNS if getattr(row, name) is not None}
    assert known == {
        "article_id", "statement_id", "kind", "medium", "content", "asserted", "score", "content_start", "content_end",
        "content_spans", "article", "version", "address",
    }  # fmt: skip


def test_members_and_relays_are_named() -> None:
    group = Person("p4", "beide", "group", members=("p2", "p3", "gone"))
    analysis = kept().analysis
    said = replace(analysis.statements[0], attribution=Attribution("p4", "name"), relayed_by=("p1", "p3", "gone"))
    (row,) = frame_rows([Kept(replace(analysis, statements=(said,), people=(*analysis.people, group)))])
    assert (row.person, row.person_members) == ("beide", "Ute Kamp | Der Kämmerer")
    assert row.relayed_by == "Stadt Solingen | Der Kämmerer"


@pytest.mark.parametrize(
    "added", [datetime(2026, 3, 5, 12, 30), datetime(2026, 3, 5, 13, 30, tzinfo=timezone(timedelta(hours=1)))]
)
def test_added_is_utc(added: datetime) -> None:
    row = next(frame_rows([replace(kept(), added=added)]))
    assert row.added == ADDED
    assert row.added.tzinfo is UTC


@few
@given(archives())
def test_every_statement_has_its_row(archive: list[Kept]) -> None:
    rows = list(frame_rows(archive))
    wanted = [(one.address(s), one.analysis.words(s.content)) for one in archive for s in one.analysis.statements]
    assert [(row.address, row.content) for row in rows] == wanted
    assert all(isinstance(row, Row) for row in rows)
