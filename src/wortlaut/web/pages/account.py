"""/account: one's own password, sessions and tokens."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from wortlaut.desk.logins import Logins
from wortlaut.desk.roles import SCOPES, covers
from wortlaut.desk.sessions import Sessions, utc_now
from wortlaut.desk.tokens import Tokens
from wortlaut.errors import AccountError
from wortlaut.serving.guests import Guest
from wortlaut.web.frame import Form, NotFoundError, archive, changes, guest, reads, redirect, render, settings
from wortlaut.web.refusals import told

PATH = "/account"
DAYS = ("30", "90", "365", "")  # that a token is good; the last one: until it is revoked


@reads()
def show(request: Request) -> Response:
    """GET /account."""
    return _page(request)


@changes("reader")
def change_password(request: Request, form: Form) -> Response:
    """POST /account/password: `old`, `new`, `again`. All other sessions end."""
    found = _own(request)
    try:
        if form["new"] != form["again"]:
            raise AccountError("the two new passwords differ", "password-differs")
        Logins(archive(request)).change_password(found.name, form["old"], form["new"], session=found.session)
    except AccountError as error:
        return _page(request, password=error)
    return redirect(request, PATH, notice="account.password.done")


@changes("reader")
def end(request: Request, form: Form) -> Response:
    """POST /account/sessions: `id` of one, or none for all but this one."""
    found, sessions = _own(request), Sessions(archive(request))
    meant = [form["id"]] if form["id"] else [one.id for one in sessions.of(found.name) if one.id != found.session]
    for id_ in meant:
        sessions.end(id_, found.name, action="session.end")
    return redirect(request, PATH, notice="account.sessions.done")


@changes("reader")
def make_token(request: Request, form: Form) -> Response:
    """POST /account/tokens: `name`, `scope`s, `days`. The answer shows the key, and no later one does."""
    found = _own(request)
    try:
        days = int(form["days"]) if form["days"].isdecimal() else None
        key = Tokens(archive(request)).make(found.name, form["name"], form.all("scope"), days=days)
    except AccountError as error:
        return _page(request, token=error, given=form)
    return _page(request, key=key)


@changes("reader")
def revoke(request: Request, form: Form) -> Response:
    """POST /account/tokens/revoke: `id`."""
    found = _own(request)
    if form["id"].isdecimal():
        Tokens(archive(request)).revoke(int(form["id"][:12]), found.name)
    return redirect(request, PATH, notice="account.tokens.done")


def _own(request: Request) -> Guest:
    """Who asks, with a session: a token must not make tokens, or lock its owner out."""
    found = guest(request)
    if not settings(request).accounts:
        raise NotFoundError("this app runs without accounts")
    if found.session is None:
        raise AccountError("log in with your password for this; a token cannot do it", "session")
    return found


def _page(
    request: Request,
    *,
    password: AccountError | None = None,
    token: AccountError | None = None,
    given: Form | None = None,
    key: str = "",
) -> Response:
    found, held = _own(request), archive(request)
    given = given or Form((("scope", "read"), ("days", DAYS[0])))
    wrong = password or token
    return render(
        request, "account.html", status=(429 if wrong.wait else 400) if wrong else 200, key=key, days=DAYS, given=given,
        now=utc_now(), sessions=Sessions(held).of(found.name), tokens=Tokens(held).of(found.name),
        scopes=[scope for scope, role in SCOPES.items() if covers(found.role, role)],
        password_wrong=told(request, password) if password else "", token_wrong=told(request, token) if token else "",
    )  # fmt: skip


ROUTES = [
    Route(PATH, show),
    Route(f"{PATH}/password", change_password, methods=["POST"]),
    Route(f"{PATH}/sessions", end, methods=["POST"]),
    Route(f"{PATH}/tokens", make_token, methods=["POST"]),
    Route(f"{PATH}/tokens/revoke", revoke, methods=["POST"]),
]
