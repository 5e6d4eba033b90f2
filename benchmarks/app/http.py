"""A client for HTTP/1.1 that costs little: one connection, kept alive, asked once at a time."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

MOST = 2**22  # bytes of a line; a header is never longer


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers (names in lower case), the body as it was sent, and as it is."""

    status: int
    headers: Mapping[str, str]
    sent: int
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")


class Connection:
    """One reader's way to a server; opens itself anew where the server has closed it."""

    def __init__(self, host: str, port: int, headers: Mapping[str, str] | None = None) -> None:
        self._host, self._port = host, port
        named = {"Host": f"{host}:{port}", "Accept-Encoding": "gzip", **(headers or {})}
        self._headers = "".join(f"{name}: {value}\r\n" for name, value in named.items())
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str) -> Answer:
        """One answer, read to its end. Raises OSError or EOFError where there is none."""
        request = f"GET {path} HTTP/1.1\r\n{self._headers}\r\n".encode()
        fresh = self._streams is None
        try:
            return await self._exchange(request)
        except (OSError, EOFError):
            self.close()
            if fresh:
                raise
        return await self._exchange(request)  # a connection that lay idle may have been closed

    async def _exchange(self, request: bytes) -> Answer:
        if self._streams is None:
            self._streams = await asyncio.open_connection(self._host, self._port, limit=MOST)
        reader, writer = self._streams
        writer.write(request)
        await writer.drain()
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        status = int(head[0].split(" ", 2)[1])
        headers = {n.lower(): v.strip() for n, _, v in (line.partition(":") for line in head[1:] if line)}
        sent = await _body(reader, headers)
        if headers.get("connection", "").lower() == "close":
            self.close()
        body = zlib.decompress(sent, 47) if headers.get("content-encoding") == "gzip" and sent else sent
        return Answer(status, headers, len(sent), body)

    def close(self) -> None:
        if self._streams:
            self._streams[1].close()
        self._streams = None


async def _body(reader: asyncio.StreamReader, headers: Mapping[str, str]) -> bytes:
    if headers.get("transfer-encoding", "").lower() != "chunked":
        length = headers.get("content-length")
        return await reader.readexactly(int(length)) if length else await reader.read()
    pieces = []
    while size := int((await reader.readline()).split(b";")[0] or b"0", 16):
        pieces.append(await reader.readexactly(size))
        await reader.readexactly(2)
    await reader.readline()
    return b"".join(pieces)
