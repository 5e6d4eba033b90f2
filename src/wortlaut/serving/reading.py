"""Readers: texts that are shown but not kept are read within bounds, and those who wait for it in a bounded line."""

from __future__ import annotations

import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from wortlaut.batch import Held, checked
from wortlaut.desk.readers import Bounds, Reader
from wortlaut.errors import BusyError, InputError, ReadingError
from wortlaut.record import Analysis
from wortlaut.text import Article

LONGEST = 400_000  # code points of a text that somebody waits for


class Readers:
    """Reads articles for several threads, one after the other, in a process of its own.

    `seconds` bounds the reading of one; `waiting` is how many may wait beside the one that is read. The process is
    started by the first article, which therefore takes some seconds more, or by `start()`.
    """

    def __init__(self, *, register: Path | None = None, seconds: float = 30.0, waiting: int = 8) -> None:
        self._reader = Reader(register=register, bounds=Bounds(seconds=seconds))
        self._places = threading.BoundedSemaphore(waiting + 1)
        self._waiting = waiting

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def start(self) -> None:
        """Start the process ahead of the first article."""
        self._reader.start()

    def analyze(self, article: Article, *, force: bool = False) -> Analysis:
        """As `wortlaut.analyze`. The language is checked unless `force`.

        Raises InputError where the text is empty or too long, LanguageError where it is not German, BusyError where
        too many wait, ReadingError where reading it takes too long or too much memory.
        """
        if not article.text.strip():
            raise InputError("the text is empty; paste the words of an article")
        if len(article.text) > LONGEST:
            raise InputError(
                f"the text has {len(article.text):,} characters, more than are read at once ({LONGEST:,}); cut it into "
                "its articles, or add it to the archive"
            )
        fit = checked(article, force)
        if not self._places.acquire(blocking=False):
            raise BusyError(f"{self._waiting} texts wait to be read already; try again in a minute")
        try:
            result = self._reader.read(Held(article.source or "the text", fit), force=True)
        finally:
            self._places.release()
        if isinstance(result, Analysis):
            return result
        raise ReadingError(getattr(result, "message", "the text could not be read"))

    def close(self) -> None:
        """End the process."""
        self._reader.close()
