"""How long the stages of adding take, by clocks around the functions that do them."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from typing import Any

# Stage -> functions of the archive, as "module:name" or "module:class.name"; one within another counts for both.
STAGES = {
    "prepare": ("wortlaut.archive.archive:prepared",),
    "copies": (
        "wortlaut.archive.adding:_Writer._look_up_copies",
        "wortlaut.archive.adding:_Writer._story",
    ),
    "utterances": (
        "wortlaut.archive.adding:_Writer._look_up_same",
        "wortlaut.archive.adding:_Writer._same_as",
    ),
    "rows": ("wortlaut.archive.writing:Rows.write",),
    "full text": ("wortlaut.archive.dialect:SQLite.put", "wortlaut.archive.dialect:PostgreSQL.put"),
    "all but the commit": ("wortlaut.archive.archive:write",),
}


class Stages:
    """Seconds by stage since the start, and those of them in which this process computed.

    A function that is not there any more is named in `missing`.
    """

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(STAGES, 0.0)
        self.cpu = dict.fromkeys(STAGES, 0.0)
        self.missing: list[str] = []
        for stage, places in STAGES.items():
            for place in places:
                self._clock(stage, place)

    def _clock(self, stage: str, place: str) -> None:
        module, _, path = place.partition(":")
        owner: Any = __import__(module, fromlist=["_"])
        *holders, name = path.split(".")
        for holder in holders:
            owner = getattr(owner, holder, None)
        work: Callable[..., Any] | None = getattr(owner, name, None)
        if work is None:
            self.missing.append(place)
            return

        @functools.wraps(work)
        def timed(*given: Any, **named: Any) -> Any:
            began, cpu = time.perf_counter(), time.thread_time()
            try:
                return work(*given, **named)
            finally:
                self.seconds[stage] += time.perf_counter() - began
                self.cpu[stage] += time.thread_time() - cpu

        setattr(owner, name, timed)
