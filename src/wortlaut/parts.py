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
_AGENCY_LINE = re.compile(rf"^(?:Quelle: |Mit Material von |[(\[])?{_SIGNS}(?:[ ,]+(?:und )?{_SIGNS})*[.)\]]?$")
_PLACE = r"[A-ZÄÖÜ][\w.'’-]*(?: (?:am|an der|im|bei|in|ob der|auf|[A-ZÄÖÜ][\w.'’-]*)){0,4}"
_DATE = r"(?:,? \d{1,2}\. \w+\.?(?: \d{4})?)?"
_SEPARATOR = r"\s*(?:[–—.:]|-(?=\s))"
_OPENS = r"(?=\s+[A-ZÄÖÜ„»\"\d])"  # a sentence begins
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})(?:/{_PLACE})*{_DATE} ?(?:[(\[]{_SIGNS}[)\]](?:{_SEPARATOR}|{_OPENS})"
    rf"|[(\[][a-z]{{2,5}}[)\]]{_SEPARATOR})"
    rf"|(?P<before>{_PLACE}?)(?:/{_PLACE})*{_DATE} {_SIGNS}(?:{_SEPARATOR}(?=\s)|(?P<bare>){_OPENS})"
    rf"|(?P<first>{_PLACE})/{_PLACE}(?:/{_PLACE})*(?:\s*[-–—](?=\s)|\.{_OPENS})"
    r"|(?P<capitals>[A-ZÄÖÜ]{3,}(?:/[A-ZÄÖÜ]{3,})*)(?:\s*[–—]|\s+-|[.:])(?=\s)"
    rf"|(?P<word>[A-ZÄÖÜ][\w-]{{2,30}})\s+[–—]{_OPENS}"
)
_ASIDE = re.compile(r"\s[-–—]\s|[.!?]\s")  # the dash that ends an aside, or the end of the sentence before there is one
_FIRST_SENTENCE = re.compile(r"^([A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)?)\.(?=\s+[A-ZÄÖÜ„»\"])")
_CREDIT_TAIL = re.compile(
    r"\s*(?:©|\(c\) |(?:[(\[]?(?:Foto|Fotos|Bild|Archivfoto|Symbolfoto|Bildquelle|Quelle|Credit|Grafik)\s?: ?)"
    r"[^.„“]{2,80}$)"
)
_ENDS = re.compile(r"[.!?…:;][“”\"»«‘’'‹›)\]]*$|[“”\"»«]$")
_BOOK = re.compile(r"\d+ Seiten, (?:ca\. )?\d+(?:,\d\d|,-)? (?:Euro|€|Franken)\.?$")
_ONE_QUOTATION = re.compile(r"^[„»\"“][^„“”»«\"]{3,88}[^.!?…,„“”»«\"][“”«»\"]$")
_QUOTED = re.compile(r"[„»«“\"][^„“”»«\"]+[“”«»\"]")
_QUOTED_NAME = re.compile(r"[„»«“\"][\w’'-]+(?: [\w’'-]+){0,2}[“”«»\"](?!,)")
_READER = re.compile(r"(?<=[^.!?] )(?:Sie|Ihnen|Ihre?[mnrs]?)\b")  # not where a sentence begins: "Sie" is anyone there
_TICKER = re.compile(r"^\+\+\+.*\+\+\+$")
MAX_HEADING, MAX_CAPTION, MAX_LINE, MAX_DATELINE = 110, 320, 220, 70  # code points
LONGEST_INITIALS = 4  # letters; a longer word in capitals is no party or broadcaster
SHORT_CAPTION = 20  # code points; a line this short may be repeated in running text as well: "Nein."


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
    return "caption" if len(words) <= MAX_CAPTION and _is_caption(words, low) else "paragraph"


def _is_caption(words: str, low: str) -> bool:
    tail = _CREDIT_TAIL.search(words)
    return bool(tail and tail.start()) or (any(sign in low for sign in de.CAPTION_SIGNS) and not _says(words))


def _is_boilerplate(words: str, low: str) -> bool:
    head = max((head for head in de.BOILERPLATE + de.INVITATIONS if low.startswith(head)), key=len, default="")
    following = low[len(head) : len(head) + 1]
    if head and (following == ":" or head.endswith(":")):
        return True
    if _quotes(words):
        return bool(_BOOK.search(words))
    sentence, whole = words.endswith("."), not (following.isalnum() and head[-1:].isalnum())
    invites = head in de.INVITATIONS and "sie" not in words[: len(head)].split()  # "Teilen sie die Kosten ...": others
    if head and whole and (invites or not sentence):
        return True
    asks = any(phrase in low for phrase in de.BOILERPLATE_PHRASES)
    return (asks and (not sentence or bool(_READER.search(words)))) or bool(_BOOK.search(words))


def _names_follow(words: str) -> bool:
    """Whether most words after the first are capitalised, as names are."""
    rest = [word for word in words.split()[1:] if word not in ("und", "von", "in", "unserem", "unserer", "der", "dpa")]
    return bool(rest) and sum(word[0].isupper() for word in rest) >= 0.8 * len(rest) and len(rest) <= 9


def _quotes(words: str) -> bool:
    return bool(_QUOTED.search(words))


def _says(words: str) -> bool:
    """Whether words are quoted that are more than a name: the dog „Bello“."""
    return _quotes(_QUOTED_NAME.sub("", words))


def _captions(text: str, paragraphs: list[Span], kinds: list[PartKind]) -> None:
    """A line repeated right after itself, or right above a credit, is a caption."""
    for index in range(len(kinds) - 1):
        here, below = paragraphs[index].cut(text), paragraphs[index + 1].cut(text)
        if len(here) > MAX_CAPTION:
            continue
        doubled = below.startswith(here) and _follows_caption(here, below[len(here) :])
        if doubled:
            kinds[index] = "caption"
            kinds[index + 1] = "caption" if kinds[index + 1] == "paragraph" else kinds[index + 1]
        elif kinds[index] == "paragraph" and kinds[index + 1] == "credit" and _may_be_caption(text, paragraphs, index):
            kinds[index] = "caption"


def _follows_caption(caption: str, rest: str) -> bool:
    """Whether `rest`, behind a line that repeats the one above it, shows that the line is a caption: nothing or a
    credit. A heading whose words the first sentence repeats is none.
    """
    if not rest:
        return len(caption) > SHORT_CAPTION
    unmarked = caption[-1] in ".!?" and rest[-1] not in ".!?" and not _quotes(rest) and len(rest) <= 80
    return len(rest) <= 120 and (bool(_CREDIT_TAIL.match(rest)) or (unmarked and len(caption) > SHORT_CAPTION))


def _may_be_caption(text: str, paragraphs: list[Span], index: int) -> bool:
    here, gap = paragraphs[index].cut(text), text[paragraphs[index].end : paragraphs[index + 1].start]
    one_sentence = len(re.findall(r"[.!?](?=\s|$)", here)) <= 1
    adjacent = len(re.findall(r"\n|\r\n?", gap)) == 1
    above = index == 0 or len(re.findall(r"\n|\r\n?", text[paragraphs[index - 1].end : paragraphs[index].start])) > 1
    return not _says(here) and one_sentence and adjacent and above


def _headings(text: str, paragraphs: list[Span], kinds: list[PartKind]) -> None:
    """A short line without an end of sentence that text follows is a heading."""
    below = [_stands_below(span.cut(text), kind) for span, kind in zip(paragraphs, kinds, strict=True)]
    last = max((index for index, stands in enumerate(below) if stands), default=1 if len(kinds) == 2 else 0)
    for index, span in enumerate(paragraphs[:last]):
        if kinds[index] != "paragraph" or len(span) > MAX_HEADING:
            continue
        words = span.cut(text)
        opens = words[0].isupper() or words[0].isdigit() or words[0] in "„»\"'‚›“+#"
        if "\n" in words or not opens or words.endswith(","):  # a caption may stand between "Er sagte," and "dass ..."
            continue
        ends = _ENDS.search(words) and not _ONE_QUOTATION.match(words)
        stands_alone = not ends and not _is_list(text, paragraphs, kinds, index)
        if stands_alone or (index == 0 and _is_title(paragraphs, words)):
            kinds[index] = "heading"


def _stands_below(words: str, kind: PartKind) -> bool:
    """Whether a heading may stand above it: not above verses and other lines without a stop alone."""
    return kind in ("caption", "byline") or (
        kind == "paragraph" and (len(words) > MAX_HEADING or bool(_ENDS.search(words)))
    )


def _is_title(paragraphs: list[Span], words: str) -> bool:
    """Whether the first line is a title that ends with ? or ! or a quotation mark: one short line above a longer
    text.
    """
    if not words.endswith(("?", "!", "“", "«", "”", '"')):
        return False
    return len(paragraphs) > 1 and len(words) < 90 and len(paragraphs[1]) > len(words) and ":" in words


def _is_list(text: str, paragraphs: list[Span], kinds: list[PartKind], index: int) -> bool:
    """Whether the line stands among others like it, as verses, results and unpunctuated messages do: they are text."""
    near = range(max(0, index - 2), min(index + 3, len(paragraphs))) if index else range(1, min(5, len(paragraphs)))
    alike = 0
    for place in near:
        if place != index and len(paragraphs[place]) <= MAX_HEADING and kinds[place] in ("paragraph", "heading"):
            alike += not _ENDS.search(paragraphs[place].cut(text))
    return alike >= (3 if index else 4)


def _link_lists(text: str, paragraphs: list[Span], kinds: list[PartKind]) -> None:
    """Unpunctuated lines right under a boilerplate line belong to it."""
    last = max((index for index, kind in enumerate(kinds) if kind == "paragraph"), default=-1)
    for index in range(1, len(kinds)):
        head, span = paragraphs[index - 1], paragraphs[index]
        under = kinds[index - 1] == "boilerplate" and (text[head.end - 1] == ":" or len(head) < 40)
        if under and kinds[index] in ("heading", "paragraph") and len(span) <= MAX_HEADING:
            blank = text[head.end : span.start].count("\n") > 1
            if not _ENDS.search(span.cut(text)) and not (blank and index < last):
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
    match = _DATELINE.match(words[:MAX_DATELINE])
    if match and len(words) > match.end() + 20 and _is_place(match, words):
        return match.end()
    place = _FIRST_SENTENCE.match(words)
    return place.end() if place and _is_town(place[1]) else None


def _is_place(match: re.Match[str], words: str) -> bool:
    """Whether what stands before the sign or dash may be a place; the fewer the signs, the more is asked of it."""
    place = match["place"] or match["before"] or match["first"] or match["capitals"] or match["word"] or ""
    if _is_town(place.title() if place.isupper() else place):
        return True
    if match["bare"] is not None:  # "Berlin dpa Die Stadt ..."
        return False
    if match["capitals"]:  # "SPD: Wir wollen ..." names who speaks
        return len(place) > LONGEST_INITIALS and not match.group().endswith(":") and place.lower() not in de.NO_PLACES
    if match["word"]:  # "Kamp – Bürgermeisterin von Lohe – sagte ..."
        aside = _ASIDE.search(words, match.end() + 1)
        return place.lower() not in de.NO_PLACES and not (aside and aside.group().strip() in "-–—")
    if match["first"] and place.isupper() and len(place) <= LONGEST_INITIALS:  # "CDU/CSU"
        return False
    return place.split(" ")[0].lower() not in de.NO_PLACES  # "Laut dpa.", "Die Agentur (dpa) ..."


def _is_town(place: str) -> bool:
    """Whether the words are a town that is known, or one word that ends as names of towns do."""
    name, low = place.replace(" ", "-"), place.lower()
    if name in de.DATELINES:
        return True
    ends = any(low.endswith(ending) and len(low) > len(ending) + 1 for ending in de.TOWN_ENDINGS)
    first = low.split(" ")[0]
    return ends and first not in de.NO_PLACES and not low.endswith(de.NO_TOWN_ENDINGS) and low not in de.NO_TOWNS


def _caption_and_credit(text: str, span: Span) -> list[Part]:
    words = span.cut(text)
    tail = _CREDIT_TAIL.search(words)  # in time quadratic in the white space, but no caption is long
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
