"""gathered(): all that the user names, as sources with their original bytes, to be added to an archive."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from wortlaut.errors import FetchError, InputError
from wortlaut.intake.containers import Manner
from wortlaut.intake.dates import latest
from wortlaut.intake.given import NOTHING, Columns, Given
from wortlaut.intake.keys import web_key
from wortlaut.intake.listings import MAX_ENTRIES, Entry, entries, is_index, looks_like_listing
from wortlaut.intake.originals import media_type
from wortlaut.intake.source import Source, problem
from wortlaut.intake.sources import expanded
from wortlaut.intake.unpacking import Place
from wortlaut.intake.visits import NoVisits, Visit, Visits

if TYPE_CHECKING:
    from wortlaut.intake.fetching import Answer
    from wortlaut.intake.politeness import Polite

MAX_DEPTH = 2  # listings within listings: an index, its sitemaps, and what one of them might name
MAX_LISTINGS = 1_000  # that one listing may lead to
MAX_PAGES = 20  # of a feed that is given out in pages; the newest come first


def gathered(
    arguments: Sequence[str],
    *,
    stdin: Callable[[], bytes],
    fetcher: Polite | None = None,
    visits: Visits | None = None,
    columns: Columns | None = None,
    given: Given = NOTHING,
) -> Iterator[Source]:
    """The sources that the arguments name, taken: with their original bytes, one after the other, found lazily.

    Beside what `sources` takes, an address may be that of a feed or a sitemap. Among the sources are *problems*, whose
    `load()` raises; those that are `unchanged`, to be counted only; and notes (`is_note`), to be kept after all that
    came before. An address that was named is asked in every run, on condition where `visits` knows it. One that a feed
    or a sitemap names is left out where it is known, unless it was updated since.

    `fetcher` says how to fetch; `columns` what tables call their columns; `given` fills in what articles do not say.
    """
    gathering = _Gathering(fetcher, visits or NoVisits(), given)
    manner = Manner(columns or Columns(), gathering.listed)
    for source in expanded(arguments, stdin=stdin, manner=manner):
        if source.url is not None and source.visit is None and source.problem is None:
            yield from gathering.named(source.url)
        else:
            yield gathering.filled(source.taken())


@dataclass
class _Course:
    """How far the way from one named listing may still lead."""

    entries: int = MAX_ENTRIES
    listings: int = MAX_LISTINGS
    pages: int = MAX_PAGES - 1

    def goes_on(self, entry: Entry) -> bool:
        """Count an entry; whether it may still be followed."""
        self.pages -= entry.is_next
        self.listings -= entry.is_listing
        self.entries -= not entry.is_listing
        return self.listings >= 0 and self.entries >= 0


# Sources, and in the end whether all was had.
_Had = Generator[Source, None, bool]


@dataclass
class _Gathering:
    """What one run knows: the addresses it has been to, and those of earlier runs."""

    fetcher: Polite | None
    visits: Visits
    given: Given
    _been: set[str] = field(default_factory=set)

    def filled(self, source: Source) -> Source:
        """The source with what was given for all."""
        return replace(source, given=source.given.before(self.given)) if source.data is not None else source

    def named(self, url: str) -> Iterator[Source]:
        """The source of an address that the user named; where a listing is there, those of its entries."""
        if web_key(url) not in self._been:
            yield from self._asked(Entry(url), _Course(), depth=0)

    def listed(self, data: bytes, place: Place) -> Iterator[Source]:
        """The sources of a listing that lies in a file."""
        yield from self._all(entries(data, name=place.name), place.name, _Course(), depth=0)

    def _asked(self, entry: Entry, course: _Course, depth: int) -> _Had:
        key = web_key(entry.url)
        fetcher = self._polite()
        try:
            last = self.visits.seen(key) if key else None
            self._been.add(key or entry.url)
            answer = fetcher.ask(entry.url, last)
        except FetchError as error:
            yield Source(name=entry.url, key=key or entry.url).failed(error)
            return False
        visit = fetcher.visit(key or entry.url, answer, last)
        source = Source(name=entry.url, url=entry.url, given=entry.given, visit=visit)
        if answer.status == 304:
            yield replace(source, unchanged=True)
        elif looks_like_listing(answer.data):
            return (yield from self._listing(answer, visit, course, depth))
        else:
            yield self.filled(source.answered(answer.data, answer.url, _media(answer)))
        return True

    def _listing(self, answer: Answer, visit: Visit, course: _Course, depth: int) -> _Had:
        """What a listing names, and at last a note of the visit to it, so that nothing of it is lost before."""
        if depth > MAX_DEPTH:
            yield problem(answer.url, "it is a feed or sitemap that one of its kind names; name it itself")
            return False
        found = entries(answer.data, name=answer.url, url=answer.url)
        had_all = yield from self._all(found, answer.url, course, depth)
        # An index may stay as it is while its sitemaps change, so it is asked for whole each time.
        if had_all and not is_index(answer.data):
            yield Source(name=answer.url, key=visit.key, visit=visit)
        return had_all

    def _all(self, found: Iterator[Entry], name: str, course: _Course, depth: int) -> _Had:
        had_all = True
        try:
            for entry in found:
                if web_key(entry.url) in self._been or not (entry.is_next or self._is_news(entry)):
                    continue
                if entry.is_next and course.pages == 0:
                    continue
                if not course.goes_on(entry):
                    what = f"it leads to more than {MAX_ENTRIES:,} new pages or {MAX_LISTINGS:,} listings; add it again"
                    yield problem(name, what)
                    return False
                had_all = (yield from self._asked(entry, course, depth + (not entry.is_next))) and had_all
        except InputError as error:
            yield Source(name=name).failed(error)
            return False
        return had_all

    def _is_news(self, entry: Entry) -> bool:
        """Whether an entry is not known, or was updated since."""
        last = self.visits.seen(web_key(entry.url) or "")
        if last is None:
            return True
        updated, visited = latest(entry.updated or ""), latest(last.visited)
        return (entry.is_listing and updated is None) or bool(updated and visited and updated > visited)

    def _polite(self) -> Polite:
        if self.fetcher is None:
            from wortlaut.intake.politeness import Polite

            self.fetcher = Polite()
        return self.fetcher


def _media(answer: Answer) -> str:
    from wortlaut.intake.fetching import PAGE_TYPES

    return media_type(answer.is_html if answer.kind in PAGE_TYPES else None, answer.charset)
