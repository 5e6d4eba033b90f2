import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.errors import InputError
from wortlaut.intake import decode
from wortlaut.intake.decoding import declared_charset

GERMAN = (
    "Änne Groß, Bürgermeisterin in Überlingen, erklärte: „Das können wir nicht – es kostet zu viel.“ Ob sie’s weiß?"
)
PLAIN = 'Änne Groß, Bürgermeisterin in Überlingen, erklärte: "Das können wir nicht." Ob sie es weiß?'


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_german_text(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding)) == GERMAN


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "iso8859-1", "iso8859-15", "cp850", "mac-roman"])
def test_german_umlauts(encoding: str) -> None:
    assert decode(PLAIN.encode(encoding)) == PLAIN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Es kostet 3 €, sagte er.", "cp1252"),
        ("Es kostet 3 €, sagte er.", "iso8859-15"),
        ("»Nein«, sagte sie. «Doch», sagte er.", "cp1252"),
        ("Spaß", "cp1252"),
        ("Das Café öffnet, so René François.", "cp1252"),
        ("Das Café öffnet, so René François.", "cp850"),
        ("Müller", "cp850"),
        ("B\u00e4r", "mac-roman"),
        ("‚Ja‘, sagte er … und ging.", "cp1252"),
    ],
)
def test_little_text_in_an_8_bit_charset(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_mark_is_not_part_of_the_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + GERMAN.encode(encoding)) == GERMAN


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding)) == GERMAN


def test_broken_utf8_keeps_all_but_the_broken_bytes() -> None:
    data = "Für Überlingen erklärte Müller".encode().replace("ä".encode(), b"\xc3")
    assert decode(data) == "Für Überlingen erkl\ufffdrte Müller"


def test_declared_charset_is_used() -> None:
    text = "Příliš žluťoučký kůň"
    assert decode(text.encode("iso8859-2"), "ISO-8859-2") == text


@pytest.mark.parametrize("label", ["iso-8859-1", "latin1", "us-ascii"])
def test_latin1_is_read_as_browsers_read_it(label: str) -> None:
    assert decode("„Nein“ – 3 €".encode("cp1252"), label) == "„Nein“ – 3 €"


@pytest.mark.parametrize("label", ["zlib", "hex", "unicode_escape", "utf-7", "klingonisch", "a\0b", "utf-8", "cp1258"])
def test_useless_declaration_is_ignored(label: str) -> None:
    assert decode("Müller: „Nein“".encode("cp1252"), label).startswith("Müller")


def test_valid_utf8_goes_before_a_wrong_declaration() -> None:
    assert decode("Müller".encode(), "iso-8859-1") == "Müller"


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (b'<meta charset="ISO-8859-15">', "iso-8859-15"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "windows-1252"),
        (b'<?xml version="1.0" encoding="utf-8"?>', "utf-8"),
        (b'<meta charset="utf-16">', None),
        (b"<p>Text", None),
    ],
)
def test_declared_charset(data: bytes, charset: str | None) -> None:
    assert declared_charset(data) == charset


@pytest.mark.parametrize(
    "text", ["a\r\nb\rc\nd", "Er\0sagte es.", "\x01\x1b[0m Text und mehr Text", "\u2028שלום 😀 e\u0301"]
)
def test_no_code_point_is_changed(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n", "a PDF file"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive or an office document"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "an image"),
        (b"\x1f\x8b\x08\x00", "a packed file"),
        (b"{\\rtf1\\ansi", "an RTF document"),
        (b"SQLite format 3\x00", "an SQLite database"),
        (bytes(range(256)) * 4, "a binary file"),
        (b"\0" * 100, "a binary file"),
    ],
)
def test_what_is_no_text(data: bytes, what: str) -> None:
    with pytest.raises(InputError, match=rf"bild\.dat: this (is|seems to be) {what}"):
        decode(data, name="bild.dat")


@pytest.mark.parametrize("text", ["MZ-Redaktion: Nein.", "ID3 heißt der Wagen.", "PK heute abgesagt", "BZh", "II*"])
def test_text_that_begins_like_another_format(text: str) -> None:
    assert decode(text.encode()) == text


@given(st.binary(max_size=300), st.none() | st.sampled_from(["utf-8", "latin1", "utf-16", "cp1253", "x"]))
def test_any_bytes_are_decoded_or_refused(data: bytes, declared: str | None) -> None:
    try:
        assert isinstance(decode(data, declared), str)
    except InputError as error:
        assert "input: this" in str(error)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_round_trip(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@given(st.text(st.sampled_from("aäöüÄÖÜß „“»«–.,n"), max_size=60), st.sampled_from(["utf-16-le", "utf-16-be", "utf-8"]))
def test_round_trip_with_a_mark(text: str, encoding: str) -> None:
    assert decode(("\ufeff" + text).encode(encoding)) == text
