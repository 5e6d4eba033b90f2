"""schemathesis asks a real server what the document allows, and what it forbids; every check must hold.

A longer run is in docs/reference/api.md.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.api.running import running
from tests.api.served import ROOT, serve, token
from wortlaut.archive import Archive

CONFIG = Path(__file__).with_name("schemathesis.toml")
CASES, SEED = 8, 7


@pytest.mark.parametrize("accounts", [False, True], ids=["local", "accounts"])
def test_every_answer_is_documented(own: Archive, accounts: bool, tmp_path: Path) -> None:
    key = token(own, "read", "analyze", "review", "write") if accounts else ""
    with running(serve(own, accounts=accounts).app) as url:
        command = [
            Path(sys.executable).with_name("schemathesis"), "--config-file", CONFIG, "run", f"{url}{ROOT}/openapi.json",
            "--seed", SEED, "--max-examples", CASES, "--generation-database", "none",
            *(["--header", f"Authorization: Bearer {key}"] if accounts else []),
        ]  # fmt: skip
        done = subprocess.run(
            [str(part) for part in command], capture_output=True, text=True, timeout=300, check=False, cwd=tmp_path
        )
    assert done.returncode == 0, _shown(done.stdout) + done.stderr
    assert "Selected: 18/18" in done.stdout and " passed" in done.stdout


def _shown(told: str) -> str:
    """The end of what was said; a body in it may have megabytes."""
    return "\n".join(line[:300] for line in told.splitlines()[-150:])
