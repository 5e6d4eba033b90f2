"""/reports: verdicts that are kept as they were, each at an address that stays."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from wortlaut.archive.checking import Checked
from wortlaut.desk.reports import Report as Kept
from wortlaut.desk.reports import Reports
from wortlaut.errors import MissingError
from wortlaut.surfaces import checked as surface
from wortlaut.surfaces.citations import of_report
from wortlaut.surfaces.report import Report, fragment, page, text
from wortlaut.web.citing import cite_file, cites
from wortlaut.web.frame import Form, NotFoundError, RefusedError, archive, changes, guest, reads, redirect, render, say
from wortlaut.web.pages.check import ask, path_of
from wortlaut.web.reporting import archive_name, kept_report, model_of

PATH = "/reports"
_MANY = 50  # reports of one page


@dataclass(frozen=True, slots=True)
class _Form:
    """How a report is given away: the type of its bytes, and what writes them."""

    media: str
    write: Callable[[Kept, Report], str]


@dataclass(frozen=True, slots=True)
class _Today:
    """What the archive says today: the key of a sentence about it, and the mood of that."""

    key: str
    mood: str
    verdict: str


@reads()
def show_all(request: Request) -> Response:
    """GET /reports: one's own; with all=1, for an administrator, those of everybody."""
    everybody = "all" in request.query_params and guest(request).may("admin")
    after = request.query_params.get("after") or None
    found = Reports(archive(request)).list(
        None if everybody else guest(request).name, after=after, limit=_MANY + 1
    )  # fmt: skip
    return render(
        request, "reports.html", reports=found[:_MANY], everybody=everybody, after=after,
        more=found[_MANY - 1].id if len(found) > _MANY else None,
    )  # fmt: skip


@changes("reader")
def keep(request: Request, form: Form) -> Response:
    """POST /reports: check, and keep the verdict."""
    asked = ask(request, form["q"], form["person"])
    if asked.checked is None:
        return redirect(request, path_of(asked.claim[:100], asked.person))
    try:
        id = Reports(archive(request)).keep(
            asked.checked, account=guest(request).name, archive=archive_name(request), model=model_of(asked.checked)
        )
    except MissingError:
        return redirect(request, "/check", notice="check.gone")
    return redirect(request, f"{PATH}/{id}", notice="check.kept")


@reads()
def show(request: Request) -> Response:
    """GET /reports/ID; with today=1, also what the archive says today."""
    kept = _kept(request)
    made = kept_report(request, kept)
    today = _today(archive(request).check(kept.checked.finding.claim, person=kept.checked.person), kept.checked) \
        if "today" in request.query_params else None  # fmt: skip
    return render(
        request, "report.html", report=made, kept=kept, path=f"{PATH}/{kept.id}", link=made.link, today=today,
        found=Markup(fragment(made)), cited=cites(of_report(made), f"{PATH}/{kept.id}"), forms=tuple(_FORMS),
        claim=kept.checked.finding.claim, person=kept.checked.person, verdict=kept.checked.finding.verdict,
        mine=_may_remove(request, kept),
    )  # fmt: skip


@reads()
def save(request: Request) -> Response:
    """GET /reports/ID.html, .md, .json: the same as a file that needs nothing else."""
    form = _FORMS.get(request.path_params["form"])
    if form is None:
        raise NotFoundError(say(request)("check.report.missing"))
    kept = _kept(request)
    told = form.write(kept, kept_report(request, kept, away=True))
    name = f'attachment; filename="{kept.id}.{request.path_params["form"]}"'
    return Response(
        told.encode("utf-8", "replace"), media_type=form.media,
        headers={"content-disposition": name, "cache-control": "no-store"},
    )  # fmt: skip


@reads()
def cite(request: Request) -> Response:
    """GET /reports/ID/cite.bib, or .json."""
    return cite_file(of_report(kept_report(request, _kept(request), away=True)), request.path_params["form"])


@changes("reader")
def remove(request: Request, _: Form) -> Response:
    """POST /reports/ID/remove: one's own; an administrator may any."""
    kept, who = _kept(request), guest(request)
    if not _may_remove(request, kept):
        raise RefusedError("admin")
    Reports(archive(request)).remove(kept.id, account=who.name, anyone=who.may("admin"))
    return redirect(request, PATH, notice="check.report.removed")


def _kept(request: Request) -> Kept:
    try:
        return Reports(archive(request)).get(request.path_params["id"])
    except MissingError as error:
        raise NotFoundError(say(request)("check.report.missing")) from error


def _may_remove(request: Request, kept: Kept) -> bool:
    return guest(request).name == kept.account or guest(request).may("admin")


def _today(now: Checked, then: Checked) -> _Today:
    """Whether the archive says the same as then."""
    verdict = now.finding.verdict
    if verdict != then.finding.verdict:
        return _Today("check.report.other", "warn", verdict)
    own = [[one.candidate.address for one in checked.finding.evidence] for checked in (now, then)]
    return _Today("check.report.same", "good", verdict) if own[0] == own[1] else _Today(
        "check.report.more", "warn", verdict
    )  # fmt: skip


def _json(kept: Kept, report: Report) -> str:
    made = {
        "id": kept.id, "made": kept.at.isoformat(), "link": report.link, "archive": kept.archive,
        "model": kept.model, "version": kept.version,
    }  # fmt: skip
    return json.dumps({"report": made, **surface.to_dict(kept.checked)}, ensure_ascii=False, indent=1) + "\n"


_FORMS = {
    "html": _Form("text/html; charset=utf-8", lambda _, report: page(report)),
    "md": _Form("text/markdown; charset=utf-8", lambda _, report: text(report)),
    "json": _Form("application/json", _json),
}

ROUTES = [
    Route(PATH, show_all),
    Route(PATH, keep, methods=["POST"]),
    Route(f"{PATH}/{{id}}/cite.{{form}}", cite),
    Route(f"{PATH}/{{id}}/remove", remove, methods=["POST"]),
    Route(f"{PATH}/{{id}}.{{form}}", save),
    Route(f"{PATH}/{{id}}", show),
]
