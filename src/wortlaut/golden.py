"""Golden texts: the bracket form of an analysis, printed and read back; see docs/golden-texts.md."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from wortlaut.errors import RecordError
from wortlaut.parts import PART_KINDS, Part
from wortlaut.persons import PERSON_KINDS, Person
from wortlaut.record import Analysis
from wortlaut.statements import KINDS, MEDIA, Attribution, Statement, Time, nested
from wortlaut.text import Article, Span

_OPEN, _CLOSE, _ESCAPE = "⟦", "⟧", "\\"
_MARK = re.compile(r"⟦(content|cue|speaker|addressee|frame|time)(\d+(?:,\d+)*):")
_STATEMENT = re.compile(
    rf"(?P<kind>{'|'.join(KINDS)})(?: (?P<medium>{'|'.join(MEDIA)}))?(?P<no> unasserted)?"
    r"(?: by=(?P<by>\S+))?(?: via=(?P<via>\S+))?(?: time=(?P<time>\S+))?"
)
_RULE = "\n---\n"
_UNASSERTED = "unasserted"
_SENTENCE_ENDS = '.!?…“”"»«)'
_GAP = 80  # code points looked at before and after a part; more white space is not expected there
_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
_ROLE_ORDER = (
    "frame",
    "content",
    "speaker",
    "addressee",
    "time",
    "cue",
)  # of marks with the same place: from the outside in


_NOBODY = "-"


@dataclass(frozen=True)
class Golden:
    """A golden text: the analysis that is right, and why the program is known to fail on it, if it is.

    `judged` are the ids of the statements of which the text says who made them and when, be it nobody and never.
    `names` holds for each id of a person all names that are equally right.
    """

    analysis: Analysis
    known: str | None = None
    judged: frozenset[str] = frozenset()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Line:
    """What stands in the line of a statement; `by`, `via` and `time` are None where they are not judged."""

    kind: str
    medium: str = "unknown"
    asserted: bool = True
    by: tuple[str, ...] | None = None
    via: tuple[str, ...] = ()
    time: str | None = None


@dataclass
class _Trailer:
    statements: dict[str, _Line] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
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
    judged = frozenset(f"s{number}" for number, line in trailer.statements.items() if line.by is not None)
    analysis = Analysis(article, tuple(_parts(trailer.parts, text, name)), nested(statements), _people(trailer, name))
    return Golden(analysis, trailer.known, judged, trailer.names)


def render(analysis: Analysis) -> str:
    """The golden text of an analysis; `parse` reads it back."""
    text = analysis.article.text
    numbers = {statement.id: number for number, statement in enumerate(analysis.statements, 1)}
    members = {person.id: person.members for person in analysis.people if person.members}
    judged = bool(analysis.people) or any(s.time for s in analysis.statements)
    lines = [_line(numbers[s.id], s) + (_links(s, members) if judged else "") for s in analysis.statements]
    lines += [
        f"{person.kind} {person.id}: {_one_line(person.name)}" for person in analysis.people if not person.members
    ]
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


def _links(statement: Statement, members: Mapping[str, tuple[str, ...]]) -> str:
    """Who made it, who passed it on, and when: " by=p1 via=p2 time=2026-03-02"."""
    by = members.get(statement.person or "", (statement.person or _NOBODY,))
    via = " via=" + ",".join(statement.relayed_by) if statement.relayed_by else ""
    return f" by={','.join(by)}{via} time={statement.time.value if statement.time else _NOBODY}"


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
        elif words[0].isdecimal() and words[0] not in found.statements and (given := _given(words[1:])):
            found.statements[words[0]] = given
        elif words[0] in PERSON_KINDS and (person := _person(head, rest)) and person.id not in found.people:
            found.people[person.id] = person
            found.names[person.id] = tuple(name.strip() for name in rest.split(" / "))
        else:
            raise RecordError(
                f"{name}: the line {line!r} below '---' is not known or stands there twice; see docs/golden-texts.md"
            )
    return found


def _part_kind(head: str) -> str:
    """The kind in "part KIND", empty where it is none."""
    words = head.split()
    return words[1] if len(words) == 2 and words[1] in PART_KINDS else ""


def _given(words: list[str]) -> _Line | None:
    """The words KIND [MEDIUM] [unasserted] [by=IDS] [via=IDS] [time=VALUE] of a line; None where they are others."""
    match = _STATEMENT.fullmatch(" ".join(words))
    if not match:
        return None
    by, via = (tuple(ids.split(",")) if ids else () for ids in (match["by"], match["via"]))
    by = () if by == (_NOBODY,) else by
    time = None if match["time"] in (None, _NOBODY) else match["time"]
    given = match["by"] is not None
    return _Line(match["kind"], match["medium"] or "unknown", not match["no"], by if given else None, via, time)


def _person(head: str, rest: str) -> Person | None:
    """The person of a line "KIND ID: NAME / OTHER NAME"; None where it is no such line."""
    kind, _, identity = head.partition(" ")
    name = rest.partition(" / ")[0].strip()
    if not name or not re.fullmatch(r"[a-z]+\d+", identity):
        return None
    return Person(identity, name, kind)  # type: ignore[arg-type]  # one of PERSON_KINDS, as the caller saw


def _people(trailer: _Trailer, name: str) -> tuple[Person, ...]:
    """The people listed, and a group for each set of them that speaks together."""
    found = dict(trailer.people)
    for number, line in trailer.statements.items():
        by = line.by or ()
        unknown = [one for one in (*by, *line.via) if one not in trailer.people]
        if unknown:
            raise RecordError(f"{name}: statement {number} is by or via {unknown[0]!r}, who has no line below '---'")
        if len(by) > 1:
            together = " und ".join(trailer.people[one].name for one in by)
            found["+".join(by)] = Person("+".join(by), together, "group", members=by)
    return tuple(found.values())


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


def _statement(number: str, line: _Line, roles: dict[str, list[Span]], name: str) -> Statement:
    if "content" not in roles:
        raise RecordError(f"{name}: statement {number} has no content")
    if bool(line.time) != ("time" in roles):
        raise RecordError(f"{name}: statement {number} has a time in its line or marked in the text, but not both")
    return Statement(
        id=f"s{number}",
        kind=line.kind,  # type: ignore[arg-type]  # checked in _given
        medium=line.medium,  # type: ignore[arg-type]
        asserted=line.asserted,
        attribution=Attribution("+".join(line.by), "name") if line.by else None,
        relayed_by=line.via,
        time=Time(line.time, min(roles["time"])) if line.time else None,
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
            for span in _marked(statement, role):
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


def _marked(statement: Statement, role: str) -> tuple[Span, ...]:
    if role == "time":
        return (statement.time.span,) if statement.time else ()
    return statement.spans(role)


def _outside_in(place: tuple[int, int, str]) -> tuple[int, int, int]:
    return place[0], -place[1], _ROLE_ORDER.index(place[2])


def _escaped(words: str) -> str:
    return re.sub(r"([⟦⟧\\])", r"\\\1", words)
