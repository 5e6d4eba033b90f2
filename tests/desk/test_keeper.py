"""Keeper: work in a process of its own."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from wortlaut.desk.keeper import Keeper


def noted(folder: Path, stop: Callable[[], bool]) -> None:
    """Notes that it began, waits to be stopped, and notes that it ended."""
    (folder / f"{os.getpid()}.begun").touch()
    while not stop():
        time.sleep(0.02)
    (folder / f"{os.getpid()}.ended").touch()


def stubborn(folder: Path, _: Callable[[], bool]) -> None:
    (folder / f"{os.getpid()}.begun").touch()
    time.sleep(600)


def begun(folder: Path, count: int) -> list[int]:
    """The processes that have begun, when there are so many."""
    for _ in range(1_000):
        found = [int(path.stem) for path in folder.glob("*.begun")]
        if len(found) >= count:
            return found
        time.sleep(0.02)
    raise AssertionError(f"{count} processes were not begun")


def test_it_is_ended_in_good_order(tmp_path: Path) -> None:
    with Keeper(partial(noted, tmp_path)):
        (process,) = begun(tmp_path, 1)
        assert process != os.getpid()
    assert (tmp_path / f"{process}.ended").exists()


def test_a_process_that_dies_is_begun_anew(tmp_path: Path) -> None:
    with Keeper(partial(noted, tmp_path), pause=0):
        (first,) = begun(tmp_path, 1)
        os.kill(first, signal.SIGKILL)
        (second,) = set(begun(tmp_path, 2)) - {first}
    assert not (tmp_path / f"{first}.ended").exists()
    assert (tmp_path / f"{second}.ended").exists()


def test_a_signal_ends_it_in_good_order(tmp_path: Path) -> None:
    with Keeper(partial(noted, tmp_path), pause=600):
        (process,) = begun(tmp_path, 1)
        os.kill(process, signal.SIGTERM)
        for _ in range(500):
            if (tmp_path / f"{process}.ended").exists():
                break
            time.sleep(0.02)
    assert (tmp_path / f"{process}.ended").exists()


def test_what_does_not_end_is_killed(tmp_path: Path) -> None:
    with Keeper(partial(stubborn, tmp_path), grace=0.2):
        (process,) = begun(tmp_path, 1)
    gone = False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        gone = True
    assert gone


def test_who_loses_its_keeper_ends(tmp_path: Path) -> None:
    keeper = os.fork()
    if keeper == 0:
        with Keeper(partial(noted, tmp_path)):
            begun(tmp_path, 1)
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(keeper, 0)
    (process,) = begun(tmp_path, 1)
    for _ in range(500):
        if (tmp_path / f"{process}.ended").exists():
            break
        time.sleep(0.02)
    assert (tmp_path / f"{process}.ended").exists()
