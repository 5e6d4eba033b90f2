"""The measurements of the app measure what they say."""

from __future__ import annotations

import asyncio
import gzip
from pathlib import Path

import pytest

from benchmarks.app import load, soak
from benchmarks.app.addresses import SHARES, drawn
from benchmarks.app.http import Connection
from benchmarks.app.served import Served
from tests.archive.articles import several
from wortlaut.archive import Archive


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("app") / "some.db")
    with Archive.open(path, create=True) as made:
        for _ in made.add_all(several()):
            pass
    return path


def test_every_kind_of_page_has_real_addresses(filled: str) -> None:
    found = drawn(filled, 5)
    assert set(found) == set(SHARES) and sum(SHARES.values()) == 100
    assert all(len(some) == 5 for some in found.values())
    assert found == drawn(filled, 5), "the same seed draws the same"
    assert any("Wasser" in one or "Werft" in one or "Dorf" in one for one in drawn(filled, 40)["search: words"])


def test_readers_find_no_error_and_are_timed(filled: str) -> None:
    with Served(filled, "--quiet", "--no-work", "--rate", "0") as served:
        plan = load.Plan(readers=3, seconds=2, warming=0.2)
        outcome = asyncio.run(load.ask(served, drawn(filled, 20), plan))
        memory = served.memory()
        log = served.log
    assert not outcome.wrong and "Traceback" not in log
    rows = {row.page: row for row in outcome.rows()}
    assert rows["all"].number == sum(row.number for row in rows.values()) - rows["all"].number > 20
    assert 0 < rows["all"].p50 <= rows["all"].p95 <= rows["all"].most
    assert memory.rss >= memory.pss > 20 and outcome.server_cpu_s > 0
    assert "| all |" in load.table(outcome)


def test_what_is_wrong_is_counted(filled: str) -> None:
    with Served(filled, "--quiet", "--no-work") as served:
        addresses = {"article": ["/articles/4711"], "start": ["/"]}
        outcome = asyncio.run(load.ask(served, addresses, load.Plan(readers=2, seconds=1, warming=0)))
    assert outcome.wrong and all(one == "/articles/4711: 404" for one in outcome.wrong)


def test_the_client_reads_all_ways_of_sending() -> None:
    """With a length, in chunks, packed, and until the connection ends."""
    packed = gzip.compress("Käse".encode())
    answers = [
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nKlein",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n%b" % (len(packed), packed),
        b"HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\nbis zum Ende",
    ]

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for answer in answers:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(answer)
            await writer.drain()
        writer.close()

    async def ask() -> list[tuple[int, str]]:
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        async with server:
            connection = Connection("127.0.0.1", server.sockets[0].getsockname()[1])
            return [((one := await connection.get("/")).status, one.text) for _ in answers]

    assert asyncio.run(ask()) == [(200, "Klein"), (200, "abcde"), (200, "Käse"), (404, "bis zum Ende")]


def test_a_slope_tells_growth_apart_from_the_begin() -> None:
    flat = [(second, 300.0 if second > 100 else 100.0 + second) for second in range(0, 3600, 60)]
    grows = [(second, 200 + second / 36) for second in range(0, 3600, 60)]
    assert abs(soak.slope(flat).an_hour) < 1
    assert round(soak.slope(grows).an_hour) == 100


def test_a_writer_adds_other_articles(tmp_path: Path) -> None:
    path = str(tmp_path / "written.db")
    Archive.open(path, create=True).close()
    with soak.Writer(path, an_hour=360_000, seed=1_007) as writer:
        for _ in range(200):
            if writer.added >= 3 or writer.failed:
                break
            asyncio.run(asyncio.sleep(0.1))
    assert writer.added >= 3 and not writer.failed
    with Archive.open(path) as archive:
        assert archive.info().articles >= 3
