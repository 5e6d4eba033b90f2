"""The growth of an archive as a plot and as a table, from the records of measurements."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.plot import Panel, Series, svg


def draw(records: Path, target: Path) -> None:
    """Draw all records of a folder into one SVG file."""
    target.write_text(svg(panels({name: record["steps"] for name, record in _runs(records).items()})), "utf-8")


def table(records: Path) -> str:
    """All records of a folder as Markdown: a table each, and its exponents."""
    return "\n".join(f"{_head(name, record)}\n\n{_table(record)}\n" for name, record in _runs(records).items())


def _runs(records: Path) -> dict[str, Any]:
    paths = sorted(records.glob("archive-*.json"))
    return {path.stem.removeprefix("archive-"): json.loads(path.read_text("utf-8")) for path in paths}


def _head(name: str, record: dict[str, Any]) -> str:
    last = record["steps"][-1]
    return (
        f"**{name}** ({record['database']}, {record['machine']['cores']} cores, seed {record['seed']}, "
        f"load up to {max(step['load'] for step in record['steps'])}; {last['articles']:,} articles)"
    )


def _table(record: dict[str, Any]) -> str:
    steps, found = record["steps"], record["exponents"]
    lines = [["", *(f"{step['statements']:,}" for step in steps), "exponent"], ["---"] * (len(steps) + 2)]
    lines.append(["adding since the step before: articles/s", *(f"{step['articles_per_s']:.0f}" for step in steps), ""])
    lines.append(["the same by CPU", *(f"{_cpu_rate(steps, n):.0f}" for n in range(len(steps))), ""])
    lines.append(
        ["adding, seconds in all", *(f"{s['total_adding_s']:.0f}" for s in steps), _slope(found, "adding, total")]
    )
    for stage in steps[0]["stages_cpu_s"]:
        spent = [_cpu_a_piece(steps, n, stage) for n in range(len(steps))]
        if any(spent):
            slope = _slope(found, f"adding, {stage}, CPU")
            lines.append([f"CPU ms an article: {stage}", *(f"{one:.2f}" for one in spent), slope])
    for title in steps[0]["ask_ms"]:
        both = [(step["ask_ms"][title]["p50"], step["ask_ms"][title]["p95"]) for step in steps]
        lines.append(
            [f"{title}, p50 / p95 ms", *(f"{one:.1f} / {two:.0f}" for one, two in both), _slope(found, f"{title}, p50")]
        )
    sizes = [f"{step['bytes_a_statement']:.0f}" for step in steps]
    lines.append(["bytes a statement, text excluded", *sizes, _slope(found, "bytes, text excluded")])
    lines.append(["peak memory, MB", *(str(step["peak_memory_mb"]) for step in steps), ""])
    for name in steps[0]["grouped"]:
        rates = [step["grouped"][name] for step in steps]
        lines.append(
            [f"{name}: recall / precision", *(f"{one['recall']:.3f} / {one['precision']:.3f}" for one in rates), ""]
        )
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _slope(found: dict[str, float], name: str) -> str:
    return f"{found[name]:.2f}" if name in found else ""


def _since(steps: Sequence[dict[str, Any]], number: int) -> int:
    return int(steps[number]["articles"]) - int(steps[number - 1]["articles"] if number else 0)


def _cpu_rate(steps: Sequence[dict[str, Any]], number: int) -> float:
    return _since(steps, number) / float(steps[number]["adding_cpu_s"])


def _cpu_a_piece(steps: Sequence[dict[str, Any]], number: int, stage: str) -> float:
    return 1000 * float(steps[number]["stages_cpu_s"][stage]) / _since(steps, number)


def panels(runs: dict[str, list[dict[str, Any]]]) -> list[Panel]:
    """Adding, finding, checking, size."""
    adding = [
        Series(name, _points(steps, "total_adding_s"), colour) for colour, (name, steps) in enumerate(runs.items())
    ]
    adding.append(_linear(adding[0]))
    asked = [
        (title, [
            Series(f"{name} {share}", points, colour, share == "p95")
            for colour, (name, steps) in enumerate(runs.items()) for share in ("p50", "p95")
            if (points := tuple((s["statements"], s["ask_ms"][title][share]) for s in steps if title in s["ask_ms"]))
        ])
        for title in ("find by person", "find by words", "check")
    ]  # fmt: skip
    size = [Series(name, _points(steps, "bytes_a_statement"), n) for n, (name, steps) in enumerate(runs.items())]
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
    return Series("linear", ((x, y), (last, y * last / x)), 2, dashed=True)
