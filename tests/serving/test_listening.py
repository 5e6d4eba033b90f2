"""Listening: an address that is taken is said; workers share a socket, one connection at a time."""

from __future__ import annotations

import multiprocessing
import socket
from contextlib import ExitStack

import pytest

from wortlaut.errors import ServingError
from wortlaut.serving.listening import Shared, listening

_WAIT = 120.0  # seconds that nothing here takes


def connected(port: int, number: int, after: ExitStack) -> list[socket.socket]:
    return [after.enter_context(socket.create_connection(("127.0.0.1", port), timeout=_WAIT)) for _ in range(number)]


def test_one_connection_is_taken_at_a_time_and_none_is_lost() -> None:
    with listening("127.0.0.1", 0) as shared, ExitStack() as after:
        shared.setblocking(False)
        there = {one.getsockname() for one in connected(shared.getsockname()[1], 3, after)}
        taken = set()
        for _ in range(3):
            one, address = shared.accept()
            one.close()
            taken.add(address)
            with pytest.raises(BlockingIOError):
                shared.accept()
        assert taken == there
        for _ in range(2):  # that none waits is no turn
            with pytest.raises(BlockingIOError):
                shared.accept()
        connected(shared.getsockname()[1], 1, after)
        shared.accept()[0].close()


def _answer(shared: Shared) -> None:
    one, _ = shared.accept()
    with one:
        one.sendall(type(shared).__name__.encode())


def test_another_process_gets_the_same_socket() -> None:
    with listening("127.0.0.1", 0) as shared, ExitStack() as after:
        worker = multiprocessing.get_context("spawn").Process(target=_answer, args=(shared,))
        worker.start()
        (line,) = connected(shared.getsockname()[1], 1, after)
        assert line.recv(100) == b"Shared"
        worker.join(_WAIT)
        assert worker.exitcode == 0


def test_an_address_that_is_taken_or_not_there_is_said() -> None:
    with listening("127.0.0.1", 0) as shared:
        port = shared.getsockname()[1]
        with pytest.raises(ServingError, match=rf"127\.0\.0\.1, port {port}: cannot listen there .*--port"):
            listening("127.0.0.1", port).__enter__()
    with pytest.raises(ServingError, match=r"nowhere\.invalid, port 0"):
        listening("nowhere.invalid", 0).__enter__()
