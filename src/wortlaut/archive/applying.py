"""Judgements applied to what is kept already, and taken back, without reading it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from wortlaut.analysis import judged_anew
from wortlaut.archive.dialect import Dialect
from wortlaut.archive.judging import drop_judgements, in_line, judgements_of, keep_judgements, versions_of
from wortlaut.archive.loading import load
from wortlaut.archive.matching import chunks
from wortlaut.archive.preparing import Prepared, prepare
from wortlaut.archive.rereading import Step, settle
from wortlaut.errors import ArchiveError
from wortlaut.judgements import Judgement
from wortlaut.kept import Kept
from wortlaut.record import Analysis, Unjudged
from wortlaut.register import Register


def judge(connection: Connection, dialect: Dialect, some: Sequence[Judgement], register: Register) -> int:
    """Keep judgements and change the records that they are about; returns how many are new."""
    dialect.lock(connection)
    ids = {one.article for one in some}
    before = {one.article for one in judgements_of(connection, ids).all}
    new = keep_judgements(connection, dialect, some)
    own = judgements_of(connection, ids)
    for version, kept in _kept(connection, ids):
        # an older form kept the judged record alone
        exact = kept.analysis.article.id not in before
        _put(connection, dialect, version, kept, judged_anew(_readable(kept.analysis, exact=exact), own, register))
    return new


def unjudge(connection: Connection, dialect: Dialect, some: Sequence[Judgement], register: Register) -> int:
    """Take judgements back; the records become what they are without them. Returns how many were there.

    Raises ArchiveError where an older form has not kept what was read.
    """
    gone = drop_judgements(connection, dialect, some)
    ids = {one.article for one in some} if gone else set()
    own = judgements_of(connection, ids)
    for version, kept in _kept(connection, ids):
        read = kept.analysis.unjudged
        if read is None or not read.exact:
            raise ArchiveError(
                f"article {kept.article}: it was judged in an older form of the archive, which did not keep what was "
                "read; read it again with: wortlaut archive reread --all"
            )
        _put(connection, dialect, version, kept, judged_anew(kept.analysis, own, register))
    return gone


def brought_in_line(connection: Connection, batch: Sequence[Prepared]) -> list[Prepared]:
    """New analyses with all judgements that the archive has of them, also those that came while they were read."""
    own = judgements_of(connection, {one.new.analysis.article.id for one in batch})
    if not own.all:
        return list(batch)
    found = []
    for one in batch:
        new = in_line(one.new.analysis, own)
        found.append(one if new is one.new.analysis else prepare(replace(one.new, analysis=new)))
    return found


def _readable(analysis: Analysis, *, exact: bool) -> Analysis:
    if analysis.unjudged is not None:
        return analysis
    return replace(analysis, unjudged=Unjudged(analysis.statements, analysis.people, exact=exact))


def _put(connection: Connection, dialect: Dialect, version: int, kept: Kept, new: Analysis) -> None:
    if new != kept.analysis:
        settle(connection, dialect, Step(version, new), kept.model)


def _kept(connection: Connection, ids: Iterable[str]) -> Iterator[tuple[int, Kept]]:
    found = [version for id in sorted(ids) for version in versions_of(connection, id)]
    for some in chunks(sorted(found)):
        yield from load(connection, some).items()
