import bz2
import gzip
import io
import lzma
import pickle
import struct
import tarfile
import zipfile
from pathlib import Path

import pytest

from wortlaut.errors import InputError
from wortlaut.intake import Source, bundles, originals, sources, unpacking

HTML = "<!doctype html><title>Rat</title><p>Der Rat sagte am Montag, er tage nun.</p>".encode("cp1252")
TEXT = "„Nein“, sagte Müller.\r\n".encode("cp1252")


def read(path: Path) -> list[Source]:
    return list(sources([str(path)], stdin=lambda: b""))


def message(source: Source) -> str:
    with pytest.raises(InputError) as caught:
        source.load()
    return str(caught.value)


def zipped(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def tarred(path: Path, members: dict[str, bytes], mode: str = "w") -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


MEMBERS = {
    "tief/rat.html": HTML,
    "./nein.txt": TEXT,
    "bild.jpg": b"\xff\xd8\xff",
    "__MACOSX/tief/._rat.html": b"x",
    ".git/a.txt": b"x",
    "t.csv": b"text;id\nEr kam.;a\n",
    "t.jsonl.gz": gzip.compress(b'{"text":"Er ging."}\n'),
}


@pytest.mark.parametrize("kind", ["zip", "tar", "tar.gz", "tgz", "tar.bz2", "tar.xz"])
def test_members(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"a.{kind}"
    if kind == "zip":
        zipped(path, MEMBERS)
    else:
        tarred(path, MEMBERS, {"tar": "w", "tgz": "w:gz"}.get(kind, f"w:{kind[4:]}"))
    found = read(path)
    assert [source.key.removeprefix(str(path)) for source in found] == [
        "!/tief/rat.html", "!/nein.txt", "!/t.csv#id=a", "!/t.jsonl.gz#1",
    ]  # fmt: skip
    articles = [pickle.loads(pickle.dumps(source)).load() for source in found]
    assert [article.text for article in articles] == [
        "Der Rat sagte am Montag, er tage nun.", TEXT.decode("cp1252"), "Er kam.", "Er ging.",
    ]  # fmt: skip
    assert (articles[0].title, articles[0].source, found[0].data) == ("Rat", f"{path}!/tief/rat.html", HTML)


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_names_that_lead_out(tmp_path: Path, pack: object) -> None:
    names = ["../../etc/a.txt", "/etc/b.txt", "c\\..\\..\\d.txt", "e\x1b[2J.txt"]
    path = tmp_path / ("a.zip" if pack is zipped else "a.tar")
    pack(path, dict.fromkeys(names, TEXT))  # type: ignore[operator]
    found = read(path)
    assert ["leads out" in (source.problem or "") for source in found] == [True, False, True, False]
    assert found[1].key == f"{path}!/etc/b.txt" and "\x1b" not in found[3].key
    assert sorted(path.parent.rglob("*")) == [path]


def test_links_in_a_tar_file_are_left_out(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_bytes(TEXT)
    path = tmp_path / "a.tar"
    with tarfile.open(path, "w") as archive:
        for name, kind in (("a.txt", tarfile.SYMTYPE), ("b.txt", tarfile.LNKTYPE), ("c.txt", tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, str(secret)
            archive.addfile(info)
    assert "holds no file that ends in" in message(read(path)[0])


def test_archives_within_archives(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "i.zip", {"a.txt": TEXT}).read_bytes()
    found = read(zipped(tmp_path / "a.zip", {"i.zip": inner, "i.tar.gz": inner, "b.txt": TEXT}))
    assert ["archive within an archive" in (source.problem or "") for source in found] == [True, True, False]


@pytest.mark.parametrize("kind", ["zip", "tar.gz", "tar.bz2", "tar.xz", "jsonl.gz", "csv.gz"])
def test_a_bomb_does_not_unfold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr(unpacking, "SMALL", 2_000_000)
    lines = (b"text\n" if "csv" in kind else b"") + (b" " * 10_000 + b"\n") * 1_000
    members = {"a.txt": b"Gut.", **{f"{n}.txt": bytes(1_000_000) for n in range(20)}}
    path = tmp_path / f"a.{kind}"
    if kind == "zip":
        zipped(path, members)
    elif kind.startswith("tar"):
        tarred(path, members, f"w:{kind[4:]}")
    else:
        path.write_bytes(gzip.compress(lines))
    assert any("unfolds to more than" in (source.problem or "") for source in sources([str(path)], stdin=lambda: b""))


def test_a_member_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundles, "MAX_BYTES", 100)
    for path in (zipped(tmp_path / "a.zip", {"a.txt": b"x" * 101, "b.txt": TEXT}),):
        big, small = read(path)
        assert "larger than" in message(big) and small.problem is None


def test_a_list_of_members_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = zipped(tmp_path / "a.zip", {f"{n:0200}.txt": b"" for n in range(1_000)})
    monkeypatch.setattr(bundles, "MAX_DIRECTORY", 100_000)
    assert "its list of members is longer" in message(read(path)[0])


def test_a_zip_file_whose_list_lies(tmp_path: Path) -> None:
    data = bytearray(zipped(tmp_path / "a.zip", {"a.txt": TEXT}).read_bytes())
    at = data.rindex(b"PK\x05\x06") + 12
    data[at : at + 4] = struct.pack("<I", 0xFFFFFFF0)
    (tmp_path / "a.zip").write_bytes(data)
    assert "a.zip: " in message(read(tmp_path / "a.zip")[0])


def test_damaged_members_cost_themselves_only(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": b"Anfang und Ende.", "b.txt": TEXT}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"Anfang", b"Unfang", 1))
    bad, good = read(path)
    assert "cannot be unpacked" in message(bad) and good.load().text


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.tar.xz", "a.jsonl.gz", "a.warc.gz"])
@pytest.mark.parametrize("data", [b"", b"unsinn", b"\x1f\x8b\x08\x00", b"PK\x03\x04", b"\xfd7zXZ\x00", bytes(512)])
def test_files_that_are_not_what_they_are_called(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    for source in read(path):
        assert str(path) in message(source)


def test_a_tar_file_that_is_cut_off_or_damaged(tmp_path: Path) -> None:
    path = tarred(tmp_path / "a.tar", {"a.txt": TEXT, "b.txt": TEXT * 100})
    whole = path.read_bytes()
    for broken in (whole[:2_000], whole[: 512 * 2], whole[:1024] + b"\xff" * 512 + whole[1536:]):
        path.write_bytes(broken)
        found = read(path)
        assert found[0].load().text and "a.tar" in message(found[-1])


def test_tar_headers_that_make_much_of_little(tmp_path: Path) -> None:
    for kind, size in (
        (tarfile.XHDTYPE, 2_000_000),
        (tarfile.GNUTYPE_LONGNAME, 2**33 - 1),
        (tarfile.GNUTYPE_SPARSE, 9),
    ):
        info = tarfile.TarInfo("a.txt")
        info.type, info.size = kind, size
        (tmp_path / "a.tar").write_bytes(info.tobuf(tarfile.GNU_FORMAT) + bytes(10_240))
        assert "sparse or has a name longer" in message(read(tmp_path / "a.tar")[0])


def test_xz_that_asks_for_much_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MAX_XZ_MEMORY", 1_000_000)
    filters = [{"id": lzma.FILTER_LZMA2, "dict_size": 2**22}]
    (tmp_path / "a.jsonl.gz").write_bytes(lzma.compress(b'{"text":"Gut."}', filters=filters))
    assert "emory" in message(read(tmp_path / "a.jsonl.gz")[0])


def test_bzip2_is_known_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(bz2.compress(b'{"text":"Gut."}'))
    assert read(tmp_path / "a.jsonl")[0].load().text == "Gut."


def test_a_folder_holds_all_kinds(tmp_path: Path) -> None:
    zipped(tmp_path / "a.zip", {"x.txt": TEXT})
    (tmp_path / "b.csv").write_text("text\nEr kam.\n")
    (tmp_path / "c.csv").write_text("preis;menge\n1;2\n3;4\n")
    (tmp_path / "d.xml").write_text("<haus/>")
    (tmp_path / "e.xml").write_text("<rss><channel><item><link>https://elbbote.example/a</link></item></channel></rss>")
    found = read(tmp_path)
    assert [source.key.removeprefix(str(tmp_path)) for source in found] == [
        "/a.zip!/x.txt", "/b.csv#2", "https://elbbote.example/a",
    ]  # fmt: skip
    assert found[2].url == "https://elbbote.example/a"


def test_originals_are_the_same_as_the_source(tmp_path: Path) -> None:
    for source in read(tarred(tmp_path / "a.tar", MEMBERS)):
        assert source.data is not None
        again = originals.reload(source.data, key=source.key, media=source.media, name=source.name, given=source.given)
        assert again == source.load()
