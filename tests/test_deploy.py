"""What is in deploy/: the proxy's block and the unit are checked by their own programs where those are installed."""

from __future__ import annotations

import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.conftest import ROOT
from wortlaut import cli

DEPLOY = ROOT / "deploy"
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin")
PASSWORD = "vier lange graue Boote"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
def test_the_unit_is_one(tmp_path: Path) -> None:
    text = (DEPLOY / "wortlaut.service").read_text("utf-8").replace("/opt/wortlaut/bin/wortlaut", "/bin/true")
    unit = tmp_path / "wortlaut.service"
    unit.write_text(text, "utf-8")
    done = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, check=False)
    assert not [line for line in done.stderr.splitlines() if "wortlaut.service" in line]


def test_the_commands_of_unit_and_container_are_understood() -> None:
    start = re.search(r"^ExecStart=\S+ (.*)$", (DEPLOY / "wortlaut.service").read_text("utf-8"), re.MULTILINE)
    assert start and cli.parser().parse_args(shlex.split(start[1])).workers == 2
    container = (DEPLOY / "Containerfile").read_text("utf-8")
    command = re.search(r"^CMD \[(.*)\]$", container, re.MULTILINE)
    assert command and cli.parser().parse_args([word.strip(' "') for word in command[1].split(",")]).host == "0.0.0.0"
    for names in re.findall(r"^COPY (?!--from)(.+) \./?\S*$", container, re.MULTILINE):
        assert all((ROOT / one).exists() for one in names.split())


@pytest.fixture(params=["leaves the path on", "takes the path away"])
def proxied(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[httpx.Client]:
    """A browser of the app behind nginx, under a path."""
    if NGINX is None:
        pytest.skip("nginx is not installed")
    front, back = _free(), _free()
    url, archive = f"http://127.0.0.1:{front}/wortlaut", str(tmp_path / "a.db")
    wortlaut = [sys.executable, "-m", "wortlaut"]
    account = ["accounts", "add", "eva", "--role", "admin", "--archive", archive, "--password-stdin"]
    subprocess.run([*wortlaut, *account], input=PASSWORD.encode(), check=True, capture_output=True)
    block = (DEPLOY / "nginx.conf").read_text("utf-8").replace("127.0.0.1:8765", f"127.0.0.1:{back}")
    block = block.replace("Host $host", "Host $host:$server_port")  # the port is not the scheme's own here
    if request.param.startswith("takes"):
        block = block.replace(f"127.0.0.1:{back};", f"127.0.0.1:{back}/;")
    serve = ["serve", "--archive", archive, "--no-work", "--url", url, "--port", str(back), "-q"]
    with (
        _running([*wortlaut, *serve]),
        _running([NGINX, "-p", str(tmp_path), "-c", str(_conf(tmp_path, front, block))]),
        httpx.Client(base_url=f"http://127.0.0.1:{front}", timeout=60) as client,
    ):
        _wait(client)
        yield client


def _conf(folder: Path, port: int, block: str) -> Path:
    path = folder / "nginx.conf"
    temporary = "".join(
        f"{name}_temp_path {folder / name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    path.write_text(
        f"daemon off; error_log stderr; pid {folder / 'nginx.pid'}; events {{}}\n"
        f"http {{ access_log off; {temporary} server {{ listen 127.0.0.1:{port};\n{block}\n}} }}\n",
        "utf-8",
    )
    return path


def _free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
    return port


@contextmanager
def _running(command: list[str]) -> Iterator[None]:
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            yield
        finally:
            process.terminate()


def _wait(client: httpx.Client) -> None:
    for _ in range(600):
        try:
            if client.get("/wortlaut/health").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    raise AssertionError("the app did not begin behind nginx")


def test_people_log_in_and_follow_links_under_the_path(proxied: httpx.Client) -> None:
    assert proxied.get("/wortlaut").headers["location"].endswith("/wortlaut/")
    answer = proxied.get("/wortlaut/search?q=a")
    assert (answer.status_code, answer.headers["location"]) == (303, "/wortlaut/login?to=%2Fsearch%3Fq%3Da")
    page = proxied.get(answer.headers["location"])
    token = re.search(r'name="csrf" value="(\w+)"', page.text)
    assert page.status_code == 200 and token
    form = {"csrf": token[1], "name": "eva", "password": PASSWORD, "to": "/search?q=a"}
    wrong = proxied.post("/wortlaut/login", data={**form, "csrf": "0" * 64})
    assert wrong.status_code == 403
    answer = proxied.post("/wortlaut/login", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, "/wortlaut/search?q=a")
    page = proxied.get("/wortlaut/search?q=a")
    assert page.status_code == 200
    links = set(re.findall(r'(?:href|src|action)="(/[^"]*)"', page.text))
    assert links and all(link.startswith("/wortlaut/") for link in links)
    for link in links:
        if "/static/" in link:
            assert proxied.get(link).status_code == 200
    assert "path=/wortlaut" in answer.headers["set-cookie"].lower()
