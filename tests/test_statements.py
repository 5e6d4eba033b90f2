from hypothesis import given

from tests.test_golden import analyses
from tests.test_tokens import few
from wortlaut.golden import parse
from wortlaut.record import Analysis
from wortlaut.statements import Statement, nested
from wortlaut.text import Span


def within(marked: str, count: int) -> list[str | None]:
    listed = "".join(f"{number} indirect\n" for number in range(1, count + 1))
    return [statement.within for statement in parse(f"{marked}\n---\n{listed}").analysis.statements]


def test_a_statement_lies_within_the_smallest_that_holds_it() -> None:
    assert within("⟦content1:Sie sagt, ⟦content2:er meine, ⟦content3:das⟧ gehe⟧⟧.", 3) == [None, "s1", "s2"]


def test_statements_beside_each_other_are_within_none() -> None:
    assert within("⟦content1:Sie geht⟧, ⟦content2:er bleibt⟧.", 2) == [None, None]


def test_the_same_content_holds_nothing() -> None:
    assert within("⟦content1,2:Sie geht⟧.", 2) == [None, None]


def test_every_piece_must_be_held() -> None:
    assert within("⟦content1:Sie ⟦content2:geht⟧⟧, sagt er, ⟦content2:jetzt⟧.", 2) == [None, None]
    assert within("⟦content1:Sie ⟦content2:geht⟧⟧, sagt er, ⟦content1:und ⟦content2:jetzt⟧⟧.", 2) == [None, "s1"]


def test_an_outer_statement_that_is_listed_later_holds() -> None:
    inner, outer = Statement("s1", "direct", (Span(0, 2),)), Statement("s2", "indirect", (Span(0, 9),))
    assert [statement.within for statement in nested((inner, outer))] == ["s2", None]


@few
@given(analyses())
def test_nesting_is_that_of_all_pairs(analysis: Analysis) -> None:
    def size(statement: Statement) -> int:
        return sum(span.end - span.start for span in statement.content)

    by_id = {statement.id: statement for statement in analysis.statements}
    for inner in analysis.statements:
        holding = [
            size(outer)
            for outer in analysis.statements
            if size(outer) > size(inner) and all(any(o.covers(i) for o in outer.content) for i in inner.content)
        ]
        assert [size(by_id[inner.within])] == [min(holding)] if inner.within else not holding


@few
@given(analyses())
def test_nesting_changes_nothing_else(analysis: Analysis) -> None:
    assert nested(analysis.statements) == analysis.statements
    assert [statement.id for statement in nested(analysis.statements[::-1])] == [
        s.id for s in analysis.statements[::-1]
    ]
