"""An article's statements as a table: CSV after RFC 4180, one row a statement."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from wortlaut.record import Analysis
from wortlaut.statements import Statement
from wortlaut.surfaces.legend import Legend, Order
from wortlaut.text import Span

_TEXTS = ("content", "speaker", "cue", "addressee", "frame")
COLUMNS = (
    "article_id", "source", "title", "outlet", "published",
    "statement_id", "kind", "medium", *_TEXTS, "person", "within", "asserted", "score",
    "content_start", "content_end", *(f"{role}_spans" for role in _TEXTS),
    "person_id", "person_kind", "person_reason", "person_score", "person_entry", "relayed_by", "time", "time_words",
)  # fmt: skip

# What Excel, LibreOffice and Google Sheets may take for a formula, after OWASP's "CSV Injection"; the full-width signs
# count in East Asian settings.
_FORMULA = re.compile(r"[\s']*[=+\-@＝＋－＠]|'*[\t\r\n]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def rows(analysis: Analysis, *, by: Order = "text") -> Iterator[dict[str, str]]:
    """A row per statement with the keys of COLUMNS, all texts exactly as the article has them.

    Rows are in order of the text, or grouped `by` person. Pieces of a role are joined with " … ", the names of those
    who relay a statement with " | "; spans read "start-end;start-end" in code points, half-open. `asserted` is "true"
    or "false"; what is not known is empty.
    """
    article = analysis.article
    shared = {
        "article_id": article.id,
        "source": article.source or "",
        "title": article.title or "",
        "outlet": article.outlet or "",
        "published": article.published or "",
    }
    legend = Legend(analysis)
    for _, indices in legend.groups(by):
        for statement in (analysis.statements[index] for index in indices):
            known = _people(legend, statement) | _time(analysis, statement)
            cells = shared | _row(analysis, statement) | known
            yield {name: cells.get(name, "") for name in COLUMNS}


def render(analyses: Iterable[Analysis], *, header: bool = True, by: Order = "text") -> str:
    """The CSV of some analyses: lines end in CR LF, and cells are quoted where they must be.

    A cell that a spreadsheet could take for a formula (it begins with = + - @, a tab or a line break, perhaps after
    white space or apostrophes) is preceded by an apostrophe. To get the exact text, take away one apostrophe from each
    cell that begins with one and would need one without it. A lone surrogate, which UTF-8 cannot write, becomes U+FFFD.
    """
    page = io.StringIO(newline="")
    writer = csv.writer(page, lineterminator="\r\n")
    if header:
        writer.writerow(COLUMNS)
    for analysis in analyses:
        writer.writerows([_cell(row[name]) for name in COLUMNS] for row in rows(analysis, by=by))
    return page.getvalue()


def _row(analysis: Analysis, statement: Statement) -> dict[str, str]:
    return {
        "statement_id": statement.id,
        "kind": statement.kind,
        "medium": statement.medium,
        "within": statement.within or "",
        "asserted": "true" if statement.asserted else "false",
        "score": f"{statement.score:.4f}",
        "content_start": str(statement.content[0].start),
        "content_end": str(statement.content[-1].end),
        **{role: analysis.words(statement.spans(role)) for role in _TEXTS},
        **{f"{role}_spans": _places(statement.spans(role)) for role in _TEXTS},
    }


def _people(legend: Legend, statement: Statement) -> dict[str, str]:
    """Who made the statement and why it is that person; who passed it on."""
    cells = {"relayed_by": " | ".join(relay.person.name for relay in legend.named(statement.relayed_by))}
    shown, why = legend.of(statement), statement.attribution
    if shown is None or why is None:
        return cells
    return cells | {
        "person": shown.person.name,
        "person_id": shown.person.id,
        "person_kind": shown.person.kind,
        "person_reason": why.reason,
        "person_score": f"{why.score:.4f}",
        "person_entry": shown.person.entry or "",
    }


def _time(analysis: Analysis, statement: Statement) -> dict[str, str]:
    time = statement.time
    return {"time": time.value, "time_words": time.span.cut(analysis.article.text)} if time else {}


def _places(spans: tuple[Span, ...]) -> str:
    return ";".join(f"{span.start}-{span.end}" for span in spans)


def _cell(text: str) -> str:
    safe = _SURROGATE.sub("\ufffd", text)
    return "'" + safe if _FORMULA.match(safe) else safe
