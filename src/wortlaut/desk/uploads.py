"""Uploads: files that a browser sent, as sources; what was sent is on no disk under a name."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from wortlaut.desk.tasks import Text, Upload, given_of
from wortlaut.intake import SUFFIXES, Source
from wortlaut.intake.keys import text_key, web_key
from wortlaut.intake.originals import ROW, row_bytes

_PASTED = "pasted text"


def of_text(task: Text) -> Source:
    """The source of a pasted text: its key is its address or, where there is none, made of its words."""
    given = given_of(task)
    fields = {
        "text": task.text, "title": task.title, "outlet": task.outlet, "published": given.published, "url": task.source,
    }  # fmt: skip
    data = row_bytes(fields)
    name = task.source or _PASTED
    return Source(name=name, key=web_key(task.source) or text_key(data), data=data, media=ROW)


def of_upload(upload: Upload, gather: Callable[[str], Iterator[Source]]) -> Iterator[Source]:
    """The sources of a file; `gather` gives those of a path.

    A key is an address where the source has one, and else made of its words: two who upload different articles as
    `artikel.html` have two articles, and not one that was changed.
    """
    with _placed(upload) as path:
        for source in gather(str(path)):
            yield _renamed(source, str(path), upload.name)


def _renamed(source: Source, path: str, name: str) -> Source:
    told = source.problem.replace(path, name) if source.problem else None
    key = source.key
    if source.visit is None:  # it is not from the web
        key = web_key(key) or (text_key(source.data) if source.data is not None else key.replace(path, name))
    return replace(source, name=source.name.replace(path, name), path=None, problem=told, key=key)


@contextmanager
def _placed(upload: Upload) -> Iterator[Path]:
    """A path at which the bytes are. Where the system can, they lie in a file without a name."""
    lower = upload.name.lower()
    suffix = next((one for one in sorted(SUFFIXES, key=len, reverse=True) if lower.endswith(one)), "")
    with tempfile.TemporaryDirectory(prefix="wortlaut-upload-") as folder, tempfile.TemporaryFile() as file:
        path = Path(folder, "upload" + suffix)
        nameless = Path(f"/proc/{os.getpid()}/fd/{file.fileno()}")
        if nameless.exists():
            file.write(upload.data)
            file.flush()
            path.symlink_to(nameless)
        else:
            path.write_bytes(upload.data)
        yield path
