"""Answers that are remembered for a short time, so that the same question is not worked out again and again."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

Q = TypeVar("Q", bound=Hashable)
A = TypeVar("A")


class Fading(Generic[Q, A]):
    """A memory of the last `most` questions, for several threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[Q, tuple[float, A]] = OrderedDict()
        self._lock = Lock()

    def get(self, question: Q) -> A | None:
        """The answer, None where there is none, or none any more."""
        with self._lock:
            held = self._held.get(question)
        return held[1] if held and held[0] > time.monotonic() else None

    def put(self, question: Q, answer: A, seconds: float) -> None:
        """Remember an answer for some seconds."""
        with self._lock:
            self._held[question] = (time.monotonic() + seconds, answer)
            self._held.move_to_end(question)
            while len(self._held) > self._most:
                self._held.popitem(last=False)
