"""Turns: requests are answered one after the other, but for those that take long.

Python computes one page at a time in a process, however many threads it has: eight pages begun at once take eight times
as long each, and one that computes more than others waits for all that come after it. So they wait in a line, and only
as many are begun as keep the processor busy while one waits for the database.

A kept connection stays with the worker that took it, and the first worker to wake takes all that come at once. So
readers who had to wait are let go now and then: their next connection is taken by the worker that has time for it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

AT_ONCE = 2  # one computes while the other waits for the database
PATIENCE = 0.25  # seconds after which a request does not hold up others any more
LET_GO = 10  # of so many answers that had to wait, one closes its connection


@dataclass
class _Turn:
    over: bool = False


class Turns:
    """Lets at most `at_once` requests begin that have not yet run for `patience` seconds; the others wait in a line.

    What takes longer (an export, a text that is read, a slow connection) goes on beside the others. Files, which need
    no computing, do not wait.
    """

    def __init__(
        self, app: ASGIApp, *, at_once: int = AT_ONCE, patience: float = PATIENCE, files: str = "/static/"
    ) -> None:
        self._app = app
        self._at_once = at_once
        self._patience = patience
        self._files = files
        self._taken = 0
        self._line: deque[asyncio.Future[None]] = deque()
        self._waited = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request when it is its turn."""
        if scope["type"] != "http" or scope["path"].startswith(self._files):
            await self._app(scope, receive, send)
            return
        if await self._waits():
            self._waited += 1
            send = send if self._waited % LET_GO else _last(send)
        turn = _Turn()
        long = asyncio.get_running_loop().call_later(self._patience, self._end, turn)
        try:
            await self._app(scope, receive, send)
        finally:
            long.cancel()
            self._end(turn)

    async def _waits(self) -> bool:
        """Whether it took a wait to get a turn."""
        if self._taken < self._at_once:
            self._taken += 1
            return False
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._line.append(place)
        try:
            await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled():  # the turn came when nobody wanted it any more
                self._free()
            raise
        return True

    def _end(self, turn: _Turn) -> None:
        """The end of a request, or of its time; the one that comes first."""
        if not turn.over:
            turn.over = True
            self._free()

    def _free(self) -> None:
        """Let the next one in, who takes the place over; those who went away meanwhile are left out."""
        while self._line:
            place = self._line.popleft()
            if not place.done():
                place.set_result(None)
                return
        self._taken -= 1


def _last(send: Send) -> Send:
    """The same, for the last answer on its connection."""

    async def closing(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message)["connection"] = "close"
        await send(message)

    return closing
