"""The model's files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from wortlaut.errors import ModelError
from wortlaut.model import FOLDER, Model, card


def test_card_says_what_the_model_is() -> None:
    found = card()
    assert {"version", "licence", "trained_on", "pretrained", "scores", "thresholds", "calibration"} <= set(found)
    assert all("dev" not in line for line in found["trained_on"])


@pytest.mark.parametrize(
    "name", ["encoder.onnx", "links.onnx", "names.onnx", "names_vectors.onnx", "pieces.tsv", "model.json"]
)
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "weights"
    shutil.copytree(FOLDER, folder)
    (folder / name).unlink()
    with pytest.raises(ModelError, match=name):
        Model(folder)


def test_a_damaged_card_is_named(tmp_path: Path) -> None:
    (tmp_path / "model.json").write_text("{", "utf-8")
    with pytest.raises(ModelError, match=r"model\.json"):
        card(tmp_path)


def test_weights_fit_into_the_repository() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 60e6


def test_calibration_is_of_both_layers() -> None:
    assert set(card()["calibration"]) == {"direct", "other"}
    json.dumps(dict(card()))
