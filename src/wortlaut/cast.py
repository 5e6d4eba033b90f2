"""Cast: the people of an article as a reader comes to know them, word by word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from wortlaut.languages import de_people as grammar
from wortlaut.likeness import agree, alike, bare, narrowed, nominative, one_class, same_body, same_name, without_tail
from wortlaut.nouns import noun
from wortlaut.persons import PersonKind
from wortlaut.phrases import Mention, Words, complement_end, is_adjective, is_title
from wortlaut.statements import Reason

REACH = 12  # sentences back in which a pronoun or a mere role finds its person
DECAY = 0.72  # of the salience a sentence
SUBJECT, SPOKE, MANY, NAMED, QUOTED, BODY, OBJECT = 0.45, 0.5, 0.3, 0.15, -0.6, -0.6, -0.5  # added to the salience
UNSURE = 0.45  # score of links that are wrong more often than right
IN_MIND = 200  # people mentioned last, of whom roles and pronouns can be


@dataclass(frozen=True, slots=True)
class Link:
    """A mention's person, by number in the cast, with the reason and a score 0..1."""

    number: int
    reason: Reason
    score: float


@dataclass
class Known:
    """Somebody whom the article has mentioned. `seen`, `subject`, `spoke` are token indices, -1 for never."""

    number: int
    kind: PersonKind
    name: tuple[str, ...] = ()
    gender: str = ""
    nouns: set[str] = field(default_factory=set)
    roles: list[str] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    words: str = ""
    mentions: list[Mention] = field(default_factory=list)
    media: bool = False
    members: tuple[int, ...] = ()
    seen: int = -1
    subject: int = -1
    spoke: int = -1
    quoted: bool = False

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name[-1] if self.name else ""


class Cast:
    """Meets the mentions of an article in order, and says for each whom it means.

    `speaking` are the token indices of speakers' words, `quoted` those inside direct speech.
    """

    def __init__(self, words: Words, speaking: frozenset[int], quoted: frozenset[int]) -> None:
        self.words = words
        self.known: list[Known] = []
        self._in_mind: dict[int, Known] = {}  # in the order in which they were mentioned last
        self._called: dict[str, dict[int, Known]] = {}  # by the first and last word of each name
        self._groups: dict[tuple[int, ...], Known] = {}
        self._speaking = speaking
        self._quoted = quoted

    def meet(self, mention: Mention) -> Link | None:
        """Whom the mention means; None where the text does not tell."""
        if mention.pronoun:
            link = self._by_salience(mention, "pronoun")
        elif mention.kind == "person":
            link = self._named(mention)
        elif mention.kind == "unnamed" and mention.noun and not self._is_source(mention):
            link = self._role(mention)
        else:
            link = self._body(mention)
        if link:
            self._note(self.known[link.number], mention)
        return link

    def together(self, numbers: tuple[int, ...]) -> Link:
        """Several that speak as one."""
        if numbers in self._groups:
            return Link(self._groups[numbers].number, "name", 0.95)
        name = " und ".join(self.title(self.known[n]) for n in numbers)
        known = self._new(Mention(0, 0, 0, "group", gender="p"))
        known.members, known.words = numbers, name
        self._groups[numbers] = known
        return Link(known.number, "name", 0.95)

    def describe(self, number: int, first: int, mention: Mention) -> None:
        """Call a nameless one by all words from a token on: "zwei mit den Plänen vertraute Personen"."""
        after = complement_end(self.words, mention.after)
        if self.words.low(after) == "aus":
            after = complement_end(self.words, after + 1 + (self.words.low(after + 1) in grammar.DETERMINERS))
            while self.words.word(after)[:1].isupper():
                after = complement_end(self.words, after + 1)
        first += self.words.low(first) in grammar.DETERMINERS
        words = self.words.phrase(min(first, mention.head), max(after, mention.after))
        self.known[number].words = nominative(" ".join(words.split()), "")

    def introduced(self, name: tuple[str, ...]) -> Link:
        """Somebody whom only a line beside the text names: the one who asks in an interview."""
        for known in self._called_like(name[-1]):
            if known.name == name:
                return Link(known.number, "interview", 0.85)
        known = self._new(Mention(0, 0, 0, "person", name))
        return Link(known.number, "interview", 0.85)

    @staticmethod
    def title(known: Known) -> str:
        """What somebody is called: the fullest name, or else the words of the mention."""
        return " ".join(known.name) if known.name and known.kind == "person" else known.words

    def _is_both(self, mention: Mention) -> bool:
        """ "Beide", "die beiden Minister"."""
        return any(self.words.low(index) in grammar.BOTH for index in (mention.first, mention.head - 1))

    def _is_source(self, mention: Mention) -> bool:
        meant = noun(self.words.word(mention.head))
        return meant is not None and meant.sort == "source"

    # Names

    def _named(self, mention: Mention) -> Link:
        same = [
            k for k in self._called_like(mention.name[-1]) if k.kind == "person" and same_name(k.name, mention.name)
        ]
        fitting = [k for k in same if agree(k.gender, mention.gender)] or same
        full = len(mention.name) > 1
        reason: Reason = "name" if full else "surname"
        if mention.roles and full:
            reason = "apposition" if mention.noun else "name"
        if not fitting:
            known = self._by_role_of(mention) or self._new(mention)
            known.kind = "person"
            self._call(known, mention.name)
            return Link(known.number, reason if full else "name", 0.95 if full else 0.85)
        known = max(fitting, key=lambda k: k.seen)
        if len(mention.name) > len(known.name) or (full and len(known.name) == 1):
            self._call(known, mention.name)
        elif len(known.name) == 1 == len(mention.name) and len(mention.name[0]) < len(known.name[0]):
            self._call(known, mention.name)  # "Putins" first, then "Putin"
        return Link(known.number, reason, 0.95 if len(fitting) == 1 else UNSURE)

    def _by_role_of(self, mention: Mention) -> Known | None:
        """A nameless one whose role the definite mention repeats: "Ein Sprecher ... Der Sprecher Karl Weber"."""
        if not mention.noun or mention.determiner != "definite":
            return None
        same = [
            k
            for k in self._in_mind.values()
            if k.kind == "unnamed" and mention.noun in k.nouns and agree(k.gender, mention.gender)
        ]
        return same[0] if len(same) == 1 and self._distance(same[0], mention) <= REACH else None

    # Roles

    def _role(self, mention: Mention) -> Link | None:
        if self.words.low(mention.first).startswith("kein"):
            return None
        if self._is_both(mention):
            return self.both(mention)
        if self._is_predicate(mention):
            return self._by_salience(mention, "role")
        if mention.determiner == "indefinite":
            return Link(self._new(mention).number, "role", 0.9)
        if mention.noun in grammar.KINSHIP and mention.determiner == "possessive" and (kin := self._kin(mention)):
            return kin
        if mention.gender == "p" and mention.noun == "beamter":
            police = [k for k in self._in_mind.values() if "polizei" in k.nouns]
            if police and mention.determiner == "definite":
                return Link(police[-1].number, "role", 0.6)
        complement = self._complement(mention)
        found = [k for k in self._in_mind.values() if self._has_role(k, mention, complement)]
        if found:
            best = max(found, key=lambda k: (k.kind == "person", k.seen))
            return Link(best.number, "role", 0.9 if len(found) == 1 else 0.65)
        if not mention.determiner and mention.head not in self._speaking and "p" not in mention.gender:
            return None  # "heute einfacher Abgeordneter" is nobody new
        return self._described(mention, complement) or Link(self._new(mention).number, "role", 0.75)

    def _described(self, mention: Mention, complement: set[str]) -> Link | None:
        """Whoever is in mind, where a role that nobody was given may describe him; somebody new where it cannot."""
        if mention.noun in grammar.KINSHIP:
            return None
        link = self._by_salience(mention, "role")
        if complement and link and mention.determiner == "definite" and mention.head in self._speaking:
            known = self.known[link.number]
            bare = not known.nouns or mention.noun not in grammar.OFFICES
            if known.kind == "person" and known.gender and bare and self._distance(known, mention) <= 2:
                return Link(link.number, "role", 0.55)
        if complement or mention.determiner != "definite" or mention.gender == "p":
            return Link(self._new(mention).number, "role", 0.85)
        if link and self._fits_as_description(self.known[link.number], mention):
            return Link(link.number, "role", min(link.score, 0.55 if mention.noun in grammar.OFFICES else 0.85))
        return None

    def _is_predicate(self, mention: Mention) -> bool:
        """ "Eva Brandt ist seit Mai Bürgermeisterin": a bare noun behind a copula says what somebody is."""
        if mention.determiner not in ("", "indefinite") or mention.head in self._speaking or mention.object:
            return False
        sentence = self.words.reading.sentence_of(mention.head)
        before = [self.words.low(i) for i in range(sentence.start, mention.first)]
        return "," not in before[-4:] and bool(set(before[-7:]) & grammar.COPULAS)

    def _fits_as_description(self, known: Known, mention: Mention) -> bool:
        """Whether a noun without a role of its own may mean whoever is in mind: "der Stürmer", "die Norwegerin"."""
        if mention.noun in grammar.DESCRIPTIVE or mention.noun == "jähriger":
            return True
        if mention.attribute or self._distance(known, mention) > 3:
            return False
        if mention.noun in grammar.OFFICES:
            return not known.nouns and bool(known.gender) and self._distance(known, mention) <= 1
        if noun(self.words.word(mention.head)) is None and mention.head not in self._speaking:
            return False
        return known.kind == "person" and (bool(known.gender) or self._distance(known, mention) <= 2)

    def _kin(self, mention: Mention) -> Link | None:
        """ "Seine Schwester": the woman with the surname of the man in mind."""
        wanted = "".join(letter for letter in mention.gender if letter in "fm")
        for known in sorted(self._in_mind.values(), key=lambda k: -k.seen):
            fits = known.kind == "person" and len(known.name) > 1 and known.gender and known.gender in wanted
            if fits and any(k is not known and k.kind == "person" and k.surname == known.surname
                            for k in self._in_mind.values()):  # fmt: skip
                return Link(known.number, "role", 0.75)
        return None

    def both(self, mention: Mention | None = None) -> Link | None:
        """The two who were mentioned last, of those that a noun fits: "beide Unternehmen"."""
        bodies = bool(mention and mention.kind in ("organization", "document"))
        fitting = [
            k
            for k in self._in_mind.values()
            if not k.members and k.kind in (("organization",) if bodies else ("person",))
        ]
        last = sorted(fitting, key=lambda k: k.seen)[-2:]
        return replace(self.together(tuple(sorted(k.number for k in last))), score=UNSURE) if len(last) == 2 else None

    def _has_role(self, known: Known, mention: Mention, complement: set[str]) -> bool:
        word = self.words.word(mention.head)
        if known.kind not in ("person", "unnamed") or not agree(known.gender, mention.gender):
            return False
        if mention.noun in grammar.PARTY_MEMBERS:
            return bool(known.tags & grammar.PARTY_MEMBERS[mention.noun])
        if known.nouns & grammar.ALSO_CALLED.get(word.lower().removesuffix("in"), frozenset()):
            return True
        prefix = word.split("-")[0].lower()
        if "-" in word and mention.noun in (*grammar.DESCRIPTIVE, "jähriger"):
            return prefix in known.tags
        compound = not word.lower().startswith(mention.noun)  # "Innenminister" is no "Außenminister"
        if not any(alike(word.lower(), tag) for tag in known.tags) and (
            compound or not any(alike(mention.noun, own) for own in known.nouns)
        ):
            return False
        own = {w.lower() for role in known.roles or [known.words] for w in role.split() if w[:1].isupper()}
        return not complement or not own - {word.lower()} or bool(complement & own) or len(own) == 1

    def _complement(self, mention: Mention) -> set[str]:
        end = complement_end(self.words, mention.after)
        return {w.lower() for w in map(self.words.word, range(mention.after, end)) if w[:1].isupper()}

    # Organizations, documents, groups, sources

    def _body(self, mention: Mention) -> Link | None:
        bodies = [k for k in self._in_mind.values() if _is_body(k)]
        reason: Reason = "name" if mention.name else "source"
        if mention.name:
            named = self._called_like(mention.name[0], mention.name[-1])
            same = [k for k in named if _is_body(k) and same_body(k.name, mention.name)]
            same = same or [k for k in bodies if mention.name[-1].lower() in k.tags]
            if same:
                known = max(same, key=lambda k: (k.name == mention.name, k.seen))
                if len(mention.name) > len(known.name):
                    self._call(known, mention.name)
                    known.words = self._phrase(mention)
                return Link(known.number, reason, 0.95)
            return Link(self._new(mention).number, reason, 0.9)
        if self._is_both(mention):
            return self.both(mention)
        if mention.kind == "unnamed" or mention.determiner == "indefinite":
            return Link(self._new(mention).number, reason, 0.9)
        word = self.words.word(mention.head).lower()
        complement = self._complement(mention)
        same = [
            k for k in bodies
            if k.kind == mention.kind and (mention.noun in k.nouns or self._is_short_for(k, word))
            and self._complement_fits(k, complement)
        ]  # fmt: skip
        if same:
            return Link(max(same, key=lambda k: k.seen).number, reason, 0.9)
        if (
            mention.determiner == "definite"
            and mention.noun in grammar.GENERIC_BODIES
            and not complement
            and word == mention.noun
            and mention.head - mention.first == 1
        ):
            recent = [k for k in bodies if self._can_stand_for(k, mention)]
            if recent:
                return Link(max(recent, key=lambda k: max(k.subject, k.seen - 20)).number, "role", 0.6)
        return Link(self._new(mention).number, reason, 0.85)

    def _can_stand_for(self, known: Known, mention: Mention) -> bool:
        """Whether "das Unternehmen", "die Behörde" can mean a body that was mentioned lately."""
        called = known.name or " " in known.words or bool(known.nouns - {mention.noun})
        told = known.kind == "organization" and called and (known.subject >= 0 or known.media)
        near = self._distance(known, mention) <= REACH
        return told and near and known.media == mention.media and one_class(known.nouns, mention.noun)

    def _is_short_for(self, known: Known, word: str) -> bool:
        last = known.words.split(" ")[0].lower()
        return known.kind == "organization" and alike(word, last)

    def _complement_fits(self, known: Known, complement: set[str]) -> bool:
        own = {w.lower() for w in known.words.split()[1:] if w[:1].isupper()}
        return not complement or not own or bool(complement & own)

    # Salience

    def _by_salience(self, mention: Mention, reason: Reason) -> Link | None:
        """The one of fitting gender or number whom a reader has in mind most."""
        wanted = self._wanted(mention)
        ranked = sorted(self._candidates(mention, wanted, persons_only=reason == "role"), reverse=True)
        if not ranked:
            return None
        best, number = ranked[0]
        second = ranked[1][0] if len(ranked) > 1 else 0.0
        margin = (best - second) / max(best, 0.01)
        score = min(0.95, 0.5 + 0.5 * min(1.0, margin * 1.2)) * (1.0 if best > 0.5 else 0.8)
        return Link(number, reason, score)

    def _candidates(self, mention: Mention, wanted: str, persons_only: bool) -> Iterator[tuple[float, int]]:
        for known in self._in_mind.values():
            if known.kind in ("document", "place") and persons_only:
                continue
            if (
                persons_only
                and known.kind != "person"
                and not (known.kind == "unnamed" and mention.noun in (*grammar.DESCRIPTIVE, "jähriger"))
            ):
                continue
            if not self._can_be(known, wanted):
                continue
            distance = self._distance(known, mention)
            if distance > REACH:
                continue
            named = persons_only and known.kind == "person"  # descriptions are of those whom the reader knows by name
            yield self._salience(known, mention, distance) * (1.5 if named else 1.0), known.number

    def _can_be(self, known: Known, wanted: str) -> bool:
        if known.members or known.kind == "group" or known.nouns & grammar.FAMILIES:
            return "p" in wanted
        if known.kind == "place":
            return False
        if not known.gender:
            return known.kind in ("person", "unnamed") and wanted != "p" and wanted != "n"
        return any(letter in wanted for letter in known.gender)

    def _salience(self, known: Known, mention: Mention, distance: int) -> float:
        value = 1.0
        if self._sentence(known.subject) == self._sentence(known.seen):
            value += SUBJECT
        if known.spoke >= 0 and self._sentence(mention.head) - self._sentence(known.spoke) <= 2:
            value += SPOKE
        if known.quoted:
            value += QUOTED
        if known.kind == "person":
            value += NAMED
        if known.kind not in ("person", "unnamed"):
            value += BODY
        if distance == 0 and known.subject != known.seen:
            value += OBJECT
        if not known.gender:
            value -= 0.15
        value += MANY * min(1.0, (len(known.mentions) - 1) / 4)
        return max(value, 0.05) * DECAY**distance

    def _wanted(self, mention: Mention) -> str:
        """The genders that fit; "sie" is one woman or many by the verb beside it."""
        if mention.pronoun not in ("sie", "die") or "p" not in mention.gender:
            return mention.gender
        for index in (mention.head - 1, mention.head + 1):
            verb = self.words.word(index)
            if verb[:1].islower() and len(verb) > 3 and verb not in grammar.PREPOSITIONS:
                return "p" if verb.endswith("en") else "f"
        sentence = self.words.reading.sentence_of(mention.head)
        following = range(mention.head + 1, sentence.stop)
        verbs = [w for i in (*following[:1], *following[-2:]) if (w := self.words.word(i))[:1].islower()]
        return "p" if verbs and verbs[0].endswith("en") else "f"

    # Bookkeeping

    def _sentence(self, token: int) -> int:
        return self.words.reading.sentence_number(token)

    def _distance(self, known: Known, mention: Mention) -> int:
        return self._sentence(mention.head) - self._sentence(known.seen)

    def _new(self, mention: Mention) -> Known:
        known = Known(len(self.known), mention.kind, mention.name, mention.gender)
        known.words = self._phrase(mention) if mention.after else ""
        self.known.append(known)
        self._call(known, mention.name)
        return known

    def _call(self, known: Known, name: tuple[str, ...]) -> None:
        """Give somebody a name, by which the article may mean them from now on."""
        known.name = name
        for word in {bare(name[0]), name[0], bare(name[-1])} if name else ():
            self._called.setdefault(word.lower(), {})[known.number] = known

    def _called_like(self, *words: str) -> list[Known]:
        """Those whose name begins or ends with one of the words, the last IN_MIND of each."""
        alike = [self._called.get(bare(word).lower(), {}) for word in words]
        found = {known.number: known for one in alike for known in islice(reversed(one.values()), IN_MIND)}
        return sorted(found.values(), key=lambda known: known.number)

    def _phrase(self, mention: Mention) -> str:
        """The words of a mention with their attribute, without a determiner or quotation marks.

        Of a speaker they are all of the speaker's words, up to a comma.
        """
        told = self.words.low(mention.first) in grammar.DETERMINERS
        first = mention.first + (1 if told and mention.first < mention.head else 0)
        end = mention.after if mention.name else complement_end(self.words, mention.after)
        if mention.head in self._speaking and not mention.name:
            end = mention.after
            while end in self._speaking and not self._ends_there(end):
                end += 1
            while (
                first - 1 in self._speaking
                and self.words.word(first - 1)[:1].islower()
                and is_adjective(self.words.word(first - 1))
            ):
                first -= 1
        words = self.words.phrase(min(first, mention.head), max(end, mention.after))
        if mention.name and mention.kind != "person":
            words = " ".join(mention.name)
        words = " ".join(without_tail(words.strip(" „“”\"»«‚‘'").split()))[:200]
        first_word = self.words.low(mention.first)
        return nominative(words, first_word if first_word in grammar.DETERMINERS else "")

    def _ends_there(self, index: int) -> bool:
        """Whether what a speaker is called ends before the token: a sign, "und der Landrat", "auf Anfrage"."""
        low = self.words.low(index)
        joins = low in grammar.JOINING and self.words.word(index + 1)[:1].islower()
        dative = low in ("dem", "den") and self.words.low(index - 1) not in grammar.PREPOSITIONS
        return low in (",", "(", ";") or joins or dative or low in grammar.NO_COMPLEMENTS

    def _note(self, known: Known, mention: Mention) -> None:
        known.mentions.append(mention)
        self._in_mind.pop(known.number, None)
        self._in_mind[known.number] = known
        if len(self._in_mind) > IN_MIND:
            del self._in_mind[next(iter(self._in_mind))]
        known.media = known.media or mention.media
        if not mention.pronoun:
            known.gender = narrowed(known.gender, mention.gender)
            known.roles += [role for role in mention.roles if role not in known.roles]
            if mention.noun:
                known.nouns.add(mention.noun)
                known.tags.add(self.words.word(mention.head).split("-")[0].lower())
            known.tags |= set(self._parenthesis(mention.after))
            known.tags |= {word.lower() for word in mention.name if is_title(word)}
        if known.kind == "organization" and not known.name and mention.noun:
            longer = self._phrase(mention)
            known.words = longer if longer.startswith(known.words + " ") else known.words
        if known.kind == "unnamed" and mention.head in self._speaking and not mention.pronoun and known.spoke < 0:
            known.words = self._phrase(mention)
        known.seen = mention.head
        known.quoted = mention.head in self._quoted
        if not mention.object and not known.quoted:
            known.subject = mention.head
        if mention.head in self._speaking and not known.quoted:
            known.spoke = mention.head
            known.subject = mention.head

    def _parenthesis(self, after: int) -> list[str]:
        """Words in parentheses behind a name: a party, an age, a short form."""
        if self.words.word(after) != "(":
            return []
        inside = [self.words.low(i) for i in range(after + 1, after + 3)]
        return inside[:1] if inside[1:2] == [")"] else []


def _is_body(known: Known) -> bool:
    return known.kind in ("organization", "place", "group", "document") and not known.members
