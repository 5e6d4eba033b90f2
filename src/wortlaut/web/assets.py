"""Assets: the styles as one bundle, the scripts and pictures; each under the hash of its bytes, kept for ever."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from wortlaut.surfaces import style

_MEDIA = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages load: `path` is where it is found, below the prefix; `packed` is the same with gzip."""

    name: str
    path: str
    media: str
    data: bytes
    packed: bytes


@cache
def assets() -> Mapping[str, Asset]:
    """All by their names: app.css, and what lies in static/js and static/img."""
    folder = resources.files("wortlaut.web") / "static"
    found = [_asset("app.css", _styles(folder / "css").encode())]
    for kind in ("js", "img"):
        found += [_asset(one.name, one.read_bytes()) for one in _files(folder / kind)]
    return {one.name: one for one in found}


def _asset(name: str, data: bytes) -> Asset:
    path = f"/static/{hashlib.sha256(data).hexdigest()[:12]}/{name}"
    return Asset(name, path, _MEDIA[name.rpartition(".")[2]], data, gzip.compress(data, 9, mtime=0))


def _files(folder: Traversable) -> list[Traversable]:
    if not folder.is_dir():
        return []
    return sorted((one for one in folder.iterdir() if one.name.rpartition(".")[2] in _MEDIA), key=lambda one: one.name)


def _styles(folder: Traversable) -> str:
    """Colours, the style of articles, then base.css and that of each page."""
    own = sorted(_files(folder), key=lambda one: (one.name != "base.css", one.name))
    return "\n".join([style.ROOT_COLOURS, style.RULES, *(one.read_text("utf-8") for one in own)])
