"""How those who take long tell how far they are."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str], None]  # called with a few words, often


def silent(_: str) -> None:
    """Tells nobody."""
