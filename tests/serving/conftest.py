"""Archives for the tests, on both databases."""

from __future__ import annotations

from tests.archive.conftest import archive, second_url, server, url

__all__ = ["archive", "second_url", "server", "url"]
