"""An article's statements as a table: CSV after RFC 4180, one row a statement."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from wortlaut.exports.cells import defused, plain
from wortlaut.exports.rows import COLUMNS as ALL
from wortlaut.exports.rows import article_rows
from wortlaut.kept import Kept
from wortlaut.record import Analysis
from wortlaut.surfaces.legend import Legend, Order

COLUMNS = ALL[: ALL.index("time_words") + 1]  # those that an article knows without an archive


def rows(analysis: Analysis, *, by: Order = "text") -> Iterator[dict[str, str]]:
    """A row per statement with the keys of COLUMNS, all texts exactly as the article has them.

    Rows are in order of the text, or grouped `by` person. Pieces of a role are joined with " … ", the names of those
    who relay a statement with " | "; spans read "start-end;start-end" in code points, half-open. `asserted` is "true"
    or "false"; what is not known is empty.
    """
    found = list(article_rows(Kept(analysis)))
    for _, indices in Legend(analysis).groups(by):
        for index in indices:
            yield {name: plain(getattr(found[index], name)) for name in COLUMNS}


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
        writer.writerows([defused(row[name]) for name in COLUMNS] for row in rows(analysis, by=by))
    return page.getvalue()
