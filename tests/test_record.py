import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from tests.test_golden import analyses
from tests.test_tokens import few
from wortlaut.errors import RecordError, WortlautError
from wortlaut.parts import Part
from wortlaut.persons import Person
from wortlaut.record import Analysis, from_dict, to_dict
from wortlaut.statements import Attribution, Statement, Time
from wortlaut.text import Article, Span

TEXT = "Lohe. „Wir 🎉 bauen“, sagte Ute Kamp."


def analysis() -> Analysis:
    statement = Statement(
        "s1",
        "direct",
        (Span(6, 19),),
        (Span(27, 35),),
        (Span(21, 26),),
        frame=(Span(19, 35),),
        medium="speech",
        score=0.93,
    )
    article = Article(TEXT, source="b.txt", title="Lohe", outlet="Bote", language="de", published="2026-03-04")
    return Analysis(article, (Part("dateline", Span(0, 5)),), (statement,))


def record() -> dict[str, Any]:
    return to_dict(analysis())


def keys(value: object) -> object:
    """The keys of a record, without its values."""
    if isinstance(value, dict):
        return {key: keys(inner) for key, inner in value.items()}
    return [keys(inner) for inner in value[:1]] if isinstance(value, list) else None


def test_the_fields_are_those_of_the_contract() -> None:
    span = {"start": None, "end": None, "text": None}
    article = dict.fromkeys(("id", "source", "title", "outlet", "language", "published", "text"))
    statement = dict.fromkeys(
        ("id", "kind", "medium", "person", "attribution", "within", "asserted", "time", "score")
    ) | {
        "content": [span],
        "cue": [span],
        "speaker": [span],
        "addressee": [],
        "frame": [span],
        "relayed_by": [],
    }
    assert keys(record()) == {
        "wortlaut": None,
        "article": article,
        "parts": [{"kind": None, "start": None, "end": None}],
        "statements": [statement],
        "people": [],
    }


def test_the_values_are_those_of_the_analysis() -> None:
    found = record()
    assert found["wortlaut"] == 1
    assert found["article"]["text"] == TEXT
    assert found["parts"] == [{"kind": "dateline", "start": 0, "end": 5}]
    (statement,) = found["statements"]
    assert statement["content"] == [{"start": 6, "end": 19, "text": "„Wir 🎉 bauen“"}]
    assert statement["speaker"] == [{"start": 27, "end": 35, "text": "Ute Kamp"}]
    assert (statement["person"], statement["relayed_by"], statement["time"]) == (None, [], None)
    assert (statement["asserted"], statement["score"]) == (True, 0.93)


@few
@given(analyses())
def test_an_analysis_is_read_back_from_its_record(analysis: Analysis) -> None:
    assert Analysis.from_dict(json.loads(json.dumps(analysis.to_dict()))) == analysis


@few
@given(analyses())
def test_the_text_of_each_span_is_that_of_the_article(analysis: Analysis) -> None:
    found = to_dict(analysis)
    for statement in found["statements"]:
        for role in ("content", "cue", "speaker", "addressee", "frame"):
            assert all(s["text"] == found["article"]["text"][s["start"] : s["end"]] for s in statement[role])


def credited() -> Analysis:
    """The same with who said it, who passed it on, and when."""
    (statement,) = analysis().statements
    attribution = Attribution("p3", "apposition", 0.87654, Span(27, 35))
    people = (
        Person("p1", "Ute Kamp", roles=("Rätin",), mentions=(Span(27, 35),), entry="Q1"),
        Person("p2", "Loher Kurier", "organization"),
        Person("p3", "Ute Kamp und Loher Kurier", "group", members=("p1", "p2")),
    )
    time = Time("2026-03-02TEV", Span(0, 4))
    statement = replace(statement, attribution=attribution, relayed_by=("p2",), time=time)
    return replace(analysis(), statements=(statement,), people=people)


def test_people_and_times_are_those_of_the_contract() -> None:
    found = to_dict(credited())
    (statement,) = found["statements"]
    kamp = {"start": 27, "end": 35, "text": "Ute Kamp"}
    assert (statement["person"], statement["relayed_by"]) == ("p3", ["p2"])
    assert statement["attribution"] == {"reason": "apposition", "score": 0.8765, "evidence": kamp}
    assert statement["time"] == {"value": "2026-03-02TEV", "span": {"start": 0, "end": 4, "text": "Lohe"}}
    assert found["people"] == [
        {"id": "p1", "name": "Ute Kamp", "kind": "person", "roles": ["Rätin"], "mentions": [kamp], "members": [],
         "entry": "Q1"},
        {"id": "p2", "name": "Loher Kurier", "kind": "organization", "roles": [], "mentions": [], "members": [],
         "entry": None},
        {"id": "p3", "name": "Ute Kamp und Loher Kurier", "kind": "group", "roles": [], "mentions": [],
         "members": ["p1", "p2"], "entry": None},
    ]  # fmt: skip


def test_a_statement_knows_its_person() -> None:
    found = credited()
    assert found.statements[0].person == "p3"
    assert found.person(found.statements[0]) == found.people[2]
    assert analysis().person(analysis().statements[0]) is None


def test_a_person_without_a_reason_is_read() -> None:
    given = record() | {"people": [{"id": "p1", "name": "Ute Kamp"}]}
    given["statements"][0] |= {"person": "p1", "attribution": None}
    found = from_dict(given)
    assert found.person(found.statements[0]) == Person("p1", "Ute Kamp")
    assert found.statements[0].attribution == Attribution("p1", "name")


@pytest.mark.parametrize(
    "change, message",
    [
        ({"person": "p1", "attribution": {"reason": "Zufall"}}, "'Zufall' is not one of name"),
        ({"person": "p1", "attribution": {"score": "hoch"}}, "misuses a field"),
        ({"person": "p1", "attribution": {"evidence": {"start": 0, "end": 99}}}, "does not fit its text"),
        ({"person": "p1", "attribution": 5}, "misuses a field"),
        ({"time": {"value": "2026"}}, "'span'"),
        ({"time": "2026"}, "misuses a field"),
        ({"relayed_by": 5}, "misuses a field"),
    ],
)
def test_a_link_that_is_wrong_is_refused(change: dict[str, Any], message: str) -> None:
    given = to_dict(credited())
    given["statements"][0] |= change
    with pytest.raises(RecordError) as caught:
        from_dict(given)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    "person", [{"name": "Ute"}, {"id": "p1"}, {"id": "p1", "name": "Ute", "kind": "Mensch"}, "Ute", None,
               {"id": "p1", "name": "Ute", "mentions": [{"start": 0, "end": 99}]}],
)  # fmt: skip
def test_a_person_that_is_wrong_is_refused(person: object) -> None:
    with pytest.raises(RecordError):
        from_dict(record() | {"people": [person]})


def test_a_score_has_four_digits() -> None:
    found = Analysis(Article("Ja"), (), (Statement("s1", "direct", (Span(0, 2),), score=2 / 3),))
    assert to_dict(found)["statements"][0]["score"] == 0.6667


def test_fields_that_are_not_known_are_ignored() -> None:
    given = record() | {"neu": 1}
    given["article"] |= {"neu": 1}
    given["parts"][0] |= {"neu": 1}
    given["statements"][0] |= {"neu": 1}
    given["statements"][0]["content"][0] |= {"neu": 1}
    assert from_dict(given) == analysis()


def test_fields_that_may_be_missing() -> None:
    spans = [{"start": 0, "end": 2}]
    given = {"wortlaut": 1, "article": {"text": "Ja"}, "statements": [{"id": "s1", "kind": "direct", "content": spans}]}
    assert from_dict(given) == Analysis(Article("Ja"), (), (Statement("s1", "direct", (Span(0, 2),)),))


@pytest.mark.parametrize("field", ["wortlaut", "article", "statements"])
def test_a_record_without_a_field_is_refused(field: str) -> None:
    given = record()
    del given[field]
    with pytest.raises(RecordError, match=field):
        from_dict(given)


@pytest.mark.parametrize("version", [2, 0, "1", None])
def test_another_version_is_refused(version: object) -> None:
    with pytest.raises(RecordError, match=r"record version .* is not known; this Wortlaut reads version 1"):
        from_dict(record() | {"wortlaut": version})


@pytest.mark.parametrize(
    "change, message",
    [
        ({"kind": "laut"}, "'laut' is not one of direct, indirect"),
        ({"medium": "Rede"}, "'Rede' is not one of speech"),
        ({"content": []}, "statement 's1' has no content"),
        ({"content": [{"start": 6, "end": 10, "text": "„Sie"}]}, "span 6..10 reads '„Wir', but the record says '„Sie'"),
        ({"content": [{"start": "6", "end": 10}]}, "misuses a field"),
        ({"content": [{"start": 6}]}, "'end'"),
        ({"content": 6}, "misuses a field"),
        ({"speaker": None}, "misuses a field"),
        ({"score": None}, "misuses a field"),
    ],
)
def test_a_statement_that_is_wrong_is_refused(change: dict[str, Any], message: str) -> None:
    given = record()
    given["statements"][0] |= change
    with pytest.raises(RecordError) as caught:
        from_dict(given)
    assert message in str(caught.value)


@pytest.mark.parametrize("content", [{"start": 9, "end": 6, "text": ""}, {"start": 0, "end": 99, "text": TEXT}])
def test_a_span_outside_the_text_is_refused(content: dict[str, Any]) -> None:
    given = record()
    given["statements"][0]["content"] = [content]
    with pytest.raises(WortlautError, match="span"):
        from_dict(given)


@pytest.mark.parametrize(
    "change",
    [
        {"statements": [{"id": "s1", "kind": "direct", "content": [{"start": 0, "end": 2}], "score": "hoch"}]},
        {"statements": [{"id": "s1", "kind": "direct", "content": [{"start": 0, "end": 99}]}]},
        {"statements": [{"id": "s1", "kind": "direct", "content": [{"start": 0, "end": 99, "text": "Lohe"}]}]},
        {"parts": [{"kind": "heading", "start": 0, "end": 99}]},
    ],
)
def test_a_record_that_does_not_fit_its_text_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(RecordError):
        from_dict(record() | change)


@pytest.mark.parametrize("given", [None, [], "Ja", 5, {"wortlaut": 1, "article": [], "statements": []}])
def test_what_is_no_record_is_refused(given: Any) -> None:
    with pytest.raises(RecordError, match="reference/record"):
        from_dict(given)


def test_words_of_pieces_are_joined() -> None:
    assert analysis().words((Span(0, 4), Span(27, 30))) == "Lohe … Ute"
    assert analysis().words(()) == ""
