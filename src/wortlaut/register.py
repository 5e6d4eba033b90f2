"""Register: who can be a speaker, found by name or by role and date; its files."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from wortlaut.entries import FIELDS, Entry, EntryKind, Role, from_record, slug, to_record
from wortlaut.errors import RegisterError
from wortlaut.files import write_whole
from wortlaut.names import folded, forms, office

__all__ = ["Entry", "EntryKind", "Register", "Role", "read_register", "starter", "write_register"]

LARGEST = 64 * 1024 * 1024  # bytes of a file
STARTER = Path(__file__).parent / "registers" / "de" / "people.jsonl"


@dataclass(frozen=True)
class Register:
    """Entries that differ in id and Wikidata id; names may be the same. Raises RegisterError where they do not."""

    entries: tuple[Entry, ...] = ()

    def __post_init__(self) -> None:
        _check_apart(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def by_id(self, id: str) -> Entry | None:
        """The entry that has this id, or has taken in the one that had it."""
        return self._ids.get(id)

    def by_name(self, words: str) -> tuple[Entry, ...]:
        """Those with this full name or variant, whatever its case, diacritics, hyphens or genitive ending.

        >>> ute = Entry("ute-gross", "Ute Groß")
        >>> [entry.id for entry in Register((ute,)).by_name("UTE GROSS’")], Register((ute,)).by_name("Groß")
        (['ute-gross'], ())
        """
        for key in forms(folded(words)):
            if key in self._names:
                return self._names[key]
        return ()

    def by_role(self, title: str, date: str | None = None) -> tuple[Entry, ...]:
        """Who held an office on an ISO date (or in a month or year); without one, who alone ever held it."""
        held = self._roles.get(office(title), ())
        if date is None:
            ever = dict.fromkeys(entry for _, entry in held)
            return tuple(ever) if len(ever) == 1 else ()
        return tuple(dict.fromkeys(entry for role, entry in held if role.held_on(date[:10])))

    def added(self, more: Iterable[Entry]) -> Register:
        """A register with further entries; those that are already here, exactly the same, are left out."""
        here = set(self.entries)
        return Register((*self.entries, *(entry for entry in more if entry not in here)))

    def merged(self, ids: Iterable[str]) -> Register:
        """A register in which the first of some entries has taken in the others, with their names, roles and ids."""
        found = tuple(self._found(id) for id in ids)
        if len(found) < 2 or len(set(found)) < len(found):
            raise RegisterError(
                f"{', '.join(entry.id for entry in found)} cannot be merged; give two or more entries, each once"
            )
        whole = found[0]
        for other in found[1:]:
            whole = _united(whole, other)
        kept = (whole if entry is found[0] else entry for entry in self.entries if entry not in found[1:])
        return Register(tuple(kept))

    def split(
        self, id: str, *, name: str, variants: Iterable[str] = (), roles: Iterable[Role] = (), new_id: str | None = None
    ) -> Register:
        """A register in which an entry has given some of its variants and roles to a new one.

        `new_id` may be one that it had taken in; else it is made of the name.
        """
        whole, variants, roles = self._found(id), tuple(variants), tuple(roles)
        for lacking in (*(v for v in variants if v not in whole.names), *(r for r in roles if r not in whole.roles)):
            raise RegisterError(f"{whole.id!r} has no {lacking!r} to give away; see it with: wortlaut people list")
        part = Entry(new_id or self._free_id(name), name, whole.kind, variants, roles)
        rest = replace(
            whole,
            variants=tuple(v for v in whole.variants if v not in part.names),
            roles=tuple(r for r in whole.roles if r not in roles),
            merged=tuple(m for m in whole.merged if m != part.id),
        )
        return Register((*(rest if entry is whole else entry for entry in self.entries), part))

    def _found(self, id: str) -> Entry:
        entry = self.by_id(id)
        if entry is None:
            raise RegisterError(f"no entry has the id {id!r}; see the ids with: wortlaut people list")
        return entry

    def _free_id(self, name: str) -> str:
        plain, number = slug(name), 2
        free = plain
        while free in self._ids:
            free, number = f"{plain}-{number}", number + 1
        return free

    @cached_property
    def _ids(self) -> dict[str, Entry]:
        return {id: entry for entry in self.entries for id in (entry.id, *entry.merged)}

    @cached_property
    def _names(self) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, dict[Entry, None]] = {}
        for entry in self.entries:
            for name in entry.names:
                found.setdefault(folded(name), {})[entry] = None
        return {key: tuple(entries) for key, entries in found.items() if key}

    @cached_property
    def _roles(self) -> dict[str, list[tuple[Role, Entry]]]:
        found: dict[str, list[tuple[Role, Entry]]] = {}
        for entry in self.entries:
            for role in entry.roles:
                found.setdefault(office(role.title), []).append((role, entry))
        return found


@cache
def starter() -> Register:
    """The register that ships with Wortlaut."""
    return read_register(STARTER)


def read_register(path: Path) -> Register:
    """The register in a file, JSON Lines (.jsonl) or CSV (.csv), by its suffix.

    Raises RegisterError with file and line where something is wrong; then nothing is read.
    """
    records = _READERS[_format(path)]
    entries: list[Entry] = []
    lines: list[int] = []
    for line, record in records(path, file_text(path, "wortlaut people import")):
        try:
            entries.append(from_record(record))
        except RegisterError as error:
            raise RegisterError(f"{path}, line {line}: {error}") from error
        lines.append(line)
    try:
        return Register(tuple(entries))
    except _ClashError as clash:
        raise RegisterError(f"{path}, line {lines[clash.index]}: {clash}") from clash


def write_register(register: Register, path: Path) -> None:
    """Write it whole or not at all, in the format of the suffix: .jsonl or .csv.

    Raises RegisterError for another suffix, OutputError where the file cannot be written.
    """
    text = _WRITERS[_format(path)](register.entries)
    write_whole(path, [text], mode=_mode(path))


class _ClashError(RegisterError):
    """Two entries that cannot be in one register; `index` is that of the second."""

    def __init__(self, message: str, index: int) -> None:
        super().__init__(message)
        self.index = index


def _check_apart(entries: tuple[Entry, ...]) -> None:
    """Raises where two entries share an id or a Wikidata id, or have taken in each other."""
    ids: dict[str, Entry] = {}
    known: dict[str, Entry] = {}
    for index, entry in enumerate(entries):
        for id in (entry.id, *entry.merged):
            if id in ids:
                raise _ClashError(_shared_id(id, entry, ids[id]), index)
            ids[id] = entry
        if entry.wikidata and known.setdefault(entry.wikidata, entry) is not entry:
            raise _ClashError(
                f"{entry.id!r} ({entry.name}) has the Wikidata id {entry.wikidata}, as has "
                f"{known[entry.wikidata].id!r} ({known[entry.wikidata].name}); "
                "keep one of them, with the other name as a variant",
                index,
            )


def _shared_id(id: str, entry: Entry, other: Entry) -> str:
    if id == entry.id == other.id and other is not entry:
        return f"the id {id!r} of {entry.name} is that of {other.name}, too; give one of them another, or take one away"
    whole = entry if id in entry.merged else other
    return (
        f"{id!r} is merged into {whole.id!r} ({whole.name}), but is an entry itself or merged twice; "
        "take it out of 'merged' or take that entry away"
    )


def _united(whole: Entry, other: Entry) -> Entry:
    for what, one, two in (("kind", whole.kind, other.kind), ("Wikidata id", whole.wikidata, other.wikidata)):
        if one and two and one != two:
            raise RegisterError(
                f"{whole.id!r} and {other.id!r} cannot be merged: the {what} is {one} and {two}; "
                "correct one of them in the register first if they are the same"
            )
    return replace(
        whole,
        variants=tuple(dict.fromkeys(v for v in (*whole.variants, *other.names) if v != whole.name)),
        roles=tuple(dict.fromkeys((*whole.roles, *other.roles))),
        wikidata=whole.wikidata or other.wikidata,
        gender=whole.gender or other.gender,
        merged=(*whole.merged, other.id, *other.merged),
    )


def _format(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix not in (".jsonl", ".csv"):
        raise RegisterError(f"{path} is neither .jsonl nor .csv; name a register by one of them")
    return suffix


def file_text(path: Path, maker: str) -> str:
    """The text of a file that the command `maker` makes. Raises RegisterError where it is none, or far too large."""
    try:
        if not path.is_file():
            raise RegisterError(f"{path} is no file; check its name, or make it with: {maker}")
        if path.stat().st_size > LARGEST:
            raise RegisterError(
                f"{path} has {path.stat().st_size} bytes, more than {LARGEST}; is it another file? Else divide it"
            )
        content = path.read_bytes()
    except OSError as error:
        raise RegisterError(f"{path} cannot be read ({error.strerror}); check its permissions") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise RegisterError(
            f"{path}, line {line}: byte 0x{content[error.start]:02x} is not UTF-8; save the file as UTF-8"
        ) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise RegisterError(f"{path}, line {line}: there is a zero byte, so this is no text; give another file")
    return text


def _json_records(path: Path, text: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for line, words in enumerate(text.split("\n"), 1):
        if not words.strip():
            continue
        try:
            record = json.loads(words)
        except (ValueError, RecursionError) as error:
            raise RegisterError(
                f"{path}, line {line}: no JSON ({error}): {words[:60]!r}; "
                "write one object a line, or take the line away"
            ) from error
        if not isinstance(record, dict):
            raise RegisterError(
                f"{path}, line {line}: {words[:60]!r} is no object; write {{...}} with the fields of an entry"
            )
        yield line, record


def json_text(entries: Iterable[Entry]) -> str:
    """Entries as JSON Lines."""
    return "".join(json.dumps(to_record(entry), ensure_ascii=False) + "\n" for entry in entries)


def _csv_records(path: Path, text: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    head = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in head else ",", strict=True)
    line = 1
    columns: list[str] = []
    try:
        for row in rows:
            if not columns:
                columns = _columns(path, row)
            elif row and len(row) != len(columns):
                raise RegisterError(
                    f"{path}, line {line}: {len(row)} cells, but {len(columns)} columns: {row!r:.60}; "
                    "put cells that hold a comma or a quotation mark into quotation marks"
                )
            elif any(row):
                yield line, _csv_record(dict(zip(columns, row, strict=True)))
            line = rows.line_num + 1
    except csv.Error as error:
        raise RegisterError(
            f"{path}, line {line}: no CSV ({error}); does every quotation mark have its second one?"
        ) from error
    if not columns:
        _columns(path, [])


def _columns(path: Path, row: list[str]) -> list[str]:
    columns = [column.strip().lower() for column in row]
    if "name" not in columns or len({*columns}) < len(columns) or not {*columns} <= {*FIELDS}:
        raise RegisterError(f"{path}, line 1: the columns are {columns}; name them, each once: {','.join(FIELDS)}")
    return columns


def _csv_record(cells: Mapping[str, str]) -> dict[str, Any]:
    record: dict[str, Any] = {field: _bare(cell.strip()) for field, cell in cells.items() if cell.strip()}
    for field in ("variants", "merged", "roles"):
        parts = [part.strip() for part in record.pop(field, "").split("|") if part.strip()]
        record[field] = [role_record(part) for part in parts] if field == "roles" else parts
    return record


def role_record(words: str) -> dict[str, str | None]:
    """The plain values of a role in CSV: "title@since/until".

    >>> role_record("Bundeskanzler@2021-12-08/2025-05-06")
    {'title': 'Bundeskanzler', 'since': '2021-12-08', 'until': '2025-05-06'}
    """
    title, _, days = words.rpartition("@") if "@" in words else (words, "", "")
    since, _, until = days.partition("/")
    return {"title": title.strip(), "since": since.strip() or None, "until": until.strip() or None}


def role_text(role: Role) -> str:
    """A role in CSV."""
    return f"{role.title}@{role.since or ''}/{role.until or ''}"


def csv_text(entries: Iterable[Entry]) -> str:
    """Entries as CSV with a header."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(FIELDS)
    for e in entries:
        lists = ("|".join(e.variants), "|".join(map(role_text, e.roles)))
        cells = (e.id, e.name, e.kind, *lists, e.wikidata or "", e.gender or "", "|".join(e.merged))
        writer.writerow([_guarded(cell) for cell in cells])
    return file.getvalue()


def _guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; one with an apostrophe before it already gets another one."""
    return "'" + cell if cell.lstrip("'")[:1] in tuple("=+-@") else cell


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell.lstrip("'")[:1] in tuple("=+-@") else cell


def _mode(path: Path) -> int | None:
    """The permissions of the file, if there is one."""
    try:
        return path.stat().st_mode & 0o7777
    except OSError:
        return None


_READERS: dict[str, Callable[[Path, str], Iterator[tuple[int, Mapping[str, Any]]]]] = {
    ".jsonl": _json_records,
    ".csv": _csv_records,
}
_WRITERS: dict[str, Callable[[Iterable[Entry]], str]] = {".jsonl": json_text, ".csv": csv_text}
