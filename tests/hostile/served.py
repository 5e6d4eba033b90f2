"""A real server on an archive that is full of hostile articles: asked for everything, attacked, and looked at."""

from __future__ import annotations

import http.client
import re
import secrets
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.app.served import Served
from tests.hostile.cases import Case
from tests.hostile.corpus import fetched
from tests.hostile.pages import SECONDS, Answer, Secrets, pages, problems
from tests.hostile.requests import Asking, askings

_TOKEN = re.compile(r'name="csrf" value="([0-9a-f]+)"')
_LAID_OUT = 60  # seconds; Chromium itself takes ten for a word of 100,000 signs
_STORM = "\u0489"  # a letter with thousands of marks is one sign, which no page can break
JOB = 120  # seconds in which the work of a form must be done
MANY = 20  # files that are uploaded at once


@dataclass
class Canary:
    """A server on this machine that must never be asked, and a file that must never be read."""

    port: int
    secret: str
    words: tuple[str, ...]
    asked: list[str] = field(default_factory=list)


@contextmanager
def canary(folder: Path) -> Iterator[Canary]:
    """One that sings."""
    words = (f"geheim-{secrets.token_hex(8)}", f"intern-{secrets.token_hex(8)}")
    path = folder / "geheim.txt"
    path.write_text(f"Das ist {words[0]}. „Nein“, sagte Eva Brandt.", "utf-8")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(f"<p>Das ist {words[1]}. „Nein“, sagte Eva Brandt.".encode())

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made = Canary(server.server_address[1], str(path), words)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()


class Attacker:
    """Asks a server as somebody who means harm; keeps the cookies that it is given."""

    def __init__(self, served: Served) -> None:
        self._served = served
        self._cookies: dict[str, str] = {}
        self.slowest: list[tuple[float, str]] = []

    def ask(self, asking: Asking) -> Answer:
        """One answer. Raises OSError where there is none in time."""
        connection = http.client.HTTPConnection(self._served.host, self._served.port, timeout=SECONDS)
        began = time.monotonic()
        try:
            path = asking.path.encode("utf-8", "replace").decode("latin-1")
            connection.putrequest(asking.method, path, skip_host="Host" in asking.headers, skip_accept_encoding=True)
            for name, value in {"Cookie": self._cookie(), **asking.headers}.items():
                if value:
                    connection.putheader(name, value.encode("utf-8", "replace"))
            if asking.body or asking.method == "POST":
                connection.putheader("Content-Length", str(len(asking.body)))
            connection.endheaders(asking.body or None)
            answer = connection.getresponse()
            content = answer.read()
        finally:
            connection.close()
        seconds = time.monotonic() - began
        self.slowest = sorted([*self.slowest, (seconds, f"{asking.method} {asking.path[:100]}")], reverse=True)[:8]
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self._cookies[key] = rest.partition(";")[0]
        headers = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(asking.path, answer.status, headers, content)

    def get(self, path: str) -> Answer:
        return self.ask(Asking(path))

    def send(self, path: str, fields: Mapping[str, str], *, on: str) -> Answer:
        """A form, with the token of the page that it stands on."""
        body = urlencode({"csrf": self._token(on), **{k: v.encode("utf-8", "replace") for k, v in fields.items()}})
        return self.ask(Asking(path, "POST", {"Content-Type": "application/x-www-form-urlencoded"}, body.encode()))

    def upload(self, files: Iterable[tuple[str, bytes]]) -> Answer:
        """Files, as the page for them would send them."""
        mark = secrets.token_hex(16)
        parts = [_part(mark, 'name="csrf"', self._token("/add").encode()), _part(mark, 'name="what"', b"files")]
        for name, data in files:
            quoted = name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
            parts.append(_part(mark, f'name="upload"; filename="{quoted}"', data))
        body = b"".join(parts) + f"--{mark}--\r\n".encode()
        return self.ask(Asking("/add", "POST", {"Content-Type": f"multipart/form-data; boundary={mark}"}, body))

    def done(self, answer: Answer) -> Answer:
        """The page that a form leads to, when its work has ended. Raises TimeoutError."""
        where = answer.headers.get("location", "")
        end = time.monotonic() + JOB
        while where:
            answer = self.get(where)
            job = re.match(r"/jobs/(\d+)", where)
            where = answer.headers.get("location", "")
            if job and not where and "data-active" in answer.text:
                if time.monotonic() > end:
                    raise TimeoutError(f"{job[0]} has not ended in {JOB} s")
                time.sleep(0.5)
                where = job[0]
        return answer

    def _token(self, on: str) -> str:
        found = _TOKEN.search(self.get(on).text)
        return found[1] if found else ""

    def _cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self._cookies.items())


def _part(mark: str, about: str, data: bytes) -> bytes:
    return f"--{mark}\r\nContent-Disposition: form-data; {about}\r\n\r\n".encode("utf-8", "replace") + data + b"\r\n"


def attack(archive: str, cases: Sequence[Case], folder: Path, *, browser: bool, every: int = 1) -> list[str]:
    """All that went wrong. `every`: only one in so many pages and requests is asked for."""
    wrong: list[str] = []
    with canary(folder) as bird, Served(archive, "--rate", "0") as served:
        attacker, hidden = Attacker(served), Secrets(("root:x:0:0", *bird.words))
        wrong += _forms(attacker, cases, bird, hidden, every)
        wrong += _asked(attacker, islice(askings(), 0, None, every), hidden, refusable=True)
        shown = list(islice(pages(archive), 0, None, every))
        wrong += _asked(attacker, (Asking(path) for path in shown), hidden, refusable=False)
        if browser:
            wrong += _seen(
                served, [path for path in shown if not path.startswith(("/api", "/search.atom", "/search/export"))]
            )
        wrong += [f"a private address was asked: {path}" for path in bird.asked]
        wrong += [
            f"the log has {word}"
            for word in ("Traceback", "wir lassen das nicht zu", *bird.words)
            if word in served.log
        ]
        wrong += [] if attacker.get("/health").status == 200 else ["it does not answer any more"]
        print(
            f"{len(shown)} pages; slowest: "
            + ", ".join(f"{path} {seconds:.1f} s" for seconds, path in attacker.slowest)
        )
    return [*wrong, *(f"{path} was written" for path in _PLANTED if Path(path).exists())]


_PLANTED = ("/tmp/wortlaut-pwned.txt", "/etc/wortlaut-pwned.txt", "/tmp/pwned.db")


def _asked(attacker: Attacker, some: Iterable[Asking], hidden: Secrets, *, refusable: bool) -> Iterator[str]:
    for asking in some:
        try:
            answer = attacker.ask(asking)
        except ValueError:
            continue  # what this client itself cannot write down
        except OSError as error:
            yield f"{asking.method} {asking.path[:200]}: no answer: {error!r}"
            continue
        yield from problems(f"{asking.method} {asking.path[:200]}", answer, hidden, refusable=refusable)


def _forms(attacker: Attacker, cases: Sequence[Case], bird: Canary, hidden: Secrets, every: int) -> Iterator[str]:
    """Pastes, uploads and addresses."""
    for case in cases:
        if case.way == "paste":
            fields = {"what": "text", "words": case.fields["text"], "force": "1", **case.fields}
            yield from _one(attacker, case.name, partial(attacker.send, "/add", fields, on="/add"), hidden)
    files = [(case.file, case.data()) for case in cases if case.way == "file" and not case.is_large][::every]
    for begin in range(0, len(files), MANY):
        some = files[begin : begin + MANY]
        yield from _one(attacker, f"upload {begin}", partial(attacker.upload, some), hidden)
    for case in fetched(bird.port, bird.secret)[::every]:
        fields = {"what": "address", "address": case.address}
        yield from _one(attacker, case.name, partial(attacker.send, "/add", fields, on="/add"), hidden)
        fields = {"address": case.address, "outlet": case.name, "seconds": "300"}
        yield from _one(attacker, case.name, partial(attacker.send, "/sources", fields, on="/sources"), hidden)


def _one(attacker: Attacker, name: str, send: Callable[[], Answer], hidden: Secrets) -> Iterator[str]:
    try:
        answer = attacker.done(send())
    except (OSError, TimeoutError) as error:
        yield f"{name}: {error!r}"
        return
    yield from problems(name, answer, hidden)


def _seen(served: Served, paths: Sequence[str]) -> list[str]:
    """Chromium opens all of them; what it tells."""
    from benchmarks.app.browser import chromium, missing
    from tests.browser.watching import Visit

    if reason := missing():
        print(f"not seen by a browser: {reason}")
        return []
    wrong: list[str] = []
    with chromium() as browser:
        for begin in range(0, len(paths), 50):
            one = Visit(browser, served)
            one.page.set_default_timeout(1_000 * _LAID_OUT)
            for path in paths[begin : begin + 50]:
                try:
                    one.go(path)
                    if one.page.evaluate("window.__pwned"):
                        wrong.append(f"{path}: it ran")
                    wide = [] if _STORM in one.page.content() else one.overflow()
                    wrong += [f"{path}: wider than the window: {out[:200]}" for out in wide]
                except Exception as error:
                    wrong.append(f"{path}: {error!s:.200}")
            wrong += one.close()
    return wrong
