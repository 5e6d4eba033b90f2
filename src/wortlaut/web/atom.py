"""atom(): statements as an Atom feed (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape, quoteattr

from wortlaut import __version__
from wortlaut.archive import Hit
from wortlaut.exports.rows import in_utc
from wortlaut.surfaces.characters import shortened, visible
from wortlaut.web.hits import language_of, name_of, statement_path
from wortlaut.web.words import Say

MEDIA = "application/atom+xml"
_TITLE, _NAMES = 160, 200  # columns
_BEGAN = "2026"  # the year from which the names below are ours, RFC 4151
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Feed:
    """Where a feed lies, which page shows the same, the public address of the app, the words, and its title."""

    address: str
    page: str
    root: str
    say: Say
    title: str


def atom(hits: Sequence[Hit], feed: Feed) -> str:
    """The feed. What is `updated` is when an article came into the archive, for that is when the statement was there.

    Ids are tag URIs (RFC 4151) of the app's public name, the same whatever the address of a page is later.
    """
    came = [in_utc(hit.kept.added) for hit in hits]
    updated = max((one for one in came if one), default=datetime(2026, 1, 1, tzinfo=UTC))
    query = urlsplit(feed.page).query
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{feed.say.language}">\n'
        f"<id>{_text(_tag(feed, '/search' + (f'?{query}' if query else '')))}</id>\n"
        f"<title>{_text(feed.title)}</title>\n<updated>{_moment(updated)}</updated>\n"
        f'<link rel="self" type="{MEDIA}" href={_attribute(feed.address)}/>\n'
        f'<link rel="alternate" type="text/html" href={_attribute(feed.page)}/>\n'
        f"<author><name>Wortlaut</name></author>\n<generator version={_attribute(__version__)}>Wortlaut</generator>\n"
        f"{''.join(_entry(hit, feed) for hit in hits)}</feed>\n"
    )


def _entry(hit: Hit, feed: Feed) -> str:
    return "<entry>\n" + "".join(f"{line}\n" for line in _lines(hit, feed)) + "</entry>\n"


def _lines(hit: Hit, feed: Feed) -> Iterator[str]:
    kept, statement, article = hit.kept, hit.statement, hit.kept.analysis.article
    words = kept.analysis.words(statement.content)
    person = kept.analysis.person(statement)
    name = person.name if person else kept.analysis.words(statement.speaker) or feed.say("unnamed")
    path = statement_path(kept, statement)
    yield f"<id>{_text(_tag(feed, path))}</id>"
    yield f"<title>{_text(shortened(f'{name}: {words}', _TITLE))}</title>"
    yield f"<updated>{_moment(in_utc(kept.added) or datetime(2026, 1, 1, tzinfo=UTC))}</updated>"
    if hit.day:
        yield f"<published>{hit.day.isoformat()}T00:00:00Z</published>"
    yield f"<author><name>{_text(shortened(name, _NAMES))}</name></author>"
    yield f'<link rel="alternate" type="text/html" href={_attribute(feed.root + quote(path))}/>'
    yield f"<category term={_attribute(statement.kind)} label={_attribute(feed.say(f'kind.{statement.kind}'))}/>"
    where = ", ".join(one for one in (article.outlet, name_of(kept, feed.say.table)) if one)
    yield f'<content type="text" xml:lang="{language_of(kept)}">{_text(f"{words}{chr(10)}({where})")}</content>'


def _tag(feed: Feed, path: str) -> str:
    return f"tag:{urlsplit(feed.root).hostname},{_BEGAN}:{quote(path, safe='/?&=%+~:,.')}"


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _text(words: str) -> str:
    return escape(_NO_XML.sub("\ufffd", visible(words)))


def _attribute(words: str) -> str:
    return quoteattr(_NO_XML.sub("\ufffd", visible(words)))
