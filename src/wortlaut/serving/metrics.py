"""Metrics: how many requests, how long they took, what the archive holds; in the format of Prometheus."""

from __future__ import annotations

import resource
from collections.abc import Mapping
from functools import cache

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest, multiprocess

MEDIA = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
_KILOBYTE = 1024


class Metrics:
    """The counters of one process; where `folder` is given, those of all workers, which share it."""

    def __init__(self, folder: str | None = None) -> None:
        self._folder = folder
        # with a folder the values lie in files there, and the registry must not know them
        own = None if folder else CollectorRegistry()
        self._registry = own
        self._requests = Counter(
            "wortlaut_requests", "Requests answered.", ["method", "route", "status"], registry=own
        )  # fmt: skip
        self._seconds = Histogram(
            "wortlaut_request_seconds", "How long they took.", ["route"], buckets=_SECONDS, registry=own
        )  # fmt: skip

    def measure(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one request."""
        known = method if method in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS") else "other"
        self._requests.labels(known, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def text(self, held: Mapping[str, int]) -> bytes:
        """All of them; `held` are numbers of the archive and the desk by their names."""
        registry = self._registry
        if registry is None:
            registry = CollectorRegistry()
            multiprocess.MultiProcessCollector(registry, path=self._folder)  # type: ignore[no-untyped-call]
        now = CollectorRegistry()
        for name, value in held.items():
            Gauge(f"wortlaut_{name}", f"{name} in the archive.", registry=now).set(value)
        memory = Gauge("wortlaut_worker_memory_peak_bytes", "Of the worker that answers.", registry=now)
        memory.set(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KILOBYTE)
        return bytes(generate_latest(registry)) + bytes(generate_latest(now))


@cache
def metrics(folder: str | None = None) -> Metrics:
    """Those of this process."""
    return Metrics(folder)
