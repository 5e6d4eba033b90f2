"""Records as JSON Lines, with what the archive knows beyond them; also the quotation corpus's JSON."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from wortlaut.exports.rows import in_utc
from wortlaut.gold import CORPUS_KINDS, CORPUS_MEDIA
from wortlaut.kept import Kept
from wortlaut.reading import Reading, read
from wortlaut.record import to_dict
from wortlaut.statements import ROLES, Statement
from wortlaut.text import Span

_SURROGATE = re.compile("[\ud800-\udfff]")
_KINDS = {kind: name for name, kind in CORPUS_KINDS.items()}
_MEDIA = {medium: name for name, medium in CORPUS_MEDIA.items()}


def record_pieces(kept: Iterable[Kept]) -> Iterator[str]:
    """A record a line, as in docs/reference/record.md, with the field `archive`, which its readers may ignore."""
    for one in kept:
        added = in_utc(one.added)
        known = {
            "article": one.article,
            "version": one.version,
            "added": added.isoformat() if added else None,
            "story": one.story,
            "people": dict(one.people),
            "utterances": dict(one.utterances),
        }
        yield json_text({**to_dict(one.analysis), "archive": known}) + "\n"


def json_text(value: object) -> str:
    """A value as JSON in one line, in UTF-8: only lone surrogates are escaped, so that they come back."""
    return _SURROGATE.sub(_escape, json.dumps(value, ensure_ascii=False))


def corpus_pieces(kept: Iterable[Kept]) -> Iterator[str]:
    """An article a line in the JSON of the quotation corpus.

    The format knows no people, times, relays, scores or parts, and not whether words are said to have been said.
    """
    for one in kept:
        yield json_text(_corpus_row(one)) + "\n"


@dataclass(frozen=True)
class _Tokens:
    """The tokens of an article, to count spans in."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def range(self, span: Span) -> range:
        """The indices of the tokens that a span touches."""
        return range(bisect_left(self.ends, span.start + 1), bisect_left(self.starts, span.end))


def _corpus_row(kept: Kept) -> dict[str, Any]:
    article = kept.analysis.article
    reading = read(article)
    tokens = _Tokens(article.text, reading.token_starts, [span.end for span in reading.tokens])
    holders = {statement.within for statement in kept.analysis.statements}
    annotations = [
        _annotation(statement, number, tokens, statement.id in holders)
        for number, statement in enumerate(kept.analysis.statements, 1)
    ]
    return {
        "documentName": article.source or f"{kept.article}.{kept.version}",
        "originalText": article.text,
        "sentences": [_sentence(reading, number) for number in range(len(reading.sentences))],
        "tokens": [
            {"id": index, "sentence": number, "word": word, "text": span.cut(article.text), **_characters(span)}
            for number, sentence in enumerate(reading.sentences, 1)
            for word, index in enumerate(sentence, 1)
            for span in (reading.tokens[index],)
        ],
        "annotations": annotations,
    }


def _sentence(reading: Reading, number: int) -> dict[str, Any]:
    indices = reading.sentences[number]
    spans = [reading.tokens[index] for index in indices]
    whole = Span(spans[0].start, spans[-1].end)
    return {
        "id": number,
        "begin": indices.start,
        "end": indices.stop,
        **_characters(whole),
        "text": whole.cut(reading.text),
        "tokenIds": list(indices),
        "tokens": [span.cut(reading.text) for span in spans],
    }


def _annotation(statement: Statement, number: int, tokens: _Tokens, holds: bool) -> dict[str, Any]:
    names = {"quote": "content", **{role: role for role in ROLES}}
    return {
        "id": number,
        "type": _KINDS[statement.kind],
        "medium": _MEDIA[statement.medium],
        "isNested": statement.within is not None,
        "hasNested": holds,
        **{name: _role(statement.spans(role), tokens) for name, role in names.items()},
    }


def _role(spans: tuple[Span, ...], tokens: _Tokens) -> dict[str, Any]:
    ranges = [tokens.range(span) for span in spans]
    return {
        "text": " ".join(span.cut(tokens.text) for span in spans),
        "tokenIds": [index for indices in ranges for index in indices],
        "spans": [
            {"begin": indices.start, "end": indices.stop, **_characters(span)}
            for span, indices in zip(spans, ranges, strict=True)
        ],
    }


def _characters(span: Span) -> dict[str, int]:
    return {"charBegin": span.start, "charEnd": span.end}


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
