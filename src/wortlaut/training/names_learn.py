"""Training of names: the teacher, its labels of more text, and the head of the product."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor, nn

from wortlaut.encoding import encode
from wortlaut.pieces import Pieces
from wortlaut.training.learn import Average
from wortlaut.training.names_data import Named, reading_of
from wortlaut.training.names_examples import Example, batches, encoder_input, padded, token_mask
from wortlaut.training.names_network import CORPORA, CORPUS, NamesNetwork, Teacher

SILVER = 0.5  # weight of WikiANN, which nobody checked


def teach(teacher: Teacher, gold: Sequence[Example], smart: Sequence[Example], silver: Sequence[Example]) -> None:
    """One epoch over all corpora with GermEval twice, then six over GermEval, with SmartData in every third."""
    source = random.Random(1)
    plan = batches([*gold, *gold, *smart, *silver], source, 1200)
    for epoch in range(6):
        plan += batches([*gold, *(smart if epoch % 3 == 0 else [])], source, 900)

    def loss(group: list[Example]) -> Tensor:
        with torch.autocast("cpu", torch.bfloat16):
            hidden = teacher.encoder(*encoder_input(group, 0.05))
        tags = padded([e.tags for e in group])
        return teacher.heads.loss(group[0].corpus, teacher.drop(hidden.float()), tags, token_mask(group))

    _learn(teacher, plan, loss, 1.5e-3, {"encoder.": 1.5e-4}, warm=100)


def labelled(teacher: Teacher, pieces: Pieces, documents: Sequence[Named], found: Sequence[Example]) -> list[Example]:
    """`found`, the windows of the documents in the product's pieces, with the teacher's probabilities."""
    teacher.eval()
    rows = []
    for document in documents:
        encoded = encode(reading_of(document.text), pieces)
        soft = np.zeros((len(encoded.tokens), 1 + 2 * len(CORPORA[CORPUS])), np.float16)
        for window in encoded.windows:
            given = [torch.from_numpy(x)[None] for x in (window.ids, window.states, window.ids * 0 + 1, window.first)]
            with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
                hidden = teacher.encoder(*given)
            chances = teacher.heads.scores[CORPUS](hidden.float())[0].softmax(-1).detach().numpy()
            soft[window.keep] = chances[window.keep.start - window.start : window.keep.stop - window.start]
        rows.append(soft)
    ready = []
    number = -1
    for example in found:
        number += example.window.start == 0
        here = slice(example.window.start, example.window.start + len(example.window.first))
        ready.append(replace(example, corpus=CORPUS, soft=rows[number][here]))
    return ready


def learn_head(
    network: NamesNetwork, gold: Sequence[Example], others: Sequence[Example], soft: Sequence[Example],
    rounds: tuple[int, int],
) -> None:  # fmt: skip
    """Epochs over all with GermEval twice, then over GermEval with SmartData now and then and a part of `soft`."""
    source = random.Random(1)
    smart = [e for e in others if e.corpus == "smartdata"]
    plan: list[list[Example]] = []
    for _ in range(rounds[0]):
        plan += batches([*gold, *gold, *others, *soft], source, 1800)
    for epoch in range(rounds[1]):
        more = source.sample(list(soft), len(soft) // 5)
        plan += batches([*gold, *(smart if epoch % 3 == 0 else []), *more], source, 900)

    def loss(group: list[Example]) -> Tensor:
        mask = token_mask(group)
        layers, letters = padded([e.layers for e in group]).float(), padded([e.features for e in group])
        hidden = network(layers, mask, letters)
        if group[0].soft is not None:
            soft = padded([e.soft for e in group if e.soft is not None]).float()
            chances = network.heads.scores[CORPUS](hidden).log_softmax(-1)
            return -((soft * chances).sum(-1) * mask).sum() / mask.sum()
        value = network.heads.loss(group[0].corpus, hidden, padded([e.tags for e in group]), mask)
        return value * (SILVER if group[0].corpus == "wikiann" else 1.0)

    _learn(network, plan, loss, 1e-3, {}, warm=60)


def _learn(
    network: nn.Module, plan: Sequence[list[Example]], loss: Callable[[list[Example]], Tensor], rate: float,
    slower: dict[str, float], warm: int,
) -> None:  # fmt: skip
    """AdamW with a rate that falls linearly; the network ends with its averaged weights."""
    named = [(name, p) for name, p in network.named_parameters() if p.requires_grad]
    groups = [{"params": [p for name, p in named if name.startswith(k)], "own": v} for k, v in slower.items()]
    groups.append({"params": [p for name, p in named if not name.startswith(tuple(slower))], "own": rate})
    optimizer = torch.optim.AdamW(groups, lr=rate, weight_decay=0.02)
    average = Average(network, 0.99)
    network.train()
    total = 0.0
    for step, group in enumerate(plan):
        for part in optimizer.param_groups:
            part["lr"] = part["own"] * min(1.0, (step + 1) / warm) * (1 - 0.97 * step / len(plan))
        value = loss(group)
        value.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        average.update(network)
        total += value.item()
        if step % 100 == 99:
            print(f"step {step + 1} of {len(plan)}, loss {total / 100:.3f}", file=sys.stderr, flush=True)
            total = 0.0
    network.load_state_dict(average.state(network))
    network.eval()
