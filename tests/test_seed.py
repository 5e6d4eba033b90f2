"""The first real input. Only the developers have it; it is not part of the repository."""

from __future__ import annotations

import json

import pytest

from tests.conftest import shared
from wortlaut.analysis import analyze
from wortlaut.crediting import same_name
from wortlaut.model import Model
from wortlaut.record import Analysis
from wortlaut.text import Span


@pytest.fixture(scope="module")
def analysis(model: Model) -> Analysis:
    return analyze(shared("seed/article.txt").read_text("utf-8"), model=model)


@pytest.fixture(scope="module")
def expected() -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(shared("seed/expected.json").read_text("utf-8"))
    return found


def overlap(spans: tuple[Span, ...], quote: list[dict[str, int]]) -> float:
    """F1 over code points."""
    left = {i for span in spans for i in range(span.start, span.end)}
    right = {i for piece in quote for i in range(piece["start"], piece["end"])}
    return 2 * len(left & right) / (len(left) + len(right))


def matches(analysis: Analysis, expected: dict) -> list[tuple[dict, object]]:
    pairs = []
    for wanted in expected["statements"]:
        best = max(analysis.statements, key=lambda s: overlap(s.content, wanted["quote"]), default=None)
        pairs.append((wanted, best if best and overlap(best.content, wanted["quote"]) >= 0.5 else None))
    return pairs


def test_required_statements_are_found(analysis: Analysis, expected: dict) -> None:
    required = [(w, s) for w, s in matches(analysis, expected) if not w.get("optional")]
    assert len(required) == 10
    assert sum(s is not None for _, s in required) >= 9


def test_kind_and_speaker(analysis: Analysis, expected: dict) -> None:
    right = 0
    for wanted, found in matches(analysis, expected):
        if found is None or wanted.get("optional"):
            continue
        speaker = analysis.words(found.speaker)
        words = str(wanted["speaker"])
        named = not words or words.lower() in speaker.lower() or bool(speaker and speaker in words)
        right += found.kind == wanted["type"] and named
    assert right >= 8


def test_people(analysis: Analysis, expected: dict) -> None:
    right = 0
    for wanted, found in matches(analysis, expected):
        person = analysis.person(found) if found and not wanted.get("optional") else None
        right += person is not None and same_name(person.name, str(wanted["who"]))
    assert right >= 10


def test_false_statements(analysis: Analysis, expected: dict) -> None:
    false = [
        s for s in analysis.statements if all(overlap(s.content, w["quote"]) < 0.5 for w in expected["statements"])
    ]
    # part quotations inside reported speech are statements of their own in the record, and not listed in the gold
    quoted = [s for s in false if not (s.kind == "direct" and s.within)]
    assert len(quoted) <= 2, [analysis.words(s.content) for s in quoted]


def test_parts(analysis: Analysis, expected: dict) -> None:
    found = {(p.kind, p.span.start, p.span.end) for p in analysis.parts}
    for part in expected["parts"]:
        assert (part["kind"], part["start"], part["end"]) in found, part["text"]
