"""serving/reading.py: texts that somebody waits for, within bounds."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from wortlaut.errors import BusyError, InputError, LanguageError, ReadingError
from wortlaut.serving.reading import LONGEST, Readers
from wortlaut.text import Article

BRIDGE = "„Wir bauen die Brücke im Frühjahr“, sagte Bürgermeisterin Eva Brandt am Montag in Lohbrunn."
ENGLISH = (
    "The bridge will be built this year, said the mayor of the town to the council, and they have the money for it."
)


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    with Readers(waiting=0) as made:
        yield made


def test_a_text_is_read(readers: Readers) -> None:
    analysis = readers.analyze(Article(BRIDGE, source="https://bote.example/x"))
    assert [analysis.article.text[one.content[0].start : one.content[0].end] for one in analysis.statements] == [
        "„Wir bauen die Brücke im Frühjahr“"
    ]
    assert analysis.article.source == "https://bote.example/x"


def test_a_text_in_another_language_only_by_force(readers: Readers) -> None:
    with pytest.raises(LanguageError, match="not in German"):
        readers.analyze(Article(ENGLISH))
    assert readers.analyze(Article(ENGLISH), force=True).article.text == ENGLISH


@pytest.mark.parametrize("text", ["", " \n", "x" * (LONGEST + 1)])
def test_what_is_empty_or_too_long_is_refused(readers: Readers, text: str) -> None:
    with pytest.raises(InputError):
        readers.analyze(Article(text))


def test_who_finds_the_line_full_is_told(readers: Readers) -> None:
    long, together = Article(BRIDGE * 100), threading.Barrier(4)

    def ask(_: int) -> str:
        together.wait()
        try:
            return "read" if readers.analyze(long).statements else "nothing"
        except BusyError as error:
            return str(error)

    with ThreadPoolExecutor(4) as pool:
        told = set(pool.map(ask, range(4)))
    assert told == {"read", "0 texts wait to be read already; try again in a minute"}


def test_what_takes_too_long_is_given_up() -> None:
    with Readers(seconds=0.3) as readers:
        readers.analyze(Article(BRIDGE))
        with pytest.raises(ReadingError, match=r"more than 0\.3 seconds"):
            readers.analyze(Article(BRIDGE * 4_000))
        assert readers.analyze(Article(BRIDGE)).statements
