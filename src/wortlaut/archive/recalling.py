"""Analyses that were unpacked lately, so that pages which are asked for again need not unpack them again.

They are remembered by the packed bytes themselves. So whatever happens to an archive, nothing that is remembered can
be out of date.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from wortlaut.archive.packing import unpack, unpacked_text
from wortlaut.record import Analysis

MOST = 3_000_000  # packed bytes in all; unpacked they take some ten times as much memory
LONGEST = 100_000  # packed bytes of one


@dataclass(frozen=True, slots=True)
class _Packed:
    record: bytes
    text: bytes

    def __len__(self) -> int:
        return len(self.record) + len(self.text)


class Recall:
    """A memory of at most `most` packed bytes; what was not asked for longest is forgotten first."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._held: OrderedDict[_Packed, Analysis] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def analysis(self, record: bytes, text: bytes) -> Analysis:
        """The analysis of a packed record and its packed text. Raises ArchiveError or RecordError."""
        packed = _Packed(record, text)
        with self._lock:
            if packed in self._held:
                self._held.move_to_end(packed)
                return self._held[packed]
        made = unpack(record, unpacked_text(text))
        if len(packed) <= min(LONGEST, self._most):
            self._keep(packed, made)
        return made

    def _keep(self, packed: _Packed, made: Analysis) -> None:
        with self._lock:
            if packed not in self._held:
                self._size += len(packed)
                self._held[packed] = made
            while self._size > self._most:
                gone, _ = self._held.popitem(last=False)
                self._size -= len(gone)

    def __len__(self) -> int:
        return len(self._held)


RECALL = Recall()
