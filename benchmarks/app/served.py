"""A real `wortlaut serve`: a process of its own, at a free port, with what memory it and its children hold."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.error import URLError

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds until it must answer
_ADDRESS = re.compile(r"http://[\w.\[\]:-]+?:(\d+)")


class Served:
    """A server on an archive; use it in a `with` statement. `more` are further options of `wortlaut serve`."""

    def __init__(self, archive: str, *more: str, workers: int = 1) -> None:
        self._log: IO[str] = tempfile.TemporaryFile("w+")  # noqa: SIM115 - closed in __exit__
        self.port = 0
        command = [sys.executable, "-m", "wortlaut", "serve", "--archive", archive, "--port", "0"]
        command += ["--workers", str(workers)] if workers > 1 else []
        paths = os.pathsep.join(filter(None, [str(ROOT / "src"), os.environ.get("PYTHONPATH")]))
        self.command: Sequence[str] = [*command, *more]
        self._environment = {**os.environ, "PYTHONPATH": paths}

    def __enter__(self) -> Served:
        self._process = subprocess.Popen(
            self.command, stdout=self._log, stderr=subprocess.STDOUT, env=self._environment, cwd=tempfile.gettempdir(),
            text=True, start_new_session=True,
        )  # fmt: skip
        try:
            self._wait()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self._log.close()

    @property
    def host(self) -> str:
        return "127.0.0.1"

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}"

    @property
    def log(self) -> str:
        """All that it has said so far."""
        size = os.fstat(self._log.fileno()).st_size
        return os.pread(self._log.fileno(), size, 0).decode("utf-8", "replace")

    def stop(self) -> int:
        """End it as a service manager would; killed where it does not go."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(self._process.pid, signal.SIGKILL)
        return self._process.wait()

    def memory(self) -> Memory:
        """Of all its processes now."""
        return Memory.of(self._process.pid)

    def cpu(self) -> float:
        """Seconds that its processes have computed so far."""
        return sum(_cpu(pid) for pid in _family(self._process.pid))

    def _wait(self) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self._process.poll() is not None:
                raise RuntimeError(f"{' '.join(self.command)}: ended with {self._process.returncode}: {self.log}")
            if found := _ADDRESS.search(self.log):
                self.port = int(found[1])
                if self.port and self._answers():
                    return
            time.sleep(0.05)
        raise RuntimeError(f"{' '.join(self.command)}: no answer in {PATIENCE:.0f} s: {self.log}")

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/health", timeout=5) as answer:
                return bool(answer.status == 200)
        except (URLError, OSError):
            return False


@dataclass(frozen=True)
class Memory:
    """Of some processes, in MB: `rss` counts what they share once each, `pss` once in all."""

    rss: float
    pss: float

    @classmethod
    def of(cls, root: int) -> Memory:
        told = [_rollup(pid) for pid in _family(root)]
        return cls(*(round(sum(one.get(name, 0) for one in told) / 1024, 1) for name in ("Rss", "Pss")))


def _family(root: int) -> list[int]:
    """A process and all that come from it."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(entry.read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            continue
        parents.setdefault(parent, []).append(int(entry.parent.name))
    found, waiting = [], [root]
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting += parents.get(one, [])
    return found


def _rollup(pid: int) -> dict[str, int]:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return {}
    return {name: int(rest.split()[0]) for name, _, rest in (line.partition(":") for line in lines[1:])}


def _cpu(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
