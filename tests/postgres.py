"""A real PostgreSQL server in a folder of its own, for tests and measurements.

It listens on a socket in that folder alone, never on a port. The programs are Debian's (package `postgresql`) or those
on the path.
"""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

DEBIAN = Path("/usr/lib/postgresql")
LEAST = 15  # the oldest version that an archive may be in
ACCOUNT = "postgres"  # the server refuses to run as root; Debian's package brings this account
PATIENCE = 30.0  # seconds until the server must answer
# What is lost with the machine may be lost with these; a killed server still loses nothing.
UNSAFE = {"fsync": "off", "full_page_writes": "off"}


def programs() -> Path | None:
    """The folder of the newest server programs, or None where there are none of version 15 or later."""
    versions = sorted((p for p in DEBIAN.glob("*/bin") if p.parent.name.isdigit()), key=lambda p: int(p.parent.name))
    for folder in reversed(versions):
        if (folder / "initdb").exists() and int(folder.parent.name) >= LEAST:
            return folder
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def missing() -> str | None:
    """Why no server can be started here, as a reason to skip; None where one can."""
    if programs() is None:
        return f"no PostgreSQL {LEAST} or later: apt-get install postgresql"
    if os.geteuid() == 0 and not _account():
        return f"a server does not run as root, and there is no account {ACCOUNT!r}"
    return None


class Server:
    """A server; `with Server() as server: url = server.database()`.

    With `safe=False` it does not wait for the disk: a killed server loses nothing, a machine that fails may. `settings`
    are further settings of the server. `version` is its own word ("postgres (PostgreSQL) 15.14 …").
    """

    def __init__(self, *, safe: bool = True, settings: Mapping[str, str] | None = None) -> None:
        reason = missing()
        if reason:
            raise RuntimeError(reason)
        self._programs = programs() or Path()
        self._settings = {**({} if safe else UNSAFE), **(settings or {})}
        # /tmp, for the path of a socket has at most 107 bytes
        self.folder = Path(tempfile.mkdtemp(prefix="wlpg", dir="/tmp"))
        self.data = self.folder / "data"
        if os.geteuid() == 0:
            shutil.chown(self.folder, ACCOUNT, ACCOUNT)
        self._process: subprocess.Popen[bytes] | None = None
        self._databases = 0
        atexit.register(self.close)
        try:
            self._run("initdb", "-D", str(self.data), *_INITDB)
            self.start()
        except BaseException:
            self.close()
            raise
        self.version = self._run("postgres", "--version").strip()

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def url(self, database: str = "postgres") -> str:
        """The address of a database of this server, whether it exists or not."""
        return f"postgresql://{ACCOUNT}@/{database}?host={self.folder}"

    def database(self) -> str:
        """Makes a new empty database and returns its address."""
        self._databases += 1
        name = f"wortlaut{self._databases}"
        self._run("createdb", "-h", str(self.folder), "-U", ACCOUNT, name)
        return self.url(name)

    def start(self) -> None:
        """Starts the server again after `stop` or `kill`, with all its databases."""
        if self._process:
            return
        settings = {"unix_socket_directories": str(self.folder), "listen_addresses": "", **self._settings}
        options = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [self._programs / "postgres", "-D", self.data, *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                start_new_session=True,  # Ctrl-C is for the tests alone; they then end the server
                **_as_account(),
            )
        end = time.monotonic() + PATIENCE
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"the server did not start:\n{self.log.read_text(errors='replace')[-2000:]}")
            time.sleep(0.02)

    @property
    def log(self) -> Path:
        """What the server wrote."""
        return self.folder / "log"

    def stop(self) -> None:
        """Ends all connections and the server in order; its data stay."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """Ends the server at once, as a failure would; its data stay, and the next start repairs them."""
        self._end(signal.SIGQUIT)

    def close(self) -> None:
        """Ends the server and removes its folder."""
        self._end(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)
        atexit.unregister(self.close)

    def _end(self, how: signal.Signals) -> None:
        if self._process:
            self._process.send_signal(how)
            self._process.wait(PATIENCE)
            self._process = None

    def _answers(self) -> bool:
        asked = [str(self._programs / "pg_isready"), "-q", "-h", str(self.folder), "-d", "postgres"]
        return subprocess.run(asked, check=False).returncode == 0

    def _run(self, program: str, *arguments: str) -> str:
        command = [str(self._programs / program), *arguments]
        done: subprocess.CompletedProcess[str] = subprocess.run(
            command, capture_output=True, text=True, cwd=self.folder, check=False, **_as_account()
        )
        if done.returncode:
            raise RuntimeError(f"{program} failed: {done.stderr.strip() or done.stdout.strip()}")
        return done.stdout


_INITDB = (
    "--no-sync",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    f"--username={ACCOUNT}",
    "--auth-local=trust",
    "--auth-host=reject",
)


def _account() -> bool:
    import pwd

    return any(entry.pw_name == ACCOUNT for entry in pwd.getpwall())


def _as_account() -> dict[str, Any]:
    """Options of subprocess that run a program as the account of the server, where we are root."""
    return {"user": ACCOUNT, "group": ACCOUNT, "extra_groups": []} if os.geteuid() == 0 else {}
