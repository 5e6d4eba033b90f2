"""It makes no difference to an archive where one transaction ends and the next begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.archives import generate
from benchmarks.kills import differences, rows
from wortlaut.archive import Archive, matching


@pytest.mark.parametrize("crowded", [False, True])
def test_transactions_of_any_size_give_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, crowded: bool) -> None:
    if crowded:  # keys that many share stop counting while a transaction is written; so others come to the front
        monkeypatch.setattr(matching, "MOST", 4)
        monkeypatch.setattr(matching, "LOOKED_AT", 1)
        monkeypatch.setattr(matching, "WEIGHED", 2)
    for together in (1, 100):
        with Archive.open(f"{tmp_path}/{together}.db", create=True) as archive:
            for added in archive.add_all(generate(400, seed=3), together=together):
                assert added.status == "new"
    one, *others = [sorted(rows(f"{tmp_path}/{together}.db")) for together in (1, 100)]
    for other in others:
        assert not list(differences(one, other))
