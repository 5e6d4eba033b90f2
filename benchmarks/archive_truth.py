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

    def note(self, some: Iterable[Made]) -> None:
        for one in some:
            article = one.analysis.article
            source = str(article.source)
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


def grouped(url: str, truth: Truth) -> dict[str, Grouped]:
    """What was grouped in an archive, against what should be. It reads the tables themselves."""
    from sqlalchemy import text

    from wortlaut.archive.opening import address, engine

    with engine(address(url)).connect() as connection:
        query = "SELECT v.id, a.key, v.story FROM versions v JOIN articles a ON a.id = v.article_id"
        rows = connection.execute(text(query)).all()
        said = connection.execute(text("SELECT id, version_id, number, utterance FROM statements")).all()
    sources = {number: key for number, key, _ in rows}
    stories = {key: sources[story or number] for number, key, story in rows}
    places = {id: (sources[version], number) for id, version, number, _ in said}
    firsts = {places[id]: places[utterance] for id, _, _, utterance in said}
    return {
        "copies": copies(truth, stories),
        "utterances": utterances(truth, firsts, other_words=False),
        "utterances in other words": utterances(truth, firsts, other_words=True),
    }


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
