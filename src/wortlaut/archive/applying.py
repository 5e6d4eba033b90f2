"""Judgements applied to what is kept already, without reading it again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Connection, select

from wortlaut.archive.dialect import Dialect
from wortlaut.archive.loading import load
from wortlaut.archive.matching import chunks
from wortlaut.archive.rereading import Step, settle
from wortlaut.archive.schema import texts
from wortlaut.identities import judged
from wortlaut.judgements import Judgements
from wortlaut.people import Resolved
from wortlaut.record import Analysis
from wortlaut.register import Register

_STREAMED = 10_000  # rows


def apply(connection: Connection, dialect: Dialect, judgements: Judgements, register: Register) -> int:
    """Change the records of the articles that are judged; returns how many versions changed."""
    changed = 0
    for some in chunks(list(_versions(connection, {one.article for one in judgements.all}))):
        for version, kept in load(connection, some).items():
            new = _judged(kept.analysis, judgements, register)
            if new != kept.analysis:
                changed += settle(connection, dialect, Step(version, new), kept.model)
    return changed


def _versions(connection: Connection, ids: set[str]) -> Iterator[int]:
    """The versions of articles by their ids, which are the beginning of the text's hash."""
    query = select(texts.c.version_id, texts.c.hash).order_by(texts.c.version_id)
    rows = connection.execute(query.execution_options(yield_per=_STREAMED))
    return (version for version, hashed in rows if hashed[:8].hex() in ids)


def _judged(analysis: Analysis, judgements: Judgements, register: Register) -> Analysis:
    found = judged(Resolved(analysis.statements, analysis.people), analysis.article, judgements, register)
    return replace(analysis, statements=found.statements, people=found.people)
