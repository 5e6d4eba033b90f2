"""The formats in which an archive can be given out, and how they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from wortlaut.errors import OutputError
from wortlaut.exports.annotations import annotation_pieces
from wortlaut.exports.cas import write_cas
from wortlaut.exports.discourse import dna_pieces
from wortlaut.exports.frames import write_parquet
from wortlaut.exports.network import graphml_pieces
from wortlaut.exports.records import corpus_pieces, record_pieces
from wortlaut.exports.schema_org import schema_pieces
from wortlaut.exports.sheets import csv_pieces, excel_csv_pieces, write_xlsx
from wortlaut.files import replacing, write_whole
from wortlaut.kept import Kept

Pieces = Callable[[Iterable[Kept]], Iterator[str]]
Binary = Callable[[Iterable[Kept], Path], None]


@dataclass(frozen=True)
class Format:
    """A format: the usual suffix of its files, its media type, the extra whose packages it needs, who reads it.

    A text has `pieces`, in UTF-8; what is no text has `binary`, which writes to an empty file.
    """

    name: str
    suffix: str
    media_type: str
    what: str
    pieces: Pieces | None = None
    binary: Binary | None = None
    extra: str | None = None


_ALL = (
    Format("jsonl", ".jsonl", "application/jsonl", "records, JSON Lines; all there is", record_pieces),
    Format("csv", ".csv", "text/csv", "a row per statement, for R and pandas; can be corrected", csv_pieces),
    Format("excel-csv", ".csv", "text/csv", "the same for a German Excel: semicolons, byte order mark",
           excel_csv_pieces),
    Format("xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
           "the same as a workbook, for Excel and MAXQDA", binary=write_xlsx, extra="tables"),
    Format("parquet", ".parquet", "application/vnd.apache.parquet", "the same with typed columns, for data frames",
           binary=write_parquet, extra="tables"),
    Format("corpus", ".jsonl", "application/jsonl", "JSON of the German quotation corpus", corpus_pieces),
    Format("annotation", ".jsonld", "application/ld+json", "W3C Web Annotations", annotation_pieces),
    Format("schema.org", ".jsonld", "application/ld+json", "NewsArticle, Quotation and Claim", schema_pieces),
    Format("cas", ".zip", "application/zip", "UIMA CAS XMI, for INCEpTION; can be corrected", binary=write_cas),
    Format("dna", ".csv", "text/csv", "statements for discourse network analysis", dna_pieces),
    Format("graphml", ".graphml", "application/graphml+xml", "network of people and utterances, for Gephi",
           graphml_pieces),
)  # fmt: skip
FORMATS: Mapping[str, Format] = MappingProxyType({one.name: one for one in _ALL})


def format_of(path: Path) -> Format:
    """The format of a file by its suffix, the first that has it. Raises OutputError."""
    for one in FORMATS.values():
        if path.name.lower().endswith(one.suffix):
            return one
    raise OutputError(f"{path} has a suffix of no format; name one of {', '.join(FORMATS)} with --format")


def pieces(kept: Iterable[Kept], format: str) -> Iterator[str]:
    """The text of some articles in a format, piece by piece. Raises OutputError where the format is no text."""
    known = _known(format)
    if known.pieces is None:
        raise OutputError(f"{format} is no text; name a file with -o FILE{known.suffix}")
    return known.pieces(kept)


def write(
    kept: Iterable[Kept],
    format: str,
    path: Path | None,
    put: Callable[[str], object] | None = None,
    *,
    remedy: str = "choose another folder with -o",
) -> None:
    """Write some articles in a format to a file, whole or not at all; without one give each piece of text to `put`.

    Raises OutputError, also where a format that is no text has no file; MissingExtraError.
    """
    known = _known(format)
    if path is None or known.binary is None:
        text = pieces(kept, format)
        if path is not None:
            write_whole(path, text, remedy=remedy)
        elif put is not None:
            for piece in text:
                put(piece)
        return
    with replacing(path, remedy=remedy) as part:
        known.binary(kept, part)


def _known(format: str) -> Format:
    if format not in FORMATS:
        raise OutputError(f"the format {format!r} is not known; it is one of {', '.join(FORMATS)}")
    return FORMATS[format]
