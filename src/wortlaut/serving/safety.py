"""Safety: what holds for every request and answer, whatever it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wortlaut.serving.settings import Settings

# No inline script or style, nothing from elsewhere, no frame around it.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_YEAR = 31_536_000  # seconds

# What is asked, without the prefix, the status, and what to do.
Refuse = Callable[[Scope, int, str], Response]


def plain(_: Scope, status: int, told: str) -> Response:
    """A refusal in plain words."""
    return PlainTextResponse(told + "\n", status)


class Guard:
    """Refuses foreign host names and bodies that are too large; puts the headers of safety on every answer.

    It takes the path prefix away where a proxy leaves it on. `refuse` makes the answers of its refusals.
    """

    def __init__(self, app: ASGIApp, settings: Settings, refuse: Refuse = plain) -> None:
        self._app = app
        self._settings = settings
        self._refuse = refuse
        self._names = settings.names
        self._extra = {"strict-transport-security": f"max-age={_YEAR}"} if settings.secure else {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        safe, inside = _Safe(send, self._extra), self._inside(scope)
        if self._names is not None and host_name(headers.get("host", "")) not in self._names:
            await self._refuse(inside, 421, _WRONG_HOST)(scope, receive, safe)
            return
        if _announced(headers) > self._settings.upload:
            await self._refuse(inside, 413, _too_large(self._settings.upload))(scope, receive, safe)
            return
        await self._app(inside, _Bounded(receive, self._settings.upload), safe)

    def _inside(self, scope: Scope) -> Scope:
        prefix, path = self._settings.prefix, scope["path"]
        if not prefix:
            return scope
        rest = path[len(prefix) :] if path == prefix or path.startswith(f"{prefix}/") else path
        return {**scope, "path": rest or "/", "raw_path": (rest or "/").encode()}


_WRONG_HOST = (
    "This name is not one that Wortlaut answers to. Ask for it by the address that `wortlaut serve` printed, "
    "or name this one with --url."
)


def _too_large(bound: int) -> str:
    return f"This is more than {bound:,} bytes. Send less at once, or use `wortlaut add` on the machine itself."


def host_name(given: str) -> str:
    """The name in a Host header, without its port, in lower case.

    >>> host_name("Example.ORG:8765"), host_name("[::1]:8765"), host_name("127.0.0.1")
    ('example.org', '::1', '127.0.0.1')
    """
    if given.startswith("["):
        return given[1:].partition("]")[0].lower()
    return given.partition(":")[0].rstrip(".").lower()


def _announced(headers: Headers) -> int:
    given = headers.get("content-length", "")
    return int(given) if given.isdecimal() and len(given) < 20 else 0


class BodyTooLargeError(Exception):
    """More came than was announced or is allowed."""


class _Bounded:
    """The body, as far as it is allowed."""

    def __init__(self, receive: Receive, bound: int) -> None:
        self._receive = receive
        self._left = bound

    async def __call__(self) -> Message:
        message = await self._receive()
        if message["type"] == "http.request":
            self._left -= len(message.get("body", b""))
            if self._left < 0:
                raise BodyTooLargeError
        return message


class _Safe:
    """Sends an answer with the headers of safety; one that the answer has itself stays."""

    def __init__(self, send: Send, extra: dict[str, str]) -> None:
        self._send = send
        self._headers = [*_HEADERS.items(), *extra.items()]

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            add_missing(MutableHeaders(scope=message), self._headers)
        await self._send(message)


def add_missing(headers: MutableHeaders, wanted: Iterable[tuple[str, str]]) -> None:
    """Headers that are not there yet."""
    for name, value in wanted:
        headers.setdefault(name, value)
