"""Quality is a test: the scores on gold do not fall below evaluation/floors.json unnoticed."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.conftest import ROOT, shared
from wortlaut.analysis import analyze
from wortlaut.evaluation import Evaluation
from wortlaut.gold import read_gold
from wortlaut.model import Model

FLOORS = json.loads((ROOT / "evaluation" / "floors.json").read_text("utf-8"))


def digest(path: Path) -> str:
    """SHA-256 of a file, or of all golden texts of a folder in order."""
    files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_floor(name: str, model: Model) -> None:
    floor = FLOORS[name]
    path = ROOT / floor["path"] if (ROOT / floor["path"]).exists() else shared(floor["path"])
    assert digest(path) == floor["sha256"], f"{path} has changed; measure the floors of {name} anew"
    evaluation = Evaluation()
    for gold in read_gold(path):
        evaluation.add(gold, analyze(gold.article, model=model).statements)
    found = evaluation.summary()
    for measure, least in floor["floors"].items():
        assert found[measure] >= least, f"{name}: {measure} is {found[measure]}, the floor is {least}"
