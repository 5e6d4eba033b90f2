"""Keys: what a source is called from one run to the next.

They are our own and not courlan's, since a key must stay the same when a library changes: an archive holds them.
"""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from urllib.parse import unquote_to_bytes

from wortlaut.errors import FetchError
from wortlaut.intake.addresses import web_address

# Parameters that say how a reader came to the page, never which page it is.
_TRACKING = re.compile(
    r"(utm_\w+|at_(medium|campaign|custom\d|link_\w+|ptr_name|format)|mtm_\w+|pk_\w+|wt_(mc|zmc)|wt\.mc_id|hsa_\w+|_hs\w+"
    r"|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|yclid|igshid|mc_[ce]id|xtor|cmpid|ns_(source|mchannel|campaign|linkname|fee)|_ga|_gl|ref_src"
    r"|ref_url|sc_src|vero_id|oly_(anon|enc)_id|s_kwcid|srsltid)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"%([0-9a-fA-F]{2})")
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_SESSION = re.compile(r";jsessionid=[^/?]*", re.IGNORECASE)


def address_key(url: str) -> str:
    """The address without what does not say which page it is: fragment, tracking parameters, usual port, spelling.

    The order of the other parameters stays. Raises FetchError where this is no http(s) address.

    >>> address_key("HTTPS://Beispiel.de:443/rat%2f%7Eeins?utm_source=x&id=3#mitte")
    'https://beispiel.de/rat%2F~eins?id=3'
    """
    address = web_address(url)
    path, _, query = address.target.partition("?")
    kept = [part for part in query.split("&") if part and not _TRACKING.fullmatch(part.partition("=")[0])]
    written = _SESSION.sub("", path) + ("?" + "&".join(kept) if kept else "")
    return address.origin + _QUOTED.sub(lambda found: _one_spelling(found[1]), written)


def is_same_page(one: str, other: str) -> bool:
    """Whether two keys differ only in https, a leading "www." and a slash at the end, as a site redirects.

    >>> is_same_page("http://beispiel.de/rat", "https://www.beispiel.de/rat/")
    True
    """
    return _bare(one) == _bare(other)


def file_key(path: str) -> str:
    """The absolute path of a file, "/" between its folders; a byte that is not UTF-8 is written as `\\xff`."""
    absolute = os.fsencode(os.path.normpath(Path(path).absolute())).decode("utf-8", "backslashreplace")
    return absolute.replace(os.sep, "/")


def text_key(data: bytes) -> str:
    """The key of what has no name, such as standard input.

    >>> text_key(b"Nein.")
    'text:ddca7a753c625a28'
    """
    return f"text:{hashlib.sha256(data).hexdigest()[:16]}"


def web_key(url: str) -> str | None:
    """As `address_key`, but None where this is no address."""
    try:
        return address_key(url)
    except FetchError:
        return None


def _one_spelling(digits: str) -> str:
    byte = unquote_to_bytes(f"%{digits}")
    return byte.decode("ascii") if byte[0] in _UNRESERVED else f"%{digits.upper()}"


def _bare(key: str) -> str:
    rest = key.partition("://")[2].removeprefix("www.")
    path, mark, query = rest.partition("?")
    return path.rstrip("/") + mark + query
