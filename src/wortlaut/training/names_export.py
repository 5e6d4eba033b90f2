"""A trained head of names as the files of the product: two ONNX graphs, and its part of the card."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from wortlaut.entities import HASHED
from wortlaut.training.export import TableEmbedding
from wortlaut.training.names_network import CORPUS, NamesNetwork
from wortlaut.training.network import HIDDEN


class VectorGraph(nn.Module):
    """first and last (T,), layers (1, P, H) of one window -> what its tokens are scored by, (T, width)."""

    def __init__(self, network: NamesNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, first: Tensor, last: Tensor, *layers: Tensor) -> Tensor:
        """See the class."""
        parts = [(torch.index_select(x[0], 0, first) + torch.index_select(x[0], 0, last)) * 0.5 for x in layers]
        return self.network.squeeze(torch.cat(parts, -1))


class NameGraph(nn.Module):
    """vectors (T, width), features (T, F) -> scores of the tags (T, tags)."""

    def __init__(self, network: NamesNetwork) -> None:
        super().__init__()
        self.network = network
        self.letters = TableEmbedding(network.letters.weight.data)
        weight = network.near.weight.data  # (out, in, 3): a product with three neighbours beside each other
        self.near = nn.Linear(3 * weight.shape[1], weight.shape[0])
        self.near.weight = nn.Parameter(weight.permute(0, 2, 1).flatten(1))
        self.near.bias = network.near.bias

    def forward(self, vectors: Tensor, features: Tensor) -> Tensor:
        """See the class."""
        network = self.network
        x = torch.cat([vectors, network.shape(features[:, 0]), self.letters(features[:, 1:]).flatten(-2)], -1)
        none = torch.zeros_like(x[:1])
        x = torch.cat([none, x, none])
        x = nn.functional.gelu(self.near(torch.cat([x[:-2], x[1:-1], x[2:]], -1)))
        return network.heads.scores[CORPUS](x)


def export_names(network: NamesNetwork, about: dict[str, Any], folder: Path) -> None:
    """Write names_vectors.onnx and names.onnx to a folder of weights, and `about` as "names" of its card."""
    network.eval()
    layers = [f"layer{number}" for number in network.plan.layers]
    places = torch.arange(1, 13)
    given = (places, places, *(torch.randn(1, 24, HIDDEN) for _ in layers))
    axes = {"first": {0: "t"}, "last": {0: "t"}, **{name: {1: "p"} for name in layers}}
    _write(VectorGraph(network), given, axes, folder / "names_vectors.onnx")
    features = torch.ones(12, 1 + HASHED, dtype=torch.long)
    axes = {"vectors": {0: "t"}, "features": {0: "t"}}
    _write(NameGraph(network), (torch.randn(12, network.plan.width), features), axes, folder / "names.onnx")
    crf = network.heads.crf[CORPUS]
    steps = [[round(value, 4) for value in row] for row in (crf.transitions + crf.forbidden).detach().tolist()]
    path = folder / "model.json"
    card = {**json.loads(path.read_text("utf-8")), "names": {"layers": layers, **about, "transitions": steps}}
    path.write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _write(graph: nn.Module, given: tuple[Tensor, ...], axes: dict[str, dict[int, str]], path: Path) -> None:
    whole = path.with_suffix(".float.onnx")
    torch.onnx.export(
        graph.eval(), given, str(whole), input_names=list(axes), output_names=["found"], opset_version=17,
        dynamo=False, custom_opsets={"com.microsoft": 1}, dynamic_axes={**axes, "found": {0: "t"}},
    )  # fmt: skip
    quantize_dynamic(str(whole), str(path), weight_type=QuantType.QInt8, per_channel=True)
    whole.unlink()
