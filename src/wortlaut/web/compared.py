"""compared(): how two texts differ, word by word, as markup; long stretches that are the same are left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from wortlaut.differences import Change, word_diff
from wortlaut.errors import InputError
from wortlaut.surfaces.marks import safe

_AROUND = 160  # code points that are shown before and after a change
_LEAST = 3 * _AROUND  # code points that are left out at least, else all is shown
_LONGEST = 400_000  # code points of a text; longer ones are not compared word by word


@dataclass(frozen=True, slots=True)
class Compared:
    """The second text with <ins> and <del> where it differs from the first; how many places; None: too long to say."""

    marked: Markup
    changes: int | None


def compared(one: str, two: str) -> Compared:
    """How the second text differs from the first. White space and the form of signs are no difference."""
    if max(len(one), len(two)) > _LONGEST:
        return Compared(Markup(""), None)
    try:
        found = word_diff(one, two)
    except InputError:  # more words than are compared
        return Compared(Markup(""), None)
    number = sum(change.kind != "equal" for change in found)
    return Compared(Markup("".join(_marked(found, one, two))), number)


def _marked(found: tuple[Change, ...], one: str, two: str) -> Iterator[str]:
    """Whatever stands between the words that are compared is the second text's, so nothing of that is lost."""
    at = 0
    for place, change in enumerate(found):
        end = change.new_span.end
        if change.kind == "equal":
            yield from _same(two[at:end], first=place == 0, last=place + 1 == len(found))
            at = max(at, end)
            continue
        yield safe(two[at : change.new_span.start])
        if change.old:
            yield f"<del>{safe(change.old_span.cut(one))}</del>"
        if change.new:
            yield f"{' ' if change.old else ''}<ins>{safe(change.new_span.cut(two))}</ins>"
        elif change.old:
            yield " "
        at = max(at, end)
    yield safe(two[at:])


def _same(words: str, *, first: bool, last: bool) -> Iterator[str]:
    """What is the same, its middle left out where it is long."""
    if len(words) < _LEAST:
        yield safe(words)
        return
    head, tail = "" if first else words[:_AROUND], "" if last else words[-_AROUND:]
    yield safe(head.rpartition(" ")[0])
    yield ' <span class="left-out">[…]</span> '
    yield safe(tail.partition(" ")[2])
