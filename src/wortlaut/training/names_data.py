"""Corpora of names: GermEval 2014, SmartData, WikiANN, as texts with the characters of each name.

Each keeps its own labels, since they annotate differently: GermEval knows derived forms ("deutsche") and parts of
compounds ("SPD-Politiker"), SmartData and WikiANN do not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wortlaut.quotations import quotations
from wortlaut.reading import Reading
from wortlaut.text import Article, Span
from wortlaut.tokens import paragraphs, sentences, tokens
from wortlaut.training.corpora import NO_GAP_AFTER, NO_GAP_BEFORE

PLAIN = ("PER", "ORG", "LOC")
_NO_GAP_BEFORE = NO_GAP_BEFORE | {"%"}


@dataclass(frozen=True)
class Named:
    """A text, the spans of its corpus' own tokens (empty where it has none), and its names: place and label."""

    corpus: str
    text: str
    words: tuple[Span, ...]
    names: tuple[tuple[Span, str], ...]


def germeval(path: Path) -> list[Named]:
    """A row a token: number, token, outer label, embedded label. Outer names only."""
    return [_from_rows("germeval", [(r[1], r[2]) for r in rows]) for rows in _blocks(path, skip="#")]


def wikiann(path: Path) -> list[Named]:
    """A row a token: "de:token", label."""
    return [_from_rows("wikiann", [(r[0].split(":", 1)[1], r[1]) for r in rows]) for rows in _blocks(path)]


def smartdata(path: Path) -> list[Named]:
    """An object a line, with the characters of each mention; persons, organizations and locations of all kinds."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        names = []
        for mention in row["mentions"]:
            kind = mention["type"].split("-")[0]
            label = {"person": "PER", "organization": "ORG", "location": "LOC"}.get(kind)
            if label:
                names.append((Span(mention["start"], mention["end"]), label))
        found.append(Named("smartdata", row["text"], (), tuple(names)))
    return found


def reading_of(text: str) -> Reading:
    """A reading in which all of the text is running text, since single sentences look like headings."""
    spans = tokens(text)
    running = [Span(0, len(text))]
    return Reading(Article(text, id="-"), spans, [], running, sentences(text, spans, paragraphs(text)),
                   quotations(text, running))  # fmt: skip


def targets(named: Named, spans: list[Span], labels: tuple[str, ...]) -> NDArray[np.int64]:
    """The tag of each token: O, then B and I of each label."""
    tags = np.zeros(len(spans), np.int64)
    for place, label in named.names:
        first = 1 + 2 * labels.index(label)
        inside = [i for i, span in enumerate(spans) if span.start < place.end and place.start < span.end]
        tags[inside[:1]], tags[inside[1:]] = first, first + 1
    return tags


def on_words(names: list[tuple[Span, str]], words: tuple[Span, ...]) -> set[tuple[int, int, str]]:
    """Names as (first word, last word, label) of the corpus' own words."""
    found = set()
    for place, label in names:
        inside = [i for i, word in enumerate(words) if word.start < place.end and place.start < word.end]
        if inside:
            found.add((inside[0], inside[-1], label))
    return found


def joined(words: list[str]) -> tuple[str, tuple[Span, ...]]:
    """A text from tokens with German spacing, straight quotation marks opening and closing in turn."""
    text, spans, open_mark, glued = "", [], False, True
    for word in words:
        straight = word in ('"', "''", "'")
        closing = straight and open_mark
        gap = not (glued or closing or word[:1] in _NO_GAP_BEFORE)
        text += " " * gap
        spans.append(Span(len(text), len(text) + len(word)))
        text += word
        open_mark = not open_mark if straight else open_mark
        glued = word[-1:] in NO_GAP_AFTER or (straight and open_mark)
    return text, tuple(spans)


def _from_rows(corpus: str, rows: list[tuple[str, str]]) -> Named:
    text, spans = joined([word for word, _ in rows])
    names: list[tuple[Span, str]] = []
    last = "O"
    for span, (_, tag) in zip(spans, rows, strict=True):
        if tag.startswith("I-") and last[2:] == tag[2:]:
            names[-1] = (Span(names[-1][0].start, span.end), tag[2:])
        elif tag != "O":
            names.append((span, tag[2:]))
        last = tag
    return Named(corpus, text, spans, tuple(names))


def _blocks(path: Path, skip: str = "\0") -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        if line.strip() and not line.startswith(skip):
            rows.append(line.replace(" ", " ").split("\t"))
        elif rows and not line.strip():
            yield rows
            rows = []
