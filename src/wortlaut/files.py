"""write_whole(), replacing(): a file written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from wortlaut.errors import OutputError


def write_whole(
    path: Path,
    pieces: Iterable[str],
    *,
    mode: int | None = None,
    worth_it: Callable[[], bool] = lambda: True,
    remedy: str = "choose another folder",
) -> None:
    """Write a text in UTF-8 beside the file, then put it in place; see `replacing()`."""
    with (
        replacing(path, mode=mode, worth_it=worth_it, remedy=remedy) as part,
        part.open("w", encoding="utf-8", errors="surrogatepass", newline="") as file,
    ):
        for piece in pieces:
            file.write(piece)


@contextmanager
def replacing(
    path: Path,
    *,
    mode: int | None = None,
    worth_it: Callable[[], bool] = lambda: True,
    remedy: str = "choose another folder",
) -> Iterator[Path]:
    """An empty file beside `path` to write to; at the end it is flushed to disk and put in place.

    A full disk or an interruption leaves what was there. A link is followed; what is no file (a device, a pipe) is not
    replaced but written to, at once. `mode` are the permissions, None those of a new file. At the
    end `worth_it` may still say that what was there is to stay. Raises OutputError, with the `remedy` where the folder
    cannot be written to.
    """
    path = path.resolve() if path.is_symlink() else path
    if path.exists() and not path.is_file() and not path.is_dir():
        yield path
        return
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise OutputError(f"{path} cannot be written ({error.strerror}); {remedy}") from error
    os.close(handle)
    part = Path(name)
    try:
        yield part
        if worth_it():
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            part.chmod(_of_a_new_file() if mode is None else mode)
            part.replace(path)
    except OSError as error:
        raise OutputError(f"{path} was not written ({error.strerror}); what was there before is unchanged") from error
    finally:
        part.unlink(missing_ok=True)


def _of_a_new_file() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
