"""The server of the tests themselves: it starts, keeps what was written through a kill, and leaves nothing."""

from __future__ import annotations

import psycopg
import pytest

from tests.postgres import Server, missing


@pytest.mark.skipif(missing() is not None, reason=str(missing()))
def test_a_killed_server_comes_back_with_what_was_committed() -> None:
    with Server(safe=False) as server:
        url = server.database()
        with psycopg.connect(url) as connection:
            connection.execute("CREATE TABLE kept (word text)")
            connection.execute("INSERT INTO kept VALUES ('Straße')")
        server.kill()
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(url)
        server.start()
        with psycopg.connect(url) as connection:
            assert connection.execute("SELECT word FROM kept").fetchall() == [("Straße",)]
        assert server.database() != url
    assert not server.folder.exists()
