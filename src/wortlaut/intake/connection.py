"""One HTTP request to an address that was checked before, with one deadline for all of it."""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
from collections.abc import Sequence
from typing import Any

from wortlaut.intake.addresses import WebAddress


class Deadline:
    """A point in time on the monotonic clock, `seconds` from now."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds that are left. Raises TimeoutError when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class PinnedConnection(http.client.HTTPConnection):
    """Connects to the given IP addresses only; the name serves for the Host header and the certificate.

    So a name that resolves differently the second time (DNS rebinding) gains nothing.
    """

    def __init__(
        self, address: WebAddress, ips: Sequence[str], deadline: Deadline, trust: ssl.SSLContext | None = None
    ) -> None:
        super().__init__(address.host, address.port)
        self._address, self._ips, self._deadline, self._trust = address, ips, deadline, trust

    def connect(self) -> None:
        """Open the first IP address that answers."""
        failure: OSError = OSError("no IP address")
        for ip in self._ips:
            try:
                opened = socket.create_connection((ip, self.port), timeout=self._deadline.left())
                break
            except OSError as error:
                failure = error
        else:
            raise failure
        try:
            self.sock = _TimedSocket(self._secured(opened), self._deadline)
        except BaseException:
            opened.close()
            raise

    def _secured(self, opened: socket.socket) -> socket.socket:
        if self._address.scheme != "https":
            return opened
        opened.settimeout(self._deadline.left())
        return (self._trust or ssl.create_default_context()).wrap_socket(opened, server_hostname=self._address.host)


class _TimedSocket:
    """What http.client needs of a socket. A socket's own timeout begins anew with each byte; this one does not."""

    def __init__(self, inner: socket.socket, deadline: Deadline) -> None:
        self._inner, self._deadline = inner, deadline

    def sendall(self, data: Any) -> None:
        self._inner.settimeout(self._deadline.left())
        self._inner.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_TimedReader(self._inner, self._deadline))

    def close(self) -> None:
        self._inner.close()


class _TimedReader(io.RawIOBase):
    def __init__(self, inner: socket.socket, deadline: Deadline) -> None:
        self._inner, self._deadline = inner, deadline
        self._raw = inner.makefile("rb", buffering=0)  # keeps the socket open when http.client closes it early

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._inner.settimeout(self._deadline.left())
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()
