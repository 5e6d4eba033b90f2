"""prints(): which articles carry the same agency copy as one, without loading any of them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from wortlaut.archive.archive import Archive
from wortlaut.archive.schema import outlets, versions

MOST = 30  # articles that are listed; a copy may be printed by hundreds


@dataclass(frozen=True, slots=True)
class Print:
    """An article that carries a copy: its number and that of its latest version, where and when it was published."""

    article: int
    version: int
    title: str | None
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Prints:
    """Articles with the same copy, the first that came in first; `number` is how many there are in all."""

    listed: tuple[Print, ...] = ()
    number: int = 0


def prints(archive: Archive, story: int | None, *, most: int = MOST) -> Prints:
    """The articles of a story, `Kept.story`; none where it is None."""
    if story is None:
        return Prints()
    same = (versions.c.story == story, versions.c.latest)
    query = (
        select(
            versions.c.article_id, versions.c.number, versions.c.title, outlets.c.name.label("outlet"),
            versions.c.published,
        )
        .outerjoin(outlets, outlets.c.id == versions.c.outlet_id)
        .where(*same)
        .order_by(versions.c.id)
        .limit(most)
    )  # fmt: skip
    with archive.reading() as connection:
        rows = connection.execute(query).all()
        number = connection.execute(select(func.count()).select_from(versions).where(*same)).scalar_one()
    return Prints(tuple(Print(*row) for row in rows), number)
