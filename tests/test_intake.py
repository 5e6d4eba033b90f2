import io
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from wortlaut.errors import FetchError, InputError
from wortlaut.intake import MAX_BYTES, Page, Source, sources

TEXT = "„Nein“, sagte Müller.\r\n"


def expand(*arguments: object, stdin: bytes = b"") -> list[Source]:
    return list(sources([str(argument) for argument in arguments], stdin=lambda: stdin))


def names(folder: Path, *arguments: object) -> list[str]:
    return [str(Path(source.path or "?").relative_to(folder)) for source in expand(*arguments)]


def message(source: Source) -> str:
    with pytest.raises(InputError) as caught:
        source.load()
    return str(caught.value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "c.jpg", ".versteckt.txt", "tief/d.HTML", "tief/.git/e.txt", "tief/f.csv"):
        path = tmp_path / "texte" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(TEXT.encode())
    return tmp_path / "texte"


def test_a_text_file_is_not_changed(folder: Path) -> None:
    article = expand(folder / "b.txt")[0].load()
    assert (article.text, article.source) == (TEXT, str(folder / "b.txt"))


def test_a_named_file_is_read_whatever_its_suffix(folder: Path) -> None:
    assert expand(folder / "tief" / "f.csv")[0].load().text == TEXT


def test_a_folder_is_read_sorted_and_without_what_is_hidden(folder: Path) -> None:
    assert names(folder, folder) == ["a.md", "b.txt", "tief/d.HTML"]


def test_a_folder_without_texts(tmp_path: Path) -> None:
    (tmp_path / "bild.jpg").touch()
    assert ".txt, .text, .md, .html, .htm, .xhtml" in message(expand(tmp_path)[0])


def test_links_in_a_circle_end(folder: Path) -> None:
    (folder / "tief" / "kreis").symlink_to(folder, target_is_directory=True)
    (folder / "tief" / "selbst").symlink_to(folder / "tief" / "selbst")
    (folder / "oben").symlink_to(folder.parent, target_is_directory=True)
    assert names(folder, folder) == ["a.md", "b.txt", "tief/d.HTML"]
    assert len(expand(folder / "**" / "*.txt")) == 1


def test_a_link_to_another_folder_is_followed_once(folder: Path) -> None:
    other = folder.parent / "andere"
    other.mkdir()
    (other / "x.txt").write_text(TEXT)
    for link in ("eins", "zwei"):
        (folder / link).symlink_to(other, target_is_directory=True)
    assert names(folder, folder).count("eins/x.txt") == 1 and "zwei/x.txt" not in names(folder, folder)


def test_patterns(folder: Path) -> None:
    assert names(folder, folder / "*.txt") == ["b.txt"]
    assert names(folder, folder / "[ab].*") == ["a.md", "b.txt"]
    assert names(folder, folder / "**" / "*.*") == ["a.md", "b.txt", "c.jpg", "tief/d.HTML", "tief/f.csv"]
    assert names(folder, folder / ".v*") == [".versteckt.txt"]


def test_a_pattern_relative_to_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert [source.name for source in expand("t*/*.HTML", "b.txt")] == ["tief/d.HTML", "b.txt"]


@pytest.mark.parametrize(("pattern", "what"), [("*.xml", "no file"), ("ti*", "only folders"), ("a**b", "pattern")])
def test_a_pattern_without_a_file(folder: Path, pattern: str, what: str) -> None:
    error = message(expand(folder / pattern)[0])
    assert pattern in error and what in error


def test_a_file_whose_name_looks_like_a_pattern(folder: Path) -> None:
    (folder / "[a].txt").write_text("anders")
    assert expand(folder / "[a].txt")[0].load().text == "anders"


def test_errors_do_not_stop_the_others(folder: Path) -> None:
    found = expand(folder / "fehlt.txt", "", "a\0b", folder / "b.txt")
    assert "there is no such file" in message(found[0])
    assert [source.problem is None for source in found] == [False, False, False, True]
    assert found[-1].load().text == TEXT


def test_expansion_is_lazy(folder: Path) -> None:
    def no_stdin() -> bytes:
        raise AssertionError("read too early")

    first = next(iter(sources([str(folder), "-"], stdin=no_stdin)))
    assert first.path == str(folder / "a.md")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "it is empty"),
        (b" \r\n\t\xc2\xa0\n", "nothing but white space"),
        (b"\xef\xbb\xbf", "nothing but white space"),
        (b"\xff\xfe", "nothing but white space"),
        (b"%PDF-1.4", "a PDF file"),
    ],
)
def test_files_that_hold_no_text(tmp_path: Path, data: bytes, what: str) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    error = message(expand(path)[0])
    assert error.startswith(f"{path}: ") and what in error


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.touch()
    os.truncate(path, MAX_BYTES + 1)
    assert "larger than 100 MB" in message(expand(path)[0])


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_permission_denied(folder: Path) -> None:
    (folder / "b.txt").chmod(0)
    (folder / "tief").chmod(0)
    found = expand(folder)
    (folder / "tief").chmod(0o755)
    assert "permission" in message(found[1]) and "permission" in message(found[2])


def test_a_denied_file_is_explained(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> io.BytesIO:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    assert "permission to read it is denied" in message(expand(folder / "b.txt")[0])


def test_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"m\xfcller.txt")).write_text(TEXT)
    (source,) = expand(tmp_path)
    assert source.name.endswith("m\ufffdller.txt") and "sagte" in source.load().text


def test_standard_input() -> None:
    text, again = expand("-", "-", stdin=TEXT.encode("cp1252"))
    assert (text.load().text, text.load().source) == (TEXT, "standard input")
    assert "named twice" in message(again)


def test_html_from_standard_input() -> None:
    html = "<!doctype html><title>Rat</title><p>Der Rat sagte am Montag, er tage nun.</p>"
    article = expand("-", stdin=html.encode("utf-16"))[0].load()
    assert (article.text, article.title) == ("Der Rat sagte am Montag, er tage nun.", "Rat")


def test_a_pipe_is_read_at_once() -> None:
    read, write = os.pipe()
    os.write(write, TEXT.encode())
    os.close(write)
    (source,) = expand(f"/dev/fd/{read}")
    os.close(read)
    assert source.load().text == TEXT


def test_sources_can_be_pickled(folder: Path) -> None:
    for source in expand(folder, "-", "fehlt", "https://beispiel.de/", stdin=b"x"):
        assert pickle.loads(pickle.dumps(source)) == source


def test_an_address_is_fetched_when_it_is_loaded() -> None:
    (source,) = expand("HTTPS://beispiel.de/rat")
    html = "<p>Der Bürgermeister sagte am Montag, er tage.".encode("cp1252")

    def fetch(url: str) -> Page:
        assert url == "HTTPS://beispiel.de/rat"
        return Page(html, "https://www.beispiel.de/rat.html", "iso-8859-1", is_html=True)

    article = source.load(fetch=fetch)
    assert article.text == "Der Bürgermeister sagte am Montag, er tage."
    assert (article.source, article.outlet) == ("https://www.beispiel.de/rat.html", "beispiel.de")


def test_plain_text_from_the_web_stays_plain() -> None:
    (source,) = expand("http://beispiel.de/x")
    text = "<p>Das ist kein HTML."
    assert source.load(fetch=lambda url: Page(text.encode(), url, None, is_html=False)).text == text


@pytest.mark.parametrize("url", ["ftp://beispiel.de/x", "file:///etc/passwd", "http://127.0.0.1/x"])
def test_addresses_that_are_refused(url: str) -> None:
    with pytest.raises(FetchError):
        expand(url)[0].load()


def test_importing_intake_is_light() -> None:
    heavy = {"trafilatura", "lxml", "http.client", "urllib.request", "ssl", "charset_normalizer"}
    code = f"import wortlaut.intake.sources, sys; print(sorted({heavy!r} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
