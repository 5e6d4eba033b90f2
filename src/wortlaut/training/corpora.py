"""The corpora as articles with statements: quotes-de, stwr-de, spkatt-de. Their formats are described with each
reader.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from wortlaut.gold import json_lines, read_gold
from wortlaut.statements import Kind, Statement
from wortlaut.text import Span

_STWR_KINDS: dict[str, Kind] = {
    "direct": "direct",
    "indirect": "indirect",
    "freeIndirect": "free_indirect",
    "indirect freeIndirect": "indirect_free_indirect",
    "reported": "reported",
}
NO_GAP_BEFORE = frozenset(".,;:!?)]}“«’…")
NO_GAP_AFTER = frozenset("„»([{‚")


@dataclass(frozen=True)
class Document:
    """A text with the statements that its annotators marked; `corpus` names the annotation scheme."""

    name: str
    corpus: str
    text: str
    statements: tuple[Statement, ...]


def quotes(path: Path) -> list[Document]:
    """The quotation corpus, read as gold is."""
    return [Document(g.article.source or "", "quotes", g.article.text, g.statements) for g in read_gold(path)]


def redewiedergabe(path: Path) -> list[Document]:
    """Corpus Redewiedergabe: a row a token; `stwr` holds "kind.medium.number", the roles "role.number_number"."""
    documents = []
    for row in json_lines(path):
        if row["name"] == "metadata":
            continue
        words = [cells[0] for cells in row["rows"]]
        text, spans = joined(words)
        column = {name: index for index, name in enumerate(row["columns"])}
        members: dict[str, dict[str, list[int]]] = {}
        kinds: dict[str, str] = {}
        for index, cells in enumerate(row["rows"]):
            for label in _labels(cells[column["stwr"]]):
                kind, *_, number = label.split(".")
                kinds.setdefault(number, kind)
                members.setdefault(number, {}).setdefault("content", []).append(index)
            for name, role in (("speaker", "speaker"), ("intexpr", "cue"), ("frame", "frame")):
                for label in _labels(cells[column[name]]):
                    for number in label.rsplit(".", 1)[-1].split("_"):
                        members.setdefault(number, {}).setdefault(role, []).append(index)
        statements = tuple(
            _marked(_STWR_KINDS[kinds[number]], roles, spans)
            for number, roles in members.items()
            if kinds.get(number) in _STWR_KINDS
        )
        documents.append(Document(row["name"], "stwr", text, statements))
    return documents


def speeches(path: Path) -> list[Document]:
    """GermEval 2023 speaker attribution: cells "sentence:token"; a frame's Message (or Topic) is the content."""
    documents = []
    for row in json_lines(path):
        offsets: list[int] = []
        words: list[str] = []
        for sentence in row["sentences"]:
            offsets.append(len(words))
            words.extend(sentence)
        text, spans = joined(words)
        statements = []
        for frame in row["annotations"]:
            roles = {
                role: sorted(offsets[int(s)] + int(t) for s, t in (cell.split(":") for cell in frame[name]))
                for role, name in (("speaker", "Source"), ("cue", "Cue"), ("addressee", "Addr"), ("content", "Message"))
            }
            if not roles["content"]:
                roles["content"] = sorted(
                    offsets[int(s)] + int(t) for s, t in (cell.split(":") for cell in frame["Topic"])
                )
            if roles["content"]:
                statements.append(_marked("indirect", roles, spans))
        documents.append(Document(row["name"], "spkatt", text, tuple(statements)))
    return documents


def joined(words: list[str]) -> tuple[str, list[Span]]:
    """A text from tokens, with German spacing, and the span of each token."""
    parts: list[str] = []
    spans: list[Span] = []
    length = 0
    for index, word in enumerate(words):
        gap = index > 0 and word[:1] not in NO_GAP_BEFORE and words[index - 1][-1:] not in NO_GAP_AFTER
        parts.append(" " + word if gap else word)
        spans.append(Span(length + gap, length + gap + len(word)))
        length += gap + len(word)
    return "".join(parts), spans


def requoted(document: Document, random_source: random.Random) -> Document:
    """The same text with another convention of quotation marks; lengths and offsets stay."""
    marks = random_source.choice(["»«›‹", "\"\"''", "“”‘’", "«»‹›", "„”‚’", "„\"‚'"])
    table = str.maketrans("„“‚‘", marks)
    return Document(document.name, document.corpus, document.text.translate(table), document.statements)


def _labels(cell: str) -> list[str]:
    return [] if cell in ("-", "") else cell.split("|")


def _marked(kind: Kind, roles: dict[str, list[int]], spans: list[Span]) -> Statement:
    def merged(indices: list[int]) -> tuple[Span, ...]:
        runs: list[Span] = []
        last = -2
        for index in sorted(set(indices)):
            if index == last + 1:
                runs[-1] = Span(runs[-1].start, spans[index].end)
            else:
                runs.append(spans[index])
            last = index
        return tuple(runs)

    places = {role: merged(roles.get(role, [])) for role in ("content", "speaker", "cue", "addressee", "frame")}
    return Statement(
        id="",
        kind=kind,
        content=places["content"],
        speaker=places["speaker"],
        cue=places["cue"],
        addressee=places["addressee"],
        frame=places["frame"],
    )
