"""Speakers: whom the words of each statement's speaker mean, and whose speech goes on where there are none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from wortlaut.cast import Cast, Link
from wortlaut.entities import Name
from wortlaut.languages import de, de_names
from wortlaut.languages import de_people as grammar
from wortlaut.mentions import mentions
from wortlaut.nouns import noun
from wortlaut.phrases import Mention, Words
from wortlaut.reading import Reading
from wortlaut.statements import Ended, Statement, outer_first
from wortlaut.text import Span

CARRY = 2  # sentences back to the statement that one without speaker carries on
NEAR = 3  # code points between two pieces of a speaker's words
TORN = 0.55  # of the score where a speaker's words are in several places: of 18 such links 8 were wrong in development
ANTECEDENT = 10  # tokens between a noun phrase and its relative pronoun, with attributes and parentheses
LONGEST_PHRASE = 60  # tokens of a speaker's words that are looked at
_LETTER = re.compile(r"\w")
_INTERVIEWER = re.compile(
    r"(?:Interview|Fragen|Gespräch|Interview führte|Fragen stellte|Gespräch führte|Von):?\s+"
    r"((?:[A-ZÄÖÜ][\w.-]+\s?){2,3})"
)


class Speakers:
    """One article: its mentions in order of the text, then its statements. `found` holds each statement's link."""

    def __init__(self, statements: Sequence[Statement], reading: Reading, names: Iterable[Name]) -> None:
        self.reading = reading
        self.statements = statements
        running = frozenset(i for span in reading.running for i in reading.tokens_of((span,)))
        self.words = Words(reading, running)
        self.phrases = {s.id: self._phrase(s) for s in statements}
        speaking = frozenset(i for phrase in self.phrases.values() for i in phrase)
        marked = [q.span for q in reading.quotations]
        direct = [span for s in statements if s.kind == "direct" for span in s.content]
        quoted = frozenset(i for span in (*marked, *direct) for i in reading.tokens_of((span,)))
        self.quoted = quoted
        self.cast = Cast(self.words, speaking, quoted)
        self.mentions = self._with_unknown(mentions(self.words, names))
        self.links: dict[int, Link | None] = {}
        self.at = {m.head: m for m in self.mentions}
        for mention in self.mentions:
            self.links[mention.head] = self.cast.meet(mention)
        self.by_id = {s.id: s for s in statements}
        self.ended = Ended(statements)
        self.paragraphs = {span.start: span for span in reading.running}
        self.found: dict[str, Link | None] = {}
        for statement in sorted(statements, key=outer_first):
            link = self._link(statement)
            self.found[statement.id] = replace(link, score=link.score * TORN) if link and _is_torn(statement) else link
        for statement in statements:
            phrase = self.phrases[statement.id]
            if (
                self.found[statement.id] is None
                and (not phrase or self._refers_back(phrase))
                and not self._impersonal(statement)
            ):
                self.found[statement.id] = self._carried(statement)

    def _phrase(self, statement: Statement) -> list[int]:
        """The tokens of a speaker; of words in several places those nearest to the cue."""
        places = statement.speaker
        if len(places) > 1 and statement.cue:
            cue = statement.cue[0]
            nearest = min(places, key=lambda s: max(s.start - cue.end, cue.start - s.end))
            places = tuple(
                s
                for s in places
                if abs(s.start - nearest.end) < NEAR or abs(nearest.start - s.end) < NEAR or s is nearest
            )
        return self.reading.tokens_of(places)[:LONGEST_PHRASE]

    def _link(self, statement: Statement) -> Link | None:
        phrase = self.phrases[statement.id]
        if phrase and self._impersonal(statement) and not self._is_source(phrase, statement):
            return self._source_beside(statement)
        if not phrase or self._refers_back(phrase):
            return None
        if self._is_label(statement, phrase):
            return self._labelled(phrase)
        source = self._source_behind(statement) or self._leading(statement, phrase)
        if source:
            return source
        low = {self.words.low(i) for i in phrase}
        if low == {"es"}:
            return None
        if low & {"ich", "wir", "mir", "uns"} and len(phrase) <= 3:
            return self._first_person(statement)
        if low & grammar.OWN:
            return self._subject_of(phrase)
        heads = self._heads(phrase)
        links = [link for link in (self.links.get(m.head) for m in heads) if link]
        if len(links) > 1 and len({link.number for link in links}) > 1:
            numbers = tuple(dict.fromkeys(link.number for link in links))
            return replace(self.cast.together(numbers), score=min(link.score for link in links))
        if len(phrase) <= 2 and low & grammar.BOTH:
            both = self.cast.both()
            return replace(both, score=0.6) if both and len(phrase) == 1 else both
        if links:
            return links[0]
        if len(phrase) == 1 and self.words.low(phrase[0]) in grammar.RELATIVE and self.words.word(phrase[0] - 1) == ",":
            return self._antecedent(phrase[0])
        return None

    def _heads(self, phrase: Sequence[int]) -> list[Mention]:
        """The mentions that speak: the first that depends on no other noun, and those coordinated with it."""
        inside = [self.at[i] for i in phrase if i in self.at]
        saying = next((i for i in phrase if self.words.low(i) in grammar.SAYING_NOUNS), None)
        if saying is not None:
            behind = [m for m in inside if m.head > saying]
            before = [m for m in inside if m.head < saying and m.attribute]
            whose = next((m for m in [*before, *behind]), None)
            document = self.words.low(saying) in grammar.DOCUMENTS_OF
            if whose and (whose.media or not document):
                return [replace(whose, attribute=False), *self._coordinated(whose, inside, phrase)]
            return [m for m in inside if m.head == saying]
        top = [m for m in inside if not m.attribute]
        top = [m for m in top if not self._inside_attribute(m, phrase)] or top or inside[:1]
        if len(top) > 1 and (_is_one_person(top[0], top[1]) or self._is_apposed(top[0], top[1])):
            return [top[1]]
        return [top[0], *self._coordinated(top[0], top, phrase)] if top else []

    def _is_apposed(self, role: Mention, name: Mention) -> bool:
        """ "Mehmets Vater, der Dachdecker Cem Aydınlı": the name behind the comma is that of the role before."""
        commas = {self.words.word(i) for i in range(role.after, name.first)}
        return commas == {","} and not role.name and bool(role.noun) and name.kind == "person" and bool(name.name)

    def _inside_attribute(self, mention: Mention, phrase: Sequence[int]) -> bool:
        """ "in Afrika durchgeführte Studien", "die zur Universität gehörende Klinik": behind a preposition."""
        before, own = self.words.low(mention.first - 1), self.words.low(mention.first)
        behind = mention.first - 1 in phrase and before in grammar.PREPOSITIONS
        return behind or (mention.first > phrase[0] and own in grammar.PREPOSITIONS)

    def _coordinated(self, first: Mention, others: Sequence[Mention], phrase: Sequence[int]) -> list[Mention]:
        """Those joined with it by "und", with commas before: "Brandt, Kern und der Landrat"."""
        found: list[Mention] = []
        joined, last = False, first
        for mention in others:
            if mention.head <= last.head or mention.attribute:
                continue
            bare = not mention.determiner and not mention.name  # the second role of one person
            whose = [m for m in self._within(last.after, mention.first) if m.attribute]
            part = not mention.determiner and not mention.noun
            if part and (whose or last.kind == "organization") and not (last.name and not last.noun):
                continue  # "ein Gutachten des Büros Hanke und Tiedt"
            between = {self.words.low(i) for i in range(last.after, mention.first) if i in phrase}
            joins = bool(between & grammar.JOINING)
            if bare and (last.determiner or last.name):
                continue
            if joins or (between == {","} and mention.kind == last.kind and mention.name):
                found.append(mention)
                joined, last = joined or joins, mention
        return found if joined else []

    def _is_label(self, statement: Statement, phrase: Sequence[int]) -> bool:
        """Whether the words stand before a colon at the beginning of a paragraph, as in questions and answers."""
        begins = self.reading.tokens[phrase[0]].start in self.paragraphs
        return begins and self.words.word(phrase[-1] + 1) == ":" and statement.kind == "direct" and not statement.cue

    def _labelled(self, phrase: Sequence[int]) -> Link | None:
        """Who is meant by "Frage" and "Antwort", or by a name before a colon."""
        label = " ".join(self.words.low(i) for i in phrase)
        if label in grammar.QUESTIONERS:
            return self.cast.introduced(self._interviewer) if self._interviewer else None
        if label in grammar.ANSWERERS:
            people = [known for known in self.cast.known if known.kind == "person" and known.name != self._interviewer]
            guest = max(people, key=lambda known: len(known.mentions), default=None)
            return Link(guest.number, "interview", 0.85) if guest else None
        links = [link for link in (self.links.get(m.head) for m in self._heads(phrase)) if link]
        return replace(links[0], reason="interview") if links else None

    def _first_person(self, statement: Statement) -> Link | None:
        """ "ich" within somebody's words means that somebody."""
        outer = self.by_id.get(statement.within or "")
        while outer is not None:
            link = self.found.get(outer.id)
            if outer.kind == "direct" and link:
                return Link(link.number, "pronoun", min(0.95, link.score))
            outer = self.by_id.get(outer.within or "")
        return None

    def _antecedent(self, relative: int) -> Link | None:
        """Whom a relative pronoun means: the noun phrase right before its comma."""
        sentence = self.reading.sentence_of(relative)
        genders = grammar.RELATIVE[self.words.low(relative)]
        for mention in reversed(self._within(sentence.start, relative)):
            if mention.after > relative or relative - mention.after > ANTECEDENT:
                continue
            if any(self.words.low(i) in grammar.NOBODY for i in range(mention.after, relative - 1)):
                return None
            link = self.links[mention.head]
            if link and (not mention.gender or set(mention.gender) & set(genders)):
                return Link(link.number, "pronoun", min(link.score, 0.85))
        return None

    def _subject_of(self, phrase: Sequence[int]) -> Link | None:
        """ "nach eigenen Angaben": the subject of the sentence."""
        sentence = self.reading.sentence_of(phrase[0])
        for mention in self._within(sentence.start, sentence.stop):
            if mention.head not in phrase and not mention.object:
                link = self.links[mention.head]
                return Link(link.number, "pronoun", min(link.score, 0.8)) if link else None
        return None

    def _refers_back(self, phrase: Sequence[int]) -> bool:
        """ "Demnach": according to whoever was cited last."""
        low = [self.words.low(i) for i in phrase]
        return low in ([word] for word in grammar.REFERRING_BACK) or all(
            word in grammar.DETERMINERS and self.words.word(i - 1) != "," for word, i in zip(low, phrase, strict=True)
        )

    def _carried(self, statement: Statement) -> Link | None:
        """Whose speech goes on: that of the statement before, or of the one whose cue follows in the paragraph."""
        vague = [self.words.low(i) for i in self.phrases[statement.id]] == ["man"]
        if (
            statement.kind not in ("direct", "indirect_free_indirect")
            or (vague and statement.kind != "indirect_free_indirect")
            or (statement.cue and not self._refers_back(self.phrases[statement.id]))
        ):
            return None
        outer = self.by_id.get(statement.within or "")
        if outer is None and statement.kind == "direct" and (asker := self._asker(statement)):
            return asker
        if outer is not None:
            link = self.found.get(outer.id)
            return Link(link.number, "carried", link.score * 0.95) if link else None
        place = self._sentence_number(statement.content[0])
        for last in self.ended.before(statement.content[0].start):
            link = self.found.get(last.id)
            distance = place - self._sentence_number(last.content[-1])
            if distance > CARRY:
                break
            if link:
                return Link(link.number, "carried", link.score * (0.95 if distance <= 1 else 0.75))
        return self._announced(statement, place) if statement.kind == "direct" else None

    def _asker(self, statement: Statement) -> Link | None:
        """A paragraph without a label among answers that have one is a question."""
        content = statement.content[0]
        near = (self.paragraphs.get(content.start + shift) for shift in (-1, 0, 1))
        if not any(span and abs(span.end - content.end) <= 1 for span in near) or not self._interviewer:
            return None
        return self.cast.introduced(self._interviewer)

    @cached_property
    def _interviewer(self) -> tuple[str, ...]:
        """The name in a byline of an article with two labels or more."""
        labels = [s for s in self.statements if (phrase := self.phrases[s.id]) and self._is_label(s, phrase)]
        for part in self.reading.parts if len(labels) > 1 else ():
            name = _INTERVIEWER.search(part.span.cut(self.reading.text)) if part.kind == "byline" else None
            if name:
                return tuple(name[1].rstrip(". \n").split())
        return ()

    def _announced(self, statement: Statement, place: int) -> Link | None:
        """A quotation without any cue is of whom the sentence before it tells."""
        tokens = self.reading.tokens_of(statement.content)
        for mention in self._backwards(tokens[0] if tokens else 0):
            near = place - self._sentence_number(self.reading.tokens[mention.head])
            if near > 1:
                return None
            if not mention.object and mention.head not in self.quoted:
                link = self.links[mention.head]
                return Link(link.number, "carried", min(link.score, 0.65)) if link else None
        return None

    def _backwards(self, token: int) -> Iterator[Mention]:
        """The mentions before a token, the nearest first."""
        return (self.mentions[i] for i in range(bisect_left(self.mentions, token, key=head_index) - 1, -1, -1))

    def _within(self, first: int, after: int) -> list[Mention]:
        """The mentions whose heads are from one token to another."""
        heads = (bisect_left(self.mentions, token, key=head_index) for token in (first, after))
        return self.mentions[slice(*heads)]

    def _sentence_number(self, span: Span) -> int:
        tokens = self.reading.tokens_of((span,))
        return self.reading.sentence_number(tokens[0] if tokens else 0)

    def _with_unknown(self, found: list[Mention]) -> list[Mention]:
        """With a mention for each speaker whose words hold none: what speaks is somebody."""
        heads = {m.head for m in found}
        more: dict[int, Mention] = {}
        for phrase in dict.fromkeys(tuple(p) for p in self.phrases.values()):
            document = next((i for i in phrase if self.words.low(i) in grammar.DOCUMENTS_OF), None)
            if document is not None and document not in heads:
                told = self.words.low(document)
                new = Mention(phrase[0], document, document + 1, "document", noun=told, determiner="indefinite")
                more.setdefault(document, new)
            if any(i in heads for i in phrase) or not phrase:
                continue
            mention = self._unknown(phrase)
            if mention:
                more.setdefault(mention.head, mention)
        return sorted([*found, *more.values()], key=lambda m: m.head)

    def _unknown(self, phrase: Sequence[int]) -> Mention | None:
        words = self.words
        first = phrase[0]
        medium = next((i for i in phrase if words.word(i).removesuffix("s") in de_names.MEDIA_NAMES), None)
        if medium is not None:
            title = words.word(medium).removesuffix("s")
            return Mention(medium, medium, medium + 1, "organization", (title,), media=True)
        determiner = words.low(first) if words.low(first) in grammar.DETERMINERS else ""
        seat = tuple(words.words[i] for i in (phrase[1:] if determiner else phrase))
        if " ".join(seat).lower() in de_names.METONYMS:
            return Mention(first, phrase[-len(seat)], phrase[-1] + 1, "organization", seat)
        rest = phrase[1:] if determiner else phrase
        heads = [i for i in rest if words.word(i)[:1].isupper() or words.word(i)[:1].isdigit()]
        if not heads or any(words.low(i) in grammar.OWN for i in phrase):
            return None
        if determiner.startswith("kein") or any(words.low(i) in (grammar.NOBODY | grammar.NO_NAMES) for i in heads):
            return None
        head = heads[0]
        if words.low(head) in de.AFTER_ORDINAL:  # "vom Januar"
            return None
        how = grammar.DETERMINERS.get(determiner, "")
        genders = next(iter(grammar.AGREEMENT.get(determiner, ("",))))
        capitals_only = len(heads) == len([i for i in rest if _LETTER.match(words.word(i))]) <= 3
        said = words.low(head).endswith(tuple(grammar.SAYING_NOUNS)) or noun(words.word(head)) is not None
        if not determiner and capitals_only and not said:
            return Mention(head, head, heads[-1] + 1, "person", tuple(words.word(i) for i in heads))
        return Mention(first, head, head + 1, "unnamed", (), words.low(head), genders, how)

    def _impersonal(self, statement: Statement) -> bool:
        """ "Hieß es": no subject is who said it."""
        cue = self.reading.tokens_of(statement.cue)
        low = [self.words.low(i) for i in (*cue, *(cue[-1] + 1,))] if cue else []
        return any(word in grammar.IT_IS_SAID for word in low) and "es" in low

    def _is_source(self, phrase: Sequence[int], statement: Statement) -> bool:
        """Whether words stand in the sentence of "hieß es" and are more than a pronoun."""
        sentence = self.reading.sentence_of(self.reading.tokens_of(statement.cue)[0])
        return phrase[0] in sentence and any(self.words.word(i)[:1].isupper() for i in phrase)

    def _leading(self, statement: Statement, phrase: Sequence[int]) -> Link | None:
        """ "Eine Besucherin sah es gelassen: …": the subject before the colon, not a pronoun of the sentence before."""
        content = self.reading.tokens_of(statement.content)[:1]
        if statement.kind != "direct" or not content or self.words.word(content[0] - 1) != ":":
            return None
        sentence = self.reading.sentence_of(content[0])
        if phrase[0] >= sentence.start or content[0] not in sentence:
            return None
        near = [m for m in self._within(sentence.start, content[0]) if not m.object and m.head not in self.quoted]
        return next((self.links[m.head] for m in near if m.first == sentence.start), None)

    def _source_beside(self, statement: Statement) -> Link | None:
        """ "Hieß es in einem Schreiben", "aus der Fraktion heißt es"."""
        cue, told = self.reading.tokens_of(statement.cue), self.reading.tokens_of(statement.content)
        sentence = self.reading.sentence_of(cue[0])
        near = [m for m in self._within(sentence.start, sentence.stop) if m.head not in told and m.kind != "place"]
        sources = (
            m
            for m in near
            if self.words.low(m.first - 1) in grammar.BEFORE_SOURCES
            or self.words.low(m.first) in grammar.BEFORE_SOURCES
        )
        return next((self.links[m.head] for m in sources), None)

    def _source_behind(self, statement: Statement) -> Link | None:
        """ "berichtet die „Bild“ unter Berufung auf Regierungskreise": the source, not the paper."""
        cited = self._cited(statement)
        if cited:
            return cited
        place = self.relaying(statement)
        if place is None:
            return None
        for mention in self._within(place, place + 7):
            if not mention.pronoun:
                link = self.links[mention.head]
                if link and self.cast.known[link.number].kind in ("unnamed", "group"):
                    self.cast.describe(link.number, place, mention)
                return link
        return None

    def cites(self, statement: Statement) -> bool:
        """Whether the cue is "zitiert", whose subject passes on what another one said."""
        cue = self.reading.tokens_of(statement.cue)
        return bool(cue) and self.words.low(cue[0]).startswith("zitier")

    def _cited(self, statement: Statement) -> Link | None:
        """ "zitierte das Blatt einen Insider": who is cited stands behind the verb, and is no medium."""
        if not self.cites(statement):
            return None
        cue = self.reading.tokens_of(statement.cue)
        sentence, said = self.reading.sentence_of(cue[0]), self.reading.tokens_of(statement.content)
        behind = [m for m in self._within(cue[0] + 1, sentence.stop) if m.head not in said and not m.attribute]
        if len(behind) < 2 or not behind[0].media:
            return None
        return self.links[behind[1].head]

    def relaying(self, statement: Statement) -> int | None:
        """The token behind "unter Berufung auf" in the words around a statement."""
        tokens = self.reading.tokens_of(statement.frame or statement.speaker)
        if not tokens:
            return None
        sentence = self.reading.sentence_of(tokens[0])
        signs = self._relay_signs
        near = signs[bisect_left(signs, sentence.start) : bisect_left(signs, sentence.stop)]
        said = self.reading.tokens_of(statement.content) if near else ()
        return next((index + 1 for index in near if index not in said), None)

    @cached_property
    def _relay_signs(self) -> list[int]:
        """The tokens "auf" of all phrases like "unter Berufung auf"."""
        return [
            i for i in sorted(self.words.running) if self.words.low(i) == "auf"
            and any(tuple(self.words.low(i - len(phrase) + 1 + n) for n in range(len(phrase))) == phrase
                    for phrase in grammar.RELAYING)
        ]  # fmt: skip


def _is_torn(statement: Statement) -> bool:
    """Whether the speaker's words are in several places, so that the model was not sure who speaks."""
    spans = statement.speaker
    return any(other.start - one.end > NEAR for one, other in pairwise(spans))


def _is_one_person(role: Mention, name: Mention) -> bool:
    """ "ihr Vater und Trainer Heinz Adomeit": two roles, and the name behind the second."""
    roles = role.kind == "unnamed" and role.noun and not role.name and "p" not in role.gender
    return bool(roles and name.name and name.noun and not name.determiner)


def head_index(mention: Mention) -> int:
    """The index of a mention's head among the tokens, by which mentions are in order."""
    return mention.head
