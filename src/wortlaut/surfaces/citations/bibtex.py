"""bibtex(): an entry for BibTeX and BibLaTeX. No text of an article can be a command or end its field."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.surfaces.citations.works import Work, line

_TYPES = {"newspaper": "article", "webpage": "online", "document": "misc"}
# BibTeX counts braces even behind a backslash, so none may stand in a field but ours; `"` acts in German babel.
_WRITTEN = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "%": r"\%", "$": r"\$",
        "#": r"\#", "&": r"\&", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
        '"': r"\symbol{34}", "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}", "@": r"\symbol{64}",
    }
)  # fmt: skip


def bibtex(work: Work) -> str:
    """The entry, ending in a line break. `year` is for BibTeX, `date`, `url` and `urldate` for BibLaTeX, in UTF-8."""
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(work) if value)
    return f"@{_TYPES[work.kind]}{{{work.key},\n{fields}}}\n"


def escaped(text: str) -> str:
    r"""Text in one line as LaTeX shows it.

    >>> escaped("100 % {mehr}")
    '100 \\% \\textbraceleft{}mehr\\textbraceright{}'
    """
    return line(text).translate(_WRITTEN)


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    """Double braces keep capital letters, and a name whole."""
    when = work.moment
    yield "author", f"{{{escaped(work.author)}}}" if work.author else ""
    yield "title", f"{{{escaped(work.title)}}}" if work.title else ""
    yield "journal", escaped(work.container or "") if work.kind == "newspaper" else ""
    yield "organization", escaped(work.container or "") if work.kind != "newspaper" else ""
    yield "date", when.iso if when else ""
    yield "year", str(when.year) if when else escaped(work.published or "")
    yield "url", work.url or ""
    yield "urldate", work.accessed.isoformat() if work.accessed and work.url else ""
    yield "langid", {"de": "ngerman", "en": "english"}.get((work.language or "")[:2], "")
    yield "note", escaped(work.note or "")
