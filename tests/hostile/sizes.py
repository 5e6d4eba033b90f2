# ruff: noqa: E501 - the lines are data
"""Sizes: what is huge, deep, repeated or packed, so that something takes time or memory without end."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Iterator

from tests.hostile.cases import CALM, Case, page, row, said, spoken

DEEP = 100_000
HUGE = 5_000_000  # over what one article may have
LONG = 3_900_000  # just below it
MANY = 4_000  # marks, each a token that the model reads: it takes its time, but in proportion


def cases() -> Iterator[Case]:
    for name, (idea, data) in _TEXTS.items():
        yield Case(f"size-{name}", idea, "file", f"size-{name}.txt", lambda d=data: d().encode(), is_large=True)
    for name, (idea, data) in _PAGES.items():
        yield Case(f"deep-{name}", idea, "file", f"deep-{name}.html", lambda d=data: page(d()), is_large=True)
    for name, (idea, file, raw) in _FILES.items():
        yield Case(f"bomb-{name}", idea, "file", file, raw, is_large=True)
    yield Case("size-fields", "a title, an outlet and an address of a million signs each", "file", "fields.jsonl",
               lambda: row(title="T" * 10**6, outlet="O" * 10**6, source="https://bote.example/" + "s" * 10**6), is_large=True)  # fmt: skip
    yield Case("size-name", "a name of 100,000 signs without a blank", "analysis",
               new=lambda: spoken("Eva" + "x" * 100_000, "„Lang“", title="L" * 50_000), is_large=True)  # fmt: skip
    yield Case("size-statement", "one statement of two million signs", "analysis",
               new=lambda: spoken("Eva Lang", "„" + "Das Wasser steigt und steigt. " * 66_000 + "“"), is_large=True)  # fmt: skip
    yield Case(
        "size-paste",
        "a paste of five million signs",
        "paste",
        fields={"text": said("ja ") + "Wort " * (HUGE // 5)},
        is_large=True,
    )


_TEXTS: dict[str, tuple[str, Callable[[], str]]] = {
    "words": ("five million signs of usual text", lambda: f"{CALM} " * (HUGE // len(CALM))),
    "line": ("nearly four million signs without a blank", lambda: said("a" * LONG)),
    "blanks": ("nearly four million blanks within a quotation", lambda: said(" " * LONG)),
    "breaks": ("a million empty lines", lambda: said("a") + "\n" * 10**6 + CALM),
    "paragraphs": ("1,500 paragraphs, each a statement", lambda: "\n\n".join([CALM] * 1_500)),
    "open": ("thousands of quotations that begin and never end", lambda: said("„" * MANY)),
    "nested": ("quotations within quotations, 100,000 deep", lambda: said("„" * DEEP + "Nein" + "“" * DEEP)),
    "mixed": ("thousands of marks of all conventions, badly nested", lambda: said("„«‚»“‹’\"" * (MANY // 8))),
    "brackets": ("thousands of brackets that nobody closes", lambda: said("([{" * (MANY // 3))),
    "titles": ("a speaker with 2,000 titles", lambda: said("ja", "Prof. Dr. " * 1_000 + "Eva Brandt")),
    "names": ("a name of 3,200 parts", lambda: said("ja", "Eva von und zu " * 800 + "Brandt")),
    "hyphens": ("a name of 2,500 hyphens", lambda: said("ja", "Eva Brandt" + "-Brandt" * 2_500)),
    "cues": ("thousands of words of speech one behind the other", lambda: said("sagte er, sagte sie, " * 700)),
    "dots": ("thousands of dots, of which each may end a sentence", lambda: said("." * MANY)),
    "backtrack": ("what makes careless patterns go back without end: a's and an exclamation mark", lambda: said("a" * 50_000 + "!" + "aaaa " * 10_000 + "\t \t" * 10_000)),
    "dates": ("hundreds of dates, of which each could be the day", lambda: said("am 31. 12. 2026 um 12.34 Uhr " * 400)),
    "digits": ("a number of 100,000 digits", lambda: said("1" * DEEP + ",50 Euro")),
    "colons": ("a thousand labels of speakers", lambda: "\n".join(f"Kabelitz: Ja {n}." for n in range(1_000))),
    "urls": ("500 addresses", lambda: said("https://bote.example/a?b=c#d " * 500)),
}  # fmt: skip
_PAGES: dict[str, tuple[str, Callable[[], str]]] = {
    "div": ("100,000 elements in each other", lambda: "<div>" * DEEP + CALM + "</div>" * DEEP),
    "inline": ("100,000 marks of emphasis in each other", lambda: "<p>" + "<b>" * DEEP + CALM),
    "tables": ("tables in tables, 3,000 deep", lambda: "<table><tr><td>" * 3_000 + CALM),
    "lists": ("lists in lists, 50,000 deep, none closed", lambda: "<ul><li>" * 50_000 + CALM),
    "attributes": ("a tag with 100,000 attributes", lambda: "<p " + " ".join(f"a{n}=1" for n in range(DEEP)) + f">{CALM}</p>"),
    "attribute": ("an attribute of three million signs", lambda: f'<p title="{"x" * 3_000_000}">{CALM}</p>'),
    "blocks": ("60,000 blocks, over which some libraries take the square of time", lambda: f"<p>{CALM}</p>" + "<p>Ja.</p>" * 60_000),
    "comments": ("100,000 comments, half of them open", lambda: "<!-- x --><!-- " * 50_000 + f"--><p>{CALM}</p>"),
    "less": ("100,000 signs that begin a tag and are none", lambda: "<" * DEEP + f"<p>{CALM}</p>"),
    "ampersands": ("100,000 signs that begin an entity", lambda: "&" * DEEP + "&#x" * 30_000 + f"<p>{CALM}</p>"),
    "forms": ("forms in forms, 20,000 deep", lambda: "<form><fieldset>" * 20_000 + CALM),
    "json": ("data for machines, nested 100,000 deep", lambda: f'<script type="application/ld+json">{"[" * DEEP}</script>'),
    "json-many": ("20,000 articles in the data for machines", lambda: '<script type="application/ld+json">' + json.dumps([{"@type": "NewsArticle", "headline": "x"}] * 20_000) + "</script>"),
    "misnested": ("20,000 marks closed in the wrong order, which make the parser copy", lambda: "<b><i><u><s>" * 5_000 + CALM + "</b></i></u></s>" * 5_000),
}  # fmt: skip


def _zip(*members: tuple[str, bytes], level: int = 9) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as made:
        for name, data in members:
            made.writestr(name, data)
    return target.getvalue()


def _tar(*members: tarfile.TarInfo, packed: str = "w:gz") -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode=packed) as made:  # type: ignore[call-overload]
        for one in members:
            made.addfile(one, io.BytesIO(said("Tar,").encode().ljust(one.size)[: one.size]) if one.isreg() else None)
    return target.getvalue()


def _member(name: str, kind: bytes = tarfile.REGTYPE, link: str = "") -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.type, made.linkname = kind, link
    made.size = 400 if kind == tarfile.REGTYPE else 0
    return made


def _nested_zip() -> bytes:
    data = said("Zip,").encode()
    for depth in range(30):
        data = _zip((f"{depth}.zip" if depth else "a.txt", data))
    return data


def _many_zip() -> bytes:
    inner = _zip(("bomb.txt", bytes(20_000_000)))
    return _zip(*((f"{n}.zip", inner) for n in range(50)))


def _overlapping_zip() -> bytes:
    """All entries of the list of members name the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.txt", "Wort " * 2_000_000)
        first = made.infolist()[0]
        for number in range(2_000):
            twin = zipfile.ZipInfo(f"a{number}.txt")
            for name in ("compress_type", "CRC", "compress_size", "file_size", "header_offset"):
                setattr(twin, name, getattr(first, name))
            made.filelist.append(twin)
    return target.getvalue()


def _lying_zip() -> bytes:
    """Its list of members says ten bytes where there are millions."""
    data = bytearray(_zip(("a.txt", b"Wort " * 2_000_000)))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(data)


def _entities(root: str, inner: str) -> bytes:
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "haha">{lines}]><{root}>{inner}</{root}>'.encode()


_ITEM = "<channel><title>F</title><item><title>&e11;</title><link>https://bote.example/1</link></item></channel>"
_FILES: dict[str, tuple[str, str, Callable[[], bytes]]] = {
    "entities-feed": ("a feed whose entities unfold to a hundred billion letters", "laughs.xml", lambda: _entities("rss", _ITEM)),
    "entities-page": ("a page with the same entities", "laughs.html", lambda: _entities("html", f"<body><p>&e11; {CALM}</p></body>")),
    "entities-square": ("one entity of 20,000 letters, named 20,000 times", "square.xml", lambda: f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e "{"a" * 20_000}">]><rss><channel><title>{"&e;" * 20_000}</title></channel></rss>'.encode()),
    "entities-file": ("a feed with an entity that names a file of this machine", "file.xml", lambda: b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><rss><channel><title>F</title><item><title>&e;</title><description>&e;</description><link>https://bote.example/1</link></item></channel></rss>'),
    "entities-elsewhere": ("a sitemap whose document type lies elsewhere", "map.xml", lambda: b'<?xml version="1.0"?><!DOCTYPE urlset SYSTEM "https://pwned.example/x.dtd"><urlset><url><loc>https://bote.example/1</loc></url></urlset>'),
    "zip": ("a zip file that unfolds to a thousand times its size", "bomb.zip", lambda: _zip(("bomb.txt", bytes(200_000_000)))),
    "zip-nested": ("thirty zip files in each other", "nested.zip", _nested_zip),
    "zip-many": ("fifty bombs in one zip file", "many.zip", _many_zip),
    "zip-overlap": ("two thousand members of a zip file that are the same bytes", "overlap.zip", _overlapping_zip),
    "zip-lies": ("a zip file that lies about the size of its member", "lies.zip", _lying_zip),
    "zip-members": ("a zip file with 1,000 empty members", "members.zip", lambda: _zip(*((f"{n}.txt", b"") for n in range(1_000)))),
    "zip-paths": ("members of a zip file whose names lead out of every folder", "paths.zip", lambda: _zip(*((name, said(f"Pfad {n},").encode()) for n, name in enumerate(("../../../../tmp/wortlaut-pwned.txt", "/etc/wortlaut-pwned.txt", "..\\..\\pwned.txt", "C:\\pwned.txt", "a/../../b.txt", "con.txt", "a\0.txt", "<b>.txt"))))),
    "gzip": ("gzip of two hundred million nulls", "bomb.txt.gz", lambda: gzip.compress(bytes(200_000_000))),
    "bzip2": ("bzip2, which packs nulls far better", "bomb.txt.bz2", lambda: bz2.compress(bytes(200_000_000))),
    "xz": ("xz that asks for much memory to be unpacked", "bomb.txt.xz", lambda: lzma.compress(bytes(20_000_000), preset=9)),
    "gzip-twice": ("gzip within gzip", "twice.txt.gz", lambda: gzip.compress(gzip.compress(bytes(100_000_000)))),
    "tar-links": ("a tar file whose members are links to files of this machine", "links.tar.gz", lambda: _tar(_member("a.txt", tarfile.SYMTYPE, "/etc/passwd"), _member("b.txt", tarfile.LNKTYPE, "../../etc/passwd"), _member("c.txt"))),
    "tar-devices": ("a tar file with devices and pipes", "devices.tar", lambda: _tar(_member("zero.txt", tarfile.CHRTYPE), _member("pipe.txt", tarfile.FIFOTYPE), _member("c.txt"), packed="w")),
    "tar-paths": ("members of a tar file whose names lead out of every folder", "paths.tar.gz", lambda: _tar(_member("../../../../tmp/wortlaut-pwned.txt"), _member("/etc/wortlaut-pwned.txt"))),
    "json-deep": ("a line of JSON nested 100,000 deep", "deep.jsonl", lambda: b"[" * DEEP + b"\n" + row()),
    "json-number": ("a number with a million digits", "number.jsonl", lambda: b'{"text": ' + b"9" * 10**6 + b"}\n" + row(title="Zahl")),
    "csv-cell": ("a cell whose quote is never closed, over three million signs", "open.csv", lambda: ("text,title\n" + f'"{CALM}",A\n' + '"' + "offen, \n" * 400_000).encode()),
    "csv-columns": ("a table of 100,000 columns", "wide.csv", lambda: ("text," + ",".join(f"c{n}" for n in range(DEEP)) + "\n" + f'"{CALM}"' + "," * DEEP + "\n").encode()),
}  # fmt: skip
