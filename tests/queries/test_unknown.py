from __future__ import annotations

import pytest

from queries.outcomes import unknown_share
from tests.queries.examples import RULES


def test_the_share_of_whom_it_is_unknown_where_they_went() -> None:
    assert unknown_share({"werk": 60, "onbekend": 20}) == 25
    assert unknown_share({"werk": 60}) == 0
    assert unknown_share({"werk": 0, "onbekend": 0}) is None
    assert unknown_share({}) is None


@pytest.mark.parametrize(
    ("share", "unknown", "status"),
    [(100, 25, "let_op"), (100, 20, "op_koers"), (90, 25, "let_op"), (50, 25, "achter"), (None, 25, "onbekend")],
)
def test_more_unknown_than_the_rule_is_never_on_course(share: float | None, unknown: float, status: str) -> None:
    assert RULES.status(share, unknown) == status
