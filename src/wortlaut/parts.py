"""Parts of a page: which paragraphs are running text, and which are heading, caption, credit, agency sign ...

Only what shows a clear sign is taken out: a heading, caption or credit that stays in costs a false statement at
worst, running text that is taken out loses true ones.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from wortlaut.languages import de
from wortlaut.text import Span

PartKind = Literal["dateline", "teaser", "heading", "paragraph", "caption", "credit", "byline", "agency", "boilerplate"]
PART_KINDS: tuple[PartKind, ...] = (
    "dateline", "teaser", "heading", "paragraph", "caption", "credit", "byline", "agency", "boilerplate",
)  # fmt: skip
RUNNING: tuple[PartKind, ...] = ("paragraph", "teaser")

_AGENCY = "|".join(re.escape(name) for name in sorted(de.AGENCIES, key=len, reverse=True))
_SIGNS = rf"(?:[a-zäöüA-Z]{{1,5}}/)*(?:{_AGENCY})(?:/[\w.-]{{1,12}})*"
_AGENCY_END = re.compile(
    rf"[(\[]{_SIGNS}[)\]]\s*$"
    rf"|(?<=[.!?“\"»«])\s+{_SIGNS}\s*$"
    rf"|(?<=[.!?“\"»«])\s+[(\[][a-zäöü]{{2,4}}(?:/[a-zäöü]{{2,4}})*[)\]]\s*$"
)
_AGENCY_LINE = re.compile(rf"^(?:Quelle: |Mit Material von |\()?{_SIGNS}(?:[ ,]+(?:und )?{_SIGNS})*[.)]?$")
_PLACE = r"[A-ZÄÖÜ][\w.'’-]*(?: (?:am|an der|im|bei|in|ob der|auf|St\.|[A-ZÄÖÜ][\w.'’-]*)){0,4}"
_DATELINE = re.compile(
    rf"^({_PLACE}(?:/{_PLACE})*(?:,? \d{{1,2}}\. \w+\.?(?: \d{{4}})?)? ?"
    rf"(?:[(\[](?:{_SIGNS}|[a-z]{{2,5}})[)\]]|{_SIGNS}\b)\s*[-–—.:]?"
    rf"|{_PLACE}/{_PLACE}(?:/{_PLACE})*\s*(?:[-–—]\s|\.(?=\s+[A-ZÄÖÜ„»\"]))"
    r"|[A-ZÄÖÜ]{3,}(?:/[A-ZÄÖÜ]{3,})*(?:\s*[–—]|\s+-|[.:])(?=\s)"
    r"|[A-ZÄÖÜ][\w-]{2,30}\s+[–—](?=\s))"
)
_FIRST_SENTENCE = re.compile(r"^([A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)?)\.(?=\s+[A-ZÄÖÜ„»\"])")
_CREDIT_TAIL = re.compile(
    r"\s*(?:©|\(c\) |(?:[(\[]?(?:Foto|Fotos|Bild|Archivfoto|Symbolfoto|Bildquelle|Quelle|Credit|Grafik)\s?: ?)[^.„“]{2,80}$)"
)
_ENDS = re.compile(r"[.!?…:;][“”\"»«‘’'‹›)\]]*$|[“”\"»«]$")
_BOOK = re.compile(r"\d+ Seiten, (?:ca\. )?\d+(?:,\d\d|,-)? (?:Euro|€|Franken)\.?$")
_ONE_QUOTATION = re.compile(r"^[„»\"“][^„“”»«\"]{3,88}[^.!?…,„“”»«\"][“”«»\"]$")
_TICKER = re.compile(r"^\+\+\+.*\+\+\+$")
MAX_HEADING, MAX_CAPTION, MAX_LINE = 110, 320, 220  # code points


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the page and what it is."""

    kind: PartKind
    span: Span


def parts(text: str, paragraphs: list[Span]) -> list[Part]:
    """The parts of the text in order: one a paragraph, and what is marked off within a paragraph."""
    kinds = [_line_kind(span.cut(text)) for span in paragraphs]
    _captions(text, paragraphs, kinds)
    _headings(text, paragraphs, kinds)
    _link_lists(text, paragraphs, kinds)
    found: list[Part] = []
    early = 0
    for kind, span in zip(kinds, paragraphs, strict=True):
        if kind == "paragraph":
            found.extend(_within_paragraph(text, span, early < 3, span == paragraphs[-1]))
            early += 1
        elif kind == "caption":
            found.extend(_caption_and_credit(text, span))
        else:
            found.append(Part(kind, span))
    return _with_teaser(found)


def running_spans(found: list[Part]) -> list[Span]:
    """The spans of running text."""
    return [part.span for part in found if part.kind in RUNNING]


def part_at(found: list[Part], position: int) -> Part | None:
    """The part that holds the code point at `position`."""
    place = bisect_right(found, position, key=_start) - 1
    return found[place] if place >= 0 and position < found[place].span.end else None


def _start(part: Part) -> int:
    return part.span.start


def _line_kind(words: str) -> PartKind:
    low = words.lower()
    if len(words) <= 80 and _AGENCY_LINE.match(words):
        return "agency"
    if (len(words) <= MAX_LINE and low.startswith(de.CREDITS)) or (len(words) <= 120 and words.startswith("©")):
        return "credit"
    if len(words) <= 90 and low.startswith(de.INTERVIEWERS):
        return "byline"
    if (
        len(words) <= 90
        and words.startswith(de.BYLINES)
        and not words.endswith((".", "!", "?"))
        and _names_follow(words)
    ):
        return "byline"
    if len(words) <= MAX_LINE and _is_boilerplate(words, low):
        return "boilerplate"
    if _TICKER.match(words) and len(words) <= MAX_LINE:
        return "heading"
    tail = _CREDIT_TAIL.search(words)
    if tail and tail.start() and len(words) <= MAX_CAPTION:
        return "caption"
    if len(words) <= MAX_CAPTION and any(sign in low for sign in de.CAPTION_SIGNS) and not _quotes(words):
        return "caption"
    return "paragraph"


def _is_boilerplate(words: str, low: str) -> bool:
    head = max((head for head in de.BOILERPLATE if low.startswith(head)), key=len, default=None)
    if head is not None:
        return low[len(head) : len(head) + 1] == ":" or not _quotes(words)
    return (not _quotes(words) and any(phrase in low for phrase in de.BOILERPLATE_PHRASES)) or bool(_BOOK.search(words))


def _names_follow(words: str) -> bool:
    """Whether most words after the first are capitalised, as names are."""
    rest = [word for word in words.split()[1:] if word not in ("und", "von", "in", "unserem", "unserer", "der", "dpa")]
    return bool(rest) and sum(word[0].isupper() for word in rest) >= 0.8 * len(rest) and len(rest) <= 9


def _quotes(words: str) -> bool:
    return any(mark in words for mark in "„»") and any(mark in words for mark in "“«”")


def _captions(text: str, paragraphs: list[Span], kinds: list[PartKind]) -> None:
    """A line repeated right after itself, or right above a credit, is a caption."""
    for index in range(len(kinds) - 1):
        here, below = paragraphs[index].cut(text), paragraphs[index + 1].cut(text)
        if len(here) > MAX_CAPTION:
            continue
        doubled = len(here) > 20 and below.startswith(here) and len(below) <= len(here) + 120
        if doubled:
            kinds[index] = "caption"
            kinds[index + 1] = "caption" if kinds[index + 1] == "paragraph" else kinds[index + 1]
        elif kinds[index] == "paragraph" and kinds[index + 1] == "credit" and _may_be_caption(text, paragraphs, index):
            kinds[index] = "caption"


def _may_be_caption(text: str, paragraphs: list[Span], index: int) -> bool:
    here, gap = paragraphs[index].cut(text), text[paragraphs[index].end : paragraphs[index + 1].start]
    one_sentence = len(re.findall(r"[.!?](?=\s|$)", here)) <= 1
    adjacent = len(re.findall(r"\n|\r\n?", gap)) == 1
    above = index == 0 or len(re.findall(r"\n|\r\n?", text[paragraphs[index - 1].end : paragraphs[index].start])) > 1
    return not _quotes(here) and one_sentence and adjacent and above


def _headings(text: str, paragraphs: list[Span], kinds: list[PartKind]) -> None:
    """A short line without an end of sentence that text follows is a heading."""
    for index, span in enumerate(paragraphs):
        words = span.cut(text)
        if kinds[index] != "paragraph" or len(words) > MAX_HEADING or "\n" in words:
            continue
        followed = any(kind in ("paragraph", "caption", "byline") for kind in kinds[index + 1 :])
        opens = words[0].isupper() or words[0].isdigit() or words[0] in "„»\"'‚›“+#"
        ends = _ENDS.search(words) and not _ONE_QUOTATION.match(words)
        if followed and opens and not ends and not _is_list(text, paragraphs, kinds, index):
            kinds[index] = "heading"
        elif followed and index == 0 and len(words) <= MAX_HEADING and opens and not words.endswith((".", ":", ",")):
            kinds[index] = "heading" if _is_title(paragraphs, words) else "paragraph"


def _is_title(paragraphs: list[Span], words: str) -> bool:
    """Whether the first line is a title that ends with ? or ! or a quotation mark: one short line above a longer
    text.
    """
    if not words.endswith(("?", "!", "“", "«", "”", '"')):
        return False
    return len(paragraphs) > 1 and len(words) < 90 and len(paragraphs[1]) > len(words) and ":" in words


def _is_list(text: str, paragraphs: list[Span], kinds: list[PartKind], index: int) -> bool:
    """Whether the line stands among others like it, as verses, results and unpunctuated messages do: they are text."""
    alike = 0
    for step in (-2, -1, 1, 2):
        near = index + step
        if 0 <= near < len(paragraphs):
            words = paragraphs[near].cut(text)
            alike += len(words) <= MAX_HEADING and not _ENDS.search(words) and kinds[near] in ("paragraph", "heading")
    return alike >= 3


def _link_lists(text: str, paragraphs: list[Span], kinds: list[PartKind]) -> None:
    """Unpunctuated lines right under a boilerplate line belong to it."""
    for index in range(1, len(kinds)):
        words = paragraphs[index].cut(text)
        head = paragraphs[index - 1].cut(text)
        under = kinds[index - 1] == "boilerplate" and (head.endswith(":") or len(head) < 40)
        if under and kinds[index] in ("heading", "paragraph") and not _ENDS.search(words) and len(words) <= MAX_HEADING:
            blank = text[paragraphs[index - 1].end : paragraphs[index].start].count("\n") > 1
            if not blank or not any(kind == "paragraph" for kind in kinds[index + 1 :]):
                kinds[index] = "boilerplate"


def _within_paragraph(text: str, span: Span, early: bool, last: bool) -> list[Part]:
    """A paragraph with the dateline at its head and the agency's sign at its end taken apart."""
    words = span.cut(text)
    found: list[Part] = []
    start, end = span.start, span.end
    head = _dateline(words) if early else None
    if head:
        found.append(Part("dateline", Span(start, start + head)))
        start += head + len(words[head:]) - len(words[head:].lstrip())
    tail = _AGENCY_END.search(words)
    if tail and span.start + tail.start() > start and (last or re.search(_AGENCY, tail.group())):
        sign = tail.group()
        begin = span.start + tail.start() + len(sign) - len(sign.lstrip())
        end = span.start + len(words[: tail.start()].rstrip())
        found += [Part("paragraph", Span(start, end)), Part("agency", Span(begin, begin + len(sign.strip())))]
    elif start < end:
        found.append(Part("paragraph", Span(start, end)))
    return found


def _dateline(words: str) -> int | None:
    """The length of a dateline at the head of `words`."""
    match = _DATELINE.match(words)
    if match and len(match.group()) <= 70 and len(words) > match.end() + 20:
        return match.end()
    place = _FIRST_SENTENCE.match(words)
    if place and (place[1].replace(" ", "-") in de.DATELINES or place[1].endswith(de.TOWN_ENDINGS)):
        return place.end()
    return None


def _caption_and_credit(text: str, span: Span) -> list[Part]:
    words = span.cut(text)
    tail = _CREDIT_TAIL.search(words)
    if not tail or not tail.start():
        return [Part("caption", span)]
    begin = tail.start() + len(tail.group()) - len(tail.group().lstrip())
    end = len(words[: tail.start()].rstrip())
    return [Part("caption", Span(span.start, span.start + end)), Part("credit", Span(span.start + begin, span.end))]


def _with_teaser(found: list[Part]) -> list[Part]:
    """The first paragraph is a teaser where the second one opens the report with its dateline."""
    running = [index for index, part in enumerate(found) if part.kind in ("paragraph", "dateline")]
    if len(running) > 2 and found[running[0]].kind == "paragraph" and found[running[1]].kind == "dateline":
        place = running[0]
        if len(found[place].span) <= 500:
            return [*found[:place], Part("teaser", found[place].span), *found[place + 1 :]]
    return found
