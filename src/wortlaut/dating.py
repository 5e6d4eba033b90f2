"""dated(): when each statement was made, by the time expressions of the words around it, never of what it is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from wortlaut.reading import Reading
from wortlaut.statements import Ended, Statement, Time, outer_first
from wortlaut.text import Span
from wortlaut.times import TimeExpression, anchor_of, expressions

CARRY = 2  # sentences back to the speech that a statement without cue carries on
_VAGUE = ("PRESENT_REF", "FUTURE_REF")


def dated(statements: Sequence[Statement], reading: Reading) -> tuple[Statement, ...]:
    """The statements with `time`, where the text tells when they were made."""
    if not statements:
        return ()
    anchor = anchor_of(reading)
    found = [e for e in expressions(reading, anchor) if _value(e)]
    times: dict[str, Time | None] = {}
    near = _Near(statements, found, reading)
    for statement in sorted(statements, key=outer_first):
        own = _own(statement, near) if statement.cue or statement.kind == "reported" else None
        times[statement.id] = own or _carried(statement, near, times)
    day = anchor.isoformat() if anchor else None
    return tuple(replace(s, time=times[s.id] if _has_been(times[s.id], day) else None) for s in statements)


def _has_been(time: Time | None, day: str | None) -> bool:
    """Whether a time lies before the article's end of day: nobody has said anything in the future."""
    value = time.value if time else ""
    return day is None or not value[:4].isdigit() or value[:10] <= day[: len(value[:10])] or "W" in value


class _Near:
    """What is found near a place: expressions, statements by what they say, and those that end before it."""

    def __init__(self, statements: Sequence[Statement], found: Sequence[TimeExpression], reading: Reading) -> None:
        self.reading = reading
        self.by_id = {s.id: s for s in statements}
        self._found, self._starts = found, [e.span.start for e in found]
        self._said: dict[int, dict[str, Statement]] = {}
        for s in statements:
            for content in s.content:
                for number in range(_sentence(content, reading), self._last(content) + 1):
                    self._said.setdefault(number, {})[s.id] = s
        self.ended = Ended(statements)

    def expressions(self, reach: Span) -> Sequence[TimeExpression]:
        """Those within a place."""
        first, after = (bisect_left(self._starts, place) for place in (reach.start, reach.end))
        return [e for e in self._found[first:after] if reach.covers(e.span)]

    def saying(self, sentences: Iterable[int]) -> list[Statement]:
        """Statements of which something stands in these sentences or right beside them."""
        numbers = {near for number in sentences for near in (number - 1, number, number + 1)}
        return list({id: s for number in sorted(numbers) for id, s in self._said.get(number, {}).items()}.values())

    def _last(self, span: Span) -> int:
        tokens = self.reading.tokens_of((span,))
        return self.reading.sentence_number(tokens[-1] if tokens else 0)


def _value(expression: TimeExpression) -> str | None:
    """The point in time, if it is one that somebody can have spoken at."""
    value = expression.point if expression.type == "DURATION" else expression.value
    unknown = value is None or value.startswith("XXXX-XX-XX")
    return None if expression.type == "SET" or unknown or value in _VAGUE else value


def _own(statement: Statement, near: _Near) -> Time | None:
    """The expression nearest to the cue in its sentence, outside of everything that is said there."""
    reading = near.reading
    anchors = statement.cue or statement.content[:1]
    tokens = reading.tokens_of(anchors)
    if not tokens:
        return None
    others = near.saying({_sentence(anchor, reading) for anchor in anchors})
    if statement.kind == "reported" and not statement.cue:
        reach = [_main_clause(statement, reading)]
        said = [s for other in others if other is not statement and other.kind != "reported" for s in other.content
                if not other.content[0].covers(statement.content[0])]  # fmt: skip
    else:
        sentences = [reading.sentence_of(token) for token in tokens]
        reach = [Span(reading.tokens[s.start].start, reading.tokens[s.stop - 1].end) for s in sentences]
        said = [s for other in others if not _covers(other, anchors) for s in other.content]
    inside = [e for r in dict.fromkeys(reach) for e in near.expressions(r) if not any(s.overlaps(e.span) for s in said)]
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


def _carried(statement: Statement, near: _Near, times: Mapping[str, Time | None]) -> Time | None:
    """The time of the speech that a statement without a cue of its own carries on or lies in."""
    if statement.cue or statement.kind in ("reported", "free_indirect"):
        return None
    outer = near.by_id.get(statement.within or "")
    if outer is not None:
        return times.get(outer.id)
    last = next((s for s in near.ended.before(statement.content[0].start) if s.id in times), None)
    if last is None:
        return None
    place, behind = (_sentence(span, near.reading) for span in (statement.content[0], last.content[-1]))
    same = last.person == statement.person or statement.person is None
    return times[last.id] if place - behind <= CARRY and same else None


def _sentence(span: Span, reading: Reading) -> int:
    tokens = reading.tokens_of((span,))
    return reading.sentence_number(tokens[0] if tokens else 0)
