import json
import pickle
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.test_intake_fetching import HERE, Site
from wortlaut.errors import InputError
from wortlaut.intake import Columns, Given, Polite, Source, gathered, gathering, reload
from wortlaut.intake.visits import Visit


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.server.shutdown()
    site.server.server_close()


@dataclass
class Memory:
    """An archive as far as visits go."""

    visits: dict[str, Visit] = field(default_factory=dict)

    def seen(self, key: str) -> Visit | None:
        return self.visits.get(key)

    def keep(self, found: list[Source]) -> list[Source]:
        self.visits |= {source.visit.key: source.visit for source in found if source.visit}
        return found


def polite(**options: int) -> Polite:
    return Polite(HERE, sleep=lambda _: None, pause=0, retries=0, **options)


def gather(memory: Memory, *arguments: object, **options: object) -> list[Source]:
    return list(
        gathered([*map(str, arguments)], stdin=lambda: b"", fetcher=polite(), visits=memory, **options)  # type: ignore[arg-type]
    )


def kinds(found: list[Source]) -> list[str]:
    return [
        "problem" if s.problem else "unchanged" if s.unchanged else "note" if s.is_note else s.key.rpartition("/")[2]
        for s in found
    ]


def message(source: Source) -> str:
    with pytest.raises(InputError) as caught:
        source.load()
    return str(caught.value)


def article(name: str) -> bytes:
    return f"<!doctype html><title>{name}</title><p>Der Rat sagte am Montag zu {name}, er tage nun.</p>".encode()


def feed(site: Site, path: str, *names: str, more: str = "", updated: str = "") -> str:
    date = f"<updated>{updated}</updated>" if updated else ""
    items = "".join(f'<entry><link href="/{name}"/><title>Titel {name}</title>{date}</entry>' for name in names)
    further = f'<link rel="next" href="{more}"/>' if more else ""
    body = f'<feed xmlns="http://www.w3.org/2005/Atom">{further}{items}</feed>'.encode()
    return site.page(path, body, Content_Type="application/atom+xml", ETag=f'"{hash(body)}"')


def sitemap(site: Site, path: str, *names: str, lastmod: str = "", kind: str = "url") -> str:
    date = f"<lastmod>{lastmod}</lastmod>" if lastmod else ""
    body = "".join(f"<{kind}><loc>{site.url}/{name}</loc>{date}</{kind}>" for name in names)
    root = "urlset" if kind == "url" else "sitemapindex"
    return site.page(path, f"<{root}>{body}</{root}>".encode(), Content_Type="text/xml")


def pages(site: Site, *names: str) -> None:
    for name in names:
        site.page(f"/{name}", article(name), ETag=f'"{name}"', Content_Type="text/html")


def answers_unchanged(site: Site, *paths: str) -> None:
    for path in paths:
        site.answers[path] = (304, {}, b"")


def test_a_page_and_nothing_new(site: Site) -> None:
    memory = Memory()
    site.page("/a?utm_source=x", article("a"), ETag='"a"', Content_Type="text/html")
    (source,) = memory.keep(gather(memory, f"{site.url}/a?utm_source=x#y"))
    assert (source.key, source.name) == (f"{site.url}/a", f"{site.url}/a?utm_source=x")
    assert source.data == article("a") and source.visit == memory.visits[f"{site.url}/a"]
    loaded = pickle.loads(pickle.dumps(source)).load()
    assert (loaded.text, loaded.title) == ("Der Rat sagte am Montag zu a, er tage nun.", "a")
    answers_unchanged(site, "/a?utm_source=x")
    (again,) = gather(memory, f"{site.url}/a?utm_source=x")
    assert again.unchanged and again.data is None and site.headers["If-None-Match"] == '"a"'


def test_a_feed_ends_with_its_note(site: Site) -> None:
    memory = Memory()
    pages(site, "a", "b")
    found = memory.keep(gather(memory, feed(site, "/feed", "a", "b", "a")))
    assert kinds(found) == ["a", "b", "note"]
    assert found[0].given.title == "Titel a" and found[2].visit.key == f"{site.url}/feed"
    asked = len(site.asked)
    pages(site, "c")
    assert kinds(memory.keep(gather(memory, feed(site, "/feed", "c", "a", "b")))) == ["c", "note"]
    assert site.asked[asked:] == ["/robots.txt", "/feed", "/c"]
    answers_unchanged(site, "/feed")
    assert kinds(gather(memory, f"{site.url}/feed")) == ["unchanged"]


def test_what_was_updated_since_is_asked_again(site: Site) -> None:
    memory = Memory()
    pages(site, "a")
    memory.keep(gather(memory, feed(site, "/feed", "a", updated="2020-01-01T00:00:00Z")))
    assert kinds(gather(memory, feed(site, "/feed", "a", updated="2020-06-01T00:00:00Z"))) == ["note"]
    assert kinds(gather(memory, feed(site, "/feed", "a", updated="2999-01-01T00:00:00Z"))) == ["a", "note"]
    assert site.headers["If-None-Match"] == '"a"'


def test_a_run_that_is_killed_loses_nothing(site: Site) -> None:
    """What was kept before the kill is not asked again; the feed is, as its note was not reached."""
    names = ["a", "b", "c", "d"]
    for killed_after in range(5):
        memory = Memory()
        pages(site, *names)
        url = feed(site, "/feed", *names)
        run = gathered([url], stdin=lambda: b"", fetcher=polite(), visits=memory)
        kept = memory.keep([next(run) for _ in range(killed_after)])
        rest = memory.keep(gather(memory, url))
        assert kinds(kept + rest) == [*names, "note"]


def test_a_feed_with_a_page_that_failed_has_no_note(site: Site) -> None:
    memory = Memory()
    pages(site, "a")
    found = memory.keep(gather(memory, feed(site, "/feed", "fehlt", "a")))
    assert kinds(found) == ["problem", "a"] and "404" in message(found[0])
    assert found[0].reason == "missing"
    pages(site, "fehlt")
    assert kinds(gather(memory, f"{site.url}/feed")) == ["fehlt", "note"]


def test_pages_of_a_feed_are_bounded(site: Site) -> None:
    for n in range(40):
        pages(site, f"p{n}")
        feed(site, f"/feed{n}", f"p{n}", more=f"/feed{n + 1}")
    found = gather(Memory(), f"{site.url}/feed0")
    assert [kind for kind in kinds(found) if kind != "note"] == [f"p{n}" for n in range(gathering.MAX_PAGES)]
    assert kinds(found).count("note") == gathering.MAX_PAGES


def test_a_feed_that_leads_to_itself_ends(site: Site) -> None:
    pages(site, "a")
    assert kinds(gather(Memory(), feed(site, "/feed", "a", "feed", more="/feed"))) == ["a", "note"]


def test_sitemaps_of_an_index(site: Site) -> None:
    memory = Memory()
    pages(site, "a", "b")
    sitemap(site, "/s1.xml", "a")
    sitemap(site, "/s2.xml", "b")
    url = sitemap(site, "/index.xml", "s1.xml", "s2.xml", kind="sitemap", lastmod="2020-01-01")
    assert kinds(memory.keep(gather(memory, url))) == ["a", "note", "b", "note"]
    asked = len(site.asked)
    assert gather(memory, url) == [] and site.asked[asked:] == ["/robots.txt", "/index.xml"]
    sitemap(site, "/index.xml", "s1.xml", "s2.xml", kind="sitemap")
    answers_unchanged(site, "/s1.xml", "/s2.xml")
    assert kinds(gather(memory, url)) == ["unchanged", "unchanged"]


def test_indexes_within_indexes_are_bounded(site: Site) -> None:
    for n in range(9):
        sitemap(site, f"/i{n}.xml", f"i{n + 1}.xml", kind="sitemap")
    found = gather(Memory(), f"{site.url}/i0.xml")
    assert kinds(found) == ["problem"] and "name it itself" in message(found[0])
    assert len(site.asked) < 8


def test_new_pages_are_bounded(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering._Course, "__init__", _course(entries=2))
    memory = Memory()
    pages(site, "a", "b", "c")
    url = sitemap(site, "/s.xml", "a", "b", "c")
    found = memory.keep(gather(memory, url))
    assert kinds(found) == ["a", "b", "problem"] and "add it again" in message(found[2])
    assert kinds(gather(memory, url)) == ["c", "note"]


def _course(entries: int) -> Callable[..., None]:
    def init(self: gathering._Course) -> None:
        self.entries, self.listings, self.pages = entries, 10, 10

    return init


def test_a_feed_is_known_by_its_beginning(site: Site) -> None:
    pages(site, "a")
    url = sitemap(site, "/s", "a")
    site.answers["/s"] = (200, {"Content-Type": "text/html"}, site.answers["/s"][2])
    assert kinds(gather(Memory(), url)) == ["a", "note"]


def test_a_feed_in_a_file(site: Site, tmp_path: Path) -> None:
    memory = Memory()
    pages(site, "a", "b")
    path = tmp_path / "feed.rss"
    path.write_text(
        f"<rss><channel><item><link>{site.url}/a</link></item><item><link>{site.url}/b</link></item></channel></rss>"
    )
    assert kinds(memory.keep(gather(memory, path, given=Given(outlet="Elbbote")))) == ["a", "b"]
    assert gather(memory, path) == []


def test_hostile_feeds(site: Site) -> None:
    laughs = "<!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><rss><channel><title>&b;</title></channel></rss>"
    found = gather(Memory(), site.page("/feed", laughs.encode(), Content_Type="application/rss+xml"))
    assert kinds(found) == ["problem"] and "entities" in message(found[0])
    assert found[0].reason == "bad-feed"
    private = f"<rss><channel><item><link>http://10.0.0.7/x</link></item><item><link>{site.url}/a</link></item></channel></rss>"
    pages(site, "a")
    found = gather(Memory(), site.page("/feed", private.encode(), Content_Type="application/rss+xml"))
    assert kinds(found) == ["problem", "a"] and "not a public address" in message(found[0])
    assert found[0].reason == "private"


def test_a_redirect_that_changes_the_spelling_gives_the_key(site: Site) -> None:
    memory = Memory()
    pages(site, "a/", "zustimmung")
    site.page("/a", b"", 301, Location="/a/")
    site.page("/b", b"", 302, Location="/zustimmung")
    same, other = gather(memory, f"{site.url}/a", f"{site.url}/b")
    assert (same.key, same.name) == (f"{site.url}/a/", f"{site.url}/a/")
    assert (other.key, other.name) == (f"{site.url}/b", f"{site.url}/zustimmung")
    assert same.visit is not None and same.visit.key == f"{site.url}/a"


def test_the_same_address_twice(site: Site) -> None:
    pages(site, "a")
    assert kinds(gather(Memory(), f"{site.url}/a", f"{site.url}/a#x")) == ["a"]


def test_local_sources_are_taken(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(article("a"))
    (tmp_path / "b.csv").write_text("Inhalt;Datum\nEr kam.;1.2.2024\n")
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("x.txt", "Er ging.")
    options = {
        "columns": Columns(text="Inhalt", published="Datum"),
        "given": Given(outlet="Elbbote", published="2020-01-01"),
    }
    found = gather(Memory(), tmp_path, tmp_path / "fehlt.txt", **options)
    assert [source.data is None for source in found] == [False, False, False, True]
    loaded = [pickle.loads(pickle.dumps(source)).load() for source in found[:3]]
    assert [one.published for one in loaded] == ["2020-01-01", "2024-02-01", "2020-01-01"]
    assert {one.outlet for one in loaded} == {"Elbbote"}
    assert found[0].key == f"{tmp_path}/a.html" and json.loads(found[1].data or b"")["text"] == "Er kam."
    for source in found[:3]:
        again = reload(source.data or b"", key=source.key, media=source.media, name=source.name, given=source.given)
        assert again == source.load()


def test_standard_input_has_the_key_of_its_bytes() -> None:
    one, other = (next(gathered(["-"], stdin=lambda data=data: data)) for data in (b"Nein.", b"Doch."))  # type: ignore[misc]
    assert one.key.startswith("text:") and len(one.key) == len("text:") + 16 and one.key != other.key


def test_the_same_folder_has_the_same_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Er kam.")
    monkeypatch.chdir(tmp_path)
    keys = {gather(Memory(), name)[0].key for name in (tmp_path, ".", "a.txt", f"../{tmp_path.name}/a.txt")}
    assert keys == {f"{tmp_path}/a.txt"}


def test_pages_come_one_at_a_time(site: Site) -> None:
    pages(site, "a", "b")
    run = gathered([feed(site, "/feed", "a", "b")], stdin=lambda: b"", fetcher=polite(), visits=Memory())
    next(run)
    assert "/b" not in site.asked
