"""A clock that a test sets, and a hash that is quick."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from wortlaut.desk.passwords import Argon2

QUICK = Argon2(passes=1, kilobytes=8, lanes=1)


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def later(self, **span: float) -> None:
        self.now += timedelta(**span)
