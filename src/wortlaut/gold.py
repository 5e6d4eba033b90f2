"""Gold: articles with statements that people marked, from the quotation corpus's format and from golden texts."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wortlaut.errors import InputError, RecordError
from wortlaut.golden import Golden, parse
from wortlaut.record import Analysis, from_dict
from wortlaut.statements import Kind, Medium, Statement
from wortlaut.text import Article, Span
from wortlaut.tokens import tokens

CORPUS_KINDS: dict[str, Kind] = {
    "Direct": "direct",
    "Indirect": "indirect",
    "FreeIndirect": "free_indirect",
    "IndirectFreeIndirect": "indirect_free_indirect",
    "Reported": "reported",
}
CORPUS_MEDIA: dict[str, Medium] = {
    "Speech": "speech",
    "Writing": "writing",
    "Thought": "thought",
    "SW": "speech_or_writing",
    "ST": "speech_or_thought",
    "TW": "thought_or_writing",
    "none": "unknown",
}


@dataclass(frozen=True)
class GoldArticle:
    """An article, what is right about it, and the tokens in which the scores are counted.

    `golden` is the golden text that it comes from, which may judge people and times, too.
    """

    article: Article
    statements: tuple[Statement, ...]
    tokens: tuple[Span, ...]
    golden: Golden | None = None


def read_gold(path: Path) -> Iterator[GoldArticle]:
    """The gold of a file or folder: `.jsonl` or `.jsonl.gz` of the quotation corpus, `.txt` golden texts.

    Raises InputError where the path holds neither, RecordError where a line or mark is wrong.
    """
    if path.is_dir():
        files = sorted(path.rglob("*.txt"))
        if not files:
            raise InputError(f"{path} holds no golden texts (*.txt)")
        for file in files:
            yield from read_gold(file)
    elif path.name.endswith((".jsonl", ".jsonl.gz")):
        for number, row in enumerate(json_lines(path), 1):
            try:
                yield corpus_article(row)
            except (KeyError, TypeError) as error:
                raise RecordError(f"{path}, line {number}: not of the quotation corpus's format ({error!r})") from error
    elif path.is_file():
        golden = parse(path.read_text("utf-8"), name=str(path))
        article = golden.analysis.article
        yield GoldArticle(article, golden.analysis.statements, tuple(tokens(article.text)), golden)
    else:
        raise InputError(
            f"{path} does not exist; give a corpus file (.jsonl, .jsonl.gz) or golden texts (.txt, folder)"
        )


def json_lines(path: Path) -> Iterator[Any]:
    """The values of a JSON Lines file, gzipped or not.

    Raises InputError where there is no such file, RecordError with the line's number where a line is no JSON.
    """
    if not path.exists():
        raise InputError(f"{path} does not exist; give a file of JSON Lines (.jsonl, .jsonl.gz)")
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                try:
                    yield json.loads(line)
                except json.JSONDecodeError as error:
                    raise RecordError(f"{path}, line {number}: not JSON ({error})") from error


def corpus_article(row: Mapping[str, Any]) -> GoldArticle:
    """An article of "Dataset of Quotation Attribution in German News Articles" (LREC-COLING 2024)."""

    def spans(annotation: Mapping[str, Any], role: str) -> tuple[Span, ...]:
        return tuple(Span(s["charBegin"], s["charEnd"]) for s in annotation[role]["spans"])

    statements = tuple(
        Statement(
            id=f"s{number}",
            kind=CORPUS_KINDS[annotation["type"]],
            medium=CORPUS_MEDIA.get(annotation["medium"] or "none", "unknown"),
            content=spans(annotation, "quote"),
            speaker=spans(annotation, "speaker"),
            cue=spans(annotation, "cue"),
            addressee=spans(annotation, "addressee"),
            frame=spans(annotation, "frame"),
        )
        for number, annotation in enumerate(row["annotations"], 1)
    )
    places = tuple(Span(token["charBegin"], token["charEnd"]) for token in row["tokens"])
    return GoldArticle(Article(row["originalText"], source=row["documentName"], language="de"), statements, places)


def predictions(path: Path) -> Callable[[Article], Analysis]:
    """A function from an article to what a file of records says of it; the article is found by its text.

    Raises RecordError where a line is no record. An article that the file lacks has no statements.
    """
    by_text: dict[str, Analysis] = {}
    for number, record in enumerate(json_lines(path), 1):
        try:
            analysis = from_dict(record)
        except RecordError as error:
            raise RecordError(f"{path}, line {number}: {error}") from error
        by_text[analysis.article.text] = analysis
    return lambda article: by_text.get(article.text) or Analysis(article, (), ())
