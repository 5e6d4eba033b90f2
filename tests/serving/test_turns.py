"""Turns: few requests begin at once, none waits for one that takes long, and nobody is forgotten."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import Message, Receive, Scope, Send

from wortlaut.serving.turns import LET_GO, Turns

LONG = 3600.0  # seconds that no test lasts


class Pages:
    """An app whose pages end when they are told to; it notes in which order they begin."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.ends: dict[str, asyncio.Event] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.begun.append(scope["path"])
        await self.ends.setdefault(scope["path"], asyncio.Event()).wait()
        if scope["path"].endswith("broken"):
            raise RuntimeError("broken")

    def end(self, path: str) -> None:
        self.ends.setdefault(path, asyncio.Event()).set()


async def _receive() -> Message:
    raise AssertionError("nothing is sent")


async def _send(_: Message) -> None:
    raise AssertionError("nothing is answered")


def asked(turns: Turns, path: str) -> asyncio.Task[None]:
    async def ask() -> None:
        await turns({"type": "http", "path": path}, _receive, _send)

    return asyncio.create_task(ask())


async def settle() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


def run(test: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(test())


def test_as_many_as_allowed_begin_and_the_others_in_the_order_in_which_they_came() -> None:
    async def test() -> None:
        pages = Pages()
        turns = Turns(pages, at_once=2, patience=LONG)
        tasks = [asked(turns, path) for path in ("/a", "/b", "/c", "/d")]
        await settle()
        assert pages.begun == ["/a", "/b"]
        pages.end("/b")
        await settle()
        assert pages.begun == ["/a", "/b", "/c"]
        for path in ("/a", "/c", "/d"):
            pages.end(path)
        await asyncio.gather(*tasks)
        assert pages.begun == ["/a", "/b", "/c", "/d"]

    run(test)


def test_one_that_takes_long_does_not_hold_up_the_others_and_frees_its_place_only_once() -> None:
    async def test() -> None:
        pages = Pages()
        turns = Turns(pages, at_once=1, patience=0.001)
        first, second = asked(turns, "/long"), asked(turns, "/b")
        while "/b" not in pages.begun:  # without its patience this would never end
            await asyncio.sleep(0.001)
        turns._patience = LONG
        third, fourth = asked(turns, "/c"), asked(turns, "/d")
        while "/c" not in pages.begun:
            await asyncio.sleep(0.001)
        pages.end("/long")
        await first
        await settle()
        assert pages.begun == ["/long", "/b", "/c"]
        for path in ("/b", "/c", "/d"):
            pages.end(path)
        await asyncio.gather(second, third, fourth)

    run(test)


def test_a_failure_frees_its_place() -> None:
    async def test() -> None:
        pages = Pages()
        turns = Turns(pages, at_once=1, patience=LONG)
        broken, after = asked(turns, "/broken"), asked(turns, "/after")
        pages.end("/broken")
        pages.end("/after")
        with pytest.raises(RuntimeError):
            await broken
        await after

    run(test)


def test_some_of_those_who_had_to_wait_are_let_go() -> None:
    async def test() -> None:
        answers: dict[str, bool] = {}

        async def page(_: Scope, __: Receive, send: Send) -> None:
            await asyncio.sleep(0)
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b"words"})

        async def ask(path: str) -> None:
            async def send(message: Message) -> None:
                if message["type"] == "http.response.start":
                    answers[path] = (b"connection", b"close") in message["headers"]

            await turns({"type": "http", "path": path}, _receive, send)

        turns = Turns(page, at_once=1, patience=LONG)
        for number in range(3 * LET_GO):  # nobody waits
            await ask(f"/{number}")
        assert not any(answers.values())
        await asyncio.gather(*(ask(f"/{number}") for number in range(3 * LET_GO + 1)))
        assert sum(answers.values()) == 3

    run(test)


def test_files_and_what_is_no_request_do_not_wait() -> None:
    async def test() -> None:
        pages = Pages()
        turns = Turns(pages, at_once=1, patience=LONG)
        held = asked(turns, "/a")
        pages.end("/static/1/a.css")
        await asked(turns, "/static/1/a.css")
        pages.end("/life")
        await turns({"type": "lifespan", "path": "/life"}, _receive, _send)
        assert pages.begun == ["/a", "/static/1/a.css", "/life"]
        pages.end("/a")
        await held

    run(test)


@given(st.lists(st.sampled_from(["ask", "end", "cancel"]), max_size=30), st.integers(1, 3))
def test_whoever_goes_away_takes_no_place_with_them(steps: list[str], at_once: int) -> None:
    async def test() -> None:
        pages = Pages()
        turns = Turns(pages, at_once=at_once, patience=LONG)
        tasks: list[asyncio.Task[None]] = []
        for number, step in enumerate(steps):
            alive = [one for one in tasks if not one.done()]
            if step == "ask":
                tasks.append(asked(turns, f"/{number}"))
            elif step == "end" and pages.begun:
                pages.end(pages.begun[number % len(pages.begun)])
            elif step == "cancel" and alive:
                alive[number % len(alive)].cancel()
            if number % 3:
                await settle()
        await settle()
        waiting = [one for one in tasks if not one.done()]
        for path in (f"/{number}" for number in range(len(steps))):
            pages.end(path)
        await asyncio.gather(*waiting)
        assert (turns._taken, len(turns._line)) == (0, 0)

    run(test)
