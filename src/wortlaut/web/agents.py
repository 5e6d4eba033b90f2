"""Agents: a browser's name from what it says of itself, for the list of one's sessions."""

from __future__ import annotations

# The first that is found: most name others, too, to be let in everywhere.
_BROWSERS = (
    ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl"),
    ("python", "Python"),
)  # fmt: skip
_SYSTEMS = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"),
    ("Mac OS X", "macOS"), ("Linux", "Linux"),
)  # fmt: skip


def agent(said: str) -> str:
    """Browser and system, empty where neither is known.

    >>> agent("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"), agent("<script>")
    ('Firefox, Linux', '')
    """
    found = (next((name for sign, name in names if sign in said), "") for names in (_BROWSERS, _SYSTEMS))
    return ", ".join(filter(None, found))
