"""decode(): bytes to text. Nothing is translated or dropped but the byte order mark."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from wortlaut.errors import InputError

# Longest first: the mark of UTF-32 LE begins with that of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Whatever else Python calls a codec (zlib, hex, unicode_escape, utf-7 ...) is no way to declare a text.
_DECLARABLE = re.compile(
    r"utf-8|utf-16(-[lb]e)?|utf-32(-[lb]e)?|iso8859-\d+|cp125\d|cp437|cp850|cp858|mac-roman|koi8-[ru]"
)
# Browsers read these labels as Windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels).
_AS_CP1252 = {"iso8859-1", "ascii", "cp1252"}
_CP1252 = "".join(
    bytes([byte]).decode("cp1252", "ignore") or chr(byte)  # the five undefined bytes stay control characters
    for byte in range(256)
)
_CANDIDATES = ("cp1252", "iso8859-15", "cp850", "mac-roman")  # the first wins a tie
_GERMAN = re.compile(
    r"(?<=[A-Za-zÄÖÜäöüß])[äöüß]|[ÄÖÜäöü](?=[A-Za-zäöüß])|[éèêáàâçñóôúíëïåø](?=[a-z])|(?<=[a-z])[éèêáàâçñóôúíëïåø]"
    r"|[„‚«»‹›](?!\w)|(?<!\w)[„‚«»‹›]|[“”‘](?!\w)|(?<!\w)[“”‘]|’|[–—…§€°·](?![a-z])"
)
_UMLAUT = re.compile(r"[A-Za-zÄÖÜäöüß][äöüß]")  # counts twice: in some charsets the same byte is an accented letter
_SAMPLE = 1_000_000  # bytes that the guess looks at

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9._:\-]{2,40})""", re.IGNORECASE)

_MAGIC = (
    (re.compile(rb"%PDF-"), "a PDF file", "extract its text first, for example with pdftotext"),
    (
        re.compile(rb"PK\x03\x04"),
        "a ZIP archive or an office document (.docx, .odt)",
        "unpack it, or save the document as plain text",
    ),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "an old Word or Excel document", "save it as plain text"),
    (re.compile(rb"\{\\rtf"), "an RTF document", "save it as plain text"),
    (
        re.compile(rb"\xff\xd8\xff|\x89PNG\r\n|GIF8[79]a|RIFF....WEBP|II\*\x00|MM\x00\*", re.DOTALL),
        "an image",
        "recognise its text (OCR) first",
    ),
    (re.compile(rb"\x1f\x8b\x08|BZh[1-9]1AY|\xfd7zXZ|7z\xbc\xaf|Rar!\x1a\x07"), "a packed file", "unpack it first"),
    (
        re.compile(rb"ID3[\x02-\x04]|....ftyp|OggS|RIFF....(?:WAVE|AVI )", re.DOTALL),
        "a sound or film",
        "transcribe it first",
    ),
    (re.compile(rb"SQLite format 3\x00"), "an SQLite database", "export its texts first"),
    (re.compile(rb"\x7fELF|MZ[\x00-\x90]\x00"), "a program", "name a text or HTML file"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\x80-\x84\x86-\x9f]")
_CONTROL_SAMPLE = 65_536  # code points
_CONTROL_SHARE = 0.05  # random bytes hold about 0.2, text with stray control characters far less


def decode(data: bytes, declared: str | None = None, name: str = "input") -> str:
    """The text of some bytes, code point by code point: no line end is translated, only a byte order mark is left out.

    Order of trust: byte order mark, UTF-16 without one (every other byte is NUL), valid UTF-8, the `declared` charset
    (a label such as "iso-8859-1"; an unknown one is ignored), UTF-8 with a few broken bytes (each becomes U+FFFD), and
    at last the 8-bit charset that reads most like German. Valid UTF-8 goes before the declaration because text in
    another charset is hardly ever valid UTF-8 by chance, while wrong declarations are common.

    Raises InputError, naming `name`, where the bytes are no text (PDF, image, archive, program ...).

    >>> decode("Müller sagte: „Nein“".encode("cp1252"))
    'Müller sagte: „Nein“'
    """
    for magic, what, remedy in _MAGIC:
        if magic.match(data):
            raise InputError(f"{name}: this is {what}, not text; {remedy}", "no-text")
    text = _decoded(data, declared)
    sample = text[:_CONTROL_SAMPLE]
    controls = len(_CONTROL.findall(sample))
    if controls > max(2, _CONTROL_SHARE * len(sample)):
        raise InputError(
            f"{name}: this seems to be a binary file, not text ({controls} of its first {len(sample)} characters are "
            "control characters); name a text or HTML file",
            "no-text",
        )
    return text


def declared_charset(data: bytes) -> str | None:
    """The charset that an HTML or XML document declares in its first 2,048 bytes, or None.

    >>> declared_charset(b'<html><meta charset="iso-8859-1">')
    'iso-8859-1'
    """
    found = _CHARSET.search(data[:2048])
    label = found[1].decode("ascii").lower() if found else None
    # A declaration that can be read as ASCII stands in no UTF-16 text (WHATWG HTML, "prescan a byte stream").
    return None if label is None or label.startswith(("utf-16", "utf-32")) else label


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    wide = _unmarked_utf16(data)
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _as_declared(data, declared) or _broken_utf8(data) or _eight_bit(data, _guess(data[:_SAMPLE]))


def _unmarked_utf16(data: bytes) -> str | None:
    sample = data[: 4096 & ~1]
    pairs = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if pairs < 4 or len(data) % 2:
        return None
    if odd > 0.7 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * pairs and odd < 0.05 * pairs else None


def _as_declared(data: bytes, declared: str | None) -> str | None:
    if not declared:
        return None
    try:
        encoding = codecs.lookup(declared).name
        if encoding in _AS_CP1252:
            return _eight_bit(data, "cp1252")
        return data.decode(encoding) if _DECLARABLE.fullmatch(encoding) else None
    except (LookupError, ValueError):  # an unknown label, or bytes that do not follow the declaration
        return None


def _broken_utf8(data: bytes) -> str | None:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    # In 8-bit text hardly any neighbours happen to form a UTF-8 sequence; in damaged UTF-8 most sequences are whole.
    whole = _beyond_ascii(text) - broken
    return text if whole >= broken else None


def _guess(sample: bytes) -> str:
    def likeness(encoding: str) -> int:
        text = _eight_bit(sample, encoding)
        return (
            2 * len(_GERMAN.findall(text))
            + len(_UMLAUT.findall(text))
            - _beyond_ascii(text)
            - len(_CONTROL.findall(text))
        )

    return max(_CANDIDATES, key=likeness)


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _eight_bit(data: bytes, encoding: str) -> str:
    if encoding == "cp1252":
        return codecs.charmap_decode(data, "strict", _CP1252)[0]
    return data.decode(encoding)


def line_decoder(sample: bytes) -> Callable[[bytes], str]:
    """What decodes the lines of a file, each for itself: as UTF-8, else in the 8-bit charset of the file's `sample`.

    >>> line_decoder("Müller;Groß".encode("cp1252"))("Änne".encode("cp1252"))
    'Änne'
    """
    encoding = _guess(sample[:_SAMPLE])

    def decoded(line: bytes) -> str:
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            return _eight_bit(line, encoding)

    return decoded
