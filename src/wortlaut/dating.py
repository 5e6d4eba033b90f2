"""dated(): when each statement was made, by the time expressions of the words around it, never of what it is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from wortlaut.reading import Reading
from wortlaut.statements import Statement, Time
from wortlaut.text import Span
from wortlaut.times import TimeExpression, anchor_of, expressions

CARRY = 2  # sentences back to the speech that a statement without cue carries on
_VAGUE = ("PRESENT_REF", "FUTURE_REF")


def dated(statements: Sequence[Statement], reading: Reading) -> tuple[Statement, ...]:
    """The statements with `time`, where the text tells when they were made."""
    if not statements:
        return ()
    found = [e for e in expressions(reading, anchor_of(reading)) if _value(e)]
    times: dict[str, Time | None] = {}
    for statement in sorted(statements, key=_outer_first):
        own = _own(statement, statements, found, reading) if statement.cue or statement.kind == "reported" else None
        times[statement.id] = own or _carried(statement, statements, times, reading)
    return tuple(replace(s, time=times[s.id]) for s in statements)


def _value(expression: TimeExpression) -> str | None:
    """The point in time, if it is one that somebody can have spoken at."""
    value = expression.point if expression.type == "DURATION" else expression.value
    return None if expression.type == "SET" or value in _VAGUE else value


def _own(
    statement: Statement, statements: Sequence[Statement], found: Sequence[TimeExpression], reading: Reading
) -> Time | None:
    """The expression nearest to the cue in its sentence, outside of everything that is said there."""
    anchors = statement.cue or statement.content[:1]
    tokens = reading.tokens_of(anchors)
    if not tokens:
        return None
    if statement.kind == "reported" and not statement.cue:
        reach = [_main_clause(statement, reading)]
        said = [s for other in statements if other is not statement and other.kind != "reported" for s in other.content
                if not other.content[0].covers(statement.content[0])]  # fmt: skip
    else:
        sentences = [reading.sentence_of(token) for token in tokens]
        reach = [Span(reading.tokens[s.start].start, reading.tokens[s.stop - 1].end) for s in sentences]
        said = [s for other in statements if not _covers(other, anchors) for s in other.content]
    inside = [e for e in found if any(r.covers(e.span) for r in reach) and not any(s.overlaps(e.span) for s in said)]
    if not inside:
        return None
    framed = [e for e in inside if any(f.overlaps(e.span) for f in statement.frame)]
    if statement.kind == "reported" and not statement.cue:
        inside = [e for e in inside if not e.value.isdigit()]  # "rechnet 2026 mit": what it is about
        if not inside:
            return None
    nearest = min(framed or inside, key=lambda e: min(_gap(e.span, a) for a in anchors))
    if not framed and _in_other_clause(nearest.span, anchors, reading, said):
        return None
    value = _value(nearest)
    return Time(value, nearest.span) if value else None


def _covers(other: Statement, anchors: Iterable[Span]) -> bool:
    return any(content.covers(anchor) for content in other.content for anchor in anchors)


def _main_clause(statement: Statement, reading: Reading) -> Span:
    """Of an act of speech the clause with its verb: up to the first comma, or to the colon."""
    content = statement.content[0]
    for token in reading.tokens_of((content,)):
        if reading.tokens[token].cut(reading.text) in (",", ":", ";"):
            return Span(content.start, reading.tokens[token].start)
    return content


def _in_other_clause(span: Span, anchors: Sequence[Span], reading: Reading, said: Sequence[Span]) -> bool:
    """Whether a comma parts the expression from the cue that does not merely border on what is said."""
    first, last = min(anchors), max(anchors)
    begin, end = (span.end, first.start) if span.end <= first.start else (last.end, span.start)
    starts = reading.token_starts
    for index in range(bisect_left(starts, begin), bisect_left(starts, end)):
        token = reading.tokens[index]
        if token.cut(reading.text) in (",", ";", ":") and not any(
            s.start <= token.end + 2 and token.start - 2 <= s.end for s in said
        ):
            return True
    return False


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _carried(
    statement: Statement, statements: Sequence[Statement], times: Mapping[str, Time | None], reading: Reading
) -> Time | None:
    """The time of the speech that a statement without a cue of its own carries on or lies in."""
    if statement.cue or statement.kind in ("reported", "free_indirect"):
        return None
    outer = next((s for s in statements if s.id == statement.within), None)
    if outer is not None:
        return times.get(outer.id)
    before = [
        s for s in statements if s.content[-1].end <= statement.content[0].start and s.within is None and s.id in times
    ]
    if not before:
        return None
    last = max(before, key=lambda s: s.content[-1].end)
    near = _sentence(statement.content[0], reading) - _sentence(last.content[-1], reading) <= CARRY
    same = last.person == statement.person or statement.person is None
    return times[last.id] if near and same else None


def _sentence(span: Span, reading: Reading) -> int:
    tokens = reading.tokens_of((span,))
    return bisect_left(reading.sentence_starts, (tokens[0] if tokens else 0) + 1)


def _outer_first(statement: Statement) -> tuple[int, int]:
    return statement.content[0].start, -statement.content[-1].end
