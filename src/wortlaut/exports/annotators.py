"""What annotators corrected in an exported CAS, in INCEpTION or elsewhere, becomes judgements."""

from __future__ import annotations

import io
import json
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from wortlaut.errors import MissingExtraError, RegisterError
from wortlaut.exports.cas_types import EXPORT, STATEMENT, TYPE_SYSTEM, type_system
from wortlaut.exports.cells import in_xml
from wortlaut.exports.corrections import Correction, Said, day_of
from wortlaut.judgements import Judgement

MEMBER = 200_000_000  # bytes of a file in a zip, unpacked; a bomb is not unpacked
_DEEPEST = 3  # zips in zips: the export of a project holds one for each annotator of a document


@dataclass(frozen=True)
class _Document:
    """A CAS in XMI, and the type system beside it."""

    name: str
    xmi: bytes
    types: bytes | None


def judgements_from_cas(path: Path, *, date: str | None = None) -> list[Judgement]:
    """The judgements in an exported CAS that annotators corrected: an `.xmi`, or a zip of them, also a whole project.

    A Statement that was deleted is none; one whose `person` or `kind` is another one was corrected. Annotations that
    were added are not read. Of several annotators the later file wins. `date` is when it was judged, None when the
    file was last changed. Raises MissingExtraError; RegisterError with file and statement.
    """
    _cassis()
    day = date or day_of(_existing(path))
    return [judgement for document in _documents(path) for judgement in _judgements(document, day)]


def _cassis() -> Any:
    try:
        import cassis
    except ImportError as error:
        raise MissingExtraError("dkpro-cassis", "cas") from error
    return cassis


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise RegisterError(f"{path} is no file; give the .xmi or .zip that was exported from INCEpTION")
    return path


def _documents(path: Path) -> Iterator[_Document]:
    try:
        data = path.read_bytes()
        if path.suffix.lower() == ".zip":
            found = list(_in_zip(str(path), data, 1))
            if not found:
                raise RegisterError(f"{path} holds no .xmi; export as UIMA CAS XMI (XML 1.0)")
            yield from found
            return
        beside = path.with_name(TYPE_SYSTEM)
        yield _Document(str(path), data, beside.read_bytes() if beside.is_file() else None)
    except (OSError, BadZipFile, RuntimeError, NotImplementedError) as error:
        raise RegisterError(f"{path} cannot be read ({error}); export it again") from error


def _in_zip(name: str, data: bytes, depth: int) -> Iterator[_Document]:
    with ZipFile(io.BytesIO(data)) as archive:
        members = sorted(one.filename for one in archive.infolist() if not one.is_dir())
        types = {member.rpartition("/")[0]: member for member in members if member.endswith(TYPE_SYSTEM)}
        for member in members:
            known = types.get(member.rpartition("/")[0], types.get(""))
            whole = f"{name}/{member}"
            if member.lower().endswith(".xmi"):
                yield _Document(
                    whole, _unpacked(archive, member, whole), _unpacked(archive, known, whole) if known else None
                )
            elif member.lower().endswith(".zip") and depth < _DEEPEST:
                yield from _in_zip(whole, _unpacked(archive, member, whole), depth + 1)


def _unpacked(archive: ZipFile, member: str, name: str) -> bytes:
    size = archive.getinfo(member).file_size
    if size > MEMBER:
        raise RegisterError(f"{name} has {size} bytes, more than {MEMBER}; is it an export?")
    return archive.read(member)


def _judgements(document: _Document, day: str) -> Iterator[Judgement]:
    cas = _loaded(document)
    record = _record(cas, document.name)
    by_id, by_place = _annotations(cas)
    for given in record["statements"]:
        where = f"{document.name}, statement {given['id']!r:.60}"
        try:
            words = given.get("text", cas.sofa_string[given["start"] : given["end"]])
            before = Said(given["person"], given["person_kind"] or "", given["kind"])
            found = by_id.get(in_xml(given["id"])) or by_place.get((given["start"], given["end"]))
            now = _said(found, before) if found else Said(None, "", None)
            yield from Correction(record["article"], given["start"], given["end"], words, before, now).judgements(day)
        except RegisterError as error:
            raise RegisterError(f"{where}: {error}") from error


def _loaded(document: _Document) -> Any:
    package = _cassis()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of types and offsets of other layers
            types = package.load_typesystem(io.BytesIO(document.types or type_system().encode()))
            return package.load_cas_from_xmi(io.BytesIO(document.xmi), typesystem=types, lenient=True)
    except Exception as error:  # cassis has no error of its own: those of XML, keys and values come through
        raise RegisterError(
            f"{document.name} is no CAS that can be read ({error!r:.80}); export it as UIMA CAS XMI (XML 1.0), with "
            f"its {TYPE_SYSTEM}"
        ) from error


def _record(cas: Any, name: str) -> dict[str, Any]:
    """What was exported. Raises RegisterError."""
    remedy = "export the archive again, and import all layers of its TypeSystem.xml before its documents"
    if not cas.typesystem.contains_type(EXPORT) or not cas.select(EXPORT):
        raise RegisterError(f"{name} has no annotation {EXPORT}, which says what was exported; {remedy}")
    try:
        record = json.loads(cas.select(EXPORT)[0].record)
        needed = {"id", "start", "end", "kind", "person", "person_kind"}
        if isinstance(record["article"], str) and all(needed <= set(one) for one in record["statements"]):
            return dict(record)
    except (ValueError, TypeError, KeyError):
        pass
    raise RegisterError(f"{name}: the feature 'record' of {EXPORT} was changed; {remedy}")


def _annotations(cas: Any) -> tuple[Mapping[str, Any], Mapping[tuple[int, int], Any]]:
    """The contents that are annotated, by id of their statement and by place."""
    by_id: dict[str, Any] = {}
    by_place: dict[tuple[int, int], Any] = {}
    found = cas.select(STATEMENT) if cas.typesystem.contains_type(STATEMENT) else []
    for annotation in found:
        if annotation.part in (None, "", "content"):
            by_place.setdefault((annotation.begin, annotation.end), annotation)
            if annotation.statement and annotation.kind:
                by_id.setdefault(annotation.statement, annotation)
    return by_id, by_place


def _said(annotation: Any, before: Said) -> Said:
    """What an annotator left; what XML could not hold counts as unchanged."""
    person, kind = (annotation.person or "").strip(), (annotation.kind or "").strip()
    if person == in_xml(before.person or "").strip():
        person = before.person or ""
    return Said(person or None, (annotation.personKind or "").strip(), kind or before.kind)
