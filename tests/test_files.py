"""files.py: a file is written whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from wortlaut.errors import OutputError
from wortlaut.files import replacing, write_whole


def broken() -> Iterator[str]:
    yield "half"
    raise OSError(28, "No space left on device")


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_text_is_written_as_it_is(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.txt", ["Größe\r\n", "\ud800\0"])
    assert (tmp_path / "a.txt").read_bytes() == "Größe\r\n\ud800\0".encode("utf-8", "surrogatepass")
    assert left(tmp_path) == ["a.txt"]


def test_bytes_are_written_to_the_file_beside(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")
    with replacing(path) as part:
        part.write_bytes(b"\x00\xff")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"\x00\xff"
    assert left(tmp_path) == ["a.bin"]


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", "utf-8")
    with pytest.raises(OutputError, match=r"No space left.*unchanged"):
        write_whole(path, broken())
    with pytest.raises(KeyboardInterrupt), replacing(path) as part:
        part.write_text("new", "utf-8")
        raise KeyboardInterrupt
    assert path.read_text("utf-8") == "old"
    assert left(tmp_path) == ["a.txt"]


def test_what_is_not_worth_it_stays_out(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.txt", ["new"], worth_it=lambda: False)
    assert left(tmp_path) == []


def test_permissions_are_those_of_a_new_file_or_as_asked(tmp_path: Path) -> None:
    (tmp_path / "new").touch()
    write_whole(tmp_path / "a.txt", ["x"])
    write_whole(tmp_path / "b.txt", ["x"], mode=0o600)
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("a.txt", "new", "b.txt")]
    assert modes[0] == modes[1]
    assert modes[2] == 0o600


def test_a_missing_folder_is_named_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="choose another folder with -o"):
        write_whole(tmp_path / "missing" / "a.txt", ["x"], remedy="choose another folder with -o")


def test_a_folder_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(OutputError, match=os.fspath(tmp_path / "a.txt")):
        write_whole(tmp_path / "a.txt", ["x"])


def test_a_link_stays_and_its_file_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("old")
    link.symlink_to(target)
    write_whole(link, ["new"])
    assert link.is_symlink() and target.read_text() == "new"


def test_what_is_no_file_is_written_to_and_stays() -> None:
    null = Path("/dev/null")
    if not null.is_char_device():
        pytest.skip("/dev/null is no device here")
    write_whole(null, ["gone"])
    assert null.is_char_device()
