"""What is known of an article beside its text: given by a table, a feed or the user; and how a table names it."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace

from wortlaut.errors import InputError
from wortlaut.text import Article


@dataclass(frozen=True)
class Given:
    """What fills in where an article itself says nothing. `published` is ISO 8601, `language` a tag such as "de"."""

    title: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: str | None = None

    def fill(self, article: Article) -> Article:
        """The article with what it lacked; an outlet that is only the host of its address says little, and gives way.

        >>> Given(outlet="Elbbote").fill(Article("Nein.", outlet=None)).outlet
        'Elbbote'
        """
        if self == NOTHING:
            return article
        return replace(
            article,
            title=article.title or self.title,
            outlet=self.outlet if self.outlet and not _says_outlet(article) else article.outlet,
            language=article.language or self.language,
            published=article.published or self.published,
        )

    def before(self, other: Given) -> Given:
        """Both together; what both say is taken from this one."""
        return Given(
            self.title or other.title,
            self.outlet or other.outlet,
            self.language or other.language,
            self.published or other.published,
        )


NOTHING = Given()


def _says_outlet(article: Article) -> bool:
    """Whether an article names its outlet, and not only the host of its address."""
    address = re.match(r"https?://(?:www\.)?([^/?#]*)", article.source or "", re.IGNORECASE)
    hosts = {address[1].lower(), address[1].partition(":")[0].lower()} if address else set()
    return bool(article.outlet) and (article.outlet or "").lower().removeprefix("www.") not in hosts


@dataclass(frozen=True)
class Columns:
    """What the columns of a table are called, or the fields of JSON Lines. Capitals do not count.

    Each article needs `text` or `html`. `source` says where it comes from; `url` is the same and goes before it.
    """

    text: str = "text"
    html: str = "html"
    title: str = "title"
    published: str = "published"
    outlet: str = "outlet"
    source: str = "source"
    url: str = "url"
    language: str = "language"
    id: str = "id"

    @classmethod
    def parse(cls, written: str) -> Columns:
        """The columns of `text=body,published=date`; those not named keep their names. Raises InputError.

        >>> Columns.parse("text=Volltext, published=Datum").published
        'Datum'
        """
        known = [field.name for field in fields(cls)]
        found: dict[str, str] = {}
        for pair in filter(None, re.split(r"\s*,\s*", written.strip())):
            name, _, column = (part.strip() for part in pair.partition("="))
            if name not in known or not column:
                raise InputError(
                    f"columns {written!r}: {pair!r} is not NAME=COLUMN with a name out of {', '.join(known)}; "
                    "write for example text=body,published=date"
                )
            found[name] = column
        return cls(**found)
