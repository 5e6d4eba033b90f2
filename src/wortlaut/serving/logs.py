"""Logs: one line of JSON a request on standard error, without words of an article, a search, or a person."""

from __future__ import annotations

import json
import logging
import secrets
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Literal, get_args

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOG = logging.getLogger("wortlaut.serving")
Form = Literal["json", "text"]
FORMS: tuple[Form, ...] = get_args(Form)
_FIELDS = ("request", "method", "route", "status", "milliseconds", "bytes", "account", "job", "kind", "outcome")


class Lines(logging.Formatter):
    """A record as one line: JSON for machines, or text for people."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._json = form == "json"

    def format(self, record: logging.LogRecord) -> str:
        """The line; of an error its place in our code, never the values there, which may be words of an article."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        told = {name: record.__dict__[name] for name in _FIELDS if name in record.__dict__}
        line = {"at": at, "level": record.levelname.lower(), "event": record.getMessage(), **told, **_failure(record)}
        if self._json:
            return json.dumps(line, ensure_ascii=True)
        rest = " ".join(f"{name}={value}" for name, value in line.items() if name not in ("at", "level", "event"))
        return f"{at[11:19]} {line['event']} {rest}".rstrip()


def _failure(record: logging.LogRecord) -> dict[str, str]:
    if not record.exc_info or record.exc_info[1] is None:
        return {}
    kind, _, trace = record.exc_info
    places = []
    while trace is not None:
        places.append(f"{trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}")
        trace = trace.tb_next
    return {"error": kind.__name__ if kind else "", "where": " > ".join(places[-6:])}


def set_up(form: Form, *, level: int = logging.INFO) -> None:
    """Let everything of `wortlaut` be logged to standard error, a line each, and nothing of others below a warning."""
    handler = logging.StreamHandler()
    handler.setFormatter(Lines(form))
    for name, least in (("wortlaut", level), ("uvicorn", logging.WARNING), ("uvicorn.error", logging.WARNING)):
        logger = logging.getLogger(name)
        logger.handlers[:], logger.propagate = [handler], False
        logger.setLevel(least)
    logging.getLogger("uvicorn.access").disabled = True


class Logged:
    """Logs and measures each request; gives it a number that the answer tells, so that a report finds its line."""

    def __init__(self, app: ASGIApp, measure: Callable[[str, str, int, float], None]) -> None:
        self._app = app
        self._measure = measure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        number, begun = secrets.token_hex(6), time.perf_counter()
        scope.setdefault("state", {})["request"] = number
        sent = _Sent(send, number)
        try:
            await self._app(scope, receive, sent)
        finally:
            seconds, route = time.perf_counter() - begun, _route(scope)
            self._measure(scope["method"], route, sent.status, seconds)
            LOG.info(
                "request",
                extra={
                    "request": number, "method": scope["method"], "route": route, "status": sent.status,
                    "milliseconds": round(1000 * seconds, 1), "bytes": sent.bytes,
                    **({"account": account} if (account := scope["state"].get("account")) else {}),
                },
            )  # fmt: skip


class _Sent:
    def __init__(self, send: Send, number: str) -> None:
        self._send = send
        self._number = number
        self.status = 500
        self.bytes = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            MutableHeaders(scope=message)["x-request-id"] = self._number
        elif message["type"] == "http.response.body":
            self.bytes += len(message.get("body", b""))
        await self._send(message)


def _route(scope: Scope) -> str:
    """The pattern of the address, as "/people/{number}": the address itself may tell what somebody looks for."""
    route = scope.get("route")
    path = getattr(route, "path", None)
    return str(scope.get("wortlaut.mount", "")) + path if path else "other"
