"""batch.py with sources that need no disk; what reads articles needs the model and is skipped without its files."""

import os
import re
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest

from wortlaut.batch import TOGETHER, Failure, How, Source, analyses, read_group
from wortlaut.errors import InputError
from wortlaut.model import FOLDER
from wortlaut.record import Analysis
from wortlaut.text import Article

GERMAN = "Die Brücke in Lohe wird nun doch gebaut. „Wir fangen im Mai an“, sagte die Bürgermeisterin Ute Kamp im Rat."
ENGLISH = (
    "The bridge will be built this year, said the mayor of the town to the council, and they have the money for it."
)
model_is_here = pytest.mark.skipif(not (FOLDER / "encoder.onnx").exists(), reason=f"{FOLDER} has no encoder.onnx")


@dataclass(frozen=True)
class Page:
    """A source that is there."""

    name: str
    text: str = GERMAN
    language: str | None = None

    def load(self) -> Article:
        return Article(self.text, source=self.name, language=self.language)


@dataclass(frozen=True)
class Broken:
    """A source that cannot be read."""

    name: str

    def load(self) -> Article:
        raise InputError(f"{self.name} cannot be read")


@dataclass(frozen=True)
class Deep:
    """A page nested without end."""

    name: str

    def load(self) -> Article:
        return self.load()


@dataclass(frozen=True)
class Deadly:
    """A source that ends the process that reads it."""

    name: str

    def load(self) -> Article:
        os._exit(3)


@dataclass(frozen=True)
class Endless:
    """A source that is never loaded; it takes every failure for one of its own."""

    name: str

    def load(self) -> Article:
        while True:
            try:
                re.fullmatch("(?:a|aa)+b", "a" * 60)  # goes back without end
            except Exception:
                continue


def failure(name: str) -> Failure:
    return Failure(name, f"{name} cannot be read")


@pytest.mark.parametrize("count", [0, 1, TOGETHER, 3 * TOGETHER + 1])
def test_each_source_has_one_result_in_order(count: int) -> None:
    names = [f"{number}.txt" for number in range(count)]
    assert list(analyses(map(Broken, names))) == list(map(failure, names))


def test_sources_are_taken_one_group_at_a_time() -> None:
    taken: list[int] = []

    def sources() -> Iterator[Source]:
        for number in range(5 * TOGETHER):
            taken.append(number)
            yield Broken(f"{number}.txt")

    assert next(analyses(sources())) == failure("0.txt")
    assert taken == list(range(TOGETHER))


@pytest.mark.parametrize("text, language", [(ENGLISH, None), (ENGLISH, "de"), ("12:3 (4:1)", "en")])
def test_an_english_article_is_refused(text: str, language: str | None) -> None:
    (result,) = read_group([Page("bridge.txt", text, language)], How())
    assert isinstance(result, Failure)
    assert result.name == "bridge.txt"
    assert result.message.startswith("bridge.txt seems to be in 'en', not in German")
    assert "--force" in result.message
    assert result.reason == "language"


def test_a_page_nested_too_deeply_is_refused() -> None:
    (result,) = read_group([Deep("deep.html")], How())
    assert isinstance(result, Failure)
    assert result.message.startswith("deep.html is nested too deeply") and result.reason == "deep"


def test_other_processes_keep_the_order_and_outlive_one_that_dies() -> None:
    sources = [Broken("a.txt"), Deadly("tot.txt"), Page("b.txt", ENGLISH)]
    first, dead, english = analyses(sources, jobs=2)
    assert first == failure("a.txt")
    assert isinstance(dead, Failure)
    assert dead.message.startswith("tot.txt: the process that read it died") and dead.reason == "memory"
    assert isinstance(english, Failure)
    assert english.name == "b.txt"


def test_several_groups_in_other_processes_keep_the_order() -> None:
    names = [f"{number}.txt" for number in range(3 * TOGETHER)]
    assert list(analyses(map(Broken, names), jobs=2)) == list(map(failure, names))


@model_is_here
@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_that_takes_too_long_costs_no_other(jobs: int) -> None:
    held = signal.getsignal(signal.SIGALRM)
    sources = [Broken("a"), Endless("b.txt"), Page("c"), Page("d", ENGLISH), Endless("e.txt")]
    first, late, read, english, last = analyses(sources, jobs=jobs, how=How(seconds=2.0))
    assert first == failure("a")
    why = "reading it took more than 2 seconds; cut it into smaller ones, or give it more time with --seconds"
    assert late == Failure("b.txt", f"b.txt: {why}", "late") and last == Failure("e.txt", f"e.txt: {why}", "late")
    assert isinstance(read, Analysis) and read.statements
    assert isinstance(english, Failure) and "not in German" in english.message
    assert signal.getsignal(signal.SIGALRM) == held
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


@model_is_here
def test_in_another_thread_there_is_no_bound() -> None:
    with ThreadPoolExecutor(1) as threads:
        (read,) = threads.submit(read_group, [Page("a")], How(seconds=0.001)).result()
    assert isinstance(read, Analysis)


@model_is_here
def test_one_broken_source_costs_no_other() -> None:
    before, broken, after, english = read_group([Page("a"), Broken("b"), Page("c"), Page("d", ENGLISH)], How())
    assert isinstance(before, Analysis)
    assert isinstance(after, Analysis)
    assert (before.article.source, after.article.source) == ("a", "c")
    assert before.statements == after.statements
    assert broken == failure("b")
    assert isinstance(english, Failure)


@model_is_here
@pytest.mark.parametrize("text, language", [(GERMAN, "de"), ("12:3", "de"), (ENGLISH, "en")])
def test_with_force_everything_is_read_and_has_its_language(text: str, language: str) -> None:
    (result,) = read_group([Page("a", text)], How(force=True))
    assert isinstance(result, Analysis)
    assert result.article.language == language
    assert result.article.text == text
