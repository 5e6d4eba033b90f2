"""Console: what a command needs of the world around it; `cli` has the real one."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

OK, SOME_FAILED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
SECONDS = 120  # that reading one article may take, as in the app


@dataclass(frozen=True)
class Console:
    """Where a command reads and speaks, and how.

    `write` puts text on standard output, `say` a line on standard error; `progress` shows a line there that the next
    one overwrites, on a terminal alone. `stdin` reads standard input whole; `secret` asks for words that are not shown
    while they are typed, and gives none without a terminal. `shown` is whether standard output is a terminal, `width`
    its columns.
    """

    write: Callable[[str], None]
    say: Callable[[str], None]
    progress: Callable[[str], None] = field(default=lambda _: None)
    stdin: Callable[[], bytes] = field(default=lambda: b"")
    secret: Callable[[str], str] = field(default=lambda _: "")
    shown: bool = False
    width: int = 80
    color: bool = False
    language: Literal["de", "en"] = "en"

    def put(self, pieces: Iterable[str], output: Path | None) -> None:
        """Write to a file, whole or not at all, or to standard output, piece by piece."""
        if output is not None:
            from wortlaut.files import write_whole

            write_whole(output, pieces, remedy="choose another folder with -o")
            return
        for piece in pieces:
            self.write(piece)


def counted(number: int, noun: str) -> str:
    """A number with its English noun.

    >>> counted(1, "article"), counted(1200, "article")
    ('1 article', '1,200 articles')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def positive(value: str) -> int:
    """A number from 1 on, as the type of an option."""
    number = int(value) if value.isdigit() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not a number from 1 on")
    return number


def add_seconds(command: argparse.ArgumentParser) -> None:
    """The option of commands that read articles: how long one may take."""
    command.add_argument(
        "--seconds", type=positive, default=SECONDS, metavar="S",
        help=f"that reading one article may take; what takes longer fails (default {SECONDS})",
    )  # fmt: skip
