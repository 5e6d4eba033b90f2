"""Statements as a table for discourse network analysis: the columns of Discourse Network Analyzer (DNA) and rDNA."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from wortlaut.exports.cells import defused
from wortlaut.exports.rows import Row, frame_rows
from wortlaut.kept import Kept

COLUMNS = (
    "statement_id", "time", "document_id", "document_title", "document_author", "document_source", "document_section",
    "document_type", "person", "organization", "concept", "agreement", "start", "stop", "text",
)  # fmt: skip
_PEOPLE = ("person", "unnamed")
TYPE = "Wortlaut statement"


def dna_pieces(kept: Iterable[Kept]) -> Iterator[str]:
    """CSV, a row a statement, as DNA's own export of statements.

    `concept` is the utterance, so that those who say the same meet in a network; who codes concepts writes over it.
    `agreement` is 1 where the words are said to have been said, else 0; it is no opinion on the concept. `start` and
    `stop` are code points, half-open. Cells that could be formulas have an apostrophe before them.
    """
    yield _line(COLUMNS)
    for number, row in enumerate(frame_rows(kept), 1):
        yield _line([defused(cell) for cell in _cells(row, number)])


def _cells(row: Row, number: int) -> list[str]:
    name = row.person or ""
    is_person = row.person_kind in _PEOPLE
    return [
        str(number),
        _time(row.published),
        f"article {row.article}.{row.version}",
        row.title or "",
        "",
        row.outlet or row.source or "",
        "",
        TYPE,
        name if is_person else "",
        "" if is_person else name,
        "" if row.utterance is None else f"utterance {row.utterance}",
        "1" if row.asserted else "0",
        str(row.content_start),
        str(row.content_end),
        row.content,
    ]


def _time(published: str | None) -> str:
    """As DNA writes it: YYYY-MM-DD HH:MM:SS, the local time of the article."""
    day, _, clock = (published or "").replace("T", " ").partition(" ")
    return f"{day} {clock[:8] if len(clock) >= 8 else '00:00:00'}" if day else ""


def _line(cells: Iterable[str]) -> str:
    page = io.StringIO(newline="")
    csv.writer(page, lineterminator="\r\n").writerow(cells)
    return page.getvalue()
