"""Reporter: writes drafts, in which people say, deny, repeat and criticise."""

from __future__ import annotations

import random
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate
from typing import TypeVar

from benchmarks.drafts import Draft, Naming, Paragraph, Said, Uttered
from benchmarks.newsmakers import Newsmaker, Newsmakers, outlets
from benchmarks.sentences import Claim, Sentences
from wortlaut.statements import Medium, Reason

T = TypeVar("T")
SAID = "sagte sagte sagte sagte betonte erklärte erklärte meinte ergänzte mahnte berichtete versicherte".split()
DENIED = "bestritt dementierte".split()
DAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()
MEDIA: tuple[Medium, ...] = ("speech", "speech", "speech_or_writing", "speech_or_writing", "writing", "thought")
STATEMENT = 0.285  # share of the sentences with a statement of their own
# Kinds in the proportions of the train part of the quotation corpus: 604 direct, 1541 indirect, 316 carried on in
# Konjunktiv, 297 reported, 119 hearsay.
KINDS = {"direct": 604, "indirect": 1541, "carried": 316, "reported": 297, "hearsay": 119}
# Only behind another statement of its paragraph can one be carried on, which is so for one in three.
LATER = 3.0
REPEATED = 0.2  # of the statements of people with a claim; that makes one in ten of all
REPEATED_FOR = timedelta(days=3)
TWO_CLAIMS = 0.3
QUOTED_WITHIN = 0.12  # of the indirect ones
DATED = 0.3
NOT_ASSERTED = 0.04


@dataclass(frozen=True, slots=True)
class _Utterance:
    """What somebody said, to be repeated."""

    uttered: Uttered
    claims: tuple[Claim, ...]
    at: datetime


class Reporter:
    """Writes; remembers for three days what people said."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(f"{seed} reporter")
        self._sentences = Sentences(seed)
        self._newsmakers = Newsmakers(seed)
        self._heard: deque[_Utterance] = deque()
        self._kinds = _law(0)
        self._kinds_later = _law(LATER)
        self._write = (self._direct, self._indirect, self._carried, self._reported, self._hearsay)

    def turn_to(self, topic: int) -> None:
        self._sentences.words.turn_to(topic)

    def title(self) -> str:
        return self._sentences.title()

    def place(self) -> str:
        return self._sentences.words.next["o"]()

    def background(self) -> Paragraph:
        """A paragraph in which nobody speaks."""
        return Paragraph(" ".join(self._sentences.told() for _ in range(self._random.randint(2, 4))))

    def report(self, published: datetime, words: int) -> Draft:
        """A report of at least `words` words."""
        while self._heard and self._heard[0].at < published - REPEATED_FOR:
            self._heard.popleft()
        scene = _Scene(published, [self._newsmakers.speaker() for _ in range(self._random.choice((1, 1, 2, 2, 3, 4)))])
        paragraphs: list[Paragraph] = []
        while words > 0:
            paragraph = self._paragraph(scene)
            paragraphs.append(paragraph)
            words -= paragraph.text.count(" ") + 1
        self._heard.extend(scene.uttered)
        return Draft(tuple(paragraphs))

    def _paragraph(self, scene: _Scene) -> Paragraph:
        scene.paragraph = paragraph = Paragraph()
        scene.last = None
        for _ in range(self._random.randint(2, 5)):
            if paragraph.text:
                paragraph.put(" ")
            if self._random.random() < STATEMENT:
                law = self._kinds_later if scene.last and scene.last.who else self._kinds
                self._write[bisect_right(law, self._random.random())](scene)
            else:
                paragraph.put(self._sentences.told())
        return paragraph

    def _direct(self, scene: _Scene) -> None:
        who = self._speaker(scene)
        claims = self._claims()
        words = [claim.form(0) for claim in claims]
        paragraph = scene.paragraph
        if self._random.random() < 0.6:
            content = paragraph.put(f"„{'. '.join(words)}“")
            said = Said("direct", (content,), who=who)
            comma = paragraph.put(", ")
            said.cue = (paragraph.put(self._one_of(SAID)),)
            paragraph.put(" ")
            self._name(said, scene)
            self._day(said, scene)
            said.frame = ((comma[0], len(paragraph.text)),)
            paragraph.put(".")
        else:
            said = Said("direct", (), who=who)
            self._opening(said, scene, self._one_of(SAID))
            paragraph.put(": ")
            said.content = (paragraph.put(f"„{'. '.join(words)}.“"),)
        self._finish(said, scene, claims)

    def _indirect(self, scene: _Scene) -> None:
        old = self._old(scene)
        who = old.uttered.who if old else self._speaker(scene)
        claims = old.claims[: self._random.randint(1, len(old.claims))] if old else self._claims()
        said = Said("indirect", (), self._one_of(MEDIA), who=who, repeats=old.uttered if old else None)
        self._one_of(
            (self._then_main, self._then_main, self._then_that, self._main_first, self._informed, self._according)
        )(said, scene, claims)
        self._finish(said, scene, claims)

    def _then_main(self, said: Said, scene: _Scene, claims: tuple[Claim, ...]) -> None:
        self._opening(
            said,
            scene,
            self._one_of(SAID),
            f"der „{self._one_of(outlets()).name}“" if self._random.random() < 0.06 else "",
        )
        scene.paragraph.put(", ")
        if self._random.random() < QUOTED_WITHIN:
            self._quoting(said, scene, claims[0].form(1))
        else:
            said.content = (scene.paragraph.put(", und ".join(claim.form(1) for claim in claims)),)
        scene.paragraph.put(".")

    def _quoting(self, said: Said, scene: _Scene, words: str) -> None:
        """Content with a quotation in it, which is a statement of its own."""
        first, _, rest = words.partition(" ")
        begin = scene.paragraph.put(f"{first} ")[0]
        within = scene.paragraph.put(f"„{rest}“")
        said.content = ((begin, within[1]),)
        said.inner = Said(
            "direct",
            (within,),
            cue=said.cue,
            speaker=said.speaker,
            who=said.who,
            reason=said.reason,
            naming=said.naming,
        )

    def _then_that(self, said: Said, scene: _Scene, claims: tuple[Claim, ...]) -> None:
        said.asserted = said.repeats is not None or self._random.random() > 6 * NOT_ASSERTED
        self._opening(said, scene, self._one_of(SAID if said.asserted else DENIED))
        scene.paragraph.put(", ")
        said.content = (scene.paragraph.put("dass " + " und ".join(claim.form(3) for claim in claims)),)
        scene.paragraph.put(".")

    def _main_first(self, said: Said, scene: _Scene, claims: tuple[Claim, ...]) -> None:
        said.content = (scene.paragraph.put(_upper("; ".join(claim.form(1) for claim in claims))),)
        comma = scene.paragraph.put(", ")
        said.cue = (scene.paragraph.put(self._one_of(SAID)),)
        scene.paragraph.put(" ")
        self._name(said, scene)
        self._day(said, scene)
        said.frame = ((comma[0], len(scene.paragraph.text)),)
        scene.paragraph.put(".")

    def _informed(self, said: Said, scene: _Scene, claims: tuple[Claim, ...]) -> None:
        said.content = (scene.paragraph.put(_upper(", und ".join(claim.form(1) for claim in claims))),)
        comma = scene.paragraph.put(", ")
        cue = scene.paragraph.put("teilte")
        scene.paragraph.put(" ")
        self._name(said, scene)
        self._day(said, scene)
        scene.paragraph.put(" ")
        said.cue = cue, scene.paragraph.put("mit")
        said.frame = ((comma[0], len(scene.paragraph.text)),)
        scene.paragraph.put(".")

    def _according(self, said: Said, scene: _Scene, claims: tuple[Claim, ...]) -> None:
        cue = scene.paragraph.put("Laut")
        said.cue = (cue,)
        scene.paragraph.put(" ")
        self._name(said, scene)
        said.frame = ((cue[0], len(scene.paragraph.text)),)
        scene.paragraph.put(" ")
        said.content = (scene.paragraph.put(claims[0].form(2)),)
        scene.paragraph.put(".")

    def _carried(self, scene: _Scene) -> None:
        """Carries on what was said just before."""
        last = scene.last or Said("indirect", ())
        claims = self._claims()
        content = scene.paragraph.put(_upper(", und ".join(claim.form(1) for claim in claims)))
        scene.paragraph.put(".")
        said = Said(
            "indirect_free_indirect",
            (content,),
            "speech_or_writing",
            who=last.who,
            reason="carried",
            naming=last.naming,
        )
        self._finish(said, scene, claims)

    def _reported(self, scene: _Scene) -> None:
        said = Said("reported", (), "speech_or_writing", who=self._speaker(scene))
        begin = len(scene.paragraph.text)
        verb, rest = self._sentences.act()
        self._opening(said, scene, verb)
        said.frame = ()
        scene.paragraph.put(f" {rest}")
        said.content = ((begin, len(scene.paragraph.text)),)
        scene.paragraph.put(".")
        self._finish(said, scene, ())

    def _hearsay(self, scene: _Scene) -> None:
        content = scene.paragraph.put(f"{_upper(self._speaker(scene).name)} soll {self._sentences.rumour()}")
        scene.paragraph.put(".")
        self._finish(Said("free_indirect", (content,), "unknown"), scene, ())

    def _opening(self, said: Said, scene: _Scene, cue: str, addressee: str = "") -> None:
        """ "Ministerin Anna Albner sagte am Montag", which begins the sentence."""
        begin = len(scene.paragraph.text)
        self._name(said, scene, _upper)
        scene.paragraph.put(" ")
        said.cue = (scene.paragraph.put(cue),)
        if addressee:
            scene.paragraph.put(" ")
            said.addressee = (scene.paragraph.put(addressee),)
        self._day(said, scene)
        said.frame = ((begin, len(scene.paragraph.text)),)

    def _name(self, said: Said, scene: _Scene, form: Callable[[str], str] = str) -> None:
        """Names who speaks: fully the first time, then by surname, pronoun or role."""
        who = said.who
        assert who is not None
        known = scene.namings.get(who)
        if who.kind != "person":
            words, said.reason = who.name, "source" if who.name[0].islower() else "name"
        elif not known:
            words, said.reason = (
                (f"{who.role} {who.name}", "apposition") if self._random.random() < 0.7 else (who.name, "name")
            )
        else:
            words, said.reason = self._short(who)
        place = scene.paragraph.put(form(words))
        said.speaker = (place,)
        said.naming = scene.namings.setdefault(who, Naming(scene.paragraph, place))

    def _short(self, who: Newsmaker) -> tuple[str, Reason]:
        drawn = self._random.random()
        if drawn < 0.6:
            return who.surname, "surname"
        if drawn < 0.85:
            return who.pronoun, "pronoun"
        return f"{'die' if who.pronoun == 'sie' else 'der'} {who.role}", "role"

    def _day(self, said: Said, scene: _Scene) -> None:
        if self._random.random() < DATED:
            scene.paragraph.put(" ")
            day = scene.published.date() - timedelta(days=self._random.choice((0, 0, 1, 1, 2)))
            day = said.repeats.day if said.repeats else day
            said.time = day.isoformat(), scene.paragraph.put(f"am {DAYS[day.weekday()]}")

    def _finish(self, said: Said, scene: _Scene, claims: tuple[Claim, ...]) -> None:
        said.score = round(0.5 + 0.5 * self._random.random() ** 0.3, 4)
        scene.paragraph.said.append(said)
        scene.last = said
        who = said.who
        if who and who.kind == "person" and claims and not said.repeats and said.asserted:
            said.first = Uttered(who, date.fromisoformat(said.time[0]) if said.time else scene.published.date())
            scene.uttered.append(_Utterance(said.first, claims, scene.published))

    def _old(self, scene: _Scene) -> _Utterance | None:
        if self._heard and self._random.random() < REPEATED:
            return self._heard[int(self._random.random() * len(self._heard))]
        return None

    def _speaker(self, scene: _Scene) -> Newsmaker:
        return self._one_of(scene.cast)

    def _claims(self) -> tuple[Claim, ...]:
        return tuple([self._sentences.claim() for _ in range(1 + (self._random.random() < TWO_CLAIMS))])

    def _one_of(self, choices: Sequence[T]) -> T:
        return choices[int(self._random.random() * len(choices))]


class _Scene:
    """What a report is being written with: who speaks, how they were named, what was said last."""

    def __init__(self, published: datetime, cast: list[Newsmaker]) -> None:
        self.published = published
        self.cast = cast
        self.namings: dict[Newsmaker, Naming] = {}
        self.paragraph = Paragraph()
        self.last: Said | None = None
        self.uttered: list[_Utterance] = []


def _law(carried: float) -> list[float]:
    """The sums of the shares of the kinds, those carried on taken `carried` times."""
    sums = list(accumulate(share * (carried if kind == "carried" else 1) for kind, share in KINDS.items()))
    return [one / sums[-1] for one in sums[:-1]]


def _upper(words: str) -> str:
    return words[0].upper() + words[1:]
