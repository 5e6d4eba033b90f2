"""golden.py; also the analyses, nested and crossing, that the tests of records and scores draw from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_tokens import few
from wortlaut.errors import RecordError
from wortlaut.golden import parse, render
from wortlaut.parts import Part
from wortlaut.persons import PERSON_KINDS, Person
from wortlaut.reading import read
from wortlaut.record import Analysis
from wortlaut.statements import KINDS, MEDIA, REASONS, ROLES, Attribution, Statement, Time, nested
from wortlaut.text import Article, Span

ALL_ROLES = ("content", *ROLES)
SIGNS = ("⟦content1:", "⟧", "\n---\n", "\\", "1 direct\n", "Ja. ", "„Nein“")
letters = st.sampled_from("aß „“,.\n⟦⟧\\1:c\r🎉") | st.characters(codec="utf-8")
NAMES = ("Ute Kamp", "Stadtwerke Lohe e.V.", "„Lohe aktuell“", "Ministerium: Haus 2", "# Rätin", "1 direct")
VALUES = ("2026-03-02", "XXXX-WXX-1", "2026-03-02TEV", "PAST_REF")
scores = st.integers(0, 10_000).map(lambda number: number / 10_000)
golden_texts = st.text(letters, min_size=1, max_size=30) | st.lists(st.sampled_from(SIGNS), min_size=1).map("".join)


@st.composite
def pieces(draw: st.DrawFn, size: int, fewest: int) -> tuple[Span, ...]:
    """Spans that are not empty, in order, and do not overlap."""
    borders = sorted(draw(st.sets(st.integers(0, size), max_size=6)))
    found = [Span(a, b) for a, b in zip(borders[::2], borders[1::2], strict=False)]
    return tuple(found) if len(found) >= fewest else (Span(0, size),) * fewest


@st.composite
def peoples(draw: st.DrawFn, size: int) -> tuple[Person, ...]:
    """Some people, and perhaps the first two as one more that is a group."""
    found = tuple(
        Person(
            f"p{number}",
            draw(st.sampled_from(NAMES)),
            draw(st.sampled_from(PERSON_KINDS)),
            draw(st.lists(st.sampled_from(("Rätin", "Sprecher der Stadt")), max_size=2).map(tuple)),
            draw(pieces(size, 0)),
            entry=draw(st.none() | st.just("Q1")),
        )
        for number in range(1, draw(st.integers(0, 3)) + 1)
    )
    if len(found) < 2 or not draw(st.booleans()):
        return found
    return (*found, Person("p1+p2", f"{found[0].name} und {found[1].name}", "group", members=("p1", "p2")))


@st.composite
def links(draw: st.DrawFn, size: int, people: tuple[Person, ...]) -> dict[str, object]:
    """Who made a statement, who passed it on, and when."""
    found: dict[str, object] = {}
    if people and draw(st.booleans()):
        evidence = draw(st.none() | pieces(size, 1).map(lambda spans: spans[0]))
        person = draw(st.sampled_from(people)).id
        found["attribution"] = Attribution(person, draw(st.sampled_from(REASONS)), draw(scores), evidence)
        single = [one.id for one in people if not one.members]
        found["relayed_by"] = tuple(draw(st.lists(st.sampled_from(single), max_size=2, unique=True)))
    if draw(st.booleans()):
        found["time"] = Time(draw(st.sampled_from(VALUES)), draw(pieces(size, 1))[0])
    return found


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    text = draw(golden_texts)
    people = draw(peoples(len(text)))
    statements = tuple(
        Statement(
            f"s{number}",
            draw(st.sampled_from(KINDS)),
            draw(pieces(len(text), 1)),
            **{role: draw(pieces(len(text), 0)) for role in draw(st.sets(st.sampled_from(ROLES)))},
            medium=draw(st.sampled_from(MEDIA)),
            asserted=draw(st.booleans()),
            score=draw(scores),
            **draw(links(len(text), people)),
        )
        for number in range(1, draw(st.integers(0, 4)) + 1)
    )
    published = draw(st.none() | st.just("2026-03-04"))
    return Analysis(Article(text, source="bote", published=published), (), nested(statements), people)


def places(spans: tuple[Span, ...]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


@few
@given(analyses())
def test_what_is_rendered_is_read_back(analysis: Analysis) -> None:
    back = parse(render(analysis)).analysis
    assert back.article.text == analysis.article.text
    assert back.article.published == analysis.article.published
    assert len(back.statements) == len(analysis.statements)
    for ours, theirs in zip(back.statements, analysis.statements, strict=True):
        assert (ours.id, ours.kind, ours.medium, ours.asserted) == (
            theirs.id,
            theirs.kind,
            theirs.medium,
            theirs.asserted,
        )
        assert [places(ours.spans(role)) for role in ALL_ROLES] == [places(theirs.spans(role)) for role in ALL_ROLES]
        assert (ours.person, ours.relayed_by) == (theirs.person, theirs.relayed_by)
        assert (ours.time and ours.time.value) == (theirs.time and theirs.time.value)


@few
@given(analyses())
def test_people_are_read_back_with_name_and_kind(analysis: Analysis) -> None:
    used = {statement.person for statement in analysis.statements}
    told = {(p.id, p.name, p.kind, p.members) for p in analysis.people if not p.members or p.id in used}
    back = parse(render(analysis)).analysis.people
    assert {(person.id, person.name, person.kind, person.members) for person in back} == told


@few
@given(analyses())
def test_what_is_read_back_is_rendered_alike(analysis: Analysis) -> None:
    once = parse(render(analysis)).analysis
    assert parse(render(once)).analysis == once


@few
@given(analyses())
def test_marks_are_as_many_as_their_ends(analysis: Analysis) -> None:
    body = render(analysis).rpartition("\n---\n")[0].replace("\\\\", "").replace("\\⟦", "").replace("\\⟧", "")
    assert body.count("⟦") == body.count("⟧") >= bool(analysis.statements)


MARKED = """\
# Rathaus ohne Kommentar davor

⟦content1:„Wir bauen“⟧⟦frame1:, ⟦cue1:teilte⟧ ⟦speaker1,2:Ute Kamp⟧ ⟦addressee1:dem Rat⟧ ⟦cue1:mit⟧⟧. Sie \
⟦cue2:glaubt⟧, ⟦content2:das sei ⟦content3:„ein \\⟦Fest\\⟧“⟧⟧.
---
1 direct speech
# nur gedacht
2 indirect thought unasserted
3 direct
published: 2026-03-04
part heading: # Rathaus ohne
known: das Modell übersieht den Gedanken
"""


def test_a_golden_text_is_read() -> None:
    golden = parse(MARKED, name="bote.txt")
    analysis = golden.analysis
    first, second, third = analysis.statements
    assert analysis.words(first.cue) == "teilte … mit"
    assert analysis.words(first.frame) == ", teilte Ute Kamp dem Rat mit"
    assert first.speaker == second.speaker
    assert (first.medium, second.medium, third.medium) == ("speech", "thought", "unknown")
    assert (first.asserted, second.asserted) == (True, False)
    assert (third.within, analysis.words(third.content)) == ("s2", "„ein ⟦Fest⟧“")
    assert golden.known == "das Modell übersieht den Gedanken"


def test_what_stands_around_the_statements_is_read() -> None:
    analysis = parse(MARKED, name="bote.txt").analysis
    assert analysis.article.source == "bote.txt"
    assert analysis.article.published == "2026-03-04"
    assert [(part.kind, part.span.cut(analysis.article.text)) for part in analysis.parts] == [
        ("heading", "# Rathaus ohne")
    ]
    assert analysis.article.text.startswith("# Rathaus ohne Kommentar davor\n\n„Wir")


def test_a_golden_text_is_printed_as_it_was_read() -> None:
    plain = "".join(line for line in MARKED.splitlines(keepends=True)[:8] if not line.startswith("# nur"))
    assert render(parse(plain).analysis) == plain


CREDITED = """\
⟦content1,2:„Wir bauen“⟧⟦frame1:, ⟦cue1:sagten⟧ ⟦speaker1:Ute Kamp und Tim Ohm⟧ ⟦time1:am Montag⟧⟧. ⟦cue3:Laut⟧ \
⟦speaker3:„Lohe aktuell“⟧ ⟦content3:sei ⟦content4:„alles gut“⟧⟧. Niemand lachte.
---
1 direct by=p1,p2 time=2026-03-02
2 direct
3 indirect by=p4 via=p3,p1 time=-
4 direct unasserted by=- time=-
person p1: Ute Kamp
person p2: Tim Ohm / Tim Otto Ohm
organization p3: Lohe aktuell
unnamed p4: Rathauskreise / Kreise des Rathauses
published: 2026-03-04
"""


def test_people_relays_and_times_are_read() -> None:
    golden = parse(CREDITED)
    analysis = golden.analysis
    together, unjudged, passed_on, nobody = analysis.statements
    assert [person.name for person in analysis.people if not person.members] == [
        "Ute Kamp", "Tim Ohm", "Lohe aktuell", "Rathauskreise",
    ]  # fmt: skip
    group = analysis.person(together)
    assert group == Person("p1+p2", "Ute Kamp und Tim Ohm", "group", members=("p1", "p2"))
    assert together.time == Time("2026-03-02", Span(*spans_of(analysis, "am Montag")))
    assert (passed_on.person, passed_on.relayed_by, passed_on.time) == ("p4", ("p3", "p1"), None)
    assert (nobody.person, nobody.asserted, unjudged.person) == (None, False, None)
    assert golden.judged == {"s1", "s3", "s4"}
    assert golden.names["p2"] == ("Tim Ohm", "Tim Otto Ohm")


def spans_of(analysis: Analysis, words: str) -> tuple[int, int]:
    start = analysis.article.text.index(words)
    return start, start + len(words)


def test_people_are_printed_as_they_were_read() -> None:
    plain = CREDITED.replace("\n2 direct\n", "\n2 direct by=- time=-\n").replace(" / Tim Otto Ohm", "")
    plain = plain.replace(" / Kreise des Rathauses", "")
    assert render(parse(plain).analysis) == plain


def test_without_people_and_times_nobody_is_judged() -> None:
    assert "by=" not in render(parse(MARKED).analysis)
    assert parse(MARKED).judged == frozenset()


def test_a_span_that_crosses_another_is_cut_into_adjacent_pieces() -> None:
    text = "Er sagt es."
    statement = Statement("s1", "indirect", (Span(0, 7),), speaker=(Span(3, 10),))
    marked = render(Analysis(Article(text), (), (statement,)))
    assert marked.startswith("⟦content1:Er ⟦speaker1:sagt⟧⟧⟦speaker1: es⟧.")
    assert parse(marked).analysis.statements[0].speaker == (Span(3, 7), Span(7, 10))


def test_parts_but_for_paragraphs_are_named() -> None:
    text = "Neue Brücke\n\nBerlin (dpa) – Der Rat der Stadt tagt am Montag.\n\nFoto: Ute\u2028Kamp"
    parts = tuple(read(Article(text)).parts)
    marked = render(Analysis(Article(text), parts, ()))
    assert marked.partition("\n---\n")[2].splitlines()[:2] == [
        "part heading: Neue Brücke",
        "part dateline: Berlin (dpa) –",
    ]
    assert parse(marked).analysis.parts == tuple(part for part in parts if part.kind != "paragraph")


def test_a_part_whose_words_stand_earlier_in_the_text_is_found() -> None:
    text = "Laut dem Archiv der dpa tagt der Rat.\n\ndpa"
    sign = Part("agency", Span(len(text) - 3, len(text)))
    assert parse(render(Analysis(Article(text), (sign,), ()))).analysis.parts == (sign,)


@pytest.mark.parametrize(
    "marked, message",
    [
        ("", "has no line '---'"),
        ("Der Rat tagt.", "has no line '---'"),
        ("⟦content1:Ja⟧\n---\n", "statement 1 is marked in the text or listed below '---', but not both"),
        ("Ja\n---\n2 direct\n", "statement 2 is marked in the text or listed below '---', but not both"),
        ("⟦cue1:rief⟧ ja\n---\n1 direct\n", "statement 1 has no content"),
        ("⟦content1:Ja\n---\n1 direct\n", "the mark content1 is never closed"),
        ("Ja⟧\n---\n", "⟧ at 2 is no mark"),
        ("Ja ⟦inhalt1:Nein⟧\n---\n", "⟦ at 3 is no mark"),
        ("Ja ⟦content:Nein⟧\n---\n", "⟦ at 3 is no mark"),
        ("⟦content1:Ja⟧\n---\n1 gesagt\n", "the line '1 gesagt' below '---' is not known"),
        ("Ja\n---\nUnsinn\n", "the line 'Unsinn' below '---' is not known"),
        ("Ja\n---\npart titel: Ja\n", "the line 'part titel: Ja' below '---' is not known"),
        ("⟦content1:Ja⟧\n---\n1 direct by=p1 time=-\n", "statement 1 is by or via 'p1', who has no line below '---'"),
        ("⟦content1:Ja⟧\n---\n1 direct by=- via=p7 time=-\n", "statement 1 is by or via 'p7', who has no line"),
        ("⟦content1:Ja⟧\n---\n1 direct by=- time=2026\n", "statement 1 has a time in its line or marked in the text"),
        ("⟦content1:Ja⟧ ⟦time1:heute⟧\n---\n1 direct by=- time=-\n", "statement 1 has a time in its line or marked"),
        ("Ja\n---\nperson p1:\n", "the line 'person p1:' below '---' is not known"),
        ("Ja\n---\nperson Ute: Ute\n", "the line 'person Ute: Ute' below '---' is not known"),
        ("Ja\n---\nmensch p1: Ute\n", "the line 'mensch p1: Ute' below '---' is not known"),
        ("Ja\n---\nplace p1: Lohe\nplace p1: Berg\n", "the line 'place p1: Berg' below '---' is not known or stands"),
        ("Ja\n---\npart heading: Nein\n", "the part heading 'Nein' does not stand in the text"),
    ],
)
def test_a_mistake_is_named_with_its_place(marked: str, message: str) -> None:
    with pytest.raises(RecordError) as caught:
        parse(marked, name="bote.txt")
    assert "bote.txt" in str(caught.value)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    "below",
    [
        "1 direct speach",
        "1 direct speech unaserted",
        "1 direct unasserted speech",
        "1 direct\n1 indirect",
        "1 direct\npublished: 2026-03-04\npublished: 2026-03-05",
        "1 direct\npart heading:",
        "1 direct\npart : Ja",
        "1 direct\n² direct",
        "1 direct by=",
        "1 direct time=- by=-",
        "1 direct by=- by=-",
    ],
)
def test_a_mistake_below_the_line_is_refused(below: str) -> None:
    with pytest.raises(RecordError):
        parse(f"⟦content1:Ja⟧\n---\n{below}\n")


@few
@given(golden_texts)
def test_any_text_is_read_or_refused(marked: str) -> None:
    try:
        golden = parse(marked + "\n---\n")
    except RecordError as error:
        assert "golden text" in str(error)
    else:
        assert golden.analysis.statements == ()
        assert len(golden.analysis.article.text) <= len(marked)
