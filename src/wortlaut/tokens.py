"""Paragraphs, sentences and tokens with exact offsets: tokens and the gaps between them rebuild any text."""

from __future__ import annotations

import re
from bisect import bisect_left

from wortlaut.languages import de
from wortlaut.text import Span

_TOKEN = re.compile(
    r"""
      https?://[^\s<>"„“”»«]+[^\s<>"„“”»«.,;:!?)\]]   # addresses of pages
    | [\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+      # addresses of mail
    | (?:[^\W\d_]\.){2,6}                              # "z.B.", "u.a."
    | \d+(?:[.,]\d+)?[^\W\d_]{0,3}(?:[-‐‑][^\W\d_][\w\u0300-\u036f]*)+-?   # "20-jährig", "80er-Jahre", "2G-Regel"
    | \d+(?:[.,:/]\d+)*                                # "1.200,50", "18:30"
    | \w[\w\u0300-\u036f]*(?:['’]\w[\w\u0300-\u036f]*)*(?:[-‐‑/&]\w[\w\u0300-\u036f]*(?:['’]\w+)*)*-?
    | \.{2,} | [!?]+ | -{2,}
    | \S
    """,
    re.VERBOSE,
)
_LINE_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_SENTENCE_END = frozenset((".", "!", "?", "…", ":"))
_AFTER_END = frozenset("“”\"«»‘’'‹›)]}")
MAX_TOKEN = 200  # code points; a longer run of letters (a 50 MB line) is cut, so that no step sees a giant word


def tokens(text: str) -> list[Span]:
    """The tokens of `text` in order; whatever lies between two tokens is white space only.

    >>> [span.cut("„Ja“, sagte er.") for span in tokens("„Ja“, sagte er.")]
    ['„', 'Ja', '“', ',', 'sagte', 'er', '.']
    """
    found: list[Span] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        while end - start > MAX_TOKEN:
            found.append(Span(start, start + MAX_TOKEN))
            start += MAX_TOKEN
        found.append(Span(start, end))
    return found


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of `text`, without the white space around them; none is empty.

    A blank line parts paragraphs. A single line break parts them too, unless the text is hard-wrapped as in mail.
    """
    lines = _lines(text)
    wrapped = _is_wrapped(text, lines)
    found: list[Span] = []
    start: int | None = None
    end = 0
    for line in lines:
        blank = not line.cut(text).strip()
        if start is not None and (blank or not wrapped):
            found.append(_stripped(text, start, end))
            start = None
        if not blank:
            start = line.start if start is None else start
            end = line.end
    if start is not None:
        found.append(_stripped(text, start, end))
    return found


def sentences(text: str, token_spans: list[Span], paragraph_spans: list[Span]) -> list[range]:
    """The sentences as ranges of token indices; together they hold every token once, in order."""
    starts = [span.start for span in token_spans]
    found: list[range] = []
    for paragraph in paragraph_spans:
        first, after = bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end)
        begin = first
        index = first
        while index < after:
            end = index + 1
            if _ends_sentence(text, token_spans, index, range(begin, after)):
                while end < after and _closes(text, token_spans, end):
                    end += 1
                if end < after and _begins_sentence(text, token_spans, end):
                    found.append(range(begin, end))
                    begin = end
            index = end
        if begin < after:
            found.append(range(begin, after))
    return found


def _lines(text: str) -> list[Span]:
    lines: list[Span] = []
    start = 0
    for match in _LINE_BREAK.finditer(text):
        lines.append(Span(start, match.start()))
        start = match.end()
    lines.append(Span(start, len(text)))
    return lines


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether single line breaks are there for width: most lines end mid-sentence near one common width."""
    pairs = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if len(a) and len(b)]
    if len(pairs) < 4:
        return False
    longest = max(len(line) for line in lines)
    open_ended = sum(1 for a, _ in pairs if len(a) > 40 and text[a.end - 1] not in '.!?:“"«”…)')
    return longest <= 100 and open_ended >= 0.6 * len(pairs)


def _stripped(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip())))


def _ends_sentence(text: str, spans: list[Span], index: int, around: range) -> bool:
    """Whether a sentence ends with the token; `around` runs from its first token to the end of the paragraph."""
    word = spans[index].cut(text)
    if word[0] not in _SENTENCE_END and not set(word) <= {"!", "?", "."}:
        return False
    if word == ":":  # a colon before a quotation or a main clause stays inside its sentence
        return False
    if word != "." or index == 0:
        return True
    before = spans[index - 1].cut(text)
    if spans[index - 1].end != spans[index].start:
        return True
    if before.isdigit() and len(before) <= 2:
        return not _is_ordinal(text, spans, index - 1, around)
    return before.lower() not in de.ABBREVIATIONS or (len(before) > 1 and index + 1 >= around.stop)


def _is_ordinal(text: str, spans: list[Span], index: int, around: range) -> bool:
    """Whether the number before a full stop is an ordinal: "der 1. FC", "18. Juni", but not "Er zahlte 20. Dann"."""
    if index + 2 >= around.stop:
        return False
    following = spans[index + 2].cut(text)
    if following.lower() in de.AFTER_ORDINAL or following[:1].islower():
        return True
    if not following[:1].isupper() or following.lower() in de.SENTENCE_OPENERS:
        return False
    head = spans[index - 1].cut(text).lower() if index > around.start else ""
    return not head or head in de.BEFORE_ORDINAL or head in de.OPENING


def _closes(text: str, spans: list[Span], index: int) -> bool:
    """Whether the token closes something that the sentence before it opened: no gap before it."""
    return spans[index].cut(text) in _AFTER_END and spans[index].start == spans[index - 1].end


def _begins_sentence(text: str, spans: list[Span], index: int) -> bool:
    if spans[index].start == spans[index - 1].end:  # "www.beispiel.de", "„Ja.“, sagte er"
        return False
    word = spans[index].cut(text)
    return not word[0].islower() and word[0] not in ",;)–-—"
