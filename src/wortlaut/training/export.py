"""A trained network as the files of the product: two ONNX graphs in int8, the pieces, the card."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from wortlaut.training.network import HIDDEN, LINK, Network

CORPUS = "quotes"
NAME_LAYERS = tuple(range(2, 9))  # layers that are outputs too, for the head of names; they cost nothing


class TableEmbedding(nn.Module):
    """The word embedding as int8 rows with a scale each: a quarter of the size, and exact to 0.4 % of a row's
    maximum.
    """

    rows: Tensor
    scale: Tensor

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """ids (B, P) -> (B, P, H)."""
        return self.rows[ids].to(torch.float32) * self.scale[ids]


class _Attention(torch.autograd.Function):
    """Attention over all pieces of one window, exported as the runtime's own operator: half the time of its parts."""

    @staticmethod
    def forward(_ctx: Any, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
        """query, key, value (1, P, H) -> (1, P, H)."""
        split = [x.unflatten(-1, (heads, -1)).transpose(1, 2) for x in (query, key, value)]
        return nn.functional.scaled_dot_product_attention(*split).transpose(1, 2).flatten(-2)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any, heads: int) -> Any:
        """The operator of onnxruntime."""
        return graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads).setType(query.type())


def _attended(layer: nn.Module, x: Tensor) -> Tensor:
    """A layer of the encoder over all of one window (1, P, H), with the runtime's own attention."""
    query, key, value = layer.qkv(x).chunk(3, -1)
    x = layer.norm1(x + layer.out(_Attention.apply(query, key, value, layer.heads)))
    return layer.norm2(x + layer.down(nn.functional.gelu(layer.up(x))))


class TaggingGraph(nn.Module):
    """ids, states (P,), first (T,) of one window -> vectors (T, H), tags (T, 12), and layers (1, P, H). No padding, so
    no mask.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = network.encoder
        self.tags = network.tags[CORPUS]
        self.word = TableEmbedding(self.encoder.word.weight.data)

    def forward(self, ids: Tensor, states: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """See the class."""
        places = torch.arange(ids.shape[0])
        x = self.word(ids) + self.encoder.position(places) + self.encoder.state(states)
        x = self.encoder.norm(x)[None]
        layers = []
        for number, layer in enumerate(self.encoder.layers, 1):
            x = _attended(layer, x)
            if number in NAME_LAYERS:
                layers.append(x)
        vectors = torch.index_select(x[0], 0, first)
        return vectors, self.tags(vectors), *layers


class LinkGraph(nn.Module):
    """tokens (T, H), segments (M, 3H), index, distance, sentence (S, W), pairs (N, 2) -> roles, media, joined.

    The first S segments are asked for their roles; pairs may point to the others.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.links = network.links[CORPUS]

    def forward(
        self, tokens: Tensor, segments: Tensor, index: Tensor, distance: Tensor, sentence: Tensor, pairs: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """See the class."""
        projected = self.links.token(tokens)
        shape = (index.shape[0], index.shape[1], 2 * LINK)
        near = torch.index_select(projected, 0, index.reshape(-1)).reshape(shape)
        roles = self.links(near, segments[: index.shape[0]], distance, sentence)
        joined = self.links.pairs(segments[pairs[:, 0]], segments[pairs[:, 1]])
        return roles, self.links.medium(segments[: index.shape[0]]), joined


def export(network: Network, vocabulary: list[tuple[str, float]], card: dict[str, Any], folder: Path) -> None:
    """Write encoder.onnx, links.onnx, pieces.tsv and model.json to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    ids = torch.ones(24, dtype=torch.long)
    layers = [f"layer{number}" for number in NAME_LAYERS if number <= len(network.encoder.layers)]
    _write(
        TaggingGraph(network), (ids, torch.zeros_like(ids), torch.arange(1, 13)),
        {"ids": "p", "states": "p", "first": "t"}, ["vectors", "tags", *layers],
        folder / "encoder.onnx",
    )  # fmt: skip
    index = torch.zeros(3, 9, dtype=torch.long)
    _write(
        LinkGraph(network),
        (torch.randn(12, HIDDEN), torch.randn(5, 3 * HIDDEN), index, index, index, torch.zeros(2, 2, dtype=torch.long)),
        {"tokens": "t", "segments": "m", "index": "sw", "distance": "sw", "sentence": "sw", "pairs": "n"},
        ["roles", "media", "joined"], folder / "links.onnx",
    )  # fmt: skip
    text = "".join(f"{piece}\t{score:.4f}\n" for piece, score in vocabulary)
    (folder / "pieces.tsv").write_text(text, "utf-8")
    steps = {
        "direct": _rows(network.direct.transitions + network.direct.forbidden),
        "other": _rows(network.other.transitions + network.other.forbidden),
    }
    finish(folder, {**card, "transitions": steps})


def finish(folder: Path, card: dict[str, Any]) -> None:
    """Write the card; the transitions of the one that is there are kept where `card` has none."""
    path = folder / "model.json"
    if "transitions" not in card:
        card = {**card, "transitions": json.loads(path.read_text("utf-8"))["transitions"]}
    path.write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _rows(steps: Tensor) -> list[list[float]]:
    return [[round(value, 4) for value in row] for row in steps.detach().tolist()]


def _write(graph: nn.Module, given: tuple[Tensor, ...], axes: dict[str, str], outputs: list[str], path: Path) -> None:
    whole = path.with_suffix(".float.onnx")
    torch.onnx.export(
        graph.eval(), given, str(whole), input_names=list(axes), output_names=outputs, opset_version=17, dynamo=False,
        custom_opsets={"com.microsoft": 1},
        dynamic_axes={
            **{name: dict(enumerate(letters)) for name, letters in axes.items()},
            **{name: {0: "t"} for name in outputs if name in ("vectors", "tags")},
            **{name: {1: "p"} for name in outputs if name.startswith("layer")},
            **{name: {0: "s"} for name in outputs if name in ("media",)},
            **({"roles": {0: "s", 1: "w"}, "joined": {0: "n"}} if "roles" in outputs else {}),
        },
    )  # fmt: skip
    quantize_dynamic(str(whole), str(path), weight_type=QuantType.QInt8, per_channel=True)
    whole.unlink()
