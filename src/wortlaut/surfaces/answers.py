"""What was found and checked as plain values for JSON; the fields are a contract, see docs/reference/answers.md."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from wortlaut.archive.checking import Checked
from wortlaut.archive.checking import Passage as Found
from wortlaut.archive.finding import Hit, Page
from wortlaut.kept import Kept
from wortlaut.persons import Person
from wortlaut.record import to_dict
from wortlaut.statements import Statement
from wortlaut.surfaces.evidence import Shown, shown
from wortlaut.text import Span
from wortlaut.verdicts import Missing


def page(found: Page) -> dict[str, Any]:
    """One page of what was found: `hits`, and `next`, where to go on, null after the last page."""
    return {"hits": [hit_answer(one) for one in found.hits], "next": found.next}


def checked(given: Checked) -> dict[str, Any]:
    """A verdict with its evidence, best first, and what was searched."""
    finding, searched, evidence = given.finding, given.searched, shown(given)
    first = given.first
    return {
        "verdict": finding.verdict,
        "claim": finding.claim,
        "compared": finding.compared,
        "person": given.person,
        "contested": finding.contested,
        "evidence": [_evidence(one) for one in evidence],
        "first": first.candidate.address if first else None,
        "passages": [_passage(one) for one in given.passages],
        "searched": {
            "articles": searched.articles,
            "outlets": searched.outlets,
            "since": _day(searched.since),
            "until": _day(searched.until),
        },
    }


def hit_answer(hit: Hit) -> dict[str, Any]:
    """A statement in its article."""
    content = hit.statement.content
    return {
        "address": hit.kept.address(hit.statement),
        "article": article_answer(hit.kept),
        "span": _span(Span(content[0].start, content[-1].end), hit.kept.analysis.article.text),
        "statement": _statement(hit.kept, hit.statement),
        **_person(hit.kept, hit.kept.analysis.person(hit.statement)),
        "date": _day(hit.day),
        "utterance": hit.kept.utterances.get(hit.statement.id),
        "variants": hit.variants,
    }


def _evidence(one: Shown) -> dict[str, Any]:
    evidence, candidate = one.evidence, one.evidence.candidate
    return {
        "address": candidate.address,
        "verdict": evidence.verdict,
        "wording": evidence.wording,
        "article": article_answer(one.kept),
        "span": _span(one.place, one.text),
        "spans": [_span(span, one.text) for span in evidence.spans],
        "statement": _statement(one.kept, one.statement),
        **_person(one.kept, one.kept.analysis.person(one.statement)),
        "asked": candidate.asked,
        "asserted": candidate.asserted,
        "date": candidate.date,
        "missing": [_missing(missing, one.text) for missing in evidence.missing],
        "changes": [{"kind": change.kind, "old": change.old, "new": change.new} for change in evidence.changes],
        "negation": evidence.negation,
        "joined": list(evidence.joined),
        "score": round(evidence.score, 4),
    }


def _passage(one: Found) -> dict[str, Any]:
    return {"article": article_answer(one.kept), "span": _span(one.span, one.kept.analysis.article.text)}


def article_answer(kept: Kept) -> dict[str, Any]:
    """An article without its text."""
    article = kept.analysis.article
    return {
        "id": article.id,
        "number": kept.article,
        "version": kept.version,
        "source": article.source,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "story": kept.story,
    }


def _statement(kept: Kept, statement: Statement) -> dict[str, Any]:
    """The statement as in the record."""
    alone = replace(kept.analysis, parts=(), statements=(statement,), people=())
    record: dict[str, Any] = to_dict(alone)["statements"][0]
    return record


def _person(kept: Kept, person: Person | None) -> dict[str, Any]:
    return {
        "person": person.name if person else None,
        "entry": person.entry if person else None,
        "person_number": kept.people.get(person.id) if person else None,
    }


def _missing(missing: Missing, text: str) -> dict[str, Any]:
    return {"place": missing.place, "words": missing.words, **_span(missing.span, text)}


def _span(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.cut(text)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
