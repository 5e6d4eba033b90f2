"""Archives for measuring: analyses without end, made without the model, with the proportions of German news.

`generate(10_000, seed=7)` gives articles of 200 to 300 words with some 10,000 statements, and every span is right. One
article in five is a copy of an agency's text of the last two days, one statement in ten repeats in other words what the same
person said in the last three. `made` tells beside each analysis which these are. What is drawn how, and how near to real
news: docs/design/archive-figures.md.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from itertools import accumulate

from benchmarks.drafts import Draft, Edition, Made
from benchmarks.newsmakers import AGENCIES, outlets
from benchmarks.reports import Reporter
from wortlaut.record import Analysis

STATEMENTS_AN_ARTICLE = 5.0
LEAST, MOST = 190, 275  # words at which an article ends with its paragraph
COPIES = 0.2  # share of the articles
AGENCY = 0.4  # share of the other articles that are an agency's and may be copied
COPIED_FOR = timedelta(days=2)
YEARS = 10
BEGIN = datetime(2016, 11, 1, 5, tzinfo=timezone(timedelta(hours=1)))
A_DAY = 50  # articles on a day with news; a small archive has few such days, spread over all years
TOPICS = 3_000
SHORTENED = 0.6  # of the copies; at least half of the paragraphs stay
ADDED_TO = 0.2  # of the copies


def generate(statements: int, *, seed: int = 7) -> Iterator[Analysis]:
    """Analyses with `statements` statements (the last article may bring some more), in order of publication."""
    return (one.analysis for one in made(statements, seed=seed))


def made(statements: int, *, seed: int = 7) -> Iterator[Made]:
    """The same, with what is a copy and what a repetition."""
    desk = _Desk(seed)
    count = 0
    for published in _moments(int(statements / STATEMENTS_AN_ARTICLE) + 1, seed):
        one = desk.article(published)
        yield one
        count += len(one.analysis.statements)
        if count >= statements:
            return


def _moments(articles: int, seed: int) -> Iterator[datetime]:
    """When articles are published: days with news evenly over the years, the articles of a day by the hour; endless."""
    source = random.Random(seed)
    days = min(YEARS * 365, max(1, articles // A_DAY))
    share = articles / days
    for day in range(2 * days):
        begin = BEGIN + timedelta(days=day * YEARS * 365 // days)
        size = int((day + 1) * share) - int(day * share)
        for minute in sorted(source.randrange(17 * 60) for _ in range(size)):
            yield begin + timedelta(minutes=minute)


@dataclass(frozen=True, slots=True)
class _Sent:
    """An agency's report, how it was carried first, and the article that did."""

    draft: Draft
    edition: Edition
    article: str


class _Desk:
    """Writes one article after the other."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(f"{seed} desk")
        self._reporter = Reporter(seed)
        self._sent: deque[_Sent] = deque()
        self._number = 0
        self._outlets = outlets()
        self._share = _law(len(self._outlets), 0.8)
        self._topics = _law(TOPICS, 1.0)

    def article(self, published: datetime) -> Made:
        while self._sent and self._sent[0].edition.published < published - COPIED_FOR:
            self._sent.popleft()
        if self._sent and self._random.random() < COPIES:
            return self._copy(self._random.choice(self._sent), published)
        return self._report(published)

    def _report(self, published: datetime) -> Made:
        self._reporter.turn_to(bisect_right(self._topics, self._random.random()))
        draft = self._reporter.report(published, self._random.randint(LEAST, MOST))
        agency = self._random.choice(AGENCIES) if self._random.random() < AGENCY else None
        edition = self._edition(published, self._reporter.place(), agency)
        one = draft.published(edition)
        if agency:
            self._sent.append(_Sent(draft, edition, one.analysis.article.id))
        return one

    def _copy(self, sent: _Sent, published: datetime) -> Made:
        draft = sent.draft
        if self._random.random() < SHORTENED:
            draft = draft.cut(self._random.randint((len(draft.paragraphs) + 1) // 2, len(draft.paragraphs)))
        if self._random.random() < ADDED_TO:
            draft = draft.and_then(self._reporter.background())
        edition = self._edition(published, sent.edition.place, sent.edition.agency)
        return draft.published(replace(edition, sign_last=self._random.random() < 0.5), sent.article)

    def _edition(self, published: datetime, place: str, agency: str | None) -> Edition:
        self._number += 1
        outlet = self._outlets[bisect_right(self._share, self._random.random())]
        return Edition(outlet, published, self._reporter.title(), place, agency, number=self._number)


def _law(size: int, exponent: float) -> list[float]:
    sums = list(accumulate((rank + 1) ** -exponent for rank in range(size)))
    return [one / sums[-1] for one in sums[:-1]]
