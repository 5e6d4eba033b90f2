"""Checking: the statements of an archive that may be what was quoted, for wortlaut.verdicts to judge."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations
from math import log1p

from sqlalchemy import Connection, select, text

from wortlaut.archive.buckets import Buckets, placed
from wortlaut.archive.dialect import Dialect
from wortlaut.archive.expressions import Every, Expression, Mark, Phrase, Some
from wortlaut.archive.loading import load
from wortlaut.archive.matching import chunks, sharing
from wortlaut.archive.preparing import ordinal, spoken
from wortlaut.archive.schema import keys, statements
from wortlaut.archive.searching import people_named, written_out
from wortlaut.claims import readings
from wortlaut.errors import InputError
from wortlaut.kept import Kept, published, published_on
from wortlaut.languages.de_names import TITLES
from wortlaut.languages.de_sameness import FUNCTION
from wortlaut.nouns import noun
from wortlaut.sameness import Saying
from wortlaut.sameness import keys as keys_of
from wortlaut.statements import Attribution, Statement
from wortlaut.stems import stem, stems
from wortlaut.text import Article, Span
from wortlaut.verdicts import Candidate, Evidence, Finding, judge
from wortlaut.wording import find

MOST_ARTICLES = 40  # that are judged
SURE = 0.66  # score of a link from which on it says who spoke; chosen by figures, see docs/design/check.md
MOST_VARIANTS = 60  # further ones, with the same utterances as the likeliest statements
_VARIED = 20  # statements whose utterances are looked at whole
_PHRASE, _TELLING = 60.0, 45.0  # votes for all words in their order, and for all telling ones
_LEAST = 0.1  # share of the most votes that a statement needs to be judged
_ASKED_BY_KEY = 20  # people whose own keys are looked up
_RARE = 6  # stems of a claim that are looked up in twos and threes, the longest: long German words are rare
_LIMIT = 100  # statements that one search of the full text may give, the earliest
_PASSAGES = 20


@dataclass(frozen=True, slots=True)
class Searched:
    """What was searched: numbers, and the days of the first and last dated article."""

    articles: int
    outlets: int
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Passage:
    """Where the words of a claim stand in an article, outside of any statement that was found there."""

    kept: Kept
    span: Span


@dataclass(frozen=True)
class Checked:
    """A verdict on a claim, with its evidence and what was searched.

    `person` is who was asked for, as they were named. `kept` are the articles of the evidence by `Candidate.article`.
    `passages` are given where no statement has the very words of the claim.
    """

    finding: Finding
    person: str | None
    searched: Searched
    kept: Mapping[str, Kept]
    passages: tuple[Passage, ...] = ()

    @property
    def first(self) -> Evidence | None:
        """The evidence for the verdict that was published first; None where nothing of it has a day of publication."""
        own = [one for one in self.finding.evidence if one.verdict == self.finding.verdict]
        dated = [one for one in own if published_on(self.kept[one.candidate.article])]
        return min(dated, key=lambda one: published(self.kept[one.candidate.article]), default=None)


def check(connection: Connection, dialect: Dialect, claim: str, person: str | None, searched: Searched) -> Checked:
    """The verdict on a claim. Raises InputError where the claim has no word or is too long, or the name is empty."""
    if person is not None and not person.strip():
        raise InputError("the name of the person is empty; give a name, or leave it out")
    return _Check(connection, dialect, claim, person).run(searched)


class _Check:
    def __init__(self, connection: Connection, dialect: Dialect, claim: str, person: str | None) -> None:
        self._connection = connection
        self._dialect = dialect
        self._claim = claim
        self._person = person
        self._texts = [reading.text for reading in readings(claim)]
        self._asked = frozenset(_people(connection, person)) if person else frozenset()
        self._kept: dict[int, Kept] = {}
        self._buckets = Buckets.of(connection).every

    def run(self, searched: Searched) -> Checked:
        votes = self._votes()
        least = max(votes.values(), default=0) * _LEAST
        near = sorted((one for one, number in votes.items() if number >= least), key=lambda one: (-votes[one], one))
        self._kept = load(self._connection, {*self._versions(near), *self._variants(near[:_VARIED])})
        found = [one for version in sorted(self._kept) for one in self._candidates(version)]
        finding = judge(self._claim, found, person=self._person)
        passages = () if finding.verdict in ("verbatim", "cut") else tuple(self._passages())
        used = {one.candidate.article for one in finding.evidence}
        held = {_address(one): one for one in self._kept.values()}
        return Checked(finding, self._person, searched, {address: held[address] for address in used}, passages)

    # Which statements may be it

    def _votes(self) -> dict[int, float]:
        """Statements, with a number that says how much of the claim each may have."""
        votes: defaultdict[int, float] = defaultdict(float)

        def vote(found: Iterable[int], worth: float) -> None:
            for one in found:
                votes[one] += worth

        for words in self._texts:
            for one, number in self._sharing_keys(words).items():
                votes[one] += number
            held = list(dict.fromkeys(stems(words)))
            telling = [one for one in held if one not in _function_stems()] or held
            rare = sorted(telling, key=lambda one: (-len(one), one))[:_RARE]
            vote(self._matching(Phrase(tuple(stems(words)))), _PHRASE)
            vote(self._matching(_all(telling)), _TELLING)
            # each group for itself, worth the more the fewer have it: what is frequent shall not hide what is rare
            for group, matching in self._grouped(rare):
                vote(matching, len(group) * log1p(_LIMIT / max(len(matching), 1)))
        return votes

    def _grouped(self, some: Sequence[str]) -> Iterator[tuple[tuple[str, ...], set[int]]]:
        """The statements that have three of some stems, and those that have two, for each such group but all."""
        pairs = {pair: self._matching(_all(pair)) for pair in combinations(some, 2) if len(some) > 2}
        for three in combinations(some, 3) if len(some) > 3 else ():
            # what has the one pair and the other has all three, and needs no search where the pairs are known whole
            known = [found for pair in combinations(three, 2) if len(found := pairs[pair]) < _LIMIT]
            yield three, known[0] & known[1] if len(known) > 1 else self._matching(_all(three))
        yield from pairs.items()

    def _sharing_keys(self, words: str) -> Counter[int]:
        asked = sorted(self._asked)[:_ASKED_BY_KEY]
        found = {key for who in (None, *asked) for key in keys_of(Saying(words, "direct", who))}
        shared = sharing(self._connection, keys, placed(found, *self._buckets))
        return Counter(owner for owners in shared.ids.values() for owner in owners[-_LIMIT:])

    def _matching(self, expression: Expression) -> set[int]:
        """Statements by their full text: of anybody, and of those who were asked for."""
        found = set(self._search(expression))
        if 0 < len(self._asked) <= _ASKED_BY_KEY and len(found) >= _LIMIT:
            marks = Some(tuple(Mark(f"p{who}") for who in sorted(self._asked)))
            found |= set(self._search(Every((expression, marks))))
        return found

    def _search(self, expression: Expression, index: str = "words") -> Sequence[int]:
        sql = f"{self._dialect.matching(index)} ORDER BY id LIMIT {_LIMIT}"
        found = self._connection.execute(text(sql), {"query": self._dialect.query(expression)})
        return found.scalars().all()

    def _versions(self, near: Sequence[int]) -> list[int]:
        """The versions of statements, in their order."""
        held: dict[int, int] = {}
        for some in chunks(near):
            query = select(statements.c.id, statements.c.version_id).where(statements.c.id.in_(some))
            held.update((number, version) for number, version in self._connection.execute(query).all())
        return list(dict.fromkeys(held[number] for number in near if number in held))[:MOST_ARTICLES]

    def _variants(self, near: Sequence[int]) -> Sequence[int]:
        """The versions that have the utterances of statements, the earliest first."""
        wanted = select(statements.c.utterance).where(statements.c.id.in_(near))
        query = select(statements.c.version_id).where(statements.c.utterance.in_(wanted)).order_by(statements.c.id)
        return self._connection.execute(query.limit(MOST_VARIANTS)).scalars().all()

    # What is judged

    def _candidates(self, version: int) -> Iterator[Candidate]:
        kept = self._kept[version]
        article = kept.analysis.article
        for statement in kept.analysis.statements:
            who = kept.analysis.person(statement)
            yield Candidate(
                kept.address(statement), article.text, statement.content, statement.kind, statement.asserted,
                who.name if who else None, self._is_asked(kept, statement.attribution, who.name if who else None),
                _day(statement, article), article.outlet, article.source, article.title,
            )  # fmt: skip

    def _is_asked(self, kept: Kept, link: Attribution | None, name: str | None) -> bool | None:
        number = kept.people.get(link.person) if link else None
        if self._person is None or number is None or (link and link.score < SURE):
            return None
        if number in self._asked:
            return True
        # "Brandt" alone may be the Eva Brandt who was asked for, or another one
        words = set(written_out(name or "").split())
        return None if words and words < set(written_out(self._person).split()) else False

    def _passages(self) -> Iterator[Passage]:
        words = self._texts[-1]
        found = self._search(Phrase(tuple(stems(words))), "passages")[:_PASSAGES]
        for version, kept in load(self._connection, found).items():
            span = find(words, kept.analysis.article.text)
            told = [one for s in kept.analysis.statements for one in s.content]
            if span is not None and not any(one.overlaps(span) for one in told):
                yield Passage(self._kept.get(version, kept), span)


def _people(connection: Connection, name: str) -> Sequence[int]:
    """The people of a name; titles before it are left out where nobody is called so."""
    words = name.split()
    titled = all(map(_is_title, words[:-1]))  # "Minister Brandt" is any Brandt, "Eva Brandt" is not
    for start in range(len(words) if titled else len(words) - 1):
        if found := people_named(connection, " ".join(words[start:])):
            return found
    return ()


def _is_title(word: str) -> bool:
    known = noun(word)
    return word.casefold() in TITLES or (known is not None and known.sort == "role")


def _day(statement: Statement, article: Article) -> str | None:
    """The day of the saying or, where the text does not tell it, of the article; the same as of what is found."""
    day = spoken(statement.time) or ordinal(article.published)
    return date.fromordinal(day).isoformat() if day else None


def _address(kept: Kept) -> str:
    return f"{kept.article}.{kept.version}"


def _all(some: Iterable[str]) -> Every:
    return Every(tuple(Phrase((one,)) for one in some))


@cache
def _function_stems() -> frozenset[str]:
    return frozenset(map(stem, FUNCTION))
