"""Reports: verdicts on quotations that are kept as they were, each under a link that stays."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, tuple_

from wortlaut import __version__
from wortlaut.archive import Archive
from wortlaut.archive.checking import Checked
from wortlaut.archive.desk_schema import report_versions, reports
from wortlaut.archive.dialect import dialect_of
from wortlaut.archive.matching import chunks
from wortlaut.archive.packing import storable
from wortlaut.archive.schema import versions
from wortlaut.desk.audit import note, now
from wortlaut.desk.verdict_records import Made, addresses, head, pack, unpack
from wortlaut.errors import ArchiveError, MissingError
from wortlaut.verdicts import Verdict

_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"  # none is taken for another one
_LENGTH = 20  # signs, of 99 bits: who does not know an id cannot guess it


@dataclass(frozen=True)
class Report:
    """A verdict as it was at a time (UTC), made by an account. The other fields are those of `Made`."""

    id: str
    at: datetime
    account: str
    checked: Checked
    archive: str
    model: str
    version: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A report in a list. `person` is who was asked for."""

    id: str
    at: datetime
    account: str
    claim: str
    person: str | None
    verdict: Verdict


class Reports:
    """The reports of an archive. They lie in its database; who forgets an article there forgets its reports."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def keep(self, checked: Checked, *, account: str, archive: str | None = None, model: str = "") -> str:
        """Keep a verdict, and return the id of its report.

        `archive` is what the report calls the archive, by default its address; `model` the version of the model that
        read the articles. Raises ArchiveError where an article was forgotten since it was checked.
        """
        made = Made(checked, archive or self._archive.url, model, __version__)
        id = "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
        data = pack(made)
        with self._archive.writing() as connection:
            dialect_of(connection.dialect.name).lock(connection)  # nobody shall forget an article meanwhile
            quoted = _quoted(connection, addresses(checked))
            connection.execute(insert(reports).values(id=id, at=now(), account=account, data=data))
            if quoted:
                connection.execute(insert(report_versions), [{"report_id": id, "version_id": one} for one in quoted])
            note(connection, account, "report.keep", id)
        return id

    def get(self, id: str) -> Report:
        """The report with an id. Raises ArchiveError where there is none."""
        with self._archive.reading() as connection:
            row = connection.execute(select(reports).where(reports.c.id == _asked(id))).one_or_none()
        if row is None:
            raise _none(id)
        made = unpack(row.data)
        return Report(
            row.id, datetime.fromisoformat(row.at), row.account, made.checked, made.archive, made.model, made.version
        )

    def list(self, account: str | None = None, *, after: str | None = None, limit: int = 50) -> Sequence[Listed]:
        """Reports of an account, or of all, the newest first; `after` is the id of the last one that was seen."""
        query = select(reports).order_by(reports.c.at.desc(), reports.c.id.desc()).limit(limit)
        query = query.where(reports.c.account == account) if account is not None else query
        if after is not None:
            last = select(reports.c.at).where(reports.c.id == _asked(after)).scalar_subquery()
            query = query.where(tuple_(reports.c.at, reports.c.id) < tuple_(last, _asked(after)))
        with self._archive.reading() as connection:
            rows = connection.execute(query).all()
        return [_listed(row.id, row.at, row.account, row.data) for row in rows]

    def remove(self, id: str, *, account: str, anyone: bool = False) -> None:
        """Take a report out: one's own or, with `anyone`, that of somebody else. Raises ArchiveError."""
        with self._archive.writing() as connection:
            query = select(reports.c.account).where(reports.c.id == _asked(id))
            owner = connection.execute(query).scalar_one_or_none()
            if owner is None:
                raise _none(id)
            if owner != account and not anyone:
                raise ArchiveError(f"report {id} belongs to another account; ask that one, or an administrator")
            connection.execute(delete(report_versions).where(report_versions.c.report_id == id))
            connection.execute(delete(reports).where(reports.c.id == id))
            note(connection, account, "report.remove", id)


def _quoted(connection: Connection, wanted: Sequence[str]) -> list[int]:
    """The versions of addresses such as "17.2"."""
    pairs = [(int(article), int(number)) for article, _, number in (one.partition(".") for one in wanted)]
    found: list[int] = []
    for some in chunks(pairs):
        query = select(versions.c.id).where(tuple_(versions.c.article_id, versions.c.number).in_(some))
        found += connection.execute(query).scalars()
    if len(found) < len(pairs):
        raise MissingError("an article that the report would quote is no longer in the archive; check again")
    return found


def _asked(id: str) -> str:
    """What a stranger gives for an id, as a database can look for it."""
    return storable(id[: _LENGTH + 1])


def _listed(id: str, at: str, account: str, data: bytes) -> Listed:
    told = head(data)
    return Listed(id, datetime.fromisoformat(at), account, told.claim, told.person, told.verdict)


def _none(id: str) -> ArchiveError:
    return MissingError(f"{id!r:.40}: the archive holds no such report; it was removed, or the link is not whole")
