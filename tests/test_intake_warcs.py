import gzip
import io
import pickle
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from wortlaut.errors import InputError
from wortlaut.intake import Source, sources, unpacking, warcs

HTML = "<!doctype html><title>Rat</title><p>Der Rat sagte am Montag, er tage nun für Änne.</p>".encode("cp1252")


def read(path: Path) -> list[Source]:
    return list(sources([str(path)], stdin=lambda: b""))


def message(source: Source) -> str:
    with pytest.raises(InputError) as caught:
        source.load()
    return str(caught.value)


def warc(path: Path, *, packed: bool = False) -> Path:
    """Two pages, and beside them all that is none."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=packed)

    def answer(url: str, body: bytes, status: str = "200 OK", **headers: str) -> None:
        given = [(name.replace("_", "-"), value) for name, value in headers.items()]
        http = StatusAndHeaders(status, given, protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=http))

    kind = {"Content_Type": "text/html; charset=iso-8859-1"}
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "x"}))
    answer("https://elbbote.example/a?utm_source=x", HTML, **kind)
    answer("https://elbbote.example/weg", HTML, "404 Not Found", **kind)
    answer("https://elbbote.example/bild", b"\xff\xd8", Content_Type="image/jpeg")
    answer("https://elbbote.example/robots.txt", b"User-agent: *", Content_Type="text/plain")
    answer("https://elbbote.example/leer", b"", **kind)
    chunks = b"%x\r\n%b\r\n0\r\n\r\n" % (len(gzip.compress(HTML, mtime=0)), gzip.compress(HTML, mtime=0))
    answer("https://elbbote.example/b", chunks, Transfer_Encoding="chunked", Content_Encoding="gzip", **kind)
    text = writer.create_warc_record(
        "https://elbbote.example/c",
        "conversion",
        payload=io.BytesIO(b"Er schwieg."),
        warc_content_type="text/plain",
    )
    writer.write_record(text)
    path.write_bytes(file.getvalue())
    return path


@pytest.mark.parametrize("packed", [False, True])
def test_pages(tmp_path: Path, packed: bool) -> None:
    first, second, third = read(warc(tmp_path / ("a.warc.gz" if packed else "a.warc"), packed=packed))
    assert [first.key, second.key, third.key] == [f"https://elbbote.example/{name}" for name in "abc"]
    article = pickle.loads(pickle.dumps(first)).load()
    assert (article.text, article.title) == ("Der Rat sagte am Montag, er tage nun für Änne.", "Rat")
    assert (article.source, article.published) == ("https://elbbote.example/a?utm_source=x", None)
    assert (second.data, second.media) == (HTML, "text/html; charset=iso-8859-1")
    assert third.load().text == "Er schwieg."


def test_one_gzip_around_all_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(warc(tmp_path / "a.warc").read_bytes()))
    assert len(read(path)) == 3


def test_damage_costs_one_record(tmp_path: Path) -> None:
    path = warc(tmp_path / "a.warc")
    path.write_bytes(b"unsinn\r\n" + path.read_bytes())
    bad, *good = read(path)
    assert "record 1: a record begins where none should" in message(bad) and len(good) == 3


def test_a_record_without_length(tmp_path: Path) -> None:
    path = warc(tmp_path / "a.warc")
    path.write_bytes(b"WARC/1.0\r\nWARC-Type: response\r\n\r\n" + path.read_bytes())
    bad, *good = read(path)
    assert "no Content-Length" in message(bad) and len(good) == 3


def test_a_file_that_is_cut_off(tmp_path: Path) -> None:
    path = warc(tmp_path / "a.warc")
    path.write_bytes(path.read_bytes()[:-20])
    assert "the file ends within it" in message(read(path)[-1])


def test_lengths_that_lie(tmp_path: Path) -> None:
    path = warc(tmp_path / "a.warc")
    whole = path.read_bytes()
    for wrong in (b"Content-Length: 5\r\n", b"Content-Length: 99999999999999\r\n"):
        start = whole.index(b"Content-Length", whole.index(b"/a?utm"))
        end = whole.index(b"\r\n", start) + 2
        path.write_bytes(whole[:start] + wrong + whole[end:])
        assert any(str(path) in (source.problem or "") for source in read(path))


def test_headers_without_end_are_bounded(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"WARC/1.0\r\n" + b"X: y\r\n" * 100_000)
    assert "no end" in message(read(path)[0])
    http = b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 10_000 + b"\r\n"
    path.write_bytes(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n" % (len(http), http))
    assert "HTTP header is longer" in message(read(path)[0])


def test_a_page_that_unfolds_too_far(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warcs, "MAX_BYTES", 2_000)
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=False)
    headers = [("Content-Type", "text/html"), ("Content-Encoding", "gzip")]
    http = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
    payload = io.BytesIO(gzip.compress(bytes(100_000)))
    writer.write_record(
        writer.create_warc_record("https://elbbote.example/a", "response", payload=payload, http_headers=http)
    )
    (tmp_path / "a.warc").write_bytes(file.getvalue())
    assert "it is larger than" in message(read(tmp_path / "a.warc")[0])


def test_a_bomb_does_not_unfold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "SMALL", 1_000_000)
    path = tmp_path / "a.warc.gz"
    path.write_bytes(
        gzip.compress(b"WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 50000000\r\n\r\n" + bytes(5_000_000))
    )
    assert "unfolds to more than" in message(read(path)[-1])


def test_no_page_at_all(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(b"")
    assert "holds no HTML page" in message(read(tmp_path / "a.warc")[0])


def test_nothing_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = warc(tmp_path / "a.warc")
    path.write_bytes(path.read_bytes().replace(b"\r\n\r\nWARC", b"\r\nX\r\nWARC"))
    read(path)
    assert capsys.readouterr() == ("", "")
