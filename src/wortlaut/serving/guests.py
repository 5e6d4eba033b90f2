"""Guests: who asks, by the cookie of a session or by a token; and whether a form came from a page of ours.

`request.app.state` must have `archive` and `settings`; an app that is mounted in another one needs them, too. All
functions here read the database, and so belong in a thread, not in the event loop.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection
from starlette.responses import Response

from wortlaut.desk.keys import new_key
from wortlaut.desk.roles import SCOPES, Role, Scope, covers
from wortlaut.desk.sessions import Sessions
from wortlaut.desk.tokens import Tokens
from wortlaut.serving import state

SESSION, FORM = "wortlaut_session", "wortlaut_form"
_LONGEST_KEY = 200  # signs; ours have 46
_SCOPES: dict[str, Scope] = {"reader": "read", "reviewer": "review", "editor": "write"}  # an admin's work is for people


@dataclass(frozen=True, slots=True)
class Guest:
    """Who asks: the account's name and role.

    `session` is the id of the login (no secret), None with a token or without accounts. `scopes` bound a token: None
    for no bound.
    """

    name: str
    role: Role
    session: str | None = None
    scopes: frozenset[Scope] | None = None

    def may(self, role: str) -> bool:
        """Whether the guest may do what needs a role; with a token only where it has the scope that stands for it.

        >>> Guest("eva", "editor").may("reviewer"), Guest("eva", "admin", scopes=frozenset({"read"})).may("editor")
        (True, False)
        """
        return (self.scopes is None or _SCOPES.get(role) in self.scopes) and covers(self.role, role)

    def can(self, scope: Scope) -> bool:
        """Whether the guest may do what a scope is for.

        >>> Guest("eva", "reader").can("analyze"), Guest("eva", "admin", scopes=frozenset({"read"})).can("write")
        (True, False)
        """
        return (self.scopes is None or scope in self.scopes) and covers(self.role, SCOPES[scope])


LOCAL = Guest("local", "admin")  # where there are no accounts


def who(request: HTTPConnection) -> Guest | None:
    """Who asks, None for a stranger. A token that is given counts alone, whatever cookies come with it."""
    if not hasattr(request.state, "wortlaut_guest"):
        request.state.wortlaut_guest = _found(request)
    found: Guest | None = request.state.wortlaut_guest
    return found


def _found(request: HTTPConnection) -> Guest | None:
    if not state.settings(request).accounts:
        return LOCAL
    archive = state.archive(request)
    if _has_token(request):
        token = Tokens(archive).find(_bearer(request))
        return Guest(token.account, token.role, scopes=token.scopes) if token else None
    key = request.cookies.get(_name(request, SESSION), "")
    session = Sessions(archive).find(key) if 0 < len(key) <= _LONGEST_KEY else None
    return Guest(session.account, session.role, session.id) if session else None


def _bearer(request: HTTPConnection) -> str:
    return request.headers["authorization"].partition(" ")[2].strip()[:_LONGEST_KEY]


# Cookies


def let_in(request: HTTPConnection, answer: Response, key: str) -> None:
    """Give the guest the key of a session that was opened now. It goes when the browser is closed, or the session."""
    _put(request, answer, SESSION, key)


def let_out(request: HTTPConnection, answer: Response) -> None:
    """Take the keys of session and forms away."""
    for name in (SESSION, FORM):
        _put(request, answer, name, "", seconds=0)


def remember(request: HTTPConnection, answer: Response) -> None:
    """Give the guest the key of the forms on a page, if it has none yet. To be called after the page was made."""
    if key := getattr(request.state, "wortlaut_form", None):
        _put(request, answer, FORM, key)


def _put(request: HTTPConnection, answer: Response, name: str, value: str, *, seconds: int | None = None) -> None:
    settings = state.settings(request)
    answer.set_cookie(
        _name(request, name), value, max_age=seconds, path=settings.prefix or "/", secure=settings.secure,
        httponly=True, samesite="lax",
    )  # fmt: skip


def _name(request: HTTPConnection, name: str) -> str:
    """With the prefix that lets a browser take it over https alone and, where we have the host, from it alone.

    https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis, section 4.1.3
    """
    settings = state.settings(request)
    if not settings.secure:
        return name
    return f"__Secure-{name}" if settings.prefix else f"__Host-{name}"


# Forms


def csrf_token(request: HTTPConnection) -> str:
    """What a form must send back. It is made of a cookie, which pages of others cannot read."""
    return _token(_form_key(request))


def csrf_ok(request: HTTPConnection, given: str | None) -> bool:
    """Whether a form was shown to this guest by us: its token, and where the browser says that it comes from.

    What comes with a token of a program was not sent by a browser unasked, and needs none.
    """
    if _has_token(request):
        return True
    return origin_ok(request) and hmac.compare_digest(
        _token(_form_key(request)).encode(), (given or "").encode("utf-8", "replace")
    )


def origin_ok(request: HTTPConnection) -> bool:
    """Whether a request that changes something comes from a page of ours, or from a program, as far as it says so.

    The API asks this alone: it takes JSON, which pages of others cannot send with cookies without asking first.
    """
    if _has_token(request):
        return True
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("origin")
    return origin is None or _is_ours(request, origin)


def _is_ours(request: HTTPConnection, origin: str) -> bool:
    settings = state.settings(request)
    parts = urlsplit(settings.root)
    if origin.lower() == f"{parts.scheme}://{parts.netloc}".lower():
        return True
    # which names are answered to was seen before; a proxy may have come by https
    scheme, _, place = origin.partition("://")
    return scheme in ("http", "https") and place.lower() == request.headers.get("host", "").lower() != ""


def _has_token(request: HTTPConnection) -> bool:
    # of another kind, as "Basic", are credentials for a proxy in front, which browsers send unasked
    kind = request.headers.get("authorization", "").partition(" ")[0]
    return kind.lower() == "bearer" and state.settings(request).accounts


def _form_key(request: HTTPConnection) -> str:
    """The secret behind the forms of this guest: the session's or, before a login, one of the forms alone."""
    guest = who(request)
    if guest is not None and guest.session is not None:
        return request.cookies[_name(request, SESSION)]
    known = getattr(request.state, "wortlaut_form", None) or request.cookies.get(_name(request, FORM), "")
    if not 40 <= len(known) <= _LONGEST_KEY:
        known = request.state.wortlaut_form = new_key()
    return str(known)


def _token(key: str) -> str:
    return hmac.new(key.encode("utf-8", "replace"), b"wortlaut form", hashlib.sha256).hexdigest()
