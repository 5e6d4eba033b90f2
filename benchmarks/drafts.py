"""Drafts of articles: paragraphs with what is said in them, and how they become analyses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from benchmarks.newsmakers import Newsmaker, Outlet
from wortlaut.parts import Part
from wortlaut.persons import Person
from wortlaut.record import Analysis
from wortlaut.statements import Attribution, Kind, Medium, Reason, Statement, Time
from wortlaut.text import Article, Span

Place = tuple[int, int]  # start and end in a paragraph
Told = tuple[str, str]  # the ids of an article and of a statement in it


@dataclass(slots=True)
class Said:
    """A statement in a paragraph; all places count from the begin of the paragraph.

    `naming` is the paragraph and the place in it that names the speaker most fully. `inner` lies within this one.
    """

    kind: Kind
    content: tuple[Place, ...]
    medium: Medium = "speech"
    cue: tuple[Place, ...] = ()
    speaker: tuple[Place, ...] = ()
    addressee: tuple[Place, ...] = ()
    frame: tuple[Place, ...] = ()
    who: Newsmaker | None = None
    reason: Reason = "name"
    naming: Naming | None = None
    asserted: bool = True
    score: float = 1.0
    time: tuple[str, Place] | None = None
    inner: Said | None = None
    repeats: Uttered | None = None
    first: Uttered | None = None


@dataclass(slots=True)
class Uttered:
    """What may be repeated: who said it when; it knows where it was told first, once that article is published."""

    who: Newsmaker
    day: date
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    paragraph: Paragraph
    place: Place


@dataclass(slots=True, eq=False)
class Paragraph:
    """`text` without line breaks."""

    text: str = ""
    said: list[Said] = field(default_factory=list)

    def put(self, words: str) -> Place:
        """Adds words, and tells their place."""
        start = len(self.text)
        self.text += words
        return start, len(self.text)


@dataclass(frozen=True, slots=True)
class Edition:
    """How an outlet carries a draft; `agency` is the sign of the agency that it is from."""

    outlet: Outlet
    published: datetime
    title: str
    place: str
    agency: str | None
    sign_last: bool = False
    number: int = 0

    @property
    def source(self) -> str:
        return f"https://{self.outlet.host}/{self.published:%Y/%m/%d}/{self.place.lower()}-{self.number}.html"


@dataclass(frozen=True, slots=True)
class Made:
    """An analysis with what is known of it: the article it copies, and which statement each statement repeats.

    What is quoted within a statement repeats that one.
    """

    analysis: Analysis
    copy_of: str | None = None
    repeats: Mapping[str, Told] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Draft:
    """An article before it is published."""

    paragraphs: tuple[Paragraph, ...]

    def cut(self, number: int) -> Draft:
        """The first paragraphs of it."""
        return Draft(self.paragraphs[:number])

    def and_then(self, paragraph: Paragraph) -> Draft:
        return Draft((*self.paragraphs, paragraph))

    def published(self, edition: Edition, copy_of: str | None = None) -> Made:
        """The analysis of the article as an outlet carries it."""
        return _Setting(self, edition).made(copy_of)


class _Setting:
    """One draft being set: where its paragraphs stand, who is in it, what is said."""

    def __init__(self, draft: Draft, edition: Edition) -> None:
        self._edition = edition
        self._draft = draft
        self._starts: dict[Paragraph, int] = {}
        self._parts: list[Part] = []
        self.text = self._set()
        self._ids: dict[Newsmaker, str] = {}
        self._mentions: dict[Newsmaker, list[Span]] = {}
        self._statements: list[Statement] = []
        self._said: list[Said] = []

    def made(self, copy_of: str | None) -> Made:
        for paragraph in self._draft.paragraphs:
            start = self._starts[paragraph]
            for said in paragraph.said:
                self._add(said, start)
        edition = self._edition
        article = Article(
            self.text,
            source=edition.source,
            title=edition.title,
            outlet=edition.outlet.name,
            language="de",
            published=edition.published.isoformat(),
        )
        people = tuple(self._person(who) for who in self._ids)
        analysis = Analysis(article, tuple(self._parts), tuple(self._statements), people)
        return Made(analysis, copy_of, {} if copy_of else self._repeats(article.id))

    def _set(self) -> str:
        edition = self._edition
        sign = f" ({edition.agency})" if edition.agency and not edition.sign_last else ""
        pieces = [f"{edition.place}{sign} –"]
        self._parts.append(Part("dateline", Span(0, len(pieces[0]))))
        place, gap = len(pieces[0]), " "
        for paragraph in self._draft.paragraphs:
            place += len(gap)
            self._starts[paragraph] = place
            self._parts.append(Part("paragraph", Span(place, place + len(paragraph.text))))
            pieces += gap, paragraph.text
            place += len(paragraph.text)
            gap = "\n\n"
        if edition.agency and edition.sign_last:
            pieces.append(f"\n\n({edition.agency})")
            self._parts.append(Part("agency", Span(place + 2, place + len(pieces[-1]))))
        return "".join(pieces)

    def _add(self, said: Said, start: int, within: str | None = None) -> None:
        id = f"s{len(self._statements) + 1}"
        time = Time(said.time[0], _span(said.time[1], start)) if said.time else None
        statement = Statement(
            id,
            said.kind,
            _spans(said.content, start),
            _spans(said.speaker, start),
            _spans(said.cue, start),
            _spans(said.addressee, start),
            _spans(said.frame, start),
            said.medium,
            within,
            said.asserted,
            said.score,
            self._attribution(said, start),
            time=time,
        )
        self._statements.append(statement)
        self._said.append(said)
        if said.inner:
            self._add(said.inner, start, id)

    def _attribution(self, said: Said, start: int) -> Attribution | None:
        if not said.who or not said.naming:
            return None
        id = self._ids.setdefault(said.who, f"p{len(self._ids) + 1}")
        mentions = self._mentions.setdefault(said.who, [])
        mentions += [span for span in _spans(said.speaker, start) if span not in mentions]
        evidence = _span(said.naming.place, self._starts[said.naming.paragraph])
        return Attribution(id, said.reason, _sure(said), evidence)

    def _person(self, who: Newsmaker) -> Person:
        return Person(
            self._ids[who],
            who.name,
            who.kind,
            (who.role,) if who.role else (),
            tuple(self._mentions[who]),
            entry=who.entry,
        )

    def _repeats(self, article: str) -> dict[str, Told]:
        found = {}
        for said, statement in zip(self._said, self._statements, strict=True):
            if said.first:
                said.first.told = article, statement.id
            if statement.within:
                found[statement.id] = article, statement.within
            elif said.repeats and said.repeats.told:
                found[statement.id] = said.repeats.told
        return found


def _sure(said: Said) -> float:
    return 0.95 if said.reason in ("name", "apposition") else 0.8


def _spans(places: Sequence[Place], start: int) -> tuple[Span, ...]:
    return tuple([Span(start + first, start + last) for first, last in places]) if places else ()


def _span(place: Place, start: int) -> Span:
    return Span(start + place[0], start + place[1])
