"""`python -m benchmarks.agreement`: how far the second pass of annotation agrees with the gold as it stands, by layer.

`tests/articles/second/` holds what the second annotator said of the statements of `tests/articles/{de,locked}`: lines
without text. Only counts are printed, so that the locked articles stay unread. The gold was corrected where the passes
differed and the second was right; the agreement before that stands in docs/design/people.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wortlaut.golden import Golden, parse
from wortlaut.statements import Statement

ARTICLES = Path(__file__).parents[1] / "tests" / "articles"
SETS = {"development": "de", "locked": "locked"}
LAYERS = ("kind", "asserted", "speaker", "person", "relay", "time")
_LINE = re.compile(
    r"(?P<number>\d+) (?P<kind>\w+)(?P<no> unasserted)?"
    r'(?: speaker="(?P<speaker>.*)")? by=(?P<by>\S+)(?: via=(?P<via>\S+))? time=(?P<time>\S+)'
)
_PERSON = re.compile(r"[a-z]+ (?P<id>p\d+): (?P<names>.+)")
Names = frozenset[str]


@dataclass(frozen=True)
class Said:
    """What one annotator said of a statement. People are sets of names, equally right."""

    kind: str
    asserted: bool
    speaker: str
    person: tuple[Names, ...]
    relay: tuple[Names, ...]
    time: str


def main() -> None:
    for key, value in measure(1.0).items():
        print(f"{key:58} {value}")


def measure(share: float) -> dict[str, object]:
    """Shares of the statements in which both passes agree, and the same where either gives a relay or a time."""
    found: dict[str, object] = {}
    for name, folder in SETS.items():
        counts = counted(ARTICLES / folder, ARTICLES / "second" / folder)
        found[f"{name}, statements"] = counts["statements"]
        for layer in LAYERS:
            found[f"{name}, {layer}"] = f"{counts[layer] / counts['statements']:.4f} ({counts[layer]})"
        for layer in ("relay", "time"):
            either = counts[f"{layer} given"]
            equal = either - counts["statements"] + counts[layer]
            found[f"{name}, {layer} where either gives one"] = f"{equal / max(1, either):.4f} ({equal} of {either})"
    return found


def counted(first: Path, second: Path) -> Counter[str]:
    """Statements, and those in which both passes agree, by layer."""
    counts: Counter[str] = Counter()
    for path in sorted(second.glob("*.txt")):
        gold, others = of_gold(parse((first / path.name).read_text("utf-8"), name=path.name)), of_lines(path)
        assert gold.keys() == others.keys(), f"{path.name} has other statements than its gold"
        for id, one in gold.items():
            other = others[id]
            counts["statements"] += 1
            counts["kind"] += one.kind == other.kind
            counts["asserted"] += one.asserted == other.asserted
            counts["speaker"] += same_words(one.speaker, other.speaker)
            counts["person"] += same_people(one.person, other.person)
            counts["relay"] += same_people(one.relay, other.relay)
            counts["time"] += one.time == other.time
            counts["relay given"] += bool(one.relay or other.relay)
            counts["time given"] += {one.time, other.time} != {"-"}
    return counts


def of_gold(golden: Golden) -> dict[str, Said]:
    """What a golden text says, by the numbers of its statements."""
    people = {person.id: person for person in golden.analysis.people}

    def names(ids: Sequence[str]) -> tuple[Names, ...]:
        single = [one for id in ids for one in people[id].members or (id,)]
        return tuple(plain(golden.names.get(id, (people[id].name,))) for id in single)

    def said(statement: Statement) -> Said:
        by = (statement.person,) if statement.person else ()
        speaker = golden.analysis.words(statement.speaker)
        time = statement.time.value if statement.time else "-"
        return Said(statement.kind, statement.asserted, speaker, names(by), names(statement.relayed_by), time)

    return {statement.id.removeprefix("s"): said(statement) for statement in golden.analysis.statements}


def of_lines(path: Path) -> dict[str, Said]:
    """What the lines of the second pass say."""
    lines = path.read_text("utf-8").splitlines()
    people = {match["id"]: plain(match["names"].split(" / ")) for match in map(_PERSON.fullmatch, lines) if match}

    def names(ids: str | None) -> tuple[Names, ...]:
        return tuple(people[id] for id in (ids or "-").split(",") if id != "-")

    return {
        m["number"]: Said(m["kind"], not m["no"], m["speaker"] or "", names(m["by"]), names(m["via"]), m["time"])
        for m in map(_LINE.fullmatch, map(str.strip, lines))
        if m
    }


def plain(names: Iterable[str]) -> Names:
    return frozenset(" ".join(words(name)) for name in names)


def words(phrase: str) -> list[str]:
    return re.findall(r"\w+", phrase.lower())


def same_words(one: str, other: str) -> bool:
    """Whether at least half of the words of the longer phrase are in both, or both are empty."""
    left, right = Counter(words(one)), Counter(words(other))
    longer = max(left.total(), right.total())
    return 2 * (left & right).total() >= longer and bool(left) == bool(right)


def same_people(one: Sequence[Names], other: Sequence[Names]) -> bool:
    """Whether they are as many, and each shares a name with one of the others."""
    left = list(other)
    for names in one:
        alike = next((candidate for candidate in left if candidate & names), None)
        if alike is None:
            return False
        left.remove(alike)
    return not left


if __name__ == "__main__":
    main()
