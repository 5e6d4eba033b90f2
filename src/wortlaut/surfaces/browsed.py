"""Articles, statements and people of an archive as plain values for JSON; the fields are in docs/reference/api.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from wortlaut.archive.browsing import Articles, Version
from wortlaut.archive.facets import Facets
from wortlaut.archive.finding import Count, Hit, Page
from wortlaut.archive.naming import Somebodies
from wortlaut.archive.profiles import Profile
from wortlaut.archive.searching import Group
from wortlaut.copies import agency
from wortlaut.exports.rows import in_utc
from wortlaut.kept import Kept, published
from wortlaut.record import to_dict
from wortlaut.surfaces.answers import article_answer, hit_answer, page
from wortlaut.text import Span

_AROUND = 300  # code points of context on either side


def listed(kept: Kept) -> dict[str, Any]:
    """An article of a list."""
    return {**article_answer(kept), "added": _moment(kept.added), "statements": len(kept.analysis.statements)}


def articles(found: Articles) -> dict[str, Any]:
    """A page of articles."""
    return {"articles": [listed(one) for one in found.kept], "next": _place(found.next)}


def record(kept: Kept, versions: Iterable[Version]) -> dict[str, Any]:
    """The record of an article, with what the archive knows beyond it."""
    known = {
        "article": kept.article,
        "version": kept.version,
        "latest": kept.latest,
        "added": _moment(kept.added),
        "story": kept.story,
        "model": kept.model,
        "people": dict(kept.people),
        "utterances": dict(kept.utterances),
        "versions": [{"version": one.number, "added": _moment(one.added)} for one in versions],
    }
    return {**to_dict(kept.analysis), "archive": known}


def copies(found: Sequence[Kept]) -> dict[str, Any]:
    """The articles that carry the same agency copy."""
    ordered = sorted(found, key=published)
    agencies = dict.fromkeys(whose for one in ordered if (whose := agency(one.analysis.article.text)))
    return {"agencies": list(agencies), "articles": [listed(one) for one in ordered]}


def said(hit: Hit, forms: Sequence[Hit]) -> dict[str, Any]:
    """A statement with its context, and the same utterance in other articles."""
    text, content = hit.kept.analysis.article.text, hit.statement.content
    around = Span(max(0, content[0].start - _AROUND), min(len(text), content[-1].end + _AROUND))
    context = {"start": around.start, "end": around.end, "text": around.cut(text)}
    return {**hit_answer(hit), "context": context, "forms": [hit_answer(one) for one in forms]}


def utterance(number: int, found: Page) -> dict[str, Any]:
    """A page of the statements that are one utterance."""
    return {"utterance": number, "total": found.hits[0].variants if found.hits else 0, **page(found)}


def people(found: Somebodies) -> dict[str, Any]:
    """A page of people."""
    return {"people": [_fields(one) for one in found.people], "next": _place(found.next)}


def person(known: Profile) -> dict[str, Any]:
    """What is known of a person."""
    return {
        "number": known.number,
        "name": known.name,
        "kind": known.kind,
        "entry": known.entry,
        "prints": known.prints,
        "statements": known.statements,
        "utterances": known.utterances,
        "articles": known.articles,
        "complete": known.complete,
        "since": _day(known.first),
        "until": _day(known.last),
        "names": [_fields(one) for one in known.names],
        "merged": list(known.merged),
        "roles": [
            {"words": one.words, "since": _day(one.first), "until": _day(one.last), "articles": one.articles}
            for one in known.roles
        ],
        "months": bars(known.by_month),
        "outlets": bars(known.by_outlet),
        "about": [_fields(one) for one in known.about],
        "topics": [{**_fields(one), "score": round(one.score, 4)} for one in known.topics],
    }


def total(count: Count) -> dict[str, Any]:
    """How many there are in all."""
    return {"statements": count.statements, "utterances": count.utterances}


def bars(counts: Iterable[Count]) -> list[dict[str, Any]]:
    """How many belong to each."""
    return [{"name": one.name, **total(one)} for one in counts]


def facets(found: Facets, wanted: Iterable[Group]) -> dict[str, Any]:
    """How what was found is spread; null for what is not wanted."""
    asked = frozenset(wanted)
    known = {"person": found.people, "outlet": found.outlets, "month": found.months, "kind": found.kinds}
    spread = {by: [_fields(one) for one in tallies] if by in asked else None for by, tallies in known.items()}
    return {"complete": found.complete, "seen": found.seen, **spread}


def _fields(one: Any) -> dict[str, Any]:
    """The plain fields of a dataclass."""
    return {field.name: getattr(one, field.name) for field in fields(one)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _place(number: int | None) -> str | None:
    return None if number is None else str(number)


def _moment(moment: datetime | None) -> str | None:
    known = in_utc(moment)
    return known.isoformat() if known else None
