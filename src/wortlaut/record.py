"""The record: an analysis as JSON and back. Its fields are a contract with other tools; see
docs/reference/record.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from wortlaut.errors import RecordError, SpanError
from wortlaut.judgements import Judgement
from wortlaut.parts import PART_KINDS, Part
from wortlaut.persons import PERSON_KINDS, Person
from wortlaut.statements import KINDS, MEDIA, REASONS, ROLES, Attribution, Statement, Time
from wortlaut.text import Article, Span

VERSION = 1
T = TypeVar("T")
Spanned = Callable[[Span], Any]  # a span as the record has it


@dataclass(frozen=True, slots=True)
class Unjudged:
    """What a reading found, before people's judgements overruled it; so that a judgement can be taken back.

    `by` are the judgements, where they are known. It is not `exact` where older ones are in it already.
    """

    statements: tuple[Statement, ...]
    people: tuple[Person, ...]
    exact: bool = True
    by: tuple[Judgement, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Analysis:
    """An article with what was found in it; `unjudged` where judgements of it are known."""

    article: Article
    parts: tuple[Part, ...]
    statements: tuple[Statement, ...]
    people: tuple[Person, ...] = ()
    unjudged: Unjudged | None = None

    def person(self, statement: Statement) -> Person | None:
        """Who made one of the statements, or None where the text does not tell."""
        return next((one for one in self.people if one.id == statement.person), None)

    def words(self, spans: tuple[Span, ...]) -> str:
        """The words of some spans of the article, pieces joined with " … "."""
        return " … ".join(span.cut(self.article.text) for span in spans)

    def to_dict(self) -> dict[str, Any]:
        """The record of this analysis, ready for `json.dumps`."""
        return to_dict(self)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        # a surface, imported here alone: notebooks ask the object itself, and `import wortlaut` shall not load surfaces
        from wortlaut.surfaces import html

        return html.fragment(self)

    @classmethod
    def from_dict(cls, record: Mapping[str, Any]) -> Analysis:
        """The analysis of a record; fields that are not known are ignored. Raises RecordError."""
        return from_dict(record)


def to_dict(analysis: Analysis, *, words: bool = True) -> dict[str, Any]:
    """The record of an analysis; without `words` each span is [start, end], as archives keep it."""
    article = analysis.article
    text = article.text
    spanned: Spanned = partial(_span_record, text=text) if words else _bare_span
    return {
        "wortlaut": VERSION,
        "article": {
            "id": article.id,
            "source": article.source,
            "title": article.title,
            "outlet": article.outlet,
            "language": article.language,
            "published": article.published,
            "text": text,
        },
        "parts": [{"kind": p.kind, "start": p.span.start, "end": p.span.end} for p in analysis.parts],
        "statements": [_statement_record(statement, spanned) for statement in analysis.statements],
        "people": [_person_record(person, spanned) for person in analysis.people],
    }


def from_dict(record: Mapping[str, Any]) -> Analysis:
    """The analysis of a record; every span is checked against the text. Raises RecordError."""
    try:
        version = record["wortlaut"]
        if version != VERSION:
            raise RecordError(f"record version {version!r} is not known; this Wortlaut reads version {VERSION}")
        given = record["article"]
        article = Article(
            **{name: given.get(name) for name in ("source", "title", "outlet", "language", "published")},
            text=given["text"],
            id=given.get("id") or "",
        )
        return Analysis(
            article,
            tuple(Part(_one_of(p["kind"], PART_KINDS), _span(p, article.text)) for p in record.get("parts", [])),
            tuple(_statement(s, article.text) for s in record["statements"]),
            tuple(_person(p, article.text) for p in record.get("people", [])),
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise RecordError(f"the record lacks or misuses a field: {error!r}; see docs/reference/record.md") from error


def _statement_record(statement: Statement, spanned: Spanned) -> dict[str, Any]:
    roles = {role: [spanned(s) for s in statement.spans(role)] for role in ("content", *ROLES)}
    time = statement.time
    return {
        "id": statement.id,
        "kind": statement.kind,
        "medium": statement.medium,
        "content": roles["content"],
        "cue": roles["cue"],
        "speaker": roles["speaker"],
        "addressee": roles["addressee"],
        "frame": roles["frame"],
        "person": statement.person,
        "attribution": _attribution_record(statement.attribution, spanned),
        "relayed_by": list(statement.relayed_by),
        "within": statement.within,
        "asserted": statement.asserted,
        "time": {"value": time.value, "span": spanned(time.span)} if time else None,
        "score": round(statement.score, 4),
    }


def _attribution_record(attribution: Attribution | None, spanned: Spanned) -> dict[str, Any] | None:
    if attribution is None:
        return None
    evidence = spanned(attribution.evidence) if attribution.evidence else None
    return {"reason": attribution.reason, "score": round(attribution.score, 4), "evidence": evidence}


def _person_record(person: Person, spanned: Spanned) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "kind": person.kind,
        "roles": list(person.roles),
        "mentions": [spanned(span) for span in person.mentions],
        "members": list(person.members),
        "entry": person.entry,
    }


def _person(given: Mapping[str, Any], text: str) -> Person:
    return Person(
        id=str(given["id"]),
        name=str(given["name"]),
        kind=_one_of(given.get("kind", "person"), PERSON_KINDS),
        roles=tuple(map(str, given.get("roles", []))),
        mentions=tuple(_span(s, text) for s in given.get("mentions", [])),
        members=tuple(map(str, given.get("members", []))),
        entry=given.get("entry"),
    )


def _attribution(given: Mapping[str, Any], text: str) -> Attribution | None:
    """A record may give the person alone, as other tools do."""
    if given.get("person") is None:
        return None
    why = given.get("attribution") or {}
    evidence = _span(why["evidence"], text) if why.get("evidence") else None
    reason = _one_of(why.get("reason", "name"), REASONS)
    return Attribution(str(given["person"]), reason, float(why.get("score", 1.0)), evidence)


def _time(given: Mapping[str, Any] | None, text: str) -> Time | None:
    return Time(str(given["value"]), _span(given["span"], text)) if given else None


def _bare_span(span: Span) -> list[int]:
    return [span.start, span.end]


def _span_record(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.cut(text)}


def _statement(given: Mapping[str, Any], text: str) -> Statement:
    roles = {role: tuple(_span(s, text) for s in given.get(role, [])) for role in ("content", *ROLES)}
    if not roles["content"]:
        raise RecordError(f"statement {given.get('id')!r} has no content")
    return Statement(
        id=str(given["id"]),
        kind=_one_of(given["kind"], KINDS),
        medium=_one_of(given.get("medium", "unknown"), MEDIA),
        within=given.get("within"),
        asserted=bool(given.get("asserted", True)),
        score=float(given.get("score", 1.0)),
        content=roles["content"],
        speaker=roles["speaker"],
        cue=roles["cue"],
        addressee=roles["addressee"],
        frame=roles["frame"],
        attribution=_attribution(given, text),
        relayed_by=tuple(map(str, given.get("relayed_by") or ())),
        time=_time(given.get("time"), text),
    )


def _span(given: Any, text: str) -> Span:
    try:
        span = Span(*given) if isinstance(given, list) else Span(given["start"], given["end"])
        words = span.cut(text)
    except SpanError as error:
        raise RecordError(f"the record does not fit its text: {error}") from error
    if isinstance(given, Mapping) and given.get("text", words) != words:
        raise RecordError(f"span {span.start}..{span.end} reads {words!r}, but the record says {given['text']!r}")
    return span


def _one_of(value: object, known: tuple[T, ...]) -> T:
    if value not in known:
        raise RecordError(f"{value!r} is not one of {', '.join(str(k) for k in known)}")
    return known[known.index(value)]
