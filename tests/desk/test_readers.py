"""desk/readers.py: an article that hangs, dies or eats memory costs only itself."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from wortlaut.batch import Failure, Held
from wortlaut.desk.readers import Bounds, Reader
from wortlaut.errors import ReadingError
from wortlaut.record import Analysis
from wortlaut.text import Article

BRIDGE = "„Wir bauen die Brücke im Frühjahr“, sagte Bürgermeisterin Eva Brandt am Montag in Lohbrunn."


@dataclass(frozen=True)
class Endless:
    """A source that never loads."""

    name: str = "endless"

    def load(self) -> Article:
        while True:
            pass


@dataclass(frozen=True)
class Deadly:
    """A source that ends the process that reads it."""

    name: str = "deadly"

    def load(self) -> Article:
        os._exit(3)


@dataclass(frozen=True)
class Greedy:
    """A source that takes more memory than there is."""

    name: str = "greedy"

    def load(self) -> Article:
        held = []
        while True:
            held.append(bytearray(100_000_000))


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    made = Reader(bounds=Bounds(seconds=2.0, memory=500_000_000))
    yield made
    made.close()


def reads(reader: Reader) -> bool:
    result = reader.read(Held("bridge", Article(BRIDGE)))
    assert isinstance(result, Analysis), result
    return len(result.statements) == 1


def test_an_article(reader: Reader) -> None:
    assert reads(reader)


@pytest.mark.parametrize(
    ("source", "why"), [(Endless(), "more than 2 seconds"), (Deadly(), "died"), (Greedy(), "more memory")]
)
def test_what_cannot_be_read_costs_only_itself(reader: Reader, source: Held, why: str) -> None:
    result = reader.read(source)
    assert isinstance(result, Failure) and why in result.message
    assert result.message.startswith(source.name)
    assert reads(reader)


def test_it_stops_when_it_may_not_go_on(reader: Reader) -> None:
    end = time.monotonic() + 0.3

    def go_on() -> None:
        if time.monotonic() > end:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        reader.read(Endless(), go_on=go_on)
    assert reads(reader)


def test_several_threads_have_their_own_results(reader: Reader) -> None:
    found: dict[int, str] = {}

    def ask(number: int) -> None:
        result = reader.read(Held(str(number), Article(f"{BRIDGE} Das war Nummer {number}.")))
        found[number] = result.article.text if isinstance(result, Analysis) else ""

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(found[number].endswith(f"Nummer {number}.") for number in range(4))


def test_a_register_that_is_none_is_said(tmp_path: Path) -> None:
    broken = tmp_path / "register.jsonl"
    broken.write_text("kein JSON")
    reader = Reader(register=broken)
    with pytest.raises(ReadingError, match=r"register\.jsonl"):
        reader.read(Held("bridge", Article(BRIDGE)))
    reader.close()
