"""surfaces/layers.py; also the articles that the other tests of surfaces show, invented and marked by hand."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wortlaut.errors import SpanError
from wortlaut.parts import PART_KINDS, Part
from wortlaut.persons import PERSON_KINDS, Person
from wortlaut.record import Analysis
from wortlaut.statements import KINDS, MEDIA, REASONS, Attribution, Statement, Time
from wortlaut.surfaces.layers import Closing, Opening, Run, blocks, depths, runs, steps
from wortlaut.text import Article, Span

BRIDGE = (
    "Neue Brücke über die Wupper\n\n"
    "Solingen. Die Stadt baut. „Wir fangen im Mai an“, teilte Bürgermeisterin Ute Kamp dem Rat mit. "
    "Es werde „ein Fest für alle“ geben.\n\n"
    "Der Kämmerer warnte vor den Kosten. Er hat nie gesagt, dass die Stadt pleite sei."
)


def spans(text: str, *words: str) -> tuple[Span, ...]:
    """Where each of the words first stands in the text."""
    return tuple(Span(text.index(word), text.index(word) + len(word)) for word in words)


def bridge(**article: str) -> Analysis:
    """An article with pieces, nesting, a statement that is not asserted, and one without a speaker."""
    text = BRIDGE
    kamp = spans(text, "Bürgermeisterin Ute Kamp")
    return Analysis(
        Article(text, **{"language": "de", **article}),
        (
            Part("heading", *spans(text, "Neue Brücke über die Wupper")),
            Part("dateline", *spans(text, "Solingen.")),
        ),
        (
            Statement("s1", "direct", spans(text, "„Wir fangen im Mai an“"), kamp, spans(text, "teilte", "mit"),
                      spans(text, "dem Rat"), medium="speech", score=0.934),
            Statement("s2", "indirect_free_indirect", spans(text, "Es werde „ein Fest für alle“ geben."), kamp),
            Statement("s3", "direct", spans(text, "„ein Fest für alle“"), within="s2", score=0.5),
            Statement("s4", "reported", spans(text, "Der Kämmerer warnte vor den Kosten."),
                      spans(text, "Der Kämmerer")),
            Statement("s5", "indirect", spans(text, "dass die Stadt pleite sei"), spans(text, "Er"),
                      spans(text, "hat", "gesagt"), asserted=False, medium="speech_or_writing"),
        ),
    )  # fmt: skip


def peopled(**article: str) -> Analysis:
    """The same with its people: a relay, an office without a name, a statement of nobody, times."""
    text, known = BRIDGE, bridge(**article)
    kamp, kaemmerer, city = spans(text, "Bürgermeisterin Ute Kamp", "Der Kämmerer", "Die Stadt")
    first, second, third, fourth, fifth = known.statements
    return replace(
        known,
        statements=(
            replace(first, attribution=Attribution("p2", "apposition", 0.95, kamp), relayed_by=("p1",),
                    time=Time("2026-03-03", *spans(text, "im Mai"))),
            replace(second, attribution=Attribution("p2", "carried", 0.8, kamp), time=Time("P2W", *spans(text, "nie"))),
            third,
            replace(fourth, attribution=Attribution("p3", "role", 0.7, kaemmerer)),
            replace(fifth, attribution=Attribution("p2", "judgement")),
        ),
        people=(
            Person("p1", "Stadt Solingen", "organization", mentions=(city,)),
            Person("p2", "Ute Kamp", "person", ("Bürgermeisterin",), (kamp,), entry="Q4711"),
            Person("p3", "Der Kämmerer", "unnamed", mentions=(kaemmerer,)),
        ),
    )  # fmt: skip


HOSTILE = (
    "</script>", "<script>alert(1)</script>", "&amp;&#60;", '"\'', "\0", "\x1b[31m", "\x9b2J", "\r", "\n\n", "\r\n",
    "\u2028", "\u202e", "\u2066", "שלום", "🏳️\u200d🌈", "e\u0301", "日本", "\ud800", "=1+1", "⟦", "\t", "\xa0", "\xad",
    "http://example.org/x", "Donaudampfschifffahrtsgesellschaft",
)  # fmt: skip
texts = st.lists(
    st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=()), max_size=6) | st.sampled_from(" .„“"),
    max_size=30,
).map("".join)


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    """A hostile text with statements and parts anywhere in it, crossing each other, empty and in circles."""
    text = draw(texts)
    places = st.tuples(*[st.integers(0, len(text))] * 2).map(lambda ends: Span(min(ends), max(ends)))
    some = st.lists(places, max_size=2).map(tuple)
    about = st.none() | texts
    names = st.sampled_from(("p1", "p2", "<p3>", '"'))
    attributions = st.builds(Attribution, names, st.sampled_from(REASONS), st.floats(), st.none() | places)
    values = texts | st.sampled_from(("2026-03-04", "2026-03-04T25:61", "XXXX-99-01", "0000", "٢٠٢٦", "2026-W99-WE"))
    times = st.builds(Time, values, places)
    people = st.builds(
        Person, names, texts, st.sampled_from(PERSON_KINDS), st.lists(texts, max_size=3).map(tuple), some,
        st.lists(names, max_size=2).map(tuple), about,
    )  # fmt: skip
    statements = st.builds(
        Statement, st.sampled_from(("s1", "s2", "<s3>")), st.sampled_from(KINDS), places.map(lambda span: (span,)),
        some, some, some, some, st.sampled_from(MEDIA), st.sampled_from((None, "s1", "s2", "<b>")), st.booleans(),
        st.floats(), st.none() | attributions, st.lists(names, max_size=2).map(tuple), st.none() | times,
    )  # fmt: skip
    parts = st.builds(Part, st.sampled_from(PART_KINDS), places)
    article = Article(text, source=draw(about), title=draw(about), outlet=draw(about), published=draw(about))
    return Analysis(
        article, draw(st.lists(parts, max_size=3).map(tuple)), draw(st.lists(statements, max_size=4).map(tuple)),
        draw(st.lists(people, max_size=3).map(tuple)),
    )  # fmt: skip


@given(analyses())
@settings(max_examples=150, deadline=None)
def test_runs_join_to_the_text_and_know_what_covers_them(analysis: Analysis) -> None:
    text = analysis.article.text
    found = list(runs(analysis))
    assert "".join(run.span.cut(text) for run in found) == text
    assert all(a.span.end == b.span.start for a, b in pairwise(found))
    for run in found:
        covering = {
            (index, role)
            for index, statement in enumerate(analysis.statements)
            for role in ("content", "speaker", "cue", "addressee", "frame")
            if any(span.covers(run.span) for span in statement.spans(role))
        }
        marked = {(layer.statement, layer.role) for layer in run.layers}
        assert marked <= covering
        assert marked == covering or not run.span.cut(text).strip()


@given(analyses())
@settings(max_examples=100, deadline=None)
def test_steps_are_well_nested_and_keep_every_run(analysis: Analysis) -> None:
    for block in blocks(analysis):
        held = []
        kept = []
        for step in steps(block.runs, ("content", "speaker", "cue")):
            if isinstance(step, Opening):
                held.append(step.layer)
            elif isinstance(step, Closing):
                assert held.pop() == step.layer
            else:
                kept.append(step)
        assert held == []
        assert tuple(kept) == block.runs


def test_blocks_are_paragraphs_with_their_kind() -> None:
    analysis = bridge()
    found = list(blocks(analysis))
    assert [block.kind for block in found] == ["heading", "paragraph", "paragraph"]
    dateline = next(run for run in found[1].runs if run.part == "dateline")
    assert dateline.span.cut(BRIDGE) == "Solingen."


def test_the_innermost_layer_comes_last() -> None:
    nested = next(run for run in runs(bridge()) if run.span.cut(BRIDGE) == "„ein Fest für alle“")
    assert [(layer.statement, layer.role) for layer in nested.layers] == [(1, "content"), (2, "content")]


def test_a_layer_that_crosses_another_is_interrupted() -> None:
    text = "abcdef"
    analysis = Analysis(
        Article(text), (), (Statement("s1", "direct", (Span(0, 4),)), Statement("s2", "direct", (Span(2, 6),)))
    )
    said = "".join(
        step.span.cut(text) if isinstance(step, Run) else ("(" if isinstance(step, Opening) else ")")
        for step in steps(list(runs(analysis)), ("content",))
    )
    assert said == "(ab(cd))(ef)"
    ends = [step.last for step in steps(list(runs(analysis)), ("content",)) if isinstance(step, Closing)]
    assert ends == [False, True, True]


def test_white_space_between_paragraphs_is_in_no_layer() -> None:
    text = "Erstens.\n\nZweitens."
    analysis = Analysis(Article(text), (), (Statement("s1", "direct", (Span(0, len(text)),)),))
    assert [(run.span.cut(text), bool(run.layers)) for run in runs(analysis)] == [
        ("Erstens.", True), ("\n\n", False), ("Zweitens.", True),
    ]  # fmt: skip


def test_depths_count_parents_and_survive_circles() -> None:
    def statement(name: str, within: str | None) -> Statement:
        return Statement(name, "direct", (Span(0, 1),), within=within)

    assert depths([statement("a", None), statement("b", "a"), statement("c", "b"), statement("d", "gone")]) == [
        0,
        1,
        2,
        0,
    ]
    assert depths([statement("a", "b"), statement("b", "a"), statement("c", "c")]) == [0, 0, 0]


def test_a_span_after_the_end_is_refused() -> None:
    analysis = Analysis(Article("kurz"), (), (Statement("s1", "direct", (Span(0, 9),)),))
    with pytest.raises(SpanError, match="ends after the text"):
        list(runs(analysis))
