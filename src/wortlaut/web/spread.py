"""The facets of a search as a page shows them: counts that are links to a narrower or a wider search."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from wortlaut.archive.facets import Facets, Tally
from wortlaut.statements import KINDS
from wortlaut.surfaces.characters import shortened
from wortlaut.surfaces.marks import css_class
from wortlaut.web.asking import Asked
from wortlaut.web.charts import linked_months, share
from wortlaut.web.words import Say

_NAMES = 60  # columns
Address = Callable[..., str]  # of a search with these fields


@dataclass(frozen=True, slots=True)
class Line:
    """A value of a facet: its name, how many statements, a bar, the class of its name, and where its name leads.

    `active`: the search asks for it already, and the address is that of the search without it.
    """

    name: str
    count: int
    bar: Markup
    address: str | None
    active: bool = False
    css: str = ""


def people(spread: Facets, given: Asked, say: Say, address: Address) -> list[Line]:
    """Who said it. Where a person is asked for, there is nothing to narrow."""
    return [] if "person" in given.given else list(_named("person", spread.people, say("nobody"), given, address))


def outlets(spread: Facets, given: Asked, say: Say, address: Address) -> list[Line]:
    """Where it stands."""
    return [] if "outlet" in given.given else list(_named("outlet", spread.outlets, say("outlet.none"), given, address))


def kinds(spread: Facets, given: Asked, say: Say, address: Address) -> list[Line]:
    """The kinds, each to be taken in or out; those that are asked for stay, also where there are none of them."""
    counted = {one.name: one.statements for one in spread.kinds}
    wanted = given.query.kinds
    most = max(counted.values(), default=0)
    found = []
    for kind in KINDS:
        if kind in counted or kind in wanted:
            others = [one for one in KINDS if (one in wanted) != (one == kind)]
            count = counted.get(kind, 0)
            found.append(
                Line(
                    say(f"kind.{kind}"), count, share(count, most), address(**given.but(kind=others)), kind in wanted,
                    css_class(kind),
                )
            )  # fmt: skip
    return found


def picture(spread: Facets, given: Asked, say: Say, address: Address) -> Markup:
    """By month; empty where all are of one."""
    if len(spread.months) < 2:
        return Markup("")
    others = {name: value for name, value in given.given.items() if name not in ("since", "until")}
    where = address(**others, since="SINCE", until="UNTIL")
    return linked_months(spread.months, language=say.language, caption=say("search.months"), address=where)


def _named(field: str, tallies: Sequence[Tally], nobody: str, given: Asked, address: Address) -> Iterator[Line]:
    most = max((one.statements for one in tallies), default=0)
    for one in tallies:
        where = address(**given.but(**{field: one.name})) if one.name else None
        yield Line(shortened(one.name or nobody, _NAMES), one.statements, share(one.statements, most), where)
