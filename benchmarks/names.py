"""`python -m benchmarks.names [FOLDER]`: exact names of GermEval 2014, test part, and what they cost a reading.

FOLDER holds the corpora of names (`germeval2014/NER-de-test.tsv`). Nothing was learned from or chosen on that part. Each
sentence is read alone, as it stands in the corpus; outer names; a name is right if its words and its label are.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from benchmarks.articles import articles
from wortlaut.analysis import analyze
from wortlaut.encoding import encode
from wortlaut.entities import names
from wortlaut.model import load_model
from wortlaut.reading import read
from wortlaut.text import Article
from wortlaut.training.names_data import germeval
from wortlaut.training.names_score import score_names

FOLDER = Path(__file__).parents[2] / "shared/data/ner-de"


def main(folder: Path) -> None:
    for key, value in {**scores(1.0, folder), **cost(1.0)}.items():
        print(f"{key:58} {value}")


def scores(share: float, folder: Path = FOLDER) -> dict[str, object]:
    """F1 by class, of the four classes without derived forms and parts, and of all twelve labels."""
    path = folder / "germeval2014/NER-de-test.tsv"
    if not path.exists():
        return {"GermEval 2014": f"{path} is not here"}
    sentences = germeval(path)
    found = score_names(load_model(), sentences[: max(1, int(len(sentences) * share))])
    return {f"GermEval 2014 test, F1 {key}": value for key, value in found.summary().items()}


def cost(share: float) -> dict[str, object]:
    """The time of names, in articles like those of the other measures, relative to the whole reading."""
    model = load_model()
    texts = list(articles(max(24, int(120 * share))))
    analyze(texts[0])
    whole = vectors = found = 0.0
    for text in texts:
        began = time.perf_counter()
        analyze(text)
        whole += time.perf_counter() - began
        reading = read(Article(text))
        encoded = encode(reading, model.pieces)
        for window in encoded.windows:
            layers = model.layers(window, model.name_layers)
            began = time.perf_counter()
            model.name_vectors(window, layers)
            vectors += time.perf_counter() - began
        tagged = model.tag(encoded)
        began = time.perf_counter()
        names(reading, encoded, tagged, model)
        found += time.perf_counter() - began
    return {
        "ms an article": round(1000 * (vectors + found) / len(texts), 2),
        "ratio: names / whole reading": round((vectors + found) / whole, 3),
        "  of which vectors of names / scores, paths and letters": f"{vectors / whole:.3f} / {found / whole:.3f}",
    }


def measure(share: float) -> dict[str, object]:
    """Both, for `python -m benchmarks --only names`."""
    return {**scores(share), **cost(share)}


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
