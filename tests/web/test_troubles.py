"""Why something was not read, on the pages: in the reader's language, the message beneath; old rows as they were."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from starlette.testclient import TestClient

from wortlaut.archive import Archive
from wortlaut.desk.feeds import Feeds
from wortlaut.desk.jobs import Jobs, Result, Sign
from wortlaut.desk.tasks import Address
from wortlaut.desk.troubles import kept, kept_of, trouble
from wortlaut.errors import ArchiveError, FetchError, InputError, Reason
from wortlaut.web.troubles import line, told
from wortlaut.web.words import LANGUAGES, Say

FEED = "https://bote.example/feed.xml"
GONE = f"{FEED}: the server answered 404; there is no such page; check the address"
REASONS = [reason for reason in get_args(Reason) if reason]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_words_for_every_reason_and_for_no_other(language: str) -> None:
    say = Say(language)  # type: ignore[arg-type]
    assert {key.removeprefix("trouble.") for key in say.table if key.startswith("trouble.")} == set(REASONS)


@pytest.mark.parametrize("reason", ["", *REASONS])
def test_what_is_kept_is_taken_apart_again(reason: Reason) -> None:
    found = trouble(kept("a.txt: it is odd\n[empty] x", reason))
    assert (found.reason, found.message) == (reason, "a.txt: it is odd\n[empty] x")


def test_errors_are_kept_with_their_word() -> None:
    assert kept_of(FetchError("a: no", "timeout")) == "[timeout] a: no"
    assert kept_of(InputError("a: no")) == kept_of(ArchiveError("a: no")) == "a: no"


def test_what_has_no_words_is_said_as_it_is() -> None:
    say = Say("de")
    old = told(GONE, say, at=FEED)
    assert (old.words, old.detail.split(";")[0]) == ("", "the server answered 404")
    assert line(InputError("odd"), say) == "odd"
    assert line(InputError("odd"), say, otherwise="Seltsam.") == "Seltsam. (odd)"
    assert line(InputError("odd", "known"), say, otherwise="Seltsam.") == "Diese Quelle wird schon besucht."


@pytest.mark.parametrize(("language", "words"), [("de", "Die Seite gibt es nicht"), ("en", "There is no such page")])
def test_pages_say_it_in_their_language(client: TestClient, filled: str, language: str, words: str) -> None:
    with Archive.open(filled) as held:
        feeds, jobs = Feeds(held), Jobs(held)
        for address, error in (
            (FEED, kept(GONE, "missing")),
            ("https://alt.example/rss", "https://alt.example/rss: old"),
        ):
            feeds.told(feeds.add(address, account="eva"), articles=0, error=error)
        number = jobs.ask(Address(FEED), account="eva")
        jobs.claim(["address"], "me")
        jobs.finish(number, "me", Sign(2, 2, Result(failed=2, messages=(kept(GONE, "missing"), "an old one"))))
    shown = client.get(f"/sources?lang={language}").text
    assert re.search(rf'class="wrong">{words}.*?<bdi[^>]*>the server answered 404', shown)
    assert re.search(r'class="wrong"><bdi lang="en">old</bdi>', shown) and "[missing]" not in shown
    page = client.get(f"/jobs/{number}?lang={language}").text
    assert re.search(rf"<li>{words}.*?<bdi[^>]*>{re.escape(GONE)}", page)
    assert '<li><bdi lang="en">an old one</bdi></li>' in page and "[missing]" not in page
    told = client.get(f"/api/v1/jobs/{number}").json()
    assert told["result"]["messages"] == [GONE, "an old one"]
