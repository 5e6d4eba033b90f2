"""One training run: losses, schedule, averaging, checkpoints."""

from __future__ import annotations

import math
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from wortlaut.training.batches import Batch, batches, collate
from wortlaut.training.examples import Example
from wortlaut.training.network import Network

ROLE_WEIGHTS = (1.0, 1.5, 1.0, 0.4)  # speaker, cue, addressee, frame: frames are long, cues short; each counts alike


@dataclass(frozen=True)
class Phase:
    """Some epochs over some examples. Rates are of AdamW, and fall linearly from `rate` to `rate * end`."""

    examples: Callable[[int], Sequence[Example]]  # of an epoch
    epochs: int
    rate: float
    end: float
    links: float
    warmup: int = 0


def segment_vectors(tokens: Tensor, ends: Tensor) -> Tensor:
    """Flat token vectors (N, H), ends (S, 2) -> (S, 3H): mean, first and last token of each segment."""
    sums = functional.pad(tokens.float().cumsum(0), (0, 0, 1, 0))
    first, after = ends[:, 0], ends[:, 1]
    mean = (sums[after] - sums[first]) / (after - first)[:, None]
    return torch.cat([mean, tokens[first].float(), tokens[after - 1].float()], -1)


def loss(network: Network, batch: Batch, links_weight: float) -> Tensor:
    """The sum of the losses of tags, hints, links, pairs and media."""
    with torch.autocast("cpu", torch.bfloat16):
        hidden = network.encoder(batch.ids, batch.states, batch.mask, batch.first)
    hidden = network.dropout(hidden.float())
    tags = network.tags[batch.corpus](hidden)
    total = network.direct.loss(tags[..., :3], batch.direct, batch.token_mask)
    total = total + network.other.loss(tags[..., 3:], batch.other, batch.token_mask)
    hints = functional.binary_cross_entropy_with_logits(
        network.hints[batch.corpus](hidden), batch.hints, reduction="none"
    )
    total = total + 0.5 * (hints.sum(-1) * batch.token_mask).sum() / batch.token_mask.sum()
    if len(batch.segment_ends):
        total = total + _links_loss(network.links[batch.corpus], hidden.flatten(0, 1), batch, links_weight)
    return total


def _links_loss(links: nn.Module, tokens: Tensor, batch: Batch, weight: float) -> Tensor:
    segments = links.dropout(segment_vectors(tokens, batch.segment_ends))
    projected = links.token(links.dropout(tokens))[batch.link_index]
    logits = links(projected, segments, batch.distance, batch.sentence)
    each = functional.binary_cross_entropy_with_logits(logits, batch.roles, reduction="none")
    each = (each * torch.tensor(ROLE_WEIGHTS)).sum(-1) * batch.link_mask
    total = weight * each.sum() / len(segments)
    judged = batch.medium >= 0
    if judged.any():
        total = total + 0.05 * functional.cross_entropy(links.medium(segments)[judged], batch.medium[judged])
    if len(batch.pairs):
        logits = links.pairs(segments[batch.pairs[:, 0]], segments[batch.pairs[:, 1]])
        total = total + 0.3 * functional.binary_cross_entropy_with_logits(logits, batch.joined)
    return total


class Average:
    """Exponential moving average of the weights; its decay grows with the steps."""

    def __init__(self, network: nn.Module, decay: float = 0.995) -> None:
        self.decay = decay
        self.steps = 0
        self.values = {name: p.detach().clone() for name, p in network.named_parameters() if p.requires_grad}

    def update(self, network: nn.Module) -> None:
        """Take the present weights into the average."""
        self.steps += 1
        decay = min(self.decay, self.steps / (self.steps + 10))
        for name, parameter in network.named_parameters():
            if parameter.requires_grad:
                self.values[name].lerp_(parameter.detach(), 1 - decay)

    def state(self, network: nn.Module) -> dict[str, Tensor]:
        """The state dict of `network` with the averaged weights."""
        return {**network.state_dict(), **self.values}


def learn(network: Network, phases: Sequence[Phase], *, seed: int, checkpoint: Path) -> dict[str, Tensor]:
    """Run the phases; returns the averaged state dict, which is also written to `checkpoint` after each epoch."""
    source = random.Random(seed)
    torch.manual_seed(seed)
    optimizer = _optimizer(network)
    average = Average(network)
    started, sums, count = time.monotonic(), 0.0, 0
    for number, phase in enumerate(phases):
        for step, (epoch, group, last) in enumerate(_groups(phase, source)):
            _set_rate(optimizer, phase, step, epoch)
            value = loss(network, collate(group, 0.08), phase.links)
            value.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            average.update(network)
            sums, count = sums + value.item(), count + 1
            if count % 25 == 0 or last:
                print(f"phase {number} epoch {epoch:.2f} step {step} loss {sums / count:.3f} "
                      f"{time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)  # fmt: skip
            if last:
                sums, count = 0.0, 0
                torch.save(average.state(network), checkpoint)
    return average.state(network)


def _groups(phase: Phase, source: random.Random) -> Iterator[tuple[float, list[Example], bool]]:
    """(epoch with fraction, windows of a batch, whether the epoch ends with it)."""
    for epoch in range(phase.epochs):
        groups = list(batches(phase.examples(epoch), source))
        for n, group in enumerate(groups):
            yield epoch + n / len(groups), group, n + 1 == len(groups)


def _optimizer(network: Network) -> torch.optim.AdamW:
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    return torch.optim.AdamW(
        [{"params": encoder, "scale": 1.0}, {"params": heads, "scale": 10.0}], lr=1e-4, weight_decay=0.01, fused=True
    )


def _set_rate(optimizer: torch.optim.AdamW, phase: Phase, step: int, epoch: float) -> None:
    share = epoch / phase.epochs
    rate = phase.rate * (1 - share * (1 - phase.end))
    if phase.warmup:
        rate *= min(1.0, (step + 1) / phase.warmup)
    for group in optimizer.param_groups:
        group["lr"] = rate * group["scale"]
    if not math.isfinite(rate):
        raise ArithmeticError(f"learning rate {rate} at step {step}")
