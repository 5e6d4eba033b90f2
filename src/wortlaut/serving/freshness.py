"""keep_fresh(): what takes long to count is counted anew beside the answers, so that nobody waits for it."""

from __future__ import annotations

import threading
import time
from weakref import WeakKeyDictionary

from wortlaut.archive import Archive
from wortlaut.archive.overview import refresh_overview
from wortlaut.errors import WortlautError
from wortlaut.serving.logs import LOG

_PAUSE = 15.0  # seconds between two looks at whether something is due


class _Work:
    """The thread that counts in an archive, and when it last began."""

    def __init__(self) -> None:
        self.thread: threading.Thread | None = None
        self.began = float("-inf")


_WORK: WeakKeyDictionary[Archive, _Work] = WeakKeyDictionary()
_LOCK = threading.Lock()


def keep_fresh(archive: Archive) -> threading.Thread | None:
    """Begin to count anew what is due, unless that was looked at a moment ago; returns the thread that does it."""
    with _LOCK:
        work = _WORK.setdefault(archive, _Work())
        busy = work.thread is not None and work.thread.is_alive()
        if busy or time.monotonic() - work.began < _PAUSE:
            return None
        work.began = time.monotonic()
        # a daemon: it only reads, and writes one row at the end, so the app may end whenever it likes
        work.thread = threading.Thread(target=_count, args=(archive,), name="wortlaut-count", daemon=True)
        work.thread.start()
        return work.thread


def _count(archive: Archive) -> None:
    try:
        refresh_overview(archive)
    except WortlautError as error:
        LOG.warning("counts of the archive could not be made anew: %s", error)
