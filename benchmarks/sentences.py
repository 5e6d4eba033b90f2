"""Sentences of news from templates of our own: those that tell, and claims in the forms in which somebody may make them.

In a template `{f}` stands for a word of a class (see `german.Words`), `{x}` for a phrase with a preposition. A claim has
four forms with the same words: as it is said ("Wir brauchen …"), as a main clause in Konjunktiv ("man brauche …"), the same
with the verb first ("brauche man …"), and after "dass".
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from benchmarks.german import Words

PHRASES = """
in der {f}|im {a}en {m}|mit dem {m}|für die {p}|nach der {f}|bei der {f} in {o}|aus dem {n}|wegen der {a}en {p}|gegen den {m}|um die {f}
seit {z}|bis zum {m}|von den {p}|über das {a}e {n}|ohne {a}e {p}|zwischen {o} und {o}|am {m}|unter der {f}|vor dem {n}|zur {f}|zum {n}
an der {f} des {m}s|auf dem {n}|durch die {a}e {f}|im Rahmen der {f}|in {o}|trotz der {p}|neben dem {m}|mit Blick auf die {f}
nach Angaben aus dem {n}|im Vergleich zum {m}|unter anderem wegen der {p}
"""
TOLD = """
Der {a}e {m} in {o} soll {d} {x} {v}t werden.
Die {f} wurde {d} {x} {v}t.
Rund {z} {p} waren {x} {v}t worden, darunter {z} {p} {x}.
Das {n} {x} ist {d} {v}t, die {f} dagegen {d} nicht.
Im Jahr {z} hatte die {f} noch {z} {p} {v}t.
{d} war es {x} zu {a}en {p} gekommen, die sich bis in die {f} zogen.
Es ist der {a}e {m} {x}, den es in {o} {d} gegeben hat.
Wie es mit dem {m} weitergeht, ist {d} offen, denn die {f} muss {x} erst {v}t werden.
Die {a}en {p} und die {f} {x} gelten als {a}, aber {a}.
Zu dem {n} gehören ein {m}, eine {f} und {z} {p}.
In {o} {v}te ein {a}er {m} {d} die {f} {x}.
Der {m} umfasst {z} Seiten und wurde {x} {d} {v}t.
Auslöser war ein {a}es {n}, das {d} {x} {v}t wurde.
Nicht nur die {f}, sondern auch das {n} ist damit {x} {v}t.
Für das {n} sind {z} Euro vorgesehen, für die {p} {x} noch einmal {z} Euro.
Die {f} des {m}s war {d} {x} gesunken, bevor sie um {z} Prozent stieg.
Im {m} hatten die {p} {x} {d} ihre {f} {v}t.
Gegen das {n} waren {z} {p} und der {m} {x} vorgegangen.
Ein {a}er {m} und eine {a}e {f} {v}ten sich {d} {x}.
Unter den {p} ist auch eine {a}e {f}, die {d} {x} {v}t wurde.
Das {a}e {n} hat seinen Sitz in {o} und beschäftigt {z} Menschen {x}.
Zuvor war die {f} {x} an einer {a}en {f} gescheitert.
Wer das {n} {x} {v}en will, muss {d} mit {a}en {p} rechnen.
Seit dem {m} {x} sind die {p} um {z} Prozent {a}er geworden.
Die Zahl der {p} stieg {x} von {z} auf {z}.
Noch im {m} soll eine {f} {x} über die {p} entscheiden.
Dabei geht es {d} um den {m} und die Frage, wer die {f} {x} {v}t.
Am {m} {x} kam es {d} zu einem {a}en {n}.
Viele {p} {v}en die {f} {d}, obwohl der {m} {a} ist.
Das {n} liegt {x} und ist von der {f} aus {d} zu sehen.
Als der {m} {x} {v}t wurde, war die {f} {d} {a}.
Hinter dem {n} steht eine {a}e {f} {x}, an der {z} {p} beteiligt sind.
Die {f} und der {m} haben {d} eine {a}e {f} {v}t, mit der das {n} {x} {v}t werden kann.
Weder der {m} noch die {f} waren {x} {d} {a} genug.
Mehr als {z} {p} hatten sich {x} beworben, {z} wurden {v}t.
Wegen der {f} ist das {n} {x} bis {z} gesperrt.
Ob die {p} {x} {d} {v}t werden, hängt vom {m} ab.
Ein {n} {x} {v}te den {a}en {m}, nachdem die {f} {d} {v}t worden war.
Erst {z} war die {f} {x} mit großem {m} eröffnet worden.
So {a} wie der {m} {x} ist {d} kein {n}.
"""
# The words of a class are numbered, for each form needs the same ones.
CLAIMS = """
Wir haben {x} zu lange auf den {m} gewartet|man habe {x} zu lange auf den {m} gewartet|habe man {x} zu lange auf den {m} gewartet|man {x} zu lange auf den {m} gewartet habe
Wir brauchen {x} mehr {p} und eine {a}e {f}|man brauche {x} mehr {p} und eine {a}e {f}|brauche man {x} mehr {p} und eine {a}e {f}|man {x} mehr {p} und eine {a}e {f} brauche
Die {f} muss {x} {v}t werden|die {f} müsse {x} {v}t werden|müsse die {f} {x} {v}t werden|die {f} {x} {v}t werden müsse
Das {n} ist für die {p} {x} viel zu {a}|das {n} sei für die {p} {x} viel zu {a}|sei das {n} für die {p} {x} viel zu {a}|das {n} für die {p} {x} viel zu {a} sei
Der {m} wird {x} {z} Euro kosten|der {m} werde {x} {z} Euro kosten|werde der {m} {x} {z} Euro kosten|der {m} {x} {z} Euro kosten werde
Ohne {a}e {p} kann das {n} {x} nicht bestehen|ohne {a}e {p} könne das {n} {x} nicht bestehen|könne das {n} ohne {a}e {p} {x} nicht bestehen|das {n} ohne {a}e {p} {x} nicht bestehen könne
Es gibt keinen {m}, der die {f} {x} {v}t|es gebe keinen {m}, der die {f} {x} {v}e|gebe es keinen {m}, der die {f} {x} {v}e|es keinen {m} gebe, der die {f} {x} {v}e
Ich erwarte von der {f}, dass sie den {m} {x} {v}t|er erwarte von der {f}, dass sie den {m} {x} {v}e|erwarte er von der {f}, dass sie den {m} {x} {v}e|er von der {f} erwarte, dass sie den {m} {x} {v}e
Die {p} sind {x} so {a} wie nie zuvor|die {p} seien {x} so {a} wie nie zuvor|seien die {p} {x} so {a} wie nie zuvor|die {p} {x} so {a} wie nie zuvor seien
Niemand hat die Absicht, den {a}en {m} {x} zu {v}en|niemand habe die Absicht, den {a}en {m} {x} zu {v}en|habe niemand die Absicht, den {a}en {m} {x} zu {v}en|niemand die Absicht habe, den {a}en {m} {x} zu {v}en
Wir werden die {f} {x} {d} {v}en|man werde die {f} {x} {d} {v}en|werde man die {f} {x} {d} {v}en|man die {f} {x} {d} {v}en werde
Am Ende zahlen die {p} für die {a}e {f} {x}|am Ende zahlten die {p} für die {a}e {f} {x}|zahlten am Ende die {p} für die {a}e {f} {x}|am Ende die {p} für die {a}e {f} {x} zahlten
Das ist ein {a}er {m} für alle {p} {x}|das sei ein {a}er {m} für alle {p} {x}|sei das ein {a}er {m} für alle {p} {x}|das ein {a}er {m} für alle {p} {x} sei
Der {m} hat mit dem {n} {x} {d} nichts zu tun|der {m} habe mit dem {n} {x} {d} nichts zu tun|habe der {m} mit dem {n} {x} {d} nichts zu tun|der {m} mit dem {n} {x} {d} nichts zu tun habe
Unsere {f} steht {x} vor {a}en {p}|die eigene {f} stehe {x} vor {a}en {p}|stehe die eigene {f} {x} vor {a}en {p}|die eigene {f} {x} vor {a}en {p} stehe
Wer das {n} {v}t, gefährdet die {f} {x}|wer das {n} {v}e, gefährde die {f} {x}|gefährde, wer das {n} {v}e, die {f} {x}|die {f} {x} gefährde, wer das {n} {v}e
Mit {z} {p} ist die {f} {x} nicht zu {v}en|mit {z} {p} sei die {f} {x} nicht zu {v}en|sei die {f} mit {z} {p} {x} nicht zu {v}en|die {f} mit {z} {p} {x} nicht zu {v}en sei
Wir reden {x} nicht über den {m}, sondern über {a}e {p}|man rede {x} nicht über den {m}, sondern über {a}e {p}|rede man {x} nicht über den {m}, sondern über {a}e {p}|man {x} nicht über den {m}, sondern über {a}e {p} rede
Die {f} hat das {n} {x} {d} {v}t|die {f} habe das {n} {x} {d} {v}t|habe die {f} das {n} {x} {d} {v}t|die {f} das {n} {x} {d} {v}t habe
Bis {z} wollen wir die {p} {x} um {z} Prozent senken|bis {z} wolle man die {p} {x} um {z} Prozent senken|wolle man bis {z} die {p} {x} um {z} Prozent senken|man bis {z} die {p} {x} um {z} Prozent senken wolle
Ein {m} allein macht noch keine {a}e {f} {x}|ein {m} allein mache noch keine {a}e {f} {x}|mache ein {m} allein noch keine {a}e {f} {x}|ein {m} allein noch keine {a}e {f} {x} mache
Ich habe von dem {n} {x} erst aus der {f} erfahren|sie habe von dem {n} {x} erst aus der {f} erfahren|habe sie von dem {n} {x} erst aus der {f} erfahren|sie von dem {n} {x} erst aus der {f} erfahren habe
Die {p} dürfen {x} nicht gegen den {m} ausgespielt werden|die {p} dürften {x} nicht gegen den {m} ausgespielt werden|dürften die {p} {x} nicht gegen den {m} ausgespielt werden|die {p} {x} nicht gegen den {m} ausgespielt werden dürften
Für {a}e {p} ist {x} kein {m} vorhanden|für {a}e {p} sei {x} kein {m} vorhanden|sei für {a}e {p} {x} kein {m} vorhanden|für {a}e {p} {x} kein {m} vorhanden sei
Das {n} bleibt {x} {d} ein {a}es {n}|das {n} bleibe {x} {d} ein {a}es {n}|bleibe das {n} {x} {d} ein {a}es {n}|das {n} {x} {d} ein {a}es {n} bleibe
Nach der {f} kommt der {m} {x} ohne {p} aus|nach der {f} komme der {m} {x} ohne {p} aus|komme nach der {f} der {m} {x} ohne {p} aus|nach der {f} der {m} {x} ohne {p} auskomme
Man hat uns das {n} {x} als {a}en {m} verkauft|man habe ihnen das {n} {x} als {a}en {m} verkauft|habe man ihnen das {n} {x} als {a}en {m} verkauft|man ihnen das {n} {x} als {a}en {m} verkauft habe
Die {a}e {f} {x} trifft vor allem die {p}|die {a}e {f} {x} treffe vor allem die {p}|treffe die {a}e {f} {x} vor allem die {p}|die {a}e {f} {x} vor allem die {p} treffe
Von {z} {p} sind {x} noch {z} übrig|von {z} {p} seien {x} noch {z} übrig|seien von {z} {p} {x} noch {z} übrig|von {z} {p} {x} noch {z} übrig seien
Wir stehen zu dem {m} und zu jeder {f} {x}|man stehe zu dem {m} und zu jeder {f} {x}|stehe man zu dem {m} und zu jeder {f} {x}|man zu dem {m} und zu jeder {f} {x} stehe
"""
ACTS = """
kritisierte|die {a}e {f} {x}
lobte|das {a}e {n} {x}
forderte|eine {a}e {f} {x}
verteidigte|den {a}en {m} {x}
begrüßte|die {p} {x}
warnte|vor {a}en {p} {x}
verurteilte|das {n} {x}
"""
RUMOURS = """
die {f} {x} {v}t haben
das {a}e {n} {d} {x} {v}t haben
von dem {m} {x} schon {z} gewusst haben
"""
TITLES = """
{a}e {p} in {o}|{f} {x} {v}t|Streit um {n} in {o}|{z} {p} für {o}|Der {m} bleibt {a}|{o}: {f} vor dem {n}|{p} {v}en {a}en {m}
"""
T = TypeVar("T")
_SLOT = re.compile(r"\{(\w)\}")


class Template:
    """A pattern with slots, ready to be filled fast.

    >>> Template("die {f} und die {f}").slots
    ('f', 'f')
    """

    def __init__(self, pattern: str) -> None:
        self.slots = tuple(_SLOT.findall(pattern))
        self._format = _SLOT.sub("%s", pattern.replace("%", "%%"))

    def fill(self, words: Sequence[str]) -> str:
        return self._format % tuple(words)


class Forms:
    """A claim in its four forms; `slots` are those of the first, and the others say which of its words stand where."""

    def __init__(self, line: str) -> None:
        said, *others = line.split("|")
        self.slots = tuple(_SLOT.findall(said))
        self._formats = [self._numbered(form) for form in (said, *others)]

    def fill(self, form: int, words: Sequence[str]) -> str:
        """The claim in a form: 0 as said, 1 main clause, 2 verb first, 3 after "dass"."""
        return self._formats[form].format(*words)

    def _numbered(self, form: str) -> str:
        """The form with each slot as its place in `slots`: the second "f" of a form is the second "f" there."""
        places = {kind: [i for i, slot in enumerate(self.slots) if slot == kind] for kind in set(self.slots)}
        return _SLOT.sub(lambda match: f"{{{places[match[1]].pop(0)}}}", form)


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody claims: the forms and the words in them."""

    forms: Forms
    words: tuple[str, ...]

    def form(self, number: int) -> str:
        return self.forms.fill(number, self.words)


class Sentences:
    """Makes sentences with drawn words."""

    def __init__(self, seed: int) -> None:
        self.words = Words(seed)
        self._choose = random.Random(seed).random
        self._next: dict[str, Callable[[], str]] = {**self.words.next, "x": self._phrase}

    def told(self) -> str:
        sentence = self._filled(self._one_of(_TOLD))
        return sentence[0].upper() + sentence[1:]

    def title(self) -> str:
        title = self._filled(self._one_of(_TITLES))
        return title[0].upper() + title[1:]

    def claim(self) -> Claim:
        forms = self._one_of(_CLAIMS)
        return Claim(forms, tuple([self._next[slot]() for slot in forms.slots]))

    def act(self) -> tuple[str, str]:
        """A verb of an act of speech, and what follows it."""
        verb, rest = self._one_of(_ACTS)
        return verb, self._filled(rest)

    def rumour(self) -> str:
        """What somebody is said to have done: "die … … haben"."""
        return self._filled(self._one_of(_RUMOURS))

    def _phrase(self) -> str:
        return self._filled(self._one_of(_PHRASES))

    def _filled(self, template: Template) -> str:
        return template.fill([self._next[slot]() for slot in template.slots])

    def _one_of(self, choices: Sequence[T]) -> T:
        return choices[int(self._choose() * len(choices))]


_PHRASES = [Template(part) for line in PHRASES.split("\n") for part in line.split("|") if part]
_TOLD = [Template(line) for line in TOLD.split("\n") if line]
_CLAIMS = [Forms(line) for line in CLAIMS.split("\n") if line]
_ACTS = [(line.split("|")[0], Template(line.split("|")[1])) for line in ACTS.split("\n") if line]
_RUMOURS = [Template(line) for line in RUMOURS.split("\n") if line]
_TITLES = [Template(part) for part in TITLES.strip().split("|")]
