"""`python -m benchmarks [--quick]`: speed, memory, start-up and size, with ratios that hold on other machines."""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import agreement, names, people
from benchmarks.articles import article, articles

ROOT = Path(__file__).parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the work")
    parser.add_argument("--only", choices=MEASURES, help="one measure")
    parser.add_argument("--run", help=argparse.SUPPRESS)  # a measure in a process of its own
    given = parser.parse_args()
    share = 0.1 if given.quick else 1.0
    if given.run:
        print(json.dumps(MEASURES[given.run](share)))
        return
    for name in [given.only] if given.only else MEASURES:
        command = [sys.executable, "-m", "benchmarks", "--run", name, *(["--quick"] if given.quick else [])]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
        print(f"{name}")
        for key, value in json.loads(done.stdout.splitlines()[-1]).items():
            print(f"  {key:58} {value}")


def speed(share: float) -> dict[str, object]:
    """One core, articles of 200 to 300 words, in groups of eight; and what part of it is the network alone."""
    from wortlaut.analysis import analyze_all
    from wortlaut.encoding import encode
    from wortlaut.model import load_model
    from wortlaut.reading import read
    from wortlaut.text import Article

    model = load_model()
    texts = list(articles(max(24, int(240 * share))))
    groups = [texts[i : i + 8] for i in range(0, len(texts), 8)]
    analyze_all(groups[0])
    whole = _seconds(lambda: [analyze_all(group) for group in groups])
    readings = [[read(Article(text)) for text in group] for group in groups]
    encoded = [[encode(reading, model.pieces) for reading in group] for group in readings]
    network = _seconds(lambda: [model.tag(one) for group in encoded for one in group])
    reading = _seconds(lambda: [[read(Article(text)) for text in group] for group in groups])
    pieces = sum(len(window.ids) for group in encoded for one in group for window in one.windows)
    words = sum(len(text.split()) for text in texts)
    return {
        "articles": f"{len(texts)} of {words / len(texts):.0f} words on average",
        "articles/s": round(len(texts) / whole, 1),
        "pieces/s of the network alone": round(pieces / network),
        "ratio: whole reading / network alone": round(whole / network, 2),
        "ratio: tokens, parts and quotations / network alone": round(reading / network, 3),
    }


def jobs(share: float) -> dict[str, object]:
    """Two processes against one, through the command line."""
    with tempfile.TemporaryDirectory() as folder:
        _write(Path(folder), max(40, int(400 * share)))
        one = _seconds(lambda: _command("read", folder, "--format", "json"))
        two = _seconds(lambda: _command("read", folder, "--format", "json", "--jobs", "2"))
    return {"ratio: one process / two": round(one / two, 2)}


def long_article(share: float) -> dict[str, object]:
    """An article of 1 MB: time against length, and memory."""
    from wortlaut.analysis import analyze

    source = random.Random(3)
    text = article(source, int(160_000 * share))
    quarter = _seconds(lambda: analyze(text[: len(text) // 4]))
    whole = _seconds(lambda: analyze(text))
    return {
        "length in MB": round(len(text.encode()) / 1e6, 2),
        "s": round(whole, 1),
        "ratio: time of the whole / of a quarter of it (linear: 4)": round(whole / quarter, 2),
        "peak memory in MB": _peak(),
    }


def many_articles(share: float) -> dict[str, object]:
    """10,000 articles in one run of the command line."""
    number = int(10_000 * share)
    with tempfile.TemporaryDirectory() as folder:
        _write(Path(folder), number)
        seconds = _seconds(lambda: _command("read", folder, "--format", "json", "--jobs", "2"))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return {
        "articles": number,
        "articles/s, two processes": round(number / seconds, 1),
        "peak memory of a process in MB": peak,
    }


def start(share: float) -> dict[str, object]:
    """From the start of the command, the median of five; the ratio is to a Python that does nothing."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(next(articles(1)), "utf-8")
        nothing = _median(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
        helped = _median(lambda: _command("--help"))
        first = _median(lambda: _command("read", str(path)))
    return {
        "--help in s": round(helped, 2),
        "first article in s": round(first, 2),
        "ratio: --help / python -c pass": round(helped / nothing, 1),
        "ratio: first article / python -c pass": round(first / nothing, 1),
    }


def size(share: float) -> dict[str, object]:
    """What `pip install .` brings into an empty environment, pip itself left out."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        before = _bytes(Path(folder))
        python = str(Path(folder) / "bin" / "python")
        install = [python, "-m", "pip", "install", "--quiet", "--no-compile", str(ROOT)]
        subprocess.run(install, check=True, stdout=sys.stderr)
        added = _bytes(Path(folder)) - before
        packages = sorted(Path(folder).glob("lib/python*/site-packages/*"), key=_bytes, reverse=True)
        largest = {path.name: f"{_bytes(path) / 1e6:.1f}" for path in packages if path.name != "pip"}
    return {"MB installed": round(added / 1e6, 1), "largest in MB": dict(list(largest.items())[:8])}


MEASURES: dict[str, Callable[[float], dict[str, object]]] = {
    "speed": speed,
    "jobs": jobs,
    "long_article": long_article,
    "many_articles": many_articles,
    "start": start,
    "size": size,
    "names": names.measure,
    "people": people.cost,
    "agreement": agreement.measure,
}


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _median(work: Callable[[], object]) -> float:
    return sorted(_seconds(work) for _ in range(5))[2]


def _command(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "wortlaut", *arguments], check=True, stdout=subprocess.DEVNULL)


def _write(folder: Path, number: int) -> None:
    for index, text in enumerate(articles(number)):
        (folder / f"{index:05}.txt").write_text(text, "utf-8")


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _bytes(path: Path) -> int:
    if path.is_file():
        return path.stat().st_size
    return sum(file.lstat().st_size for file in path.rglob("*") if file.is_file() and not file.is_symlink())


if __name__ == "__main__":
    main()
