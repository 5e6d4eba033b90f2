"""`wortlaut serve` as people run it: a process, its address, its signals, its errors."""

from __future__ import annotations

import importlib.util
import json
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.archive.conftest import server  # noqa: F401
from wortlaut import cli
from wortlaut.archive import Archive

STARTED = re.compile(r"(http://[\w.\[\]:]+/\S*) \(Ctrl-C ends it\)")


@contextmanager
def running(*options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server and its address; killed at the end if it still runs."""
    command = [sys.executable, "-m", "wortlaut", "serve", "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            for line in process.stderr:
                if found := STARTED.search(line):
                    yield process, found[1]
                    return
            pytest.fail("the server ended before it had begun")
        finally:
            if process.poll() is None:
                process.kill()


def get(address: str, path: str = "health", timeout: float = 120) -> bytes:
    with urllib.request.urlopen(address + path, timeout=timeout) as answer:
        data: bytes = answer.read()
    return data


def waited(address: str) -> None:
    """The socket listens before the app has begun: who comes early is answered when it has."""
    assert json.loads(get(address))["status"] == "pass"


@pytest.mark.parametrize("signs", [signal.SIGTERM, signal.SIGINT])
def test_it_makes_an_archive_and_ends_in_good_order(tmp_path: Path, signs: signal.Signals) -> None:
    path = tmp_path / "new.db"
    with running("--archive", str(path), "--no-work") as (process, address):
        waited(address)
        assert path.exists()
        process.send_signal(signs)
        assert process.stderr is not None
        told = process.stderr.read()
        assert process.wait(120) == 0
    assert "ended; nothing is lost" in told and "Traceback" not in told


def test_what_is_in_hand_is_finished_first(tmp_path: Path) -> None:
    with running("--archive", str(tmp_path / "a.db"), "--no-work") as (process, address):
        waited(address)
        port = int(address.rstrip("/").rpartition(":")[2])
        body = b"language=en&theme=dark&to=/"
        with socket.create_connection(("127.0.0.1", port), timeout=120) as line:
            head = f"POST /preferences HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n"
            line.sendall(head.encode() + b"Content-Type: application/x-www-form-urlencoded\r\n\r\n" + body[:5])
            get(address)  # so that the first half has arrived
            process.send_signal(signal.SIGTERM)
            line.sendall(body[5:])
            assert line.recv(4096).startswith(b"HTTP/1.1 303")
        assert process.wait(120) == 0


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_several_workers_share_an_archive_and_their_counters(
    request: pytest.FixtureRequest, tmp_path: Path, kind: str
) -> None:
    url = str(tmp_path / "a.db") if kind == "sqlite" else request.getfixturevalue("server").database()
    with running("--archive", url, "--workers", "2", "--no-work", "--log", "json") as (process, address):
        for _ in range(6):
            waited(address)
        told = get(address, "metrics").decode()
        assert 'wortlaut_requests_total{method="GET",route="/health",status="200"} 6.0' in told
        process.send_signal(signal.SIGTERM)
        assert process.stderr is not None
        lines = [json.loads(line) for line in process.stderr.read().splitlines() if line.startswith("{")]
        assert process.wait(120) == 0
    assert sum(line["event"] == "request" for line in lines) == 7


def test_several_workers_hold_the_rate_together(tmp_path: Path) -> None:
    with running("--archive", str(tmp_path / "a.db"), "--workers", "2", "--no-work", "--rate", "2") as (_, address):
        waited(address)
        assert [status(f"{address}api/v1/info") for _ in range(8)].count(200) == 2


def status(url: str) -> int:
    try:
        with urllib.request.urlopen(url, timeout=120) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def test_the_background_works_and_ends_with_it(tmp_path: Path) -> None:
    with running("--archive", str(tmp_path / "a.db"), "-q") as (process, address):
        waited(address)
        process.send_signal(signal.SIGTERM)
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()
        assert process.wait(120) == 0


def test_a_port_that_is_taken_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        code = cli.main(["serve", "--archive", str(tmp_path / "a.db"), "--port", port, "--no-work"])
    assert code == 2
    assert f"127.0.0.1, port {port}: cannot listen there" in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--host", "0.0.0.0"], ["--url", "https://example.org/w"], ["--accounts"]])
def test_beyond_this_machine_somebody_must_be_able_to_log_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    assert cli.main(["serve", "--archive", str(tmp_path / "a.db"), "--port", "0", *options]) == 2
    assert "accounts add NAME --role admin" in capsys.readouterr().err


@pytest.mark.parametrize(
    "options, told",
    [
        (["--port", "70000"], "is no port"),
        (["--rate", "-1"], "not a number from 0 on"),
        (["--workers", "0"], "not a number from 1 on"),
    ],
)
def test_wrong_options_are_refused(capsys: pytest.CaptureFixture[str], options: list[str], told: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["serve", *options])
    assert stopped.value.code == 2
    assert told in capsys.readouterr().err


def test_a_wrong_public_address_or_register_is_said_before_anything_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.db"
    assert cli.main(["serve", "--archive", str(path), "--url", "example.org"]) == 2
    assert "no public address" in capsys.readouterr().err
    assert cli.main(["serve", "--archive", str(path), "--register", str(tmp_path / "none.jsonl")]) == 2
    assert "none.jsonl" in capsys.readouterr().err
    assert not path.exists()


def test_without_the_extra_the_command_that_installs_it_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "jinja2" else find(name))
    assert cli.main(["serve", "--archive", str(tmp_path / "a.db")]) == 2
    assert "jinja2 is not installed; install it with: pip install 'wortlaut[web]'" in capsys.readouterr().err
    assert not (tmp_path / "a.db").exists()


def test_a_file_that_is_no_archive_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "notes.db"
    path.write_text("no archive at all, but some words " * 40, "utf-8")
    assert cli.main(["serve", "--archive", str(path)]) == 2
    assert "no archive" in capsys.readouterr().err


def test_an_archive_with_articles_is_left_as_it_is(tmp_path: Path) -> None:
    from tests.archive.articles import several

    path = str(tmp_path / "a.db")
    with Archive.open(path, create=True) as archive:
        list(archive.add_all(several()))
        before = archive.info()
    with running("--archive", path, "--no-work") as (_, address):
        waited(address)
    with Archive.open(path) as archive:
        assert archive.info() == before
