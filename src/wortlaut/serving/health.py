"""Health: whether the app can answer; what the archive and the desk hold, as numbers."""

from __future__ import annotations

import hmac

from sqlalchemy import func, select
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from wortlaut import __version__
from wortlaut.archive import Archive
from wortlaut.archive.desk_schema import feeds, jobs
from wortlaut.archive.schema import articles, statements
from wortlaut.errors import WortlautError


def health_of(archive: Archive) -> Response:
    """200 where the archive answers, else 503; tells nothing of what it holds."""
    try:
        with archive.reading() as connection:
            connection.execute(select(1)).scalar_one()
    except WortlautError:
        return JSONResponse({"status": "fail", "archive": "does not answer"}, 503, headers=_FRESH)
    return JSONResponse({"status": "pass", "version": __version__}, headers=_FRESH)


_FRESH = {"cache-control": "no-store"}


def held(archive: Archive) -> dict[str, int]:
    """Numbers by name: what is in the archive, what waits, what fails."""
    counts = {
        "articles": select(func.count()).select_from(articles),
        "statements": select(func.count()).select_from(statements),
        "jobs_waiting": select(func.count()).select_from(jobs).where(jobs.c.state == "waiting"),
        "jobs_running": select(func.count()).select_from(jobs).where(jobs.c.state == "running"),
        "jobs_failed": select(func.count()).select_from(jobs).where(jobs.c.state == "failed"),
        "feeds": select(func.count()).select_from(feeds),
        "feeds_failing": select(func.count()).select_from(feeds).where(feeds.c.failures > 0),
    }
    with archive.reading() as connection:
        return {name: connection.execute(query).scalar_one() for name, query in counts.items()}


def may_measure(request: Request, token: str | None) -> bool:
    """Whether a request names the token that opens /metrics."""
    given = request.headers.get("authorization", "")
    return token is not None and hmac.compare_digest(given.encode(), f"Bearer {token}".encode())
