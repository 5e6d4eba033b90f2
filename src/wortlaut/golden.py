"""Golden texts: the bracket form of an analysis, printed and read back; see docs/golden-texts.md."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from wortlaut.errors import RecordError
from wortlaut.parts import PART_KINDS, Part
from wortlaut.record import Analysis
from wortlaut.statements import KINDS, MEDIA, Statement, nested
from wortlaut.text import Article, Span

_OPEN, _CLOSE, _ESCAPE = "⟦", "⟧", "\\"
_MARK = re.compile(r"⟦(content|cue|speaker|addressee|frame)(\d+(?:,\d+)*):")
_RULE = "\n---\n"
_UNASSERTED = "unasserted"
_SENTENCE_ENDS = '.!?…“”"»«)'
_GAP = 80  # code points looked at before and after a part; more white space is not expected there
_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
_ROLE_ORDER = ("frame", "content", "speaker", "addressee", "cue")  # of marks with the same place: from the outside in


@dataclass(frozen=True)
class Golden:
    """A golden text: the analysis that is right, and why the program is known to fail on it, if it is."""

    analysis: Analysis
    known: str | None = None


@dataclass
class _Trailer:
    statements: dict[str, tuple[str, str, bool]] = field(default_factory=dict)
    parts: list[tuple[str, str]] = field(default_factory=list)
    published: str | None = None
    known: str | None = None


def parse(marked: str, *, name: str = "golden text") -> Golden:
    """Read a golden text. Raises RecordError that names the place.

    >>> golden = parse("⟦content1:„Ja“⟧, ⟦cue1:sagte⟧ ⟦speaker1:er⟧.\\n---\\n1 direct speech\\n")
    >>> golden.analysis.article.text
    '„Ja“, sagte er.'
    """
    body, rule, below = marked.rpartition(_RULE)
    if not rule:
        raise RecordError(f"{name} has no line '---' after its text; see docs/golden-texts.md")
    trailer = _trailer(below, name)
    text, spans = _unmarked(body, name)
    for number in set(spans) ^ set(trailer.statements):
        raise RecordError(f"{name}: statement {number} is marked in the text or listed below '---', but not both")
    article = Article(text, source=name, language="de", published=trailer.published)
    statements = tuple(
        _statement(number, trailer.statements[number], spans[number], name) for number in sorted(spans, key=int)
    )
    return Golden(Analysis(article, tuple(_parts(trailer.parts, text, name)), nested(statements)), trailer.known)


def render(analysis: Analysis) -> str:
    """The golden text of an analysis; `parse` reads it back."""
    text = analysis.article.text
    numbers = {statement.id: number for number, statement in enumerate(analysis.statements, 1)}
    lines = [_line(numbers[s.id], s) for s in analysis.statements]
    lines += [
        f"part {part.kind}: {_one_line(part.span.cut(text))}" for part in analysis.parts if part.kind != "paragraph"
    ]
    if analysis.article.published:
        lines.append(f"published: {analysis.article.published}")
    return "".join(_marks(analysis, numbers)) + _RULE + "".join(line + "\n" for line in lines)


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _line(number: int, statement: Statement) -> str:
    words = [str(number), statement.kind]
    words += [statement.medium] if statement.medium != "unknown" else []
    words += [] if statement.asserted else [_UNASSERTED]
    return " ".join(words)


def _trailer(below: str, name: str) -> _Trailer:
    found = _Trailer()
    for line in below.splitlines():
        head, _, rest = line.partition(":")
        words = line.split()
        if not words or line.startswith("#"):
            continue
        if head == "published" and found.published is None:
            found.published = rest.strip()
        elif head == "known" and found.known is None:
            found.known = rest.strip()
        elif words[0] == "part" and _part_kind(head) and rest.strip():
            found.parts.append((_part_kind(head), rest.strip()))
        elif words[0].isdecimal() and words[0] not in found.statements and _is_statement(words[1:]):
            medium = next((word for word in words[2:] if word in MEDIA), "unknown")
            found.statements[words[0]] = (words[1], medium, _UNASSERTED not in words)
        else:
            raise RecordError(
                f"{name}: the line {line!r} below '---' is not known or stands there twice; see docs/golden-texts.md"
            )
    return found


def _part_kind(head: str) -> str:
    """The kind in "part KIND", empty where it is none."""
    words = head.split()
    return words[1] if len(words) == 2 and words[1] in PART_KINDS else ""


def _is_statement(words: list[str]) -> bool:
    """Whether the words are KIND [MEDIUM] [unasserted]."""
    rest = words[1:-1] if words[-1:] == [_UNASSERTED] else words[1:]
    return bool(words) and words[0] in KINDS and (not rest or (len(rest) == 1 and rest[0] in MEDIA))


def _unmarked(body: str, name: str) -> tuple[str, dict[str, dict[str, list[Span]]]]:
    """The text without marks, and number -> role -> spans."""
    text: list[str] = []
    length = position = 0
    open_marks: list[tuple[str, list[str], int]] = []
    spans: dict[str, dict[str, list[Span]]] = {}
    while position < len(body):
        mark = _MARK.match(body, position)
        character = body[position]
        if mark:
            open_marks.append((mark[1], mark[2].split(","), length))
            position = mark.end()
            continue
        position += 1
        if character == _CLOSE and open_marks:
            role, numbers, start = open_marks.pop()
            for number in numbers:
                spans.setdefault(number, {}).setdefault(role, []).append(Span(start, length))
            continue
        if character == _ESCAPE and body[position : position + 1] in (_OPEN, _CLOSE, _ESCAPE):
            character = body[position]
            position += 1
        elif character in (_OPEN, _CLOSE):
            raise RecordError(f"{name}: {character} at {position - 1} is no mark and has no \\ before it")
        text.append(character)
        length += 1
    if open_marks:
        raise RecordError(f"{name}: the mark {open_marks[-1][0]}{open_marks[-1][1][0]} is never closed")
    return "".join(text), spans


def _statement(number: str, line: tuple[str, str, bool], roles: dict[str, list[Span]], name: str) -> Statement:
    if "content" not in roles:
        raise RecordError(f"{name}: statement {number} has no content")
    return Statement(
        id=f"s{number}",
        kind=line[0],  # type: ignore[arg-type]  # checked in _trailer
        medium=line[1],  # type: ignore[arg-type]
        asserted=line[2],
        content=tuple(sorted(roles["content"])),
        speaker=tuple(sorted(roles.get("speaker", ()))),
        cue=tuple(sorted(roles.get("cue", ()))),
        addressee=tuple(sorted(roles.get("addressee", ()))),
        frame=tuple(sorted(roles.get("frame", ()))),
    )


def _parts(listed: list[tuple[str, str]], text: str, name: str) -> Iterator[Part]:
    position = 0
    for kind, words in listed:
        pattern = re.compile(r"\s+".join(re.escape(word) for word in words.split()))
        places = [Span(*match.span()) for match in pattern.finditer(text)]
        if not places:
            raise RecordError(f"{name}: the part {kind} {words!r} does not stand in the text")
        later = [span for span in places if span.start >= position]
        span = min(later or places, key=lambda span: (_misfit(kind, span, text), span.start))
        position = span.end
        yield Part(kind, span)  # type: ignore[arg-type]  # checked in _trailer


def _misfit(kind: str, span: Span, text: str) -> int:
    """How unlike a part of its kind the span stands in its line; the words of a part may stand in running text too.

    A sign of an agency and a credit end a line or paragraph, all others begin one.
    """
    before = text[max(0, span.start - _GAP) : span.start].rstrip(" \t\xa0")
    after = text[span.end : span.end + _GAP].lstrip(" \t\xa0")
    opens, closes = not before or before[-1] in _BREAKS, not after or after[0] in _BREAKS
    if kind in ("agency", "credit"):
        return 2 * (not closes) + (not opens and before[-1] not in _SENTENCE_ENDS)
    return int(not opens)


def _marks(analysis: Analysis, numbers: dict[str, int]) -> Iterator[str]:
    """The text with marks; spans that would cross an open one are cut where that one ends."""
    text = analysis.article.text
    wanted: dict[tuple[int, int, str], list[int]] = {}
    for statement in analysis.statements:
        for role in _ROLE_ORDER:
            for span in statement.spans(role):
                wanted.setdefault((span.start, span.end, role), []).append(numbers[statement.id])
    pending = sorted(wanted, key=_outside_in)
    open_ends: list[int] = []
    position = 0
    while pending or open_ends:
        if open_ends and (not pending or open_ends[-1] <= pending[0][0]):
            end = open_ends.pop()
            yield _escaped(text[position:end]) + _CLOSE
            position = end
            continue
        start, end, role = place = pending.pop(0)
        mark = ",".join(str(number) for number in sorted(wanted[place]))
        if open_ends and end > open_ends[-1]:
            rest = (open_ends[-1], end, role)
            wanted.setdefault(rest, []).extend(wanted[place])
            if rest not in pending:
                pending.append(rest)
            pending.sort(key=_outside_in)
            end = open_ends[-1]
        yield _escaped(text[position:start]) + f"{_OPEN}{role}{mark}:"
        position = start
        open_ends.append(end)
    yield _escaped(text[position:])


def _outside_in(place: tuple[int, int, str]) -> tuple[int, int, int]:
    return place[0], -place[1], _ROLE_ORDER.index(place[2])


def _escaped(words: str) -> str:
    return re.sub(r"([⟦⟧\\])", r"\\\1", words)
