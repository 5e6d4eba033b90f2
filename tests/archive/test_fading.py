from __future__ import annotations

from wortlaut.archive.fading import Fading


def test_the_memory_is_bounded() -> None:
    memory = Fading[str, object](2)
    found = object()
    for word in "abc":
        memory.put(word, found, 60.0)
    assert memory.get("a") is None
    assert memory.get("c") is found


def test_what_is_asked_again_stays_longest() -> None:
    memory = Fading[str, int](2)
    for number, word in enumerate("abac"):
        memory.put(word, number, 60.0)
    assert [memory.get(word) for word in "abc"] == [2, None, 3]


def test_an_answer_fades() -> None:
    memory = Fading[str, int](2)
    memory.put("a", 1, 0.0)
    assert memory.get("a") is None
