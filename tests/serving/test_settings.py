"""Settings: what goes together, and what is refused with a remedy."""

from __future__ import annotations

import pytest

from wortlaut.errors import ServingError
from wortlaut.serving.settings import Settings


def test_only_this_machine_may_come_without_accounts() -> None:
    for host in ("127.0.0.1", "127.8.9.1", "::1", "localhost"):
        assert Settings("a.db", host=host).host == host
    for host in ("0.0.0.0", "::", "192.168.1.4", "desk.example"):
        with pytest.raises(ServingError, match="accounts add NAME --role admin"):
            Settings("a.db", host=host)
        assert Settings("a.db", host=host, accounts=True).accounts


@pytest.mark.parametrize(
    "url, prefix, root, secure",
    [
        ("https://example.org", "", "https://example.org", True),
        ("https://example.org/", "", "https://example.org", True),
        ("http://example.org:8080/wort/laut/", "/wort/laut", "http://example.org:8080/wort/laut", False),
    ],
)
def test_a_public_address_gives_prefix_and_root(url: str, prefix: str, root: str, secure: bool) -> None:
    settings = Settings("a.db", url=url, accounts=True)
    assert (settings.prefix, settings.root, settings.secure) == (prefix, root, secure)


@pytest.mark.parametrize(
    "url", ["example.org", "ftp://example.org", "https://", "https://example.org/?q=1", "/wortlaut"]
)
def test_what_is_no_public_address_is_refused(url: str) -> None:
    with pytest.raises(ServingError, match="no public address; write it as"):
        Settings("a.db", url=url)


def test_without_a_public_address_links_begin_with_host_and_port() -> None:
    assert Settings("a.db", port=9).root == "http://127.0.0.1:9"
    assert Settings("a.db", host="::1", port=9).root == "http://[::1]:9"


def test_names_that_are_answered() -> None:
    assert Settings("a.db").names == {"localhost", "127.0.0.1", "::1"}
    named = Settings("a.db", url="https://Example.org/x", hosts=("Other.example",), accounts=True).names
    assert named is not None and {"example.org", "other.example"} <= named
    assert Settings("a.db", host="0.0.0.0", accounts=True).names is None
