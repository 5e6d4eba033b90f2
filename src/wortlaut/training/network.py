"""The network: a transformer over pieces, tags over tokens, and links from content segments to the words of their
roles.

Shapes: B windows, P pieces, T tokens, S segments, W tokens around a segment, H = 384 values a token.
"""

from __future__ import annotations

from typing import ClassVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from wortlaut.training.e5 import Pretrained

HIDDEN = 384
LINK = 256  # width of the link scorer
STATES = 6  # quotation states of a token, see encoding.py; the last one is no longer used
DISTANCES = 27
SENTENCES = 11
TAGS = 12  # B/I of direct content and O, then B/I of the other four kinds and O
ROLES = 4
MEDIA = 7


class Dropout(nn.Module):
    """Dropout whose mask is a random cut out of one drawn before: drawing anew is a tenth of the time on a CPU."""

    pool: ClassVar[dict[float, Tensor]] = {}

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate
        if rate not in self.pool:
            keep = torch.rand(1 << 23) >= rate
            self.pool[rate] = keep.to(torch.bfloat16) / (1 - rate)

    def forward(self, x: Tensor) -> Tensor:
        """Any shape; the mask is the same for all of its values' neighbours as they lie in the pool."""
        if not self.training or not self.rate:
            return x
        pool = self.pool[self.rate]
        count = x.numel()
        if count > len(pool):
            return functional.dropout(x, self.rate)
        begin = int(torch.randint(0, len(pool) - count + 1, ()))
        return x * pool[begin : begin + count].view(x.shape).to(x.dtype)


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT."""

    def __init__(self, hidden: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.out = nn.Linear(hidden, hidden)
        self.norm1 = nn.LayerNorm(hidden, eps=1e-12)
        self.up = nn.Linear(hidden, 4 * hidden)
        self.down = nn.Linear(4 * hidden, hidden)
        self.norm2 = nn.LayerNorm(hidden, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x (B, P, H), additive mask (B, 1, 1, P) -> (B, P, H)."""
        b, p, h = x.shape
        q, k, v = self.qkv(x).view(b, p, 3, self.heads, h // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        weights = torch.matmul(q * (h // self.heads) ** -0.5, k.transpose(-1, -2))
        mixed = torch.matmul((weights + mask.to(weights.dtype)).softmax(-1), v)
        x = self.norm1(x + self.dropout(self.out(mixed.transpose(1, 2).reshape(b, p, h))))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces -> one vector for each token (its first piece). Word embeddings are frozen."""

    def __init__(self, pieces: int, layers: int, *, heads: int = 12, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(pieces, HIDDEN)
        self.word.weight.requires_grad_(False)
        self.position = nn.Embedding(512, HIDDEN)
        self.state = nn.Embedding(STATES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(HIDDEN, heads, dropout) for _ in range(layers))

    def forward(self, ids: Tensor, states: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """ids, states, mask (B, P), first (B, T) -> (B, T, H). mask is 1 at pieces, 0 at padding."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.position(places)[None] + self.state(states)
        x = self.dropout(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return torch.gather(x, 1, first[:, :, None].expand(-1, -1, HIDDEN))


class Links(nn.Module):
    """Which tokens are speaker, cue, addressee and frame of a segment; and which segments are one statement."""

    def __init__(self, dropout: float = 0.2) -> None:
        super().__init__()
        self.dropout = Dropout(dropout)
        self.token = nn.Linear(HIDDEN, 2 * LINK)
        self.segment = nn.Linear(3 * HIDDEN, 2 * LINK)
        self.distance = nn.Embedding(DISTANCES, LINK)
        self.sentence = nn.Embedding(SENTENCES, LINK)
        self.roles = nn.Linear(LINK, ROLES)
        nn.init.constant_(self.roles.bias, -4.0)  # few tokens have a role: the loss begins small (focal loss paper)
        nn.init.normal_(self.distance.weight, std=0.1)
        nn.init.normal_(self.sentence.weight, std=0.1)
        self.pair = nn.Sequential(nn.Linear(9 * HIDDEN, 128), nn.GELU(), nn.Linear(128, 1))
        self.medium = nn.Linear(3 * HIDDEN, MEDIA)

    def forward(self, tokens: Tensor, segments: Tensor, distance: Tensor, sentence: Tensor) -> Tensor:
        """tokens `self.token(h)` (S, W, 2 LINK), segments (S, 3H), buckets (S, W) -> role logits (S, W, 4)."""
        token, gate = tokens.chunk(2, -1)
        segment, segment_gate = self.segment(segments)[:, None].chunk(2, -1)
        mixed = token + segment + gate * segment_gate + self.distance(distance) + self.sentence(sentence)
        return self.roles(self.dropout(functional.gelu(mixed)))

    def pairs(self, left: Tensor, right: Tensor) -> Tensor:
        """Segments (N, 3H) twice -> logits (N,) that both are pieces of one statement."""
        return self.pair(torch.cat([left, right, left * right], -1)).squeeze(-1)


class Crf(nn.Module):
    """A linear-chain conditional random field over the tags of one layer; forbidden steps stay forbidden."""

    forbidden: Tensor

    def __init__(self, allowed: Tensor) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(allowed.shape))
        self.register_buffer("forbidden", torch.where(allowed, 0.0, -1e4))

    def loss(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """emissions (B, T, K), tags (B, T), mask (B, T) -> mean negative log-likelihood a token."""
        step = self.transitions + self.forbidden
        taken = emissions.gather(2, tags[:, :, None]).squeeze(2)
        score = (taken * mask).sum(1) + (step[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]).sum(1)
        alpha = emissions[:, 0]
        for t in range(1, emissions.shape[1]):
            following = torch.logsumexp(alpha[:, :, None] + step[None], 1) + emissions[:, t]
            alpha = torch.where(mask[:, t, None] > 0, following, alpha)
        return (torch.logsumexp(alpha, 1) - score).sum() / mask.sum()


class Network(nn.Module):
    """Encoder, tag heads (one set for each corpus, since they annotate differently) and links."""

    def __init__(self, pieces: int, layers: int, corpora: tuple[str, ...]) -> None:
        super().__init__()
        self.encoder = Encoder(pieces, layers)
        self.dropout = Dropout(0.2)
        self.tags = nn.ModuleDict({name: nn.Linear(HIDDEN, TAGS) for name in corpora})
        self.hints = nn.ModuleDict({name: nn.Linear(HIDDEN, ROLES) for name in corpora})
        self.links = nn.ModuleDict({name: Links() for name in corpora})
        self.direct = Crf(allowed_steps(1))
        self.other = Crf(allowed_steps(4))


def allowed_steps(kinds: int) -> Tensor:
    """Which tag may follow which, (1 + 2 kinds) squared: O, B1, I1, B2, I2 ...; I follows its own B or I only."""
    size = 1 + 2 * kinds
    allowed = torch.ones(size, size, dtype=torch.bool)
    for tag in range(2, size, 2):
        allowed[:, tag] = False
        allowed[tag - 1, tag] = allowed[tag, tag] = True
    return allowed


def pretrained_encoder(pretrained: Pretrained, kept: list[int], layers: int) -> Encoder:
    """An encoder with e5's first `layers` layers and the word embeddings of the `kept` pieces."""
    encoder = Encoder(len(kept), layers, heads=pretrained.heads)
    tensors = {name: torch.from_numpy(values) for name, values in pretrained.tensors.items()}
    with torch.no_grad():
        encoder.word.weight.copy_(tensors["emb.word"][kept])
        encoder.position.weight.copy_(tensors["emb.pos"] + tensors["emb.type"][0])
        encoder.state.weight.normal_(std=0.01)
        encoder.norm.weight.copy_(tensors["emb.ln.w"])
        encoder.norm.bias.copy_(tensors["emb.ln.b"])
        for index, layer in enumerate(encoder.layers):
            _copy_layer(layer, {k.split(".", 1)[1]: v for k, v in tensors.items() if k.startswith(f"l{index}.")})
    return encoder


def _copy_layer(layer: nn.Module, tensors: dict[str, Tensor]) -> None:
    for suffix in ("weight", "bias"):
        short = suffix[0]
        getattr(layer.qkv, suffix).copy_(torch.cat([tensors[f"{name}.{short}"] for name in "qkv"]))
        getattr(layer.out, suffix).copy_(tensors[f"ao.{short}"])
        getattr(layer.norm1, suffix).copy_(tensors[f"aln.{short}"])
        getattr(layer.up, suffix).copy_(tensors[f"fi.{short}"])
        getattr(layer.down, suffix).copy_(tensors[f"fo.{short}"])
        getattr(layer.norm2, suffix).copy_(tensors[f"oln.{short}"])
