"""Citation: how to cite a statement or a report, as a line in German or English style and for bibliographies."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC

from wortlaut.exports.linked import Named
from wortlaut.kept import Kept
from wortlaut.statements import Statement
from wortlaut.surfaces.citations.lines import SAID, Said, english, german, head
from wortlaut.surfaces.citations.works import Work, key, line, moment
from wortlaut.surfaces.report import Report
from wortlaut.text import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """A line in either style, and the work for bibliographies."""

    german: str
    english: str
    work: Work


def of_statement(kept: Kept, statement: Statement, *, link: str | None = None) -> Citation:
    """How to cite a statement from the article that has it. `link` is where the statement itself can be seen.

    The day of access is that on which the article came into the archive.

    >>> from wortlaut.golden import parse
    >>> marked = "⟦content1:„Wir bauen“⟧, ⟦cue1:sagte⟧ ⟦speaker1:Eva Brandt⟧."
    >>> analysis = parse(f"{marked}\\n---\\n1 direct by=p1\\nperson p1: Eva Brandt").analysis
    >>> of_statement(Kept(analysis), analysis.statements[0]).german
    'Eva Brandt: „Wir bauen“, zitiert nach: o. T., o. D.'
    """
    said = _said(kept, statement, link)
    work = _article(kept, statement.content, said)
    return Citation(german(said, work), english(said, work), work)


def of_report(report: Report) -> Citation:
    """How to cite a report on a quotation; where it has a link, it can be seen there."""
    made = report.made.astimezone(UTC) if report.made.tzinfo else report.made
    told = "\0".join((report.checked.finding.claim, report.checked.person or "", report.link or made.isoformat()))
    work = Work(
        key(report.say["report"], made.year, _digest(told)), "webpage" if report.link else "document",
        f"{report.say['report']}: {report.quoted}", container=report.archive, author=f"Wortlaut {report.version}",
        published=made.date().isoformat(), url=report.link, language=report.language, note=report.judged,
    )  # fmt: skip
    return Citation(report.told_in("de").citation, report.told_in("en").citation, work)


def _said(kept: Kept, statement: Statement, link: str | None) -> Said:
    analysis = kept.analysis
    person = analysis.person(statement)
    who = person.name if person else analysis.words(statement.speaker)
    pieces = [line(span.cut(analysis.article.text), SAID) for span in statement.content]
    return Said(line(who), tuple(filter(None, pieces)), statement.kind == "direct", statement.asserted, link)


def _article(kept: Kept, content: tuple[Span, ...], said: Said) -> Work:
    article, named = kept.analysis.article, Named(kept)
    url = named.article if named.article.lower().startswith("http") else None
    when = moment(article.published)
    told = head(said, "de")
    return Work(
        key(said.who or article.outlet or "", when.year if when else None,
            _digest(f"{named.digest}:{content[0].start}-{content[-1].end}")),
        "newspaper" if article.outlet else "webpage" if url else "document", article.title, article.outlet,
        published=article.published, url=url, accessed=kept.added.date() if kept.added and url else None,
        language=article.language, note=f"{told}. Beleg: {said.link}" if said.link else told,
    )  # fmt: skip


def _digest(told: str) -> str:
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
