"""report_of(): a verdict as the app shows it and gives it away."""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.requests import Request

from wortlaut.archive.checking import Checked
from wortlaut.desk import reports as desk
from wortlaut.surfaces.report import Report
from wortlaut.web.frame import archive, say, settings
from wortlaut.web.links import absolute


def report_of(request: Request, checked: Checked) -> Report:
    """A verdict that was just found."""
    return Report(
        checked, archive_name(request), datetime.now(UTC), say(request).language, model_of(checked),
        app=settings(request).prefix,
    )  # fmt: skip


def kept_report(request: Request, kept: desk.Report, *, away: bool = False) -> Report:
    """A report that is kept; where it is given `away`, its links work outside of the app, too."""
    how = settings(request)
    return Report(
        kept.checked, kept.archive, kept.at, say(request).language, kept.model, kept.version,
        link=absolute(request, f"/reports/{kept.id}"), app=how.root if away else how.prefix,
    )  # fmt: skip


def archive_name(request: Request) -> str:
    """What reports call the archive: its public address or, without one, its name without the folders before it."""
    return settings(request).url or archive(request).url.rpartition("/")[2]


def model_of(checked: Checked) -> str:
    """The version of the model that read the evidence; without evidence, that of this program."""
    from wortlaut.model import card

    return ", ".join(sorted({kept.model for kept in checked.kept.values()})) or str(card()["version"])
