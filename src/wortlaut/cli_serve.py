"""`wortlaut serve`: the app in a browser, with its API and the work in the background."""

from __future__ import annotations

import argparse
import importlib.util
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from wortlaut.consoles import OK, Console, positive
from wortlaut.errors import MissingExtraError, ServingError
from wortlaut.serving.settings import PORT, RATE, UPLOAD, Settings, is_local

if TYPE_CHECKING:
    import uvicorn
    from starlette.types import ASGIApp

    from wortlaut.archive import Archive

SERVE = (
    "Opens the archive in a browser: search, people, statements, check, review, sources; and the API at /api/v1. "
    "Without --host it can be reached from this machine alone and needs no login. Ctrl-C ends it; nothing is lost."
)
MEGABYTE = 1_000_000
_GRACE = 30  # seconds that answers in hand may take at the end
_IDLE = 15  # seconds that a connection without a question is kept
_WAITING = 64  # connections that wait to be taken
_MOST = 400  # connections at once of a worker; more are told to come back


def add_arguments(command: argparse.ArgumentParser) -> None:
    """The options of `wortlaut serve`."""
    command.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help="to listen at (default: 127.0.0.1)")
    command.add_argument("--port", type=_port, default=PORT, metavar="N", help=f"0: any free one (default: {PORT})")
    command.add_argument("--url", metavar="URL", help="public address behind a proxy, as https://example.org/wortlaut")
    command.add_argument(
        "--allowed-host", action="append", default=[], metavar="NAME", help="another name to answer to (repeatable)"
    )
    command.add_argument(
        "--proxy", action="append", default=[], metavar="ADDRESS",
        help="of a proxy whose X-Forwarded-For is believed (repeatable; default: 127.0.0.1)",
    )  # fmt: skip
    command.add_argument("--accounts", action="store_true", help="require logins (always with --url or another --host)")
    command.add_argument("--workers", type=positive, default=1, metavar="N", help="processes that answer (default 1)")
    command.add_argument("--no-work", action="store_true", help="visit no feeds and read nothing in the background")
    command.add_argument("--register", type=Path, metavar="FILE", help="who is who (default: that of `read`)")
    command.add_argument(
        "--upload",
        type=positive,
        default=UPLOAD // MEGABYTE,
        metavar="MB",
        help=f"largest request (default {UPLOAD // MEGABYTE})",
    )
    command.add_argument(
        "--rate",
        type=_count,
        default=RATE,
        metavar="N",
        help=f"API requests a minute of one client, 0: any (default {RATE})",
    )
    command.add_argument("--metrics-token", metavar="TOKEN", help="opens /metrics to who gives it as a bearer token")
    command.add_argument("--log", choices=("text", "json"), default="text", help="lines on standard error")
    command.add_argument("-l", "--language", choices=("de", "en"), help="of pages (default: as the browser asks)")
    command.add_argument("--open", action="store_true", help="open the browser")
    command.add_argument("-q", "--quiet", action="store_true", help="log nothing but failures")
    command.set_defaults(archived=_serve)


def _port(value: str) -> int:
    if not value.isdecimal() or int(value) > 65535:
        raise argparse.ArgumentTypeError(f"{value!r} is no port; give 0 to 65535")
    return int(value)


def _count(value: str) -> int:
    if not value.isdecimal():
        raise argparse.ArgumentTypeError(f"{value!r} is not a number from 0 on")
    return int(value)


@dataclass(frozen=True, slots=True)
class _Logs:
    """How a process logs."""

    form: Literal["text", "json"]
    quiet: bool

    def set_up(self) -> None:
        import logging

        from wortlaut.serving.logs import set_up

        set_up(self.form, level=logging.WARNING if self.quiet else logging.INFO)


def _serve(given: argparse.Namespace, console: Console) -> int:
    settings = _settings(given)
    _prepare(settings)
    logs = _Logs(given.log, given.quiet)
    with ExitStack() as after:
        listening = after.enter_context(_listening(given.host, given.port))
        settings = replace(settings, port=listening.getsockname()[1])
        folder = _shared_counters(given, after)
        logs.set_up()
        if not given.no_work:
            after.enter_context(_working(settings, logs))
        address = f"{settings.root}/"
        console.say(f"{address} (Ctrl-C ends it)")
        if given.open:
            import webbrowser

            webbrowser.open(address)
        _run(_config(given, settings, logs, folder), listening, given.workers)
    console.say("ended; nothing is lost")
    return OK


_NEEDED = (  # package, module
    ("starlette", "starlette"), ("fastapi", "fastapi"), ("uvicorn", "uvicorn"), ("jinja2", "jinja2"),
    ("python-multipart", "python_multipart"), ("argon2-cffi", "argon2"), ("prometheus-client", "prometheus_client"),
)  # fmt: skip


def _settings(given: argparse.Namespace) -> Settings:
    for package, module in _NEEDED:
        if importlib.util.find_spec(module) is None:
            raise MissingExtraError(package, "web")
    return Settings(
        given.archive, host=given.host, port=given.port, url=given.url, hosts=tuple(given.allowed_host),
        accounts=given.accounts or given.url is not None or not is_local(given.host), register=given.register,
        language=given.language, upload=given.upload * MEGABYTE, rate=given.rate, metrics_token=given.metrics_token,
    )  # fmt: skip


def _prepare(settings: Settings) -> None:
    """Open the archive once before anything else: made where there is none, brought to the newest form."""
    from wortlaut.archive import Archive
    from wortlaut.register import read_register

    if settings.register:
        read_register(settings.register)  # its errors are wrong use
    with Archive.open(settings.archive, create=True) as archive:
        if settings.accounts:
            _need_an_account(archive)


def _need_an_account(archive: Archive) -> None:
    from wortlaut.desk.accounts import Accounts

    if not Accounts(archive).any():
        raise ServingError(
            f"{archive.url}: nobody could log in, for there is no account; make the first one with: "
            "wortlaut accounts add NAME --role admin --archive URL"
        )


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    """A socket that listens. Raises ServingError."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        made = socket.create_server((host, port), family=family, backlog=_WAITING)
    except OSError as error:
        raise ServingError(
            f"{host}, port {port}: cannot listen there ({error.strerror or error}); choose another one with --port"
        ) from error
    with made:
        made.set_inheritable(True)
        yield made


def _shared_counters(given: argparse.Namespace, after: ExitStack) -> str | None:
    """A folder in which several workers count together; prometheus_client looks for it in the environment."""
    if given.workers == 1:
        return None
    folder = after.enter_context(tempfile.TemporaryDirectory(prefix="wortlaut-"))
    given.share("PROMETHEUS_MULTIPROC_DIR", folder)
    return folder


def _config(given: argparse.Namespace, settings: Settings, logs: _Logs, folder: str | None) -> uvicorn.Config:
    import uvicorn

    return uvicorn.Config(
        partial(_application, settings, logs, folder), factory=True, log_config=None, access_log=False,
        server_header=False, proxy_headers=True, forwarded_allow_ips=given.proxy or ["127.0.0.1"],
        timeout_graceful_shutdown=_GRACE, timeout_keep_alive=_IDLE, limit_concurrency=_MOST, workers=given.workers,
        lifespan="on",
    )  # fmt: skip


def _application(settings: Settings, logs: _Logs, folder: str | None) -> ASGIApp:
    """In each worker."""
    from wortlaut.web.application import make_app

    logs.set_up()
    return make_app(settings, metrics_folder=folder)


def _run(config: uvicorn.Config, listening: socket.socket, workers: int) -> None:
    """Answer until SIGINT or SIGTERM comes; what is in hand is finished first."""
    import uvicorn

    try:
        if workers == 1:
            uvicorn.Server(config).run(sockets=[listening])
        else:
            from uvicorn.supervisors import Multiprocess

            Multiprocess(config, [listening]).run()
    except KeyboardInterrupt:  # uvicorn has ended in good order, and raises the signal once more
        return


@contextmanager
def _working(settings: Settings, logs: _Logs) -> Iterator[None]:
    """A process that does the work in the background, ended in good order; if it dies, it is begun anew."""
    from wortlaut.desk.keeper import Keeper

    with Keeper(partial(_work, settings, logs)):
        yield


def _work(settings: Settings, logs: _Logs, stop: Callable[[], bool]) -> None:
    """In the process of the background."""
    from wortlaut.desk.runner import run

    logs.set_up()
    run(settings.archive, register=settings.register, stop=stop)
