"""listening(): the socket of `wortlaut serve`, which several workers share fairly."""

from __future__ import annotations

import errno
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import reduction
from typing import Any

from wortlaut.errors import ServingError

_WAITING = 64  # connections that wait to be taken


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """A socket that listens. Raises ServingError."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        made = socket.create_server((host, port), family=family, backlog=_WAITING)
    except OSError as error:
        raise ServingError(
            f"{host}, port {port}: cannot listen there ({error.strerror or error}); choose another one with --port"
        ) from error
    with Shared(made.family, made.type, made.proto, fileno=made.detach()) as shared:
        shared.set_inheritable(True)
        yield shared


class Shared(socket.socket):
    """A socket that listens in several processes, none of which takes more than one connection at a time.

    An event loop takes all that wait at once, so the first worker to wake would have all readers, and the others none:
    a connection stays where it was taken. Here each takes one and goes round its loop, which takes the longer the more
    it has to do; so who has less to do takes the next.
    """

    _took = False

    def accept(self) -> tuple[socket.socket, Any]:
        """The next connection, and BlockingIOError behind each, as if none waited any more."""
        if self._took:
            self._took = False
            raise BlockingIOError(errno.EAGAIN, "one at a time")
        taken = super().accept()
        self._took = True
        return taken

    def __reduce__(self) -> tuple[Any, ...]:
        """For a worker that is begun: the same socket there."""
        return _there, (self.family, self.type, self.proto, reduction.DupFd(self.fileno()))


def _there(family: int, kind: int, proto: int, held: Any) -> Shared:
    return Shared(family, kind, proto, fileno=held.detach())
