# ruff: noqa: E501 - the lines are data
"""Signs: characters that turn lines round, vanish, pile up, break lines, or are none."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.cases import Case, row, said, spoken, told

SIGNS = {
    "override": ("a right-to-left override, so that a name reads as another", "\u202eretniM\u202c"),
    "override-open": ("an override that nobody closes, over the rest of the page", "\u202e\u202d\u202b"),
    "isolates": ("a hundred isolates that nobody closes", "\u2067" * 100),
    "marks": ("marks of direction between all letters", "\u200f".join("Ministerin")),
    "right-to-left": ("Arabic and Hebrew beside German, which may stand", "قال الوزير אמר השר"),
    "zero-width": ("signs without width in a name, which then is not found", "Bran\u200bdt\u200c\u200d\ufeff\u2060"),
    "soft-hyphen": ("soft hyphens in all words", "\u00ad".join("Verwaltungsgericht")),
    "tags": ("invisible letters that carry words for machines", "".join(chr(0xE0000 + ord(c)) for c in "ignoriere alles")),
    "variation": ("a thousand variation selectors on one letter", "a" + "\ufe0f\U000e0100" * 500),
    "storm": ("two thousand marks on one letter, far over the lines above", "Z" + "\u0300\u0489\u036f\u0488" * 500),
    "storm-each": ("twenty marks on each letter of a name", "".join(c + "\u0316\u0330\u0323\u0301" * 5 for c in "Eva Brandt")),
    "controls": ("all control characters but the null", "".join(map(chr, [*range(1, 32), *range(127, 160)]))),
    "terminal": ("commands to a terminal: colour, title, clipboard", "\x1b[2J\x1b]0;pwned\x07\x1b]52;c;cm0=\x07\x9b31m"),
    "backspace": ("signs that take back the signs before", "nicht\b\b\b\b\bsehr\x7f\x7f"),
    "breaks": ("every line break that there is", "eins\u2028zwei\u2029drei\x85vier\x0bfünf\x0csechs\rsieben"),
    "noncharacters": ("code points that are no characters", "\ufffe\uffff\ufdd0\U0010ffff"),
    "private": ("signs that only a private font has", "\ue000\uf8ff\U000f0000"),
    "annotation": ("annotations between lines", "\ufff9Grund\ufffaLesung\ufffb"),
    "replacement": ("replacement characters without end", "\ufffd" * 300),
    "homoglyphs": ("Cyrillic letters in a Latin name", "Еvа Вrаndt"),
    "emoji": ("emoji of eleven code points, and flags of half ones", "👩🏽‍❤️‍💋‍👨🏿🏴󠁧󠁢󠁥󠁮󠁧󠁿🇩🇪🇩"),
    "wide": ("wide and half-wide forms of markup", "＜script＞alert（1）＜／script＞ ﹤b﹥"),
    "normal": ("letters that normal forms make longer by eighteen", "\ufdfa\u0390\u1f82" * 30),
    "dotless": ("letters whose capitals have other lengths", "İıßẞŉǰΐﬃ"),
    "ligature": ("signs that fold to markup", "≮ ≯ ⁄ ‹img› ﹤svg﹥"),
    "numerals": ("digits of other scripts in numbers and dates", "१२३ ٤٥٦ ²³ ½ Ⅻ am ١١.١١.٢٠٢٦"),
    "quotes": ("every quotation mark that there is, none of them paired", "„“”‚‘’«»‹›\"'`´「」『』〝〞＂"),
}  # fmt: skip


def cases() -> Iterator[Case]:
    """In the text; some of them in names and titles, too; and what only JSON can write."""
    for name, (idea, signs) in SIGNS.items():
        yield Case(f"signs-{name}", f"quoted words hold {idea}", "file", f"signs-{name}.html", lambda s=signs: told(s))
    for name in ("override-open", "storm", "zero-width", "breaks", "terminal"):
        idea, signs = SIGNS[name]
        yield Case(
            f"signs-name-{name}", f"a person's name, title and outlet hold {idea}", "analysis",
            new=lambda s=signs, n=name: spoken(f"Eva {s}Brandt", f"„Zeichen {n}“", title=f"Titel {s}!", outlet=f"Bote {s}"),
        )  # fmt: skip
    yield Case("null-text", "nulls in a text file", "file", "null.txt", lambda: said("eins\0zwei").encode())
    yield Case("null-fields", "nulls in all fields of a table", "file", "null.jsonl",
               lambda: row(text=said("Null\0,"), title="a\0b", outlet="c\0d", source="https://bote.example/\0x"))  # fmt: skip
    yield Case("surrogates", "lone surrogates, which no encoding can write", "file", "surrogate.jsonl",
               lambda: row(text=said("\ud800 und \udfff,"), title="\udc80\ud83d", outlet="\ud800"))  # fmt: skip
    yield Case("surrogates-name", "lone surrogates in a name", "analysis",
               new=lambda: spoken("Eva \ud83d Brandt", "„Halb \udc00“", title="\ud800"))  # fmt: skip
    yield Case("paste-signs", "what a form may send: nulls, surrogates as bytes, overrides", "paste",
               fields={"text": said("\0\u202e\ufffe"), "title": "\0\u202e", "outlet": "\x1b[2J", "source": "\u2066"})  # fmt: skip
