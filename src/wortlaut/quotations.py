"""Quotation marks of every German convention, paired: „…“, »…«, «…», "…", “…”, ‚…‘ and ›…‹ inside them.

A mark is read by its shape and by its neighbours ("“" closes in German and opens in English). A quotation may run on
over paragraphs, with or without a mark at the head of each; one that is never closed ends with its paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from wortlaut.languages import de
from wortlaut.text import Span

_MARK = re.compile("[" + re.escape("".join(sorted(de.MARKS))) + "]")
_APOSTROPHES = frozenset("'’‘")
MAX_PARAGRAPHS = 12  # a quotation open for longer than this many paragraphs is a forgotten mark


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
    paragraph: int


def quotations(text: str, paragraphs: list[Span]) -> list[Quotation]:
    """The quotations of the text, in order of their opening marks.

    >>> [quotation.inner.cut("Er sagte „Ja“.") for quotation in quotations("Er sagte „Ja“.", [Span(0, 14)])]
    ['Ja']
    """
    found: list[Quotation] = []
    stack: list[_Open] = []
    for index, paragraph in enumerate(paragraphs):
        reopened = _reopens(text, paragraph, stack)
        for match in _MARK.finditer(text, paragraph.start, paragraph.end):
            position = match.start()
            if reopened and position == paragraph.start:
                continue
            _take(text, position, index, stack, found)
        _drop_unclosed(text, paragraphs, index, stack, found)
    return sorted(found, key=lambda quotation: quotation.span)


def _reopens(text: str, paragraph: Span, stack: list[_Open]) -> bool:
    """Whether the paragraph begins with the mark of a quotation that is still open: it goes on."""
    return bool(stack) and len(paragraph) > 0 and text[paragraph.start] == stack[0].mark


def _take(text: str, position: int, paragraph: int, stack: list[_Open], found: list[Quotation]) -> None:
    mark = text[position]
    before = text[position - 1] if position else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    if mark in _APOSTROPHES and _is_apostrophe(before, after, mark, stack):
        return
    for depth in range(len(stack) - 1, -1, -1):
        if mark in de.CLOSERS[stack[depth].mark] and _may_close(before, after, stack[depth], position):
            opened = stack[depth]
            found.append(_quotation(opened.position, position, depth, closed=True))
            del stack[depth:]
            return
    if _may_open(mark, before, after):
        stack.append(_Open(position, mark, paragraph))


def _is_apostrophe(before: str, after: str, mark: str, stack: list[_Open]) -> bool:
    if before.isalnum() and after.isalnum():
        return True
    opened = any(mark in de.CLOSERS[entry.mark] for entry in stack)
    if before.isalnum() or before in ".!?…":  # "Hans’ Haus", unless a quotation waits for this mark
        return not opened
    return not after.isalnum() and not opened


def _may_close(before: str, after: str, opened: _Open, position: int) -> bool:
    """Whether the mark closes; not so where nothing is between, or where it stands like an opening mark."""
    return position != opened.position + 1 and not (before.isspace() and after.isalnum())


def _may_open(mark: str, before: str, after: str) -> bool:
    if mark in de.OPENING:
        return True
    return not after.isspace() and (before.isspace() or before in '([{–—-/:,.„“"»«‚›‹‘…' or not before.isalnum())


def _quotation(start: int, position: int, depth: int, *, closed: bool) -> Quotation:
    end = position + 1 if closed else position
    return Quotation(Span(start, end), Span(start + 1, position), depth, closed)


def _drop_unclosed(text: str, paragraphs: list[Span], index: int, stack: list[_Open], found: list[Quotation]) -> None:
    """End what is open at the end of paragraph `index`, unless it goes on in a later one."""
    if not stack:
        return
    outer = stack[0]
    if _goes_on(text, paragraphs, index, outer):
        end = paragraphs[index].end
        found.extend(_quotation(stack[n].position, end, n, closed=False) for n in range(len(stack) - 1, 0, -1))
        del stack[1:]
        return
    end = paragraphs[index].end if outer.paragraph == index else paragraphs[outer.paragraph].end
    found.extend(_quotation(o.position, end, n, closed=False) for n, o in enumerate(stack) if o.position < end)
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
            if mark in _APOSTROPHES and before.isalnum() and mark not in de.CLOSERS[outer.mark]:
                continue
            if (mark == outer.mark and mark not in "\"'") or mark in de.OPENING:
                return False
            if mark in de.CLOSERS[outer.mark]:
                return not before.isspace() or not after.isalnum()
            return False
    return False
