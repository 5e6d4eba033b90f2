"""/login and /logout."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from wortlaut.desk.logins import Logins
from wortlaut.desk.sessions import Sessions
from wortlaut.errors import AccountError
from wortlaut.serving.guests import csrf_ok, let_in, let_out, who
from wortlaut.web.agents import agent
from wortlaut.web.frame import Form, archive, changes, guest, local, read_form, redirect, render, settings
from wortlaut.web.refusals import told

PATH = "/login"
_STATUS = {"wait": 429, "busy": 503, "old": 403}


def show(request: Request) -> Response:
    """GET /login; who is in already goes on."""
    to = request.query_params.get("to", "/")
    if who(request) is not None:
        return redirect(request, _wanted(to))
    return _page(request, to)


async def enter(request: Request) -> Response:
    """POST /login."""
    return await run_in_threadpool(_enter, request, await read_form(request))


def _enter(request: Request, form: Form) -> Response:
    if who(request) is not None:  # in another tab
        return redirect(request, _wanted(form["to"]))
    try:
        if not csrf_ok(request, form["csrf"]):
            raise AccountError("the form is too old or came from elsewhere; log in again", "old")
        key = Logins(archive(request)).log_in(
            form["name"],
            form["password"],
            address=_address(request),
            agent=agent(request.headers.get("user-agent", "")),
        )
    except AccountError as error:
        return _page(request, form["to"], form["name"], error)
    answer = redirect(request, _wanted(form["to"]))
    let_in(request, answer, key)
    return answer


def _page(request: Request, to: str, name: str = "", error: AccountError | None = None) -> Response:
    answer = render(
        request, "login.html", status=_STATUS.get(error.reason, 401) if error else 200, to=_wanted(to), name=name[:200],
        wrong=told(request, error) if error else "",
    )  # fmt: skip
    if error and error.wait:
        answer.headers["retry-after"] = str(error.wait)
    return answer


def _wanted(to: str) -> str:
    """The page that was asked for, if it is one of ours and not this one again."""
    path = local(to)
    return "/" if path.partition("?")[0] in (PATH, "/logout") else path


def _address(request: Request) -> str | None:
    return request.client.host[:64] if request.client else None


@changes("reader")
def leave(request: Request, _: Form) -> Response:
    """POST /logout."""
    found = guest(request)
    if found.session is not None:
        Sessions(archive(request)).end(found.session, found.name)
    answer = redirect(request, PATH if settings(request).accounts else "/", notice="login.out")
    let_out(request, answer)
    return answer


ROUTES = [
    Route(PATH, show),
    Route(PATH, enter, methods=["POST"]),
    Route("/logout", leave, methods=["POST"]),
]
