"""What several test files share."""

from __future__ import annotations

from pathlib import Path

import pytest

from wortlaut.model import FOLDER, Model, load_model

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def model() -> Model:
    """The model of the package."""
    assert (FOLDER / "encoder.onnx").exists(), "the weights are part of the repository"
    return load_model()


def shared(name: str) -> Path:
    """A file beside the repository that only the developers have; the test is skipped where it is missing."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{path} is not here")
    return path
