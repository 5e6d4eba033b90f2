"""The growth of an archive as a plot, from the records of measurements."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.plot import Panel, Series, svg


def draw(records: Path, target: Path) -> None:
    """Draw all records of a folder into one SVG file."""
    named = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(records.glob("archive-*.json"))}
    runs = {name.removeprefix("archive-"): record["steps"] for name, record in named.items()}
    target.write_text(svg(panels(runs)), "utf-8")


def panels(runs: dict[str, list[dict[str, Any]]]) -> list[Panel]:
    """Adding, finding, checking, size."""
    adding = [Series(name, _points(steps, "total_adding_s")) for name, steps in runs.items()]
    adding.append(_linear(adding[0]))
    asked = [
        (title, [
            Series(f"{name} {share}", points)
            for name, steps in runs.items() for share in ("p50", "p95")
            if (points := tuple((s["statements"], s["ask_ms"][title][share]) for s in steps if title in s["ask_ms"]))
        ])
        for title in ("find by person", "find by words", "check")
    ]  # fmt: skip
    size = [Series(name, _points(steps, "bytes_a_statement")) for name, steps in runs.items()]
    across = "statements in the archive"
    return [
        Panel("adding: seconds in all", across, tuple(adding)),
        *(Panel(f"{title}: ms", across, tuple(series)) for title, series in asked if series),
        Panel("bytes a statement, text excluded", across, tuple(size)),
    ]


def _points(steps: Sequence[dict[str, Any]], name: str) -> tuple[tuple[float, float], ...]:
    return tuple((step["statements"], step[name]) for step in steps)


def _linear(series: Series) -> Series:
    """What linear growth from the first point on would be."""
    (x, y), (last, _) = series.points[0], series.points[-1]
    return Series("linear", ((x, y), (last, y * last / x)), dashed=True)
