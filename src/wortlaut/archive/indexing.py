"""The full text of an archive, made anew from its texts and statements."""

from __future__ import annotations

from sqlalchemy import Connection, select

from wortlaut.archive.dialect import INDEXES, Dialect
from wortlaut.archive.expressions import Indexed
from wortlaut.archive.packing import pieces, unpacked_text
from wortlaut.archive.progress import Progress, silent
from wortlaut.archive.schema import statements, texts
from wortlaut.archive.writing import marks
from wortlaut.stems import stems

_TOGETHER = 200  # versions in memory


def index_anew(connection: Connection, dialect: Dialect, progress: Progress = silent) -> None:
    """Empty both indexes and fill them."""
    for index in INDEXES:
        dialect.clear(connection, index)
    last = done = 0
    while True:
        query = select(texts.c.version_id, texts.c.data).where(texts.c.version_id > last)
        rows = connection.execute(query.order_by(texts.c.version_id).limit(_TOGETHER)).all()
        if not rows:
            return
        last, done = rows[-1][0], done + len(rows)
        _index(connection, dialect, {version: unpacked_text(data) for version, data in rows})
        progress(f"full text of {done:,} versions")


def _index(connection: Connection, dialect: Dialect, found: dict[int, str]) -> None:
    dialect.put(connection, "passages", [Indexed(version, stems(text)) for version, text in found.items()])
    dialect.put(connection, "words", indexed_words(connection, found))


def indexed_words(connection: Connection, found: dict[int, str]) -> list[Indexed]:
    """The statements of versions as they are indexed; `found` are the versions' texts."""
    query = select(
        statements.c.id, statements.c.version_id, statements.c.start, statements.c.end, statements.c.gaps,
        statements.c.person_id, statements.c.outlet_id,
    ).where(statements.c.version_id.in_(found))  # fmt: skip
    return [
        Indexed(
            row["id"],
            [stem for span in pieces(row) for stem in stems(span.cut(found[row["version_id"]]))],
            marks(row["person_id"], row["outlet_id"]),
        )
        for row in connection.execute(query.order_by(statements.c.id)).mappings()
    ]
