"""judgements_from(): what came back corrected, in whatever format."""

from __future__ import annotations

from pathlib import Path

from wortlaut.errors import RegisterError
from wortlaut.exports.annotators import judgements_from_cas
from wortlaut.exports.corrections import judgements_from_csv, judgements_from_xlsx
from wortlaut.judgements import Judgement, read_judgements

_READERS = {
    ".csv": judgements_from_csv,
    ".tsv": judgements_from_csv,
    ".txt": judgements_from_csv,
    ".xlsx": judgements_from_xlsx,
    ".xmi": judgements_from_cas,
    ".zip": judgements_from_cas,
}


def judgements_from(path: Path, *, date: str | None = None) -> list[Judgement]:
    """The judgements in an exported table or CAS that was corrected, or in a file of judgements, by its suffix.

    `date` is when a table or CAS was judged, None when the file was last changed. Raises RegisterError with the place
    of what is wrong, MissingExtraError.
    """
    if path.suffix.lower() == ".jsonl":
        return list(read_judgements(path).all)
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise RegisterError(
            f"{path} has a suffix of no corrected export; it is one of {', '.join(_READERS)}, or .jsonl of judgements"
        )
    return reader(path, date=date)
