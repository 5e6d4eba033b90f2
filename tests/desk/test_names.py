"""names.py: who is meant by the beginning of a name."""

from __future__ import annotations

import pytest

from tests.archive.articles import several
from wortlaut.archive import Archive
from wortlaut.desk.names import kind_of, names_like


@pytest.mark.parametrize(
    "words, names",
    [
        ("Bra", ["Eva Brandt"]),
        ("eva br", ["Eva Brandt"]),
        ("brandt e", ["Eva Brandt"]),
        ("Eva Quast", []),
        ("o", ["Mira Olbrich", "Olaf Reimann"]),
        ("", []),
        ("…", []),
        ("\0\ud800", []),
    ],
)
def test_names_are_found_by_how_they_begin(archive: Archive, words: str, names: list[str]) -> None:
    list(archive.add_all(several()))
    assert [one.name for one in names_like(archive, words)] == names


def test_what_a_name_is(archive: Archive) -> None:
    list(archive.add_all(several()))
    assert [kind_of(archive, name) for name in ("Landratsamt", "Eva Brandt", "Brandt", "")] == [
        "organization", "person", None, None,
    ]  # fmt: skip
