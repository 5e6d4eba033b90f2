"""What should be grouped with what: the generator's own knowledge, against what an archive grouped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from benchmarks.drafts import Made

Place = tuple[str, int]  # the source of an article, and the number of a statement in it


@dataclass
class Truth:
    """Knows of each article and statement what it is a copy or a repetition of."""

    sources: dict[str, str] = field(default_factory=dict)  # id of an original -> its source
    articles: dict[str, str] = field(default_factory=dict)  # source -> source of the original
    statements: dict[Place, Place] = field(default_factory=dict)  # repetition -> what it repeats
    counts: dict[str, int] = field(default_factory=dict)  # source -> its statements

    def note(self, some: Iterable[Made]) -> None:
        for one in some:
            article = one.analysis.article
            source = str(article.source)
            self.counts[source] = len(one.analysis.statements)
            if one.copy_of:
                self.articles[source] = self.sources[one.copy_of]
            else:
                self.sources.setdefault(article.id, source)
            for id, (told, origin) in one.repeats.items():
                self.statements[source, int(id[1:]) - 1] = self.sources[told], int(origin[1:]) - 1

    def article(self, source: str) -> str:
        """The original of an article, or itself."""
        return self.articles.get(source, source)

    def statement(self, place: Place) -> Place:
        """What was said first: a copy says what its original says, in the same order."""
        while True:
            place = self.article(place[0]), place[1]
            if place not in self.statements:
                return place
            place = self.statements[place]


@dataclass(frozen=True)
class Grouped:
    """How an archive grouped: of what belongs to something earlier, and of what was put to something earlier."""

    recall: float
    precision: float


def copies(truth: Truth, firsts: Mapping[str, str]) -> Grouped:
    """`firsts` gives for each source the first one of its story."""
    wanted = {source for source in truth.articles if source in firsts}
    put = {source for source, first in firsts.items() if first != source}
    right = {source for source in put if truth.article(source) == truth.article(firsts[source])}
    return _grouped(len(wanted & right), len(wanted), len(right), len(put))


def utterances(truth: Truth, firsts: Mapping[Place, Place], *, other_words: bool) -> Grouped:
    """`firsts` gives for each statement the first of its utterance. With `other_words` those in copies are left out."""
    places = [place for place in firsts if not (other_words and place[0] in truth.articles)]
    wanted = {place for place in places if truth.statement(place) != place}
    put = {place for place in places if firsts[place] != place}
    right = {place for place in put if truth.statement(place) == truth.statement(firsts[place])}
    return _grouped(len(wanted & right), len(wanted), len(right), len(put))


def _grouped(found: int, wanted: int, right: int, put: int) -> Grouped:
    return Grouped(round(found / max(1, wanted), 4), round(right / max(1, put), 4))
