"""`python -m benchmarks.check [--half developed|unseen] [--wrong] [--archive marked|read]`: verdicts on 200 claims about
an archive of our own.

The archive are the articles of tests/claims, their marked statements all candidates for every claim: this measures the
judgement alone, without search and without automatic reading. Claims about an article of even number were used to
develop the rules, those about one of odd number are unseen. "Evidence" counts the right verdicts whose first evidence is
the marked statement.

With `--archive marked` the same marked articles are put into an archive, which must find the candidates among them; with
`--archive read` their texts alone are, and the model reads them. Evidence is then not compared.

Last come the asserted direct statements of tests/articles/de, each claimed as it stands, with one word dropped, with one
word replaced, and in halves: only the first may be verbatim.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from wortlaut.analysis import analyze
from wortlaut.archive import Archive
from wortlaut.differences import written
from wortlaut.golden import Golden, parse
from wortlaut.names import folded
from wortlaut.verdicts import VERDICTS, Candidate, Finding, judge
from wortlaut.wording import Plain, plain

FOLDER = Path(__file__).parents[1] / "tests" / "claims"
HALVES = ("developed", "unseen")


@dataclass(frozen=True)
class Claim:
    """One line of claims.tsv: `about` is the number of an article, `evidence` "NUMBER/STATEMENT" or empty."""

    about: str
    verdict: str
    person: str | None
    evidence: str
    text: str

    @property
    def half(self) -> str:
        return HALVES[int(self.about) % 2]


@dataclass(frozen=True)
class Judged:
    claim: Claim
    finding: Finding

    @property
    def right(self) -> bool:
        return self.finding.verdict == self.claim.verdict

    @property
    def placed(self) -> bool:
        """Whether the first evidence is the marked statement."""
        found = self.finding.evidence
        if not self.claim.evidence or not found:
            return not self.claim.evidence and not found
        return self.claim.evidence in (found[0].candidate.address, *found[0].joined)


def claims(folder: Path = FOLDER) -> list[Claim]:
    lines = (folder / "claims.tsv").read_text("utf-8").splitlines()[1:]
    return [_claim(*line.split("\t")) for line in lines]


def _claim(about: str, verdict: str, person: str, evidence: str, text: str) -> Claim:
    asked = None if person == "-" else person
    return Claim(about, verdict, asked, evidence.replace("-", ""), text.replace("\\n", "\n"))


def articles(folder: Path = FOLDER) -> dict[str, Golden]:
    """Number of the article -> golden text."""
    paths = sorted((folder / "articles").glob("*.txt"))
    return {path.name[:2]: parse(path.read_text("utf-8"), name=path.name) for path in paths}


def candidates(golden: dict[str, Golden], person: str | None) -> Iterator[Candidate]:
    """All statements of the articles; whether they are by the person asked for is decided by the names marked."""
    for number, one in golden.items():
        analysis = one.analysis
        for statement in analysis.statements:
            names = one.names.get(statement.person or "", ())
            asked = folded(person) in map(folded, names) if person and names else None
            yield Candidate(
                f"{number}/{statement.id}", analysis.article.text, statement.content, statement.kind, statement.asserted,
                names[0] if names else None, asked, analysis.article.published, source=analysis.article.source,
            )  # fmt: skip


def judged(chosen: Iterable[Claim], golden: dict[str, Golden]) -> list[Judged]:
    return [Judged(one, judge(one.text, list(candidates(golden, one.person)), person=one.person)) for one in chosen]


def filled(golden: dict[str, Golden], how: str) -> Archive:
    """An archive in memory of the articles as they are marked, or as the model reads them."""
    archive = Archive.open(":memory:", create=True)
    for number, one in golden.items():
        article = replace(one.analysis.article, source=f"https://claims.example/{number}")
        archive.add(analyze(article) if how == "read" else replace(one.analysis, article=article))
    return archive


def report(results: list[Judged]) -> Iterator[str]:
    right = sum(one.right for one in results)
    wrong = sum(one.finding.verdict == "verbatim" and not one.right for one in results)
    placed = sum(one.right and one.placed for one in results)
    yield f"{len(results)} claims: right {right / len(results):.3f}, wrong verbatim {wrong}, evidence {placed}/{right}"
    counts = Counter((one.claim.verdict, one.finding.verdict) for one in results)
    yield f"{'gold / found':14}" + "".join(f"{verdict[:9]:>10}" for verdict in VERDICTS)
    for gold in VERDICTS:
        yield f"{gold:14}" + "".join(f"{counts[gold, found]:10}" for found in VERDICTS)


def quotations(folder: Path = FOLDER.parent / "articles" / "de") -> dict[str, Counter[str]]:
    """How a quotation was changed -> verdicts on it, the statements of its article as candidates."""
    source = random.Random(5)
    found: dict[str, Counter[str]] = {}
    for path in sorted(folder.glob("*.txt")):
        own = list(candidates({path.name[:2]: parse(path.read_text("utf-8"), name=path.name)}, None))
        for one in own:
            if one.kind == "direct" and one.asserted:
                for name, claim in _changed(plain(one.text, one.content), source):
                    found.setdefault(name, Counter())[judge(claim, own).verdict] += 1
    return found


def _changed(content: Plain, source: random.Random) -> Iterator[tuple[str, str]]:
    tokens = [token for token in content.tokens if token.text]
    words = [i for i, token in enumerate(tokens) if token.kind == "word"]
    yield "as it stands", " ".join(token.span.cut(content.source) for token in tokens)
    if len(words) < 4:
        return
    place, middle = source.choice(words), words[len(words) // 2]
    yield "one word dropped", written(tokens[:place] + tokens[place + 1 :])
    before, after = written(tokens[:place]), written(tokens[place + 1 :])
    yield "one word replaced", f"{before} {source.choice(('Haus', 'gestern', 'sieben', 'laufen'))} {after}"
    yield "first half", written(tokens[:middle])
    yield "second half", written(tokens[middle:])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.check", description=__doc__)
    parser.add_argument("--half", choices=HALVES, action="append")
    parser.add_argument("--wrong", action="store_true", help="list the claims that were judged wrongly")
    parser.add_argument("--archive", choices=("marked", "read"), help="through an archive, as users check")
    given = parser.parse_args()
    golden = articles()
    archive = filled(golden, given.archive) if given.archive else None
    for half in given.half or HALVES:
        began = time.perf_counter()
        chosen = [one for one in claims() if one.half == half]
        if archive:
            results = [Judged(one, archive.check(one.text, person=one.person).finding) for one in chosen]
        else:
            results = judged(chosen, golden)
        seconds = time.perf_counter() - began
        print(half, f"({1000 * seconds / len(results):.1f} ms a claim)", *report(results), sep="\n")
        for one in results if given.wrong else ():
            if not (one.right and (archive or one.placed)):
                first = one.finding.evidence[0].candidate.address if one.finding.evidence else "-"
                c = one.claim
                print(f"  {c.verdict} {c.evidence} -> {one.finding.verdict} {first} [{c.person}]: {c.text!r}")
    if not given.half and not archive:
        for name, verdicts in quotations().items():
            print(f"{name:20}", ", ".join(f"{verdict} {count}" for verdict, count in verdicts.most_common()))


if __name__ == "__main__":
    main()
