"""Gate: what is asked of every request before an operation sees it, and what becomes of its failures."""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from wortlaut.api import rates
from wortlaut.api.problems import Problem, answer, invalid, problem_of
from wortlaut.api.replies import JSON, without_body
from wortlaut.desk.roles import Scope
from wortlaut.serving.guests import Guest, origin_ok, who
from wortlaut.serving.safety import BodyTooLargeError
from wortlaut.serving.state import settings

LOG = logging.getLogger("wortlaut.api")
BODY = 4_000_000  # bytes of a request to the API; what is larger is for `wortlaut add`
_NUL = ("%00", "\0")

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class Gate(APIRoute):
    """An operation behind its gate: who asks, how often, in which form; every failure becomes a problem.

    `openapi_extra` says `x-scope`, the scope that is needed, and `x-media`, what is given, if that is not JSON.
    """

    def get_route_handler(self) -> Handler:
        """The operation, behind the gate."""
        inner = super().get_route_handler()
        told = self.openapi_extra or {}
        scope, media = told.get("x-scope", "read"), told.get("x-media", (JSON,))
        takes = bool(self.dependant.query_params)

        async def handle(request: Request) -> Response:
            headers: dict[str, str] = {}
            try:
                await _admit(request, scope, media, headers)
                if not takes:
                    _see_that_none(request)
                response = await inner(request)
            except Exception as error:
                response = _failed(request, error)
            response.headers.update(headers)
            return without_body(response) if request.method == "HEAD" else response

        return handle


def _see_that_none(request: Request) -> None:
    """No parameters, where none are known."""
    for name in request.query_params:
        raise invalid("query", name[:100], "this is not known here; take it away")


def guest_of(request: Request) -> Guest:
    """Who asks; only behind the gate."""
    found: Guest = request.state.guest
    return found


async def _admit(request: Request, scope: Scope, media: tuple[str, ...], headers: dict[str, str]) -> None:
    if any(nul in part for nul in _NUL for part in (request.url.path, request.url.query)):
        raise Problem(400)
    guest = await run_in_threadpool(who, request)
    _count(request, guest, headers)
    if guest is None:
        raise Problem(401)
    request.state.guest = guest
    request.scope.setdefault("state", {})["account"] = guest.name
    if not guest.can(scope):
        raise Problem(403, f"This needs the scope {scope!r}; use a token that has it, or ask for the role.")
    if not accepts(request.headers.get("accept", ""), media):
        raise Problem(406, f"This is given as {' or '.join(media)}; send that, or 'Accept: */*'.")
    if request.method not in ("GET", "HEAD"):
        await _see_body(request)


def _count(request: Request, guest: Guest | None, headers: dict[str, str]) -> None:
    """By account, and of strangers by their address, so that tokens cannot be tried out quickly."""
    rate = settings(request).rate
    if not rate:
        return
    known = guest is not None and settings(request).accounts
    asker = f"account {guest.name}" if guest and known else f"address {request.client.host if request.client else ''}"
    left = request.app.state.rates.take(asker, rate)
    headers.update(rates.headers(rate, left))
    if not left.allowed:
        raise Problem(429, f"More than {rate} requests a minute; wait {left.seconds} s, then go on.")


async def _see_body(request: Request) -> None:
    """JSON alone: a page of another site cannot send that without asking first (CORS), and we never say yes."""
    if not origin_ok(request):
        raise Problem(403, "A page of another site sent this; send it from a program, or from a page of this server.")
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != JSON:
        raise Problem(415)
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced[:18]) > BODY:
        raise Problem(413, _TOO_LARGE)
    try:
        size = 0
        async for piece in _kept(request):
            size += len(piece)
            if size > BODY:
                raise Problem(413, _TOO_LARGE)
    except BodyTooLargeError as error:
        raise Problem(413) from error
    except ClientDisconnect as error:
        raise Problem(400, "The body ended early.") from error


_TOO_LARGE = f"A request has at most {BODY:,} bytes; add what is larger with `wortlaut add`."


async def _kept(request: Request) -> Any:
    """The pieces of the body; when all have come, the request has it whole."""
    pieces: list[bytes] = []
    async for piece in request.stream():
        pieces.append(piece)
        yield piece
    request._body = b"".join(pieces)  # where Request.body() keeps it, too; it has no bound of its own


def accepts(given: str, media: tuple[str, ...]) -> bool:
    """Whether one of some media types may be sent to who says `Accept: given`.

    >>> accepts("text/html, */*;q=0.8", ("application/json",)), accepts("text/*", ("application/json",))
    (True, False)
    >>> accepts("application/json;q=0", ("application/json",)), accepts("", ("text/csv",))
    (False, True)
    """
    if not given.strip():
        return True
    wanted = {}
    for one in given.lower().split(","):
        kind, *options = (part.strip() for part in one.split(";"))
        wanted[kind] = not any(option.replace(" ", "") in _NEVER for option in options)
    return any(_wanted(wanted, one) for one in media)


_NEVER = ("q=0", "q=0.0", "q=0.00", "q=0.000")


def _wanted(wanted: dict[str, bool], media: str) -> bool:
    """What is said most exactly counts."""
    for kind in (media, f"{media.partition('/')[0]}/*", "*/*"):
        if kind in wanted:
            return wanted[kind]
    return False


def _failed(request: Request, error: Exception) -> Response:
    problem = problem_of(error)
    if problem is None:
        LOG.error("failure", exc_info=error, extra={"request": getattr(request.state, "request", None)})
        problem = Problem(500)
    return answer(request, problem)
