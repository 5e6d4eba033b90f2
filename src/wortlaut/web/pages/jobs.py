"""/jobs/{number}: a job, how far it is, what came of it and what failed."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from wortlaut.desk.jobs import MAX_MESSAGES, Jobs
from wortlaut.web.errands import errand, landing
from wortlaut.web.frame import Form, archive, changes, guest, reads, redirect, render, say
from wortlaut.web.pages.person import number_in


@reads("editor")
def show(request: Request) -> Response:
    """GET /jobs/{number}; with ?go=1 it leads to the article as soon as there is one."""
    number = request.path_params["number"]
    job = Jobs(archive(request)).get(number)
    if request.query_params.get("go") and (there := landing(job)):
        return redirect(request, there.path, notice=there.notice)
    # the command line's remedy, which is another one here
    foreign = any("--force" in message for message in job.result.messages)
    person = number_in(job.name.removeprefix("#")) if job.kind == "relink" else None
    return render(request, "job.html", one=errand(job, say(request)), most=MAX_MESSAGES, foreign=foreign, person=person)


@changes("editor")
def stop(request: Request, _: Form) -> Response:
    """POST /jobs/{number}/stop."""
    number = request.path_params["number"]
    Jobs(archive(request)).stop(number, account=guest(request).name)
    return redirect(request, f"/jobs/{number}", notice="jobs.stopped")


ROUTES = [
    Route("/jobs/{number:int}", show),
    Route("/jobs/{number:int}/stop", stop, methods=["POST"]),
]
