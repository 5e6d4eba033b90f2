"""asked(): the query of an address, with what was written in each field, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from starlette.datastructures import QueryParams

from wortlaut.archive import ORDERS, Order, Query
from wortlaut.archive.searching import expression_of
from wortlaut.errors import ArchiveError
from wortlaut.statements import KINDS, Kind

LONGEST = 500  # code points of words; names are cut at the same
_NAMES = ("person", "about", "outlet")
_DAYS = ("since", "until")
_PLACE = re.compile(r"-?\d{1,18}|-?\d{1,3}(\.\d{1,20})?(e-?\d{1,3})?:\d{1,18}", re.ASCII)


@dataclass(frozen=True)
class Asked:
    """What an address asks for.

    `given` are the fields as they were written, without empty ones and without what is the rule: what the address of
    the same search has. `wrong` tells for a field the key of the words that say what is wrong with it; then `query`
    finds nothing that is meant and must not be asked.
    """

    query: Query
    given: Mapping[str, str | list[str]]
    wrong: Mapping[str, str] = field(default_factory=dict)

    @property
    def narrow(self) -> bool:
        """Whether anything is asked for but all there is."""
        return any(name in self.given for name in ("q", *_NAMES, *_DAYS, "kind"))

    def but(self, **changed: object) -> dict[str, object]:
        """The fields of the same search with some others, for `url()`; None takes one away."""
        return {**self.given, **changed}


def asked(params: QueryParams, *, limit: int = 20) -> Asked:
    """The query of an address: q, person, about, outlet, since, until, kind, order, versions, copies, after."""
    wrong: dict[str, str] = {}
    words = _words(params.get("q", ""), wrong)
    names = {name: _cut(params.get(name, "")) for name in _NAMES}
    days = {name: _day(params.get(name, ""), name, wrong) for name in _DAYS}
    if days["since"] and days["until"] and days["since"] > days["until"]:
        wrong["until"] = "search.wrong.days"
    kinds = tuple(kind for kind in KINDS if kind in params.getlist("kind"))
    order: Order = next((one for one in ORDERS if one == params.get("order")), ORDERS[0])
    query = Query(
        words="" if "q" in wrong else words, person=names["person"] or None, about=names["about"] or None,
        outlet=names["outlet"] or None, since=None if wrong else days["since"], until=None if wrong else days["until"],
        kinds=kinds, versions=bool(params.get("versions")), copies=bool(params.get("copies")), order=order, limit=limit,
        after=_place(params.get("after", ""), order),
    )  # fmt: skip
    return Asked(query, _given(params, words, names, kinds, query), wrong)


def _given(
    params: QueryParams, words: str, names: Mapping[str, str], kinds: tuple[Kind, ...], query: Query
) -> dict[str, str | list[str]]:
    found: dict[str, str | list[str]] = {
        "q": words, **names, **{name: params.get(name, "").strip()[:20] for name in _DAYS}, "kind": list(kinds),
        "order": "" if query.order == "newest" else query.order, "versions": "1" if query.versions else "",
        "copies": "1" if query.copies else "",
    }  # fmt: skip
    return {name: value for name, value in found.items() if value}


def _words(given: str, wrong: dict[str, str]) -> str:
    words = _cut(given)
    try:
        expression_of(words)
    except ArchiveError:
        wrong["q"] = "search.wrong.minus" if any(map(str.isalnum, words)) else "search.wrong.words"
    return words


def _cut(given: str) -> str:
    return given.strip()[:LONGEST].strip()


def _day(given: str, name: str, wrong: dict[str, str]) -> date | None:
    try:
        return date.fromisoformat(given.strip()) if given.strip() else None
    except ValueError:
        wrong[name] = "search.wrong.day"
        return None


def _place(given: str, order: Order) -> str | None:
    """Where a page begins; what is no place is the first page."""
    fits = _PLACE.fullmatch(given) is not None and (":" in given) == (order == "score")
    return given if fits else None
