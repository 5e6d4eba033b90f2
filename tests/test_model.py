"""The model's files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from wortlaut.errors import ModelError
from wortlaut.model import BATCH_SEGMENTS, BATCH_TOKENS, FOLDER, Model, batches, card


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


def test_usual_segments_are_linked_a_few_dozen_at_a_time() -> None:
    windows = [range(i, i + 300) for i in range(2 * BATCH_SEGMENTS + 5)]
    assert [len(one) for one in batches(windows)] == [BATCH_SEGMENTS, BATCH_SEGMENTS, 5]
    assert list(batches([])) == []


def test_one_very_long_segment_takes_no_room_for_others() -> None:
    windows = [range(300)] * 40 + [range(100_000)] + [range(300)] * 40
    found = list(batches(windows))
    assert [i for one in found for i in one] == list(range(81))
    assert range(40, 41) in found
    assert all(len(one) == 1 or len(one) * max(len(windows[i]) for i in one) <= BATCH_TOKENS for one in found)
