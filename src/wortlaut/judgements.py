"""Judgements of people: who said a statement, of which kind it is, where its content stands, or that it is none; they
overrule the readings.

One judgement a line (JSON Lines), the later one wins. They belong to the article's text, so they survive new readings.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, asdict, dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from wortlaut.entries import ENTRY_KINDS, LONGEST, EntryKind, is_date
from wortlaut.errors import OutputError, RegisterError
from wortlaut.register import file_text
from wortlaut.statements import KINDS, Kind
from wortlaut.text import Span

About = Literal["person", "statement", "span"]
ABOUT: tuple[About, ...] = ("person", "statement", "span")
_ENOUGH = 0.5  # of the code points of both


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody says of a statement.

    `start` and `end` are code points of the content, half-open, `text` its words. `date` is when it was judged, ISO
    8601. About the "person", it says who said it: `person` is a name or an id of the register, None where it is nobody
    known; `kind` is of whom neither knows. About the "statement", it says which: `statement_kind` is its kind, None
    where it is no statement at all, and `person` is None. About the "span", it says where its content really stands:
    `content_start` is a code point, `content_text` are the words from there on. Raises RegisterError.
    """

    article: str
    start: int
    end: int
    text: str
    person: str | None
    date: str
    kind: EntryKind = "person"
    about: About = "person"
    statement_kind: Kind | None = None
    content_start: int | None = None
    content_text: str | None = None

    def __post_init__(self) -> None:
        for name, value in (("article", self.article), ("text", self.text)):
            if not isinstance(value, str) or not value.strip():
                raise RegisterError(f"{name!r} is {value!r}; give words")
        whole = all(isinstance(value, int) and not isinstance(value, bool) for value in (self.start, self.end))
        if not whole or not 0 <= self.start < self.end or self.end - self.start != len(self.text):
            raise RegisterError(
                f"the span {self.start!r}..{self.end!r} does not fit its text of {len(self.text)} code points; "
                "it needs 0 <= start < end, and end - start code points of text"
            )
        if self.person is not None and not _is_name(self.person):
            raise RegisterError(
                f"the person is {self.person!r:.60}; give a name or an id of at most {LONGEST} characters, or null"
            )
        if self.kind not in ENTRY_KINDS:
            raise RegisterError(f"the kind {self.kind!r} is not known; it is one of {', '.join(ENTRY_KINDS)}")
        if not is_date(self.date):
            raise RegisterError(f"{self.date!r} is no date; write YYYY-MM-DD")
        self._check_subject()

    def _check_subject(self) -> None:
        if self.about not in ABOUT:
            raise RegisterError(f"it is about {self.about!r:.60}; it can be about {' or '.join(map(repr, ABOUT))}")
        self._check_content()
        if self.statement_kind is not None and self.statement_kind not in KINDS:
            raise RegisterError(f"the statement's kind is {self.statement_kind!r:.60}; it is one of {', '.join(KINDS)}")
        if self.about != "person" and self.person is not None:
            raise RegisterError(f"it is about the {self.about}, but names {self.person!r}; write two judgements")
        if self.about != "statement" and self.statement_kind is not None:
            raise RegisterError(
                f'it is about the {self.about}, but gives the kind {self.statement_kind!r}; write "about": "statement"'
            )

    def _check_content(self) -> None:
        start, words = self.content_start, self.content_text
        if self.about != "span":
            if start is not None or words is not None:
                raise RegisterError(f'it is about the {self.about}, but gives another content; write "about": "span"')
            return
        if not isinstance(start, int) or isinstance(start, bool) or start < 0:
            raise RegisterError(f"'content_start' is {start!r:.60}; give the code point where the content begins")
        if not isinstance(words, str) or not words.strip():
            raise RegisterError(f"'content_text' is {words!r:.60}; give the words of the content")


@dataclass(frozen=True)
class Judgements:
    """Judgements in the order in which they were made."""

    all: tuple[Judgement, ...] = ()

    def __len__(self) -> int:
        return len(self.all)

    def person_for(self, article_id: str, content: Span, text: str) -> Judgement | None:
        """The latest judgement of who said a content, None where there is none; see `of()`."""
        return self.of(article_id, [content], text)[0]

    def of(
        self, article_id: str, contents: Sequence[Span], text: str, *, about: About = "person"
    ) -> list[Judgement | None]:
        """For each content of an article its latest judgement, None where there is none; `text` is that of the article.

        A judgement's words count where they stand now: at their old place, else where else in the article they are,
        nearest first. They must share at least half of the code points of both; where several contents do, as of
        nested statements, those that share most. A content that was judged to stand elsewhere is found at all of its
        places.
        """
        return self._about(about, article_id, _Contents(contents), text)

    def places(self, article_id: str, contents: Sequence[Span], text: str) -> list[Span | None]:
        """Where each content of an article stands as it was judged, None where nothing was said of its place."""
        moved = _Contents(contents)
        self._about("span", article_id, moved, text)
        return moved.now

    def of_article(self, article_id: str) -> tuple[Judgement, ...]:
        """Those of one article."""
        return tuple(self._by_article.get(article_id, ()))

    def _about(self, about: About, article_id: str, contents: _Contents, text: str) -> list[Judgement | None]:
        found: list[Judgement | None] = [None] * len(contents.known)
        own = [one for one in self._by_article.get(article_id, ()) if one.about in (about, "span")]
        # where contents stand is told first: somebody may have judged a content before it was moved, or after
        for judgement in sorted(own, key=lambda one: one.about != "span"):
            place = _found(judgement.text, judgement.start, text)
            meant = contents.moved(judgement, place, text) if judgement.about == "span" else contents.sharing(place)
            if judgement.about == about:
                for index in meant:
                    found[index] = judgement
        return found

    @cached_property
    def _by_article(self) -> dict[str, list[Judgement]]:
        found: dict[str, list[Judgement]] = {}
        for judgement in self.all:
            found.setdefault(judgement.article, []).append(judgement)
        return found


def read_judgements(path: Path) -> Judgements:
    """The judgements in a file. Raises RegisterError with the line's number where one is wrong."""
    found = []
    for number, line in enumerate(file_text(path, "wortlaut people judge").split("\n"), 1):
        if line.strip():
            try:
                found.append(_judgement(json.loads(line)))
            except (ValueError, RecursionError) as error:
                raise RegisterError(
                    f"{path}, line {number}: no JSON ({error}): {line[:60]!r}; correct the line or take it away"
                ) from error
            except RegisterError as error:
                raise RegisterError(f"{path}, line {number}: {error}") from error
    return Judgements(tuple(found))


def append_judgement(path: Path, judgement: Judgement) -> None:
    """Add one line in one write, and flush it to disk; a line that was cut off before is ended first."""
    append_judgements(path, [judgement])


def append_judgements(path: Path, judgements: Sequence[Judgement]) -> None:
    """The same of several, in one write."""
    line = b"".join(map(_line, judgements))
    try:
        with path.open("a+b", buffering=0) as file:
            if file.seek(0, os.SEEK_END):
                file.seek(-1, os.SEEK_END)
                line = line if file.read(1) == b"\n" else b"\n" + line
            file.write(line)
            os.fsync(file.fileno())
    except OSError as error:
        raise OutputError(f"{path} cannot be written ({error.strerror}); make room or choose another file") from error


def _line(judgement: Judgement) -> bytes:
    return json.dumps(said(judgement), ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def said(judgement: Judgement) -> dict[str, Any]:
    """A judgement as plain values; what an older Wortlaut does not know is left out where it says nothing."""
    values = without_span(judgement)
    if judgement.about == "person":
        del values["about"], values["statement_kind"]
    return values


def without_span(judgement: Judgement) -> dict[str, Any]:
    """A judgement as plain values, as it was before there were those of spans, unless it is one."""
    values = asdict(judgement)
    if judgement.about != "span":
        del values["content_start"], values["content_text"]
    return values


def _judgement(given: object) -> Judgement:
    known = {field.name for field in fields(Judgement)}
    needed = {field.name for field in fields(Judgement) if field.default is MISSING}
    if not isinstance(given, Mapping) or not needed <= set(given) <= known:
        raise RegisterError(f"{given!r:.60} is no judgement; its fields are {', '.join(sorted(known))}")
    values: dict[str, Any] = dict(given)
    return Judgement(**values)


def _is_name(value: object) -> bool:
    return isinstance(value, str) and value.strip() != "" and len(value) <= LONGEST and value.isprintable()


class _Contents:
    """Contents of an article with all places that judgements know them at."""

    def __init__(self, contents: Iterable[Span]) -> None:
        self.known = [[content] for content in contents]
        self.now: list[Span | None] = [None] * len(self.known)

    def sharing(self, place: Span | None) -> list[int]:
        """Those that share most with a place, and at least half; their numbers."""
        shares = [_most(known, place) for known in self.known]
        most = max(shares, default=0.0)
        return [index for index, share in enumerate(shares) if share >= _ENOUGH and share == most]

    def moved(self, judgement: Judgement, place: Span | None, text: str) -> list[int]:
        """Let a judgement of a span move what it is about; its numbers.

        That is what stands where the content stood then or, as a newer reading may have found it, where it belongs.
        """
        drift = place.start - judgement.start if place else 0
        target = _found(judgement.content_text or "", (judgement.content_start or 0) + drift, text)
        if target is None:
            return []
        meant = self.sharing(place)
        there = self.sharing(target)
        if there and (not meant or _most(self.known[there[0]], target) > _most(self.known[meant[0]], place)):
            meant = there
        for index in meant:
            self.known[index] += [one for one in (place, target) if one is not None]
            self.now[index] = target
        return meant


def _most(known: Iterable[Span], place: Span | None) -> float:
    return max((_share(place, one) for one in known), default=0.0) if place else 0.0


def _found(words: str, start: int, text: str) -> Span | None:
    """Where words stand in a text that once stood at a place: there, else nearest to it."""
    if text.startswith(words, start):
        return Span(start, start + len(words))
    starts, found = [], text.find(words)
    while found >= 0:
        starts.append(found)
        found = text.find(words, found + 1)
    if not starts:
        return None
    nearest = min(starts, key=lambda one: abs(one - start))
    return Span(nearest, nearest + len(words))


def _share(one: Span, two: Span) -> float:
    """How much of the longer one they share, 0..1."""
    return max(0, min(one.end, two.end) - max(one.start, two.start)) / max(len(one), len(two), 1)
