"""How two wordings differ: [-words left out-] and {+words put in+}, readable without colour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from wortlaut.differences import Change
from wortlaut.surfaces.wrapping import Piece

_NO_BLANK_BEFORE = tuple(",;:.!?)%")
_STYLES = {"same": "", "gone": "9;31", "new": "4;32"}
_MARKS = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that stand in both wordings, only in the old one, or only in the new one; `blank`: one stands before."""

    kind: Literal["same", "gone", "new"]
    words: str
    blank: bool

    @property
    def marked(self) -> str:
        """The words in their marks."""
        before, after = _MARKS[self.kind]
        return f"{before}{self.words}{after}"


def stretches(changes: Sequence[Change]) -> Iterator[Stretch]:
    """The changes as stretches to be written one after the other."""
    first = True
    for change in changes:
        told: list[tuple[Literal["same", "gone", "new"], str]] = (
            [("same", change.old)] if change.kind == "equal" else [("gone", change.old), ("new", change.new)]
        )
        for kind, words in told:
            if words:
                yield Stretch(kind, words, not first and not (kind == "same" and words.startswith(_NO_BLANK_BEFORE)))
                first = False


def marked(changes: Sequence[Change]) -> str:
    """The changes in one line.

    >>> from wortlaut.differences import word_diff
    >>> marked(word_diff("Wir brauchen mehr Geld.", "Wir brauchen nicht mehr Zeit."))
    'Wir brauchen {+nicht+} mehr [-Geld-] {+Zeit+}.'
    """
    return "".join(f"{' ' if one.blank else ''}{one.marked}" for one in stretches(changes))


def legend(say: Mapping[str, str]) -> str:
    """What the marks mean, in the changes from an article's words to those of a quotation."""
    return f"{say['article']} [-so-], {say['claim']} {{+so+}}"


def pieces(changes: Sequence[Change]) -> Iterator[Piece]:
    """The same for a terminal: red and struck through, green and underlined."""
    for one in stretches(changes):
        if one.blank:
            yield Piece(" ")
        yield Piece(one.marked, _STYLES[one.kind])


def differ(changes: Sequence[Change]) -> bool:
    """Whether there is any change."""
    return any(change.kind != "equal" for change in changes)


def likeness(changes: Sequence[Change]) -> float:
    """The share of words, 0..1, that the two wordings have in common."""
    same = sum(2 * len(change.old.split()) for change in changes if change.kind == "equal")
    whole = sum(len(change.old.split()) + len(change.new.split()) for change in changes)
    return same / whole if whole else 1.0
