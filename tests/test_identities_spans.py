"""identities.judged(): a content that somebody said stands elsewhere."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.test_golden import analyses
from tests.test_tokens import few
from wortlaut.identities import judged
from wortlaut.judgements import Judgement, Judgements
from wortlaut.people import Resolved
from wortlaut.record import Analysis
from wortlaut.register import Register
from wortlaut.statements import Statement, nested
from wortlaut.text import Article, Span

TEXT = "Der Damm, sagte Ute Kamp, halte, und „er bleibt“, wie sie betonte. Später ging sie heim."
ARTICLE = Article(TEXT, id="a1")
WHOLE, PART, QUOTED = Span(0, 65), Span(0, 31), Span(37, 48)
CUE, SPEAKER = Span(10, 15), Span(16, 24)


def to(content: Span, place: Span, text: str = TEXT) -> Judgement:
    return Judgement(
        "a1", content.start, content.end, content.cut(text), None, "2026-03-04", about="span",
        content_start=place.start, content_text=place.cut(text),
    )  # fmt: skip


def reading() -> Resolved:
    outer = Statement("s1", "indirect", (WHOLE,), cue=(CUE,), speaker=(SPEAKER,))
    return Resolved(nested((outer, Statement("s2", "direct", (QUOTED,)))), ())


def test_a_content_is_replaced_and_its_evidence_stays() -> None:
    found = judged(reading(), ARTICLE, Judgements((to(WHOLE, PART),)), Register())
    assert [s.content for s in found.statements] == [(PART,), (QUOTED,)]
    assert (found.statements[0].cue, found.statements[0].speaker) == ((CUE,), (SPEAKER,))


def test_what_lies_in_what_is_found_anew() -> None:
    assert [s.within for s in reading().statements] == [None, "s1"]
    out = judged(reading(), ARTICLE, Judgements((to(WHOLE, PART),)), Register())
    assert [s.within for s in out.statements] == [None, None]
    back = judged(out, ARTICLE, Judgements((to(PART, WHOLE),)), Register())
    assert back == reading()


def test_pieces_become_one() -> None:
    given = replace(reading().statements[0], content=(Span(0, 8), Span(26, 31)))
    found = judged(Resolved((given,), ()), ARTICLE, Judgements((to(Span(0, 8), PART),)), Register())
    assert found.statements[0].content == (PART,)


def test_place_kind_and_person_hold_together_in_any_order() -> None:
    kind = Judgement("a1", 0, 31, PART.cut(TEXT), None, "2026-03-04", about="statement", statement_kind="reported")
    person = Judgement("a1", 0, 65, WHOLE.cut(TEXT), "Ute Kamp", "2026-03-04")
    for some in ((to(WHOLE, PART), kind, person), (person, kind, to(WHOLE, PART))):
        first = judged(reading(), ARTICLE, Judgements(some), Register()).statements[0]
        assert (first.kind, first.content) == ("reported", (PART,))
        assert first.attribution and first.attribution.reason == "judgement"


def test_what_is_judged_to_be_none_by_its_new_place_goes() -> None:
    none = Judgement("a1", 0, 31, PART.cut(TEXT), None, "2026-03-05", about="statement")
    found = judged(reading(), ARTICLE, Judgements((to(WHOLE, PART), none)), Register())
    assert [s.id for s in found.statements] == ["s2"]


def test_a_newer_reading_that_finds_the_place_is_right() -> None:
    newer = Resolved(nested((Statement("s1", "indirect", (PART,)), Statement("s2", "direct", (QUOTED,)))), ())
    assert judged(newer, ARTICLE, Judgements((to(WHOLE, PART),)), Register()) == newer


@few
@given(analyses(), st.data())
def test_every_content_can_be_moved_and_nothing_else_breaks(analysis: Analysis, data: st.DataObject) -> None:
    text = analysis.article.text
    article = replace(analysis.article, id="a1")
    contents = [s.content[0] for s in analysis.statements if s.content[0].cut(text).strip()]
    some = []
    for content in contents:
        start = data.draw(st.integers(0, len(text) - 1))
        place = Span(start, data.draw(st.integers(start + 1, len(text))))
        some += [to(content, place, text)] if place.cut(text).strip() else []
    found = judged(Resolved(analysis.statements, analysis.people), article, Judgements(tuple(some)), Register())
    assert [s.id for s in found.statements] == [s.id for s in analysis.statements]
    assert all(span.end <= len(text) for s in found.statements for span in s.content)
    again = judged(found, article, Judgements(tuple(some)), Register())
    assert [s.id for s in again.statements] == [s.id for s in found.statements]
