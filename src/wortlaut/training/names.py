"""`python -m wortlaut.training.names --work FOLDER`: trains the head of names over the encoder, and exports it.

A teacher, all layers of the pretrained encoder, learns names from three corpora and labels more text; from both the
head learns, which reads the layers of the product's encoder and leaves them as they are.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
from collections.abc import Sequence
from pathlib import Path

import torch

from wortlaut.gold import json_lines, read_gold
from wortlaut.model import FOLDER, Model
from wortlaut.pieces import Pieces
from wortlaut.training import e5, names_data, vocabulary
from wortlaut.training.export import export
from wortlaut.training.names_data import Named
from wortlaut.training.names_examples import frozen, plain
from wortlaut.training.names_export import export_names
from wortlaut.training.names_learn import labelled, learn_head, teach
from wortlaut.training.names_network import NamesNetwork, Plan, Teacher
from wortlaut.training.names_score import score_names
from wortlaut.training.network import Network, pretrained_encoder

HELD = 10  # a tenth of GermEval's development part is not learned from; the choices were made on it
SILVER = 4000  # snippets of WikiANN that the head learns from; with all 20,000 the held tenth was 0.03 worse
TRAINED_ON = [
    "GermEval 2014, development part, 1,980 of 2,200 sentences, CC BY 4.0",
    "SmartData corpus, train part, CC BY 4.0",
    "WikiANN German, silver, CC BY-SA (text of Wikipedia)",
    "labels of a teacher (multilingual-e5-small, MIT, all 12 layers, trained on these) on the train part of the "
    "quotation corpus, on sentences of WikiANN and on speeches of the Bundestag",
]


def main(arguments: Sequence[str] | None = None) -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(prog="python -m wortlaut.training.names", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder of the corpora")
    parser.add_argument("--work", type=Path, required=True, help="folder for the teacher")
    parser.add_argument("--checkpoint", type=Path, help="of the statement model: export its encoder once more")
    parser.add_argument("--output", type=Path, help="folder for the weights (default: weights in --work)")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args(arguments)
    torch.set_num_threads(given.threads)
    output = given.output or given.work / "weights"
    copy_encoder(given.checkpoint, output)
    model = Model(output)
    learned, held = divided(names_data.germeval(given.data / "ner-de/germeval2014/NER-de-dev.tsv"))
    smart = names_data.smartdata(given.data / "ner-de/smartdata_v1/train.jsonl")
    silver = names_data.wikiann(given.data / "ner-de/wikiann_de/train")
    teacher, whole = taught(given.work / "teacher.pt", learned, smart, silver)
    plan = Plan()
    more = unlabelled(given.data, [d.text for d in smart if len(d.text) > 150], silver)
    soft = labelled(teacher, whole, more, frozen(more, model, plan.layers))
    torch.manual_seed(1)
    network = NamesNetwork(plan)
    others = frozen([*smart, *silver[:SILVER]], model, plan.layers)
    learn_head(network, frozen(learned, model, plan.layers), others, soft, (2, 6))
    export_names(network, {"trained_on": TRAINED_ON}, output)
    scores = {"germeval_dev_held_tenth": score_names(Model(output), held).summary()}
    export_names(network, {"trained_on": TRAINED_ON, "scores": scores}, output)
    print(json.dumps(scores, indent=1))


def copy_encoder(checkpoint: Path | None, output: Path) -> None:
    """The shipped statement model, or what a checkpoint of it exports, as the folder that gets the names."""
    output.mkdir(parents=True, exist_ok=True)
    for name in ("encoder.onnx", "links.onnx", "pieces.tsv"):
        shutil.copyfile(FOLDER / name, output / name)
    card = {k: v for k, v in json.loads((FOLDER / "model.json").read_text("utf-8")).items() if k != "names"}
    (output / "model.json").write_text(json.dumps(card, ensure_ascii=False), "utf-8")
    if checkpoint:
        state = torch.load(checkpoint)
        layers = 1 + max(int(name.split(".")[2]) for name in state if name.startswith("encoder.layers."))
        network = Network(len(state["encoder.word.weight"]), layers, ("quotes", "stwr", "spkatt"))
        network.load_state_dict(state)
        lines = [line for line in (FOLDER / "pieces.tsv").read_text("utf-8").split("\n") if line]
        export(network, [(p, float(s)) for p, s in (line.split("\t") for line in lines)], card, output)


def divided(documents: Sequence[Named]) -> tuple[list[Named], list[Named]]:
    """What is learned from, and what is held back to choose by."""
    order = list(range(len(documents)))
    random.Random(11).shuffle(order)
    held = set(order[: len(documents) // HELD])
    return [d for i, d in enumerate(documents) if i not in held], [documents[i] for i in sorted(held)]


def taught(path: Path, gold: list[Named], smart: list[Named], silver: list[Named]) -> tuple[Teacher, Pieces]:
    """The teacher, trained once and remembered, and the pieces that it reads."""
    pretrained = e5.load(e5.weights_path())
    kept = [0, 2, 3, *range(4, len(pretrained.pieces))]
    pieces = Pieces(vocabulary.vocabulary(pretrained, kept))
    torch.manual_seed(1)
    teacher = Teacher(pretrained_encoder(pretrained, kept, pretrained.layers))
    if not path.exists():
        teach(teacher, plain(gold, pieces), plain(smart, pieces), plain(silver, pieces))
        path.parent.mkdir(parents=True, exist_ok=True)
        torch.save(teacher.state_dict(), path)
    teacher.load_state_dict(torch.load(path))
    return teacher, pieces


def unlabelled(data: Path, news: Sequence[str], silver: Sequence[Named]) -> list[Named]:
    """News, sentences of Wikipedia and speeches, without any labels."""
    texts = [gold.article.text for gold in read_gold(data / "quotes-de/train.jsonl.gz")]
    snippets = [d for part in ("dev", "test") for d in names_data.wikiann(data / "ner-de/wikiann_de" / part)]
    texts += [*news, *(d.text for d in snippets if len(d.words) > 8)][: len(news) + 6000]
    texts += [d.text for d in silver if len(d.words) > 8][:5000]
    source = random.Random(5)
    speeches: list[str] = []
    for path in sorted((data / "bundestag").glob("*.jsonl.gz"))[::3]:
        rows = list(json_lines(path))
        source.shuffle(rows)
        said = ["\n".join(p for p in t["text"] if isinstance(p, str)) for row in rows[:40] for t in row["turns"][:1]]
        speeches += [text[:1500] for text in said if len(text) > 400]
    return [Named("soft", text, (), ()) for text in texts + speeches[:450]]


if __name__ == "__main__":
    main()
