"""Quotation marks of every German convention, paired: „…“, »…«, «…», "…", “…”, ‚…‘ and ›…‹ inside them.

A mark is read by its shape and by its neighbours ("“" closes in German and opens in English). A quotation may run on
over paragraphs, with or without a mark at the head of each; one that is never closed ends with its paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from wortlaut.languages import de
from wortlaut.text import Span

_MARK = re.compile("[" + re.escape("".join(sorted(de.MARKS))) + "]")
_APOSTROPHES = frozenset("'’‘")
_ELISION = re.compile(rf"\d\d(?:er[ns]?(?!\w)|(?![\w-]))|(?:{'|'.join(de.ELISIONS)})(?!\w)")
MAX_PARAGRAPHS = 12  # a quotation open for longer than this many paragraphs is a forgotten mark
MAX_OPEN = 8  # marks open at once; nobody nests so deep, and each mark is compared with all that are open
MAX_TITLE = 80  # code points from the apostrophe of a genitive to the closing mark: ‚Hans’ Haus‘


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks.

    `span` includes the marks, `inner` does not; `depth` is 0 outside any other quotation. `closed` is false where the
    closing mark is missing and the end was set to that of the paragraph.
    """

    span: Span
    inner: Span
    depth: int
    closed: bool


@dataclass(slots=True)
class _Open:
    position: int
    mark: str
    paragraph: int  # the last that begins with the mark or holds it


def quotations(text: str, paragraphs: list[Span]) -> list[Quotation]:
    """The quotations of the text, in order of their opening marks.

    >>> [quotation.inner.cut("Er sagte „Ja“.") for quotation in quotations("Er sagte „Ja“.", [Span(0, 14)])]
    ['Ja']
    """
    found: list[Quotation] = []
    stack: list[_Open] = []
    for index, paragraph in enumerate(paragraphs):
        reopened = _reopens(text, paragraph, stack)
        if reopened:
            stack[0].paragraph = index
        for match in _MARK.finditer(text, paragraph.start, paragraph.end):
            position = match.start()
            if reopened and position == paragraph.start:
                continue
            _take(text, position, index, stack, found)
        _drop_unclosed(text, paragraphs, index, stack, found)
    return _nested(found)


def _nested(found: list[Quotation]) -> list[Quotation]:
    """In order, with their depths; what was open when a quotation closed may have ended before it."""
    around: list[Quotation] = []
    nested: list[Quotation] = []
    for quotation in sorted(found, key=lambda quotation: quotation.span):
        while around and around[-1].span.end <= quotation.span.start:
            around.pop()
        nested.append(replace(quotation, depth=len(around)))
        around.append(quotation)
    return nested


def _reopens(text: str, paragraph: Span, stack: list[_Open]) -> bool:
    """Whether the paragraph begins with the mark of a quotation that is still open: it goes on."""
    return bool(stack) and len(paragraph) > 0 and text[paragraph.start] == stack[0].mark


def _take(text: str, position: int, paragraph: int, stack: list[_Open], found: list[Quotation]) -> None:
    mark = text[position]
    before = text[position - 1] if position else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    if mark in _APOSTROPHES and (_is_apostrophe(before, after, mark, stack) or _is_elision(text, position, before)):
        return
    for depth in range(len(stack) - 1, -1, -1):
        opened = stack[depth]
        if mark in de.CLOSERS[opened.mark] and _may_close(before, after, opened, position):
            if _is_genitive(text, position, opened.mark):
                return
            found.append(_quotation(opened.position, position, closed=True))
            del stack[depth:]
            return
    if len(stack) < MAX_OPEN and _may_open(mark, before, after):
        stack.append(_Open(position, mark, paragraph))


def _is_apostrophe(before: str, after: str, mark: str, stack: list[_Open]) -> bool:
    if before.isalnum() and after.isalnum():
        return True
    opened = any(mark in de.CLOSERS[entry.mark] for entry in stack)
    if before.isalnum() or before in ".!?…":  # "Hans’ Haus", unless a quotation waits for this mark
        return not opened
    return not after.isalnum() and not opened


def _is_elision(text: str, position: int, before: str) -> bool:
    """Whether the mark stands for letters left out at the head of a word: ’ne, ’68er."""
    return not before.isalnum() and bool(_ELISION.match(text, position + 1))


def _is_genitive(text: str, position: int, opening: str) -> bool:
    """Whether ’ follows a name that ends in s before another word, and the likelier closing mark is still to come."""
    likeliest = de.CLOSERS[opening][0]
    if text[position] not in _APOSTROPHES or text[position] == likeliest or text[position - 1] not in de.SIBILANTS:
        return False
    if not text[position + 1 : position + 2].isspace():
        return False
    following = _MARK.search(text, position + 1, position + MAX_TITLE)
    return following is not None and following[0] == likeliest and not text[following.start() - 1].isspace()


def _may_close(before: str, after: str, opened: _Open, position: int) -> bool:
    """Whether the mark closes; not so where nothing is between, or where it stands like an opening mark."""
    return position != opened.position + 1 and not (before.isspace() and after.isalnum())


def _may_open(mark: str, before: str, after: str) -> bool:
    if mark in de.OPENING:
        return True
    return not after.isspace() and (before.isspace() or before in '([{–—-/:,.„“"»«‚›‹‘…' or not before.isalnum())


def _quotation(start: int, position: int, *, closed: bool) -> Quotation:
    """A quotation whose depth is not yet known."""
    end = position + 1 if closed else position
    return Quotation(Span(start, end), Span(start + 1, position), 0, closed)


def _drop_unclosed(text: str, paragraphs: list[Span], index: int, stack: list[_Open], found: list[Quotation]) -> None:
    """End what is open at the end of paragraph `index`, unless it goes on in a later one."""
    if not stack:
        return
    outer = stack[0]
    if _goes_on(text, paragraphs, index, outer):
        end = paragraphs[index].end
        found.extend(_quotation(opened.position, end, closed=False) for opened in stack[1:])
        del stack[1:]
        return
    end = paragraphs[outer.paragraph].end
    found.extend(_quotation(opened.position, end, closed=False) for opened in stack if opened.position < end)
    stack.clear()


def _goes_on(text: str, paragraphs: list[Span], index: int, outer: _Open) -> bool:
    """Whether a closing mark for `outer` comes before the next opening mark, or the next paragraph reopens it."""
    for number, following in enumerate(paragraphs[index + 1 : outer.paragraph + 1 + MAX_PARAGRAPHS]):
        if text[following.start] == outer.mark:
            return number == 0
        for match in _MARK.finditer(text, following.start, following.end):
            mark = match.group()
            before = text[match.start() - 1]
            after = text[match.end()] if match.end() < len(text) else " "
            if mark in _APOSTROPHES and (
                (before.isalnum() and (after.isalnum() or mark not in de.CLOSERS[outer.mark]))
                or _is_elision(text, match.start(), before)
            ):
                continue
            if (mark == outer.mark and mark not in "\"'") or mark in de.OPENING:
                return False
            if mark in de.CLOSERS[outer.mark]:
                return not before.isspace() or not after.isalnum()
            return False
    return False
