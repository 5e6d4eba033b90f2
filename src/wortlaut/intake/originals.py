"""reload(): the original bytes of a source become an article, purely; the same whenever it is called.

The media types of originals, as `Source.media` and an archive have them:

    text/html         a page; a charset that the server declared follows as in HTTP: text/html; charset=iso-8859-1
    text/plain        a text
    application/json  a row of a table, a line of JSON Lines or the article of a record: the canonical JSON of its
                      fields, by their own names (`given.Columns`), none of them empty
    application/octet-stream   a page or a text, whichever its first characters say
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace

from wortlaut.errors import InputError
from wortlaut.intake.dates import iso_date
from wortlaut.intake.decoding import declared_charset, decode
from wortlaut.intake.given import NOTHING, Given
from wortlaut.intake.listings import HEAD
from wortlaut.intake.pages import looks_like_html, page
from wortlaut.text import Article

MAX_BYTES = 100_000_000
HTML, TEXT, ROW, UNKNOWN = "text/html", "text/plain", "application/json", "application/octet-stream"

_CHARSET = re.compile(r";\s*charset=([A-Za-z0-9._:\-]{2,40})$")
# Whatever else XML holds, its marks are no running text; and its document type may be as long as a book.
_XML = re.compile(r"\s*+(?><!--.*?-->\s*+)*+<(?:\?xml\s|!DOCTYPE\s++(?!html))", re.IGNORECASE | re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")


def reload(data: bytes, *, key: str, media: str, name: str | None = None, given: Given = NOTHING) -> Article:
    """The article of original bytes.

    `media` is one of the types above. `name` is what `Article.source` will be and what messages say, by default `key`;
    a row may name its source itself. `given` fills in what the article does not say. Raises InputError.

    >>> reload(b'{"text":"Nein.","published":"19.06.2024"}', key="/a.csv#2", media="application/json").published
    '2024-06-19'
    """
    shown = name or key
    kind = media.partition(";")[0].strip()
    charset = _CHARSET.search(media)
    if kind == ROW:
        article = _row_article(data, shown)
    else:
        is_html = {HTML: True, TEXT: False}.get(kind)
        article = _article(data, shown, is_html=is_html, charset=charset[1] if charset else None)
    return given.fill(article)


def media_type(is_html: bool | None, charset: str | None = None) -> str:
    """The media type of a page (True), a text (False) or what may be either (None).

    >>> media_type(True, "iso-8859-1")
    'text/html; charset=iso-8859-1'
    """
    kind = UNKNOWN if is_html is None else HTML if is_html else TEXT
    declared = f"; charset={charset}" if charset else ""
    return kind + (declared if _CHARSET.search(declared) else "")


def row_bytes(fields: Mapping[str, object]) -> bytes:
    """The original bytes of a row: its fields as canonical JSON, in UTF-8; the empty ones are left out.

    >>> row_bytes({"title": "", "text": "Ähm."}).decode()
    '{"text":"Ähm."}'
    """
    kept = {name: value for name, value in fields.items() if value not in (None, "")}
    written = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return _SURROGATE.sub("\ufffd", written).encode()  # half a surrogate pair can be written in no encoding


def _row_article(data: bytes, name: str) -> Article:
    try:
        fields = json.loads(data)
        given = fields.get("article", fields)  # of a record
        known = {key: str(value) for key, value in given.items() if value is not None}
    except (ValueError, AttributeError, RecursionError) as error:
        raise InputError(f"{name}: the stored fields of this row are damaged ({error}); add it anew") from error
    source = known.get("url") or known.get("source") or name
    if "text" in known:
        article = Article(_text(known["text"], name), source=source)
    else:
        article = page(known.get("html", ""), source=source)
    if "article" in fields:
        article = replace(article, id=known.get("id", article.id))
    own = Given(known.get("title"), known.get("outlet"), known.get("language"), _published(known, name))
    told = own.before(Given(article.title, article.outlet, article.language, article.published))
    return replace(article, title=told.title, outlet=told.outlet, language=told.language, published=told.published)


def _published(known: Mapping[str, str], name: str) -> str | None:
    written = known.get("published", "").strip()
    found = iso_date(written)
    if written and found is None:
        raise InputError(
            f"{name}: published is {written[:40]!r}, which is no date; write 2024-06-19, 2024-06-19T08:30:00+02:00 or "
            "19.06.2024"
        )
    return found


def _article(data: bytes, name: str, *, is_html: bool | None = None, charset: str | None = None) -> Article:
    if len(data) > MAX_BYTES:
        raise InputError(
            f"{name}: it is larger than {MAX_BYTES // 1_000_000} MB; split it into single articles", "large"
        )
    if not data:
        raise InputError(f"{name}: it is empty; name a file that holds an article", "empty")
    if charset is None and (is_html or (is_html is None and looks_like_html(data[:1024].decode("latin-1")))):
        charset = declared_charset(data)
    text = _text(decode(data, charset, name), name)
    if is_html or (is_html is None and looks_like_html(text)):
        return page(text, source=name)
    if _XML.match(text):
        raise InputError(
            f"{name}: this is XML, but neither a page nor (by its first {HEAD:,} bytes) a feed or sitemap; save its "
            "text as a text file",
            "xml",
        )
    return Article(text, source=name)


def _text(text: str, name: str) -> str:
    """The text as it is. Raises InputError where there is nothing to be seen."""
    if not any(ch.isprintable() and not ch.isspace() for ch in text):
        raise InputError(f"{name}: it holds nothing but white space; name a file that holds an article", "empty")
    return text
