"""`python -m benchmarks.times FOLDER`: expressions of time against KRAUTS, scored as TempEval-3 does.

FOLDER holds the corpus' folders (https://github.com/JannikStroetgen/KRAUTS, TimeML). Rules were developed on the documents
of even index in the sorted list of a folder, and on one of odd index in Dolomiten, a programme of events with 64
expressions (LOOKED_AT). All others of odd index are unseen: no rule was written from them, though they were scored several
times. HeidelTime, by its authors, on whole parts: Die Zeit strict 0.697, relaxed 0.797, value 0.627; Dolomiten 0.794,
0.833, 0.800. The last column counts a value as right also where gold writes a clock time otherwise than ISO 8601 does
("T20.30", "T8:30").
"""

from __future__ import annotations

import argparse
import re
import sys
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wortlaut.reading import read
from wortlaut.text import Article
from wortlaut.times import expressions
from wortlaut.times.almanac import parsed

PARTS = ("KRAUTS_DieZeit", "KRAUTS_Dolomiten-42")
LOOKED_AT = ("754623_text.txt.tml",)
SPLITS = ("developed on", "unseen", "all")
_CLOCK = re.compile(r"T(\d{1,2})[.:](\d{2})$")
Found = tuple[int, int, str, str]  # start, end, type, value
Tagger = Callable[[str, date | None], list[Found]]


@dataclass(frozen=True)
class Document:
    """One document of the corpus: its words, when it was published, and its expressions that are not empty."""

    name: str
    text: str
    published: date | None
    gold: list[Found]


def document(path: Path) -> Document:
    root = ElementTree.parse(path).getroot()
    published = root.find("./DCT/TIMEX3")
    pieces: list[str] = []
    gold: list[Found] = []
    _walk(root.find("TEXT"), pieces, gold)
    return Document(path.name, "".join(pieces), parsed(published.get("value")) if published is not None else None, gold)


def _walk(node: ElementTree.Element | None, pieces: list[str], gold: list[Found]) -> None:
    if node is None:
        return
    start = sum(map(len, pieces))
    pieces.append(node.text or "")
    for child in node:
        _walk(child, pieces, gold)
        pieces.append(child.tail or "")
    end = sum(map(len, pieces))
    if node.tag == "TIMEX3" and "".join(pieces)[start:end].strip():
        gold.append((start, end, node.get("type", ""), node.get("value", "")))


def ours(text: str, published: date | None) -> list[Found]:
    found = expressions(read(Article(text)), published)
    return [(e.span.start, e.span.end, e.type, e.value) for e in found]


def pairs(gold: list[Found], found: list[Found]) -> list[tuple[Found, Found]]:
    """Overlapping pairs in order of the text, each expression in one pair at most; the same borders come first."""
    exact = {(f[0], f[1]): f for f in found}
    matched = [(g, exact[g[0], g[1]]) for g in gold if (g[0], g[1]) in exact]
    used = {f for _, f in matched}
    for g in gold:
        if (g[0], g[1]) not in exact:
            match = next((f for f in found if f not in used and f[0] < g[1] and g[0] < f[1]), None)
            if match:
                used.add(match)
                matched.append((g, match))
    return matched


def scores(documents: list[Document], tagger: Tagger) -> dict[str, float]:
    strict = relaxed = valued = iso = gold = found = 0
    for doc in documents:
        guesses = tagger(doc.text, doc.published)
        together = pairs(doc.gold, guesses)
        gold, found, relaxed = gold + len(doc.gold), found + len(guesses), relaxed + len(together)
        strict += sum(g[:2] == f[:2] for g, f in together)
        valued += sum(g[3] == f[3] for g, f in together)
        iso += sum(_iso(g[3]) == _iso(f[3]) for g, f in together)
    total = max(1, gold + found)
    return {"gold": gold, "found": found, "strict": 2 * strict / total, "relaxed": 2 * relaxed / total,
            "relaxed and value": 2 * valued / total, "with ISO clock times": 2 * iso / total}  # fmt: skip


def _split(index: int, name: str) -> str:
    return "developed on" if index % 2 == 0 or name in LOOKED_AT else "unseen"


def _iso(value: str) -> str:
    return _CLOCK.sub(lambda m: f"T{int(m[1]):02}:{m[2]}", value)


def report(folder: Path, splits: list[str], tagger: Tagger = ours) -> dict[str, object]:
    shown: dict[str, object] = {}
    for part in PARTS:
        documents = [document(path) for path in sorted((folder / part).iterdir())]
        for split in splits:
            chosen = [doc for i, doc in enumerate(documents) if split in ("all", _split(i, doc.name))]
            figures = scores(chosen, tagger)
            shown[f"{part}, {split}"] = "  ".join(
                f"{name} {figure:.3f}" if isinstance(figure, float) else f"{name} {figure}"
                for name, figure in figures.items()
            )
    began = time.perf_counter()
    texts = [doc.text for doc in documents]
    for text in texts:
        tagger(text, None)
    shown["MB/s, reading included"] = round(
        sum(len(t.encode()) for t in texts) / 1e6 / (time.perf_counter() - began), 2
    )
    return shown


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.times", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", choices=SPLITS, action="append")
    given = parser.parse_args()
    if not all((given.folder / part).is_dir() for part in PARTS):
        sys.exit(f"{given.folder} lacks a folder of {', '.join(PARTS)}")
    for key, figure in report(given.folder, given.split or list(SPLITS)).items():
        print(f"{key:40} {figure}")


if __name__ == "__main__":
    main()
