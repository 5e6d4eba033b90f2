"""Imports point one way, from the surfaces down to the text."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "wortlaut"
# From the text up; a module imports only modules above itself in this list.
LAYERS = (
    "errors", "files", "text", "languages", "language", "tokens", "quotations", "parts", "reading", "pieces",
    "statements", "encoding", "decoding", "grammar", "model", "assertion", "names", "stems", "wording",
    "differences", "claims", "persons", "entries", "register", "judgements", "entities", "times", "nouns",
    "likeness", "phrases", "proper_names", "appositions", "mentions", "cast", "speakers", "relays", "people",
    "dating", "identities", "extraction", "record", "kept", "sameness", "copies", "verdicts", "analysis", "golden",
    "assignment", "gold", "evaluation", "crediting", "intake", "batch", "exports", "archive", "desk", "surfaces",
    "serving", "api", "web", "client", "consoles", "cli_people", "cli_add", "cli_search", "cli_archive", "cli_accounts",
    "cli_serve",
    "cli",
)  # fmt: skip
APART = ("training",)  # imports what it likes, nobody imports it
# A notebook asks the analysis itself for its picture.
EXCEPTIONS = {("record", "surfaces")}


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__main__.py")


def layer(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module == "wortlaut":
            names = [f"wortlaut.{alias.name}" for alias in node.names]
        yield from (name.split(".")[1] for name in names if name.startswith("wortlaut."))


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    own = layer(path)
    if own in (*APART, "__init__"):
        return
    assert own in LAYERS, f"{own} has no place in LAYERS"
    for name in imported(path):
        if name in (own, "__version__") or (own, name) in EXCEPTIONS:
            continue
        assert name in LAYERS, f"{own} imports {name}, which stands apart"
        assert LAYERS.index(name) < LAYERS.index(own), f"{own} imports {name}, which lies above it"


def test_only_the_model_imports_the_runtime() -> None:
    users = {p for p in modules() if "import onnxruntime" in p.read_text("utf-8") and layer(p) not in APART}
    assert {path.name for path in users} == {"model.py"}


def test_only_the_command_line_prints() -> None:
    allowed = {"cli", *APART}
    for path in modules():
        text = path.read_text("utf-8")
        if layer(path) not in allowed:
            assert "print(" not in text and "os.environ" not in text, path
