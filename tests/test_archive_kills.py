"""Killed while it adds and started again, an archive ends as if undisturbed. Fifty kills: benchmarks/kills.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.kills import Outcome, Plan, disturbed
from tests.postgres import Server, missing

PLAN = Plan(statements=400, together=5, kills=3)


def check(outcome: Outcome) -> None:
    assert outcome.while_writing, "no kill met it at work"
    assert not outcome.lost
    assert not outcome.problems
    assert not outcome.differences


def test_sqlite_stands_kills(tmp_path: Path) -> None:
    check(disturbed(f"sqlite:///{tmp_path}/killed.db", f"sqlite:///{tmp_path}/calm.db", PLAN))


@pytest.mark.skipif(missing() is not None, reason=str(missing()))
def test_postgresql_stands_kills_of_the_writer_and_of_the_server() -> None:
    with Server(safe=False) as server:

        def kill() -> None:
            server.kill()
            server.start()

        check(disturbed(server.database(), server.database(), PLAN, kill))
