"""The statement model: its files, and the only import of the model runtime.

`encoder.onnx` gives every token a vector and its tag scores, `links.onnx` scores the words of the roles for content
segments. `names_vectors.onnx` takes from the encoder's layers what says whether a token is a name, and `names.onnx`
scores it. All are made by `wortlaut.training` and described in docs/design/model.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from wortlaut.encoding import Encoded, Window, link_buckets, link_window
from wortlaut.errors import ModelError
from wortlaut.pieces import END, Pieces

if TYPE_CHECKING:
    import onnxruntime

FOLDER = Path(__file__).with_name("weights") / "de"
HIDDEN = 384
BATCH_SEGMENTS = 32  # of one pass of the links; their windows take 0.8 MB each
BATCH_TOKENS = 65_536  # of one pass of the links, each window as wide as the widest; one quotation may be a book
TAGS = 12
BATCH_NAMES = 2048  # tokens of one pass of the names
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Tagged:
    """What the encoder says of an article's running tokens.

    `vectors` float32 (tokens, 384); `tags` float32 (tokens, 12), the scores of the tags of direct content (O, B, I)
    and of the other four kinds (O, then B and I of each); `names` float32 (tokens, width), what the names are
    scored by.
    """

    vectors: Floats
    tags: Floats
    names: Floats


@dataclass(frozen=True)
class Segment:
    """A contiguous piece of content: running tokens first <= t < after; `layer` 0 is direct, 1 the other kinds.

    `speaker` holds the running tokens of a speaker label, which says more than the model.
    """

    first: int
    after: int
    layer: int
    kind: str
    probability: float
    speaker: range = range(0)


@dataclass(frozen=True)
class Linked:
    """For the segments of indices `here`: the logits of the four roles of the tokens in `windows`, float32 (segments,
    width, 4), and of the media (segments, 7); and for `pairs` of indices the logits that both belong to one
    statement.
    """

    here: range
    windows: list[range]
    roles: Floats
    media: Floats
    pairs: list[tuple[int, int]]
    joined: Floats


@dataclass(frozen=True)
class Transitions:
    """Scores of the steps between tags, float32 (tags, tags): of the direct layer and of the other one."""

    direct: Floats
    other: Floats


class Model:
    """A loaded model. Sessions run on one thread: articles are read in parallel by processes, not within one."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder
        self.card = card(folder)
        self.pieces = Pieces(_vocabulary(folder))
        self._encoder = _session(folder / "encoder.onnx")
        self._links = _session(folder / "links.onnx")
        self.name_layers: Sequence[str] = self.card.get("names", {}).get("layers", ())  # none before they are trained
        self._name_vectors = _session(folder / "names_vectors.onnx") if self.name_layers else None
        self._names = _session(folder / "names.onnx") if self.name_layers else None
        steps = self.card["transitions"]
        self.transitions = Transitions(np.array(steps["direct"], np.float32), np.array(steps["other"], np.float32))
        self.name_steps = np.array(self.card.get("names", {}).get("transitions", ()), np.float32)

    def tag(self, encoded: Encoded) -> Tagged:
        """Vectors and tag scores of an article, window by window: on one core a batch with padding is no faster."""
        size = len(encoded.tokens)
        width = self._name_vectors.get_outputs()[0].shape[1] if self._name_vectors else 0
        tagged = Tagged(*(np.zeros((size, n), np.float32) for n in (HIDDEN, TAGS, width)))
        for window in encoded.windows:
            feed = {"ids": window.ids, "states": window.states, "first": window.first}
            vectors, tags, *layers = self._encoder.run(["vectors", "tags", *self.name_layers], feed)
            keep = window.keep
            here = slice(keep.start - window.start, keep.stop - window.start)
            tagged.vectors[keep.start : keep.stop] = vectors[here]
            tagged.tags[keep.start : keep.stop] = tags[here]
            if self._name_vectors:
                tagged.names[keep.start : keep.stop] = self.name_vectors(window, layers)[here]
        return tagged

    def layers(self, window: Window, names: Sequence[str]) -> list[Floats]:
        """The vectors of a window's pieces after some of the encoder's layers, float32 (1, pieces, 384) each."""
        feed = {"ids": window.ids, "states": window.states, "first": window.first}
        found: list[Floats] = self._encoder.run(list(names), feed)
        return found

    def name_vectors(self, window: Window, layers: Sequence[Floats]) -> Floats:
        """What the tokens of a window are scored by as names, float32 (tokens, width), from the encoder's layers."""
        if self._name_vectors is None:
            raise ModelError(f"the model in {self.folder} knows no names; install wortlaut again")
        feed = {"first": window.first, "last": last_pieces(window), **dict(zip(self.name_layers, layers, strict=True))}
        found: Floats = self._name_vectors.run(None, feed)[0]
        return found

    def names(self, encoded: Encoded, tagged: Tagged, features: NDArray[np.int64]) -> Floats:
        """Scores of the tags of names, float32 (tokens, tags); `features`, int64 (tokens, features), are of letters."""
        if self._names is None:
            raise ModelError(f"the model in {self.folder} knows no names; install wortlaut again")
        if len(features) != len(encoded.tokens):
            raise ValueError(f"features of {len(features)} tokens, for an article of {len(encoded.tokens)}")
        found = np.zeros((len(features), len(self.name_steps)), np.float32)
        for part in _at_sentences(encoded.sentence, BATCH_NAMES):
            found[part] = self._names.run(None, {"vectors": tagged.names[part], "features": features[part]})[0]
        return found

    def link(self, encoded: Encoded, tagged: Tagged, segments: Sequence[Segment]) -> list[Linked]:
        """The roles of the segments of one article, which must be in order of the text, a few dozen at a time."""
        vectors = segment_vectors(tagged.vectors, segments)
        pairs = neighbours([s.layer for s in segments])
        windows = [link_window(s.first, s.after, len(encoded.tokens)) for s in segments]
        return [self._link(encoded, tagged, segments, vectors, pairs, here) for here in batches(windows)]

    def _link(
        self,
        encoded: Encoded,
        tagged: Tagged,
        segments: Sequence[Segment],
        vectors: Floats,
        pairs: Sequence[tuple[int, int]],
        here: range,
    ) -> Linked:
        windows = [link_window(segments[i].first, segments[i].after, len(encoded.tokens)) for i in here]
        begin, end = windows[0].start, max(window.stop for window in windows)
        width = max(map(len, windows))
        index, distance, sentence = (np.zeros((len(windows), width), np.int64) for _ in range(3))
        for n, (i, window) in enumerate(zip(here, windows, strict=True)):
            index[n, : len(window)] = np.arange(window.start - begin, window.stop - begin)
            near, lines = link_buckets(segments[i].first, segments[i].after, window, encoded.sentence)
            distance[n, : len(window)], sentence[n, : len(window)] = near, lines
        mine = [pair for pair in pairs if pair[0] in here]
        local = np.array(mine or [(here.start, here.start)], np.int64) - here.start
        feed = {
            "tokens": tagged.vectors[begin:end],
            "segments": vectors[here.start : here.start + max(len(here), int(local.max()) + 1)],
            "index": index,
            "distance": distance,
            "sentence": sentence,
            "pairs": local,
        }
        roles, media, joined = self._links.run(["roles", "media", "joined"], feed)
        return Linked(here, windows, roles, media, mine, joined[: len(mine)])


@cache
def load_model(folder: Path = FOLDER) -> Model:
    """The model of a folder, loaded once a process. Raises ModelError where files are missing or damaged."""
    return Model(folder)


def batches(windows: Sequence[range]) -> Iterator[range]:
    """The indices of segments that are linked in one pass: a few dozen, or fewer where one of them is very long."""
    first, width = 0, 0
    for index, window in enumerate(windows):
        width = max(width, len(window))
        count = index - first + 1
        if count > 1 and (count > BATCH_SEGMENTS or count * width > BATCH_TOKENS):
            yield range(first, index)
            first, width = index, len(window)
    if windows:
        yield range(first, len(windows))


def segment_vectors(vectors: Floats, segments: Sequence[Segment]) -> Floats:
    """Mean, first and last token vector of each segment, float32 (segments, 1152)."""
    rows = [
        np.concatenate([vectors[s.first : s.after].mean(0), vectors[s.first], vectors[s.after - 1]]) for s in segments
    ]
    return np.stack(rows).astype(np.float32)


def neighbours(layers: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of segments that are next or next but one to each other in a layer: they may be pieces of one statement.

    `layers` holds the layer of each segment, in order of the text.
    """
    found = []
    for layer in (0, 1):
        places = [i for i, own in enumerate(layers) if own == layer]
        found += [(i, j) for n, i in enumerate(places) for j in places[n + 1 : n + 3]]
    return found


def last_pieces(window: Window) -> NDArray[np.int64]:
    """The place of each token's last piece, int64 (tokens,)."""
    last = np.append(window.first[1:], len(window.ids)) - 1
    return np.where((last > window.first) & (window.ids[last] == END), last - 1, last)


def _at_sentences(sentence: NDArray[np.int64], size: int) -> Iterator[slice]:
    """Cuts tokens into parts of about `size`, between sentences where there is one."""
    begin = 0
    while begin < len(sentence):
        end = min(begin + size, len(sentence))
        if end < len(sentence):
            between = int(np.searchsorted(sentence, sentence[end]))
            end = between if between > begin else end
        yield slice(begin, end)
        begin = end


def card(folder: Path = FOLDER) -> Mapping[str, Any]:
    """What the model is: version, data, licences, scores, and the numbers that the extraction needs."""
    path = folder / "model.json"
    try:
        found: Mapping[str, Any] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"the model's card {path} cannot be read ({error}); install wortlaut again") from error
    return found


def _vocabulary(folder: Path) -> list[tuple[str, float]]:
    """`pieces.tsv`: a piece and its score a line."""
    path = folder / "pieces.tsv"
    try:
        lines = path.read_text("utf-8").split("\n")
        return [(piece, float(score)) for piece, score in (line.split("\t") for line in lines if line)]
    except (OSError, ValueError) as error:
        raise ModelError(f"the model's pieces {path} cannot be read ({error}); install wortlaut again") from error


def _session(path: Path) -> onnxruntime.InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the runtime raises its own kinds, which differ from release to release
        raise ModelError(f"the model {path} cannot be loaded ({error}); install wortlaut again") from error
