"""Row: everything about one statement, flat; the one place that makes rows of tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import UTC, datetime

from wortlaut.kept import Kept
from wortlaut.persons import Person
from wortlaut.statements import Statement
from wortlaut.text import Span

AND = " | "  # between several names


@dataclass(frozen=True, slots=True)
class Row:
    """A statement with its article, its person and its place in the archive; None is what is not known.

    Texts are exactly as the article has them. Pieces of a role are joined with " … ", several names with " | "; spans
    read "start-end;start-end" in code points, half-open. Scores are 0..1, `added` is UTC. `article` to `address` are
    those of `Kept`; `person_number` is the person's in the archive.
    """

    article_id: str
    source: str | None
    title: str | None
    outlet: str | None
    published: str | None
    statement_id: str
    kind: str
    medium: str
    content: str
    speaker: str | None
    cue: str | None
    addressee: str | None
    frame: str | None
    person: str | None
    within: str | None
    asserted: bool
    score: float
    content_start: int
    content_end: int
    content_spans: str
    speaker_spans: str | None
    cue_spans: str | None
    addressee_spans: str | None
    frame_spans: str | None
    person_id: str | None
    person_kind: str | None
    person_reason: str | None
    person_score: float | None
    person_entry: str | None
    relayed_by: str | None
    time: str | None
    time_words: str | None
    time_span: str | None
    language: str | None
    person_roles: str | None
    person_members: str | None
    person_evidence: str | None
    person_evidence_span: str | None
    article: int
    version: int
    added: datetime | None
    story: int | None
    person_number: int | None
    utterance: int | None
    address: str


COLUMNS = tuple(field.name for field in fields(Row))


def frame_rows(kept: Iterable[Kept]) -> Iterator[Row]:
    """A row per statement, article by article, in order of the text."""
    for one in kept:
        yield from article_rows(one)


def article_rows(kept: Kept) -> Iterator[Row]:
    """The rows of one article."""
    people = {person.id: person for person in reversed(kept.analysis.people)}
    for statement in kept.analysis.statements:
        yield _row(kept, statement, people)


def in_utc(moment: datetime | None) -> datetime | None:
    """The same with its time zone; without one it is UTC already."""
    if moment is None:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _row(kept: Kept, statement: Statement, people: dict[str, Person]) -> Row:
    article, words, time = kept.analysis.article, kept.analysis.words, statement.time
    why, person = statement.attribution, people.get(statement.person or "")
    known = why if person else None
    evidence = (known.evidence,) if known and known.evidence else ()
    return Row(
        article_id=article.id,
        source=article.source,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        statement_id=statement.id,
        kind=statement.kind,
        medium=statement.medium,
        content=words(statement.content),
        speaker=words(statement.speaker) or None,
        cue=words(statement.cue) or None,
        addressee=words(statement.addressee) or None,
        frame=words(statement.frame) or None,
        person=person.name if person else None,
        within=statement.within,
        asserted=statement.asserted,
        score=statement.score,
        content_start=statement.content[0].start,
        content_end=statement.content[-1].end,
        content_spans=places(statement.content),
        speaker_spans=places(statement.speaker) or None,
        cue_spans=places(statement.cue) or None,
        addressee_spans=places(statement.addressee) or None,
        frame_spans=places(statement.frame) or None,
        person_id=person.id if person else None,
        person_kind=person.kind if person else None,
        person_reason=known.reason if known else None,
        person_score=known.score if known else None,
        person_entry=person.entry if person else None,
        relayed_by=_names(statement.relayed_by, people),
        time=time.value if time else None,
        time_words=time.span.cut(article.text) if time else None,
        time_span=places((time.span,)) if time else None,
        language=article.language,
        person_roles=AND.join(person.roles) or None if person else None,
        person_members=_names(person.members, people) if person else None,
        person_evidence=words(evidence) or None,
        person_evidence_span=places(evidence) or None,
        article=kept.article,
        version=kept.version,
        added=in_utc(kept.added),
        story=kept.story,
        person_number=kept.people.get(person.id) if person else None,
        utterance=kept.utterances.get(statement.id),
        address=kept.address(statement),
    )


def _names(ids: tuple[str, ...], people: dict[str, Person]) -> str | None:
    return AND.join(people[id].name for id in ids if id in people) or None


def places(spans: tuple[Span, ...]) -> str:
    """Spans as text, "start-end;start-end" in code points, half-open."""
    return ";".join(f"{span.start}-{span.end}" for span in spans)
