"""Numbers of the country add nothing, because they are sums of those of the regions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.attack.tables import JANUARY, number
from warehouse.attack.national import check_national
from warehouse.attack.truth import ContradictionError

PHASE = ("F1",)
GRONINGEN = number("phase_count", JANUARY, PHASE, youths=15)
FRIESLAND = replace(GRONINGEN, region_code="AM02", youths=20)
BOTH = replace(GRONINGEN, region_code="NL01", youths=35)


def test_the_sum_of_the_regions_is_well() -> None:
    check_national([BOTH, GRONINGEN], [BOTH, GRONINGEN, FRIESLAND], [1])


def test_a_row_that_tells_the_same_number_again_counts_once() -> None:
    check_national([BOTH], [GRONINGEN, GRONINGEN, FRIESLAND], [1])


@pytest.mark.parametrize("youths", [30, 34, 40])
def test_another_sum_is_a_contradiction(youths: int) -> None:
    with pytest.raises(ContradictionError):
        check_national([replace(BOTH, youths=youths)], [GRONINGEN, FRIESLAND], [1])


def test_every_publication_in_which_it_stood_is_looked_at() -> None:
    corrected = [replace(FRIESLAND, last=1), replace(FRIESLAND, publication=2, youths=25)]
    with pytest.raises(ContradictionError):
        check_national([BOTH], [GRONINGEN, *corrected], [1, 2])
    sums = [replace(BOTH, last=1), replace(BOTH, publication=2, youths=40)]
    check_national(sums, [GRONINGEN, *corrected], [1, 2])


def test_a_number_that_no_region_counts_is_a_contradiction() -> None:
    here, there = (("phase_count", JANUARY, phase) for phase in (PHASE, ("F2",)))
    for parts in ([there], [here, there], [("exit_count", JANUARY, PHASE)]):
        wrong = replace(BOTH, parts=frozenset(parts))
        with pytest.raises(ContradictionError):
            check_national([wrong], [GRONINGEN, FRIESLAND], [1])
