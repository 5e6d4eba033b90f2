"""`python -m wortlaut.training --work FOLDER`: trains the statement model from the corpora, and exports it."""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import torch

from wortlaut.errors import ModelError
from wortlaut.gold import read_gold
from wortlaut.model import Model
from wortlaut.pieces import Pieces
from wortlaut.training import corpora, e5, tune, vocabulary
from wortlaut.training.examples import Example, examples
from wortlaut.training.export import export, finish
from wortlaut.training.learn import Phase, learn
from wortlaut.training.network import Network, pretrained_encoder

CORPORA = ("quotes", "stwr", "spkatt")
FILES = {
    "quotes-de/train.jsonl.gz": "quotes",
    "stwr-de/main.jsonl.gz": "stwr",
    "spkatt-de/train.jsonl.gz": "spkatt",
}
READERS = {"quotes": corpora.quotes, "stwr": corpora.redewiedergabe, "spkatt": corpora.speeches}


def main(arguments: Sequence[str] | None = None) -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(prog="python -m wortlaut.training", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder of the corpora")
    parser.add_argument("--work", type=Path, required=True, help="folder for vocabulary, log and checkpoints")
    parser.add_argument("--layers", type=int, default=8)
    parser.add_argument("--epochs", type=int, default=20, help="over quotes-de, after the epochs over all corpora")
    parser.add_argument("--warm-epochs", type=int, default=2, help="over all corpora together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--export-only", action="store_true", help="export the checkpoint in --work")
    parser.add_argument("--output", type=Path, help="folder for the weights (default: weights in --work)")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args(arguments)
    torch.set_num_threads(given.threads)
    given.work.mkdir(parents=True, exist_ok=True)
    check_data(given.data)
    pretrained = e5.load(e5.weights_path())
    kept = kept_pieces(pretrained, given.data, given.work)
    pieces = vocabulary.vocabulary(pretrained, kept)
    torch.manual_seed(given.seed)
    network = Network(len(kept), given.layers, CORPORA)
    network.encoder = pretrained_encoder(pretrained, kept, given.layers)
    checkpoint = given.work / "checkpoint.pt"
    if not given.export_only:
        train(network, Pieces(pieces), given, checkpoint)
    network.load_state_dict(torch.load(checkpoint))
    publish(network, pieces, given)


def train(network: Network, pieces: Pieces, given: argparse.Namespace, checkpoint: Path) -> None:
    """All corpora together, then the quotation corpus alone."""
    documents = {name: READERS[name](given.data / file) for file, name in FILES.items()}
    fine = Phase(quotes_alone(documents, pieces, given.seed), given.epochs, 1.2e-4, 0.02, links=0.15)
    learn(network, [everything(documents, pieces, given), fine], seed=given.seed, checkpoint=checkpoint)


def publish(network: Network, pieces: list[tuple[str, float]], given: argparse.Namespace) -> None:
    """Export the network, then choose thresholds and calibration with the exported files, as they will be used."""
    folder = given.output or given.work / "weights"
    blank = {"thresholds": tune.DEFAULT, "calibration": tune.PLAIN, "grammar": tune.GRAMMAR}
    card = {**json.loads(Path(__file__).with_name("card.json").read_text("utf-8")), **settings(given)}
    export(network, pieces, {**card, **blank}, folder)
    print("choosing thresholds and calibration on dev", file=sys.stderr)
    model = Model(folder)
    prepared = tune.prepare(read_gold(given.data / "quotes-de/dev.jsonl.gz"), model)
    finish(folder, {**card, "grammar": tune.GRAMMAR, **tune.card_figures(prepared, model)})


def settings(given: argparse.Namespace) -> dict[str, object]:
    """What of the command line decides the weights, and the data that they come from."""
    used = {name: getattr(given, name) for name in ("layers", "warm_epochs", "epochs", "seed")}
    return {"training": {**used, "data_sha256": json.loads(Path(__file__).with_name("data.json").read_text("utf-8"))}}


def check_data(data: Path) -> None:
    """Compare the corpora with the hashes in data.json, so that a score belongs to known data."""
    known = json.loads(Path(__file__).with_name("data.json").read_text("utf-8"))
    for file, expected in known.items():
        found = hashlib.sha256((data / file).read_bytes()).hexdigest()
        if found != expected:
            raise ModelError(f"{data / file} has SHA-256 {found}, not {expected}; is it another release of the corpus?")


def kept_pieces(pretrained: e5.Pretrained, data: Path, work: Path) -> list[int]:
    """The chosen pieces, remembered in `work`."""
    path = work / "kept.json"
    if not path.exists():
        print("choosing the vocabulary", file=sys.stderr)
        path.write_text(json.dumps(vocabulary.choose(pretrained, data)))
    return [int(index) for index in json.loads(path.read_text())]


def everything(documents: dict[str, list[corpora.Document]], pieces: Pieces, given: argparse.Namespace) -> Phase:
    """The warm start: Redewiedergabe in the first epoch only, the quotation corpus twice from then on."""
    ready = {name: [e for d in found for e in examples(d, pieces)] for name, found in documents.items()}
    quotes = quotes_alone(documents, pieces, given.seed)

    def epoch_examples(epoch: int) -> list[Example]:
        if epoch == 0:
            return quotes(epoch) + ready["stwr"] + ready["spkatt"]
        return quotes(epoch) * 2 + ready["spkatt"]

    return Phase(epoch_examples, given.warm_epochs, 1.5e-4, 0.8, links=0.05, warmup=100)


def quotes_alone(
    documents: dict[str, list[corpora.Document]], pieces: Pieces, seed: int
) -> Callable[[int], list[Example]]:
    """The quotation corpus, in every epoch a quarter of it with another convention of quotation marks."""
    source = random.Random(seed)

    def epoch_examples(_epoch: int) -> list[Example]:
        found = []
        for document in documents["quotes"]:
            other = corpora.requoted(document, source) if source.random() < 0.25 else document
            found.extend(examples(other, pieces))
        return found

    return epoch_examples


if __name__ == "__main__":
    main()
