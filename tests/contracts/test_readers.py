"""No query without a reader, and no reader that shows a row of another region."""

import inspect
from typing import get_type_hints

import pytest

from queries.divisions import in_division
from queries.reader import NATIONAL_CODE, Access, Reader
from queries.reference import reference
from queries.regions import crosswalks, regions
from queries.standing import standings
from tests.asking import MINISTRY, reading
from tests.contracts.asked import ARGUMENTS, BEFORE_THERE_IS_A_READER, ask, codes_in, functions
from tests.serving import Demonstration

OWN = {
    "regio": frozenset({"AM05"}),
    "bureau": frozenset({"AM01", "AM23", "AM35"}),
    "nobody": frozenset[str](),
}
NAMES = sorted(name for name in functions() if name not in BEFORE_THERE_IS_A_READER)
OF_REGIONS = {
    "queries.checklist.partner_actions",
    "queries.changes.changes",
    "queries.deliveries.deliveries",
    "queries.divisions.in_division",
    "queries.entries.entries",
    "queries.experiments.experiments",
    "queries.history.amounts",
    "queries.history.promised",
    "queries.indicators.counts",
    "queries.indicators.promises",
    "queries.indicators.series",
    "queries.indicators.values_elsewhere",
    "queries.lessons.lessons",
    "queries.milestones.milestones",
    "queries.obstacles.obstacles",
    "queries.outcomes.exits",
    "queries.outcomes.outcomes",
    "queries.partners.partners",
    "queries.provenance.deliveries_told",
    "queries.provenance.sources",
    "queries.regions.regions",
    "queries.rule_rooms.rule_rooms",
    "queries.standing.standings",
    "queries.trajectories.counted",
    "queries.trajectories.moved",
    "queries.trajectories.movements",
    "queries.trajectories.phases",
}
OF_FEW_REGIONS = {
    *("queries.corrections.corrections", "queries.corrections.revisions", "queries.experiments.notes"),
    *("queries.search.alike", "queries.search.found"),
}
OF_SOME_REGIONS = {
    *("queries.lessons.lessons", "queries.obstacles.obstacles", "queries.partners.partners"),
    "queries.rule_rooms.rule_rooms",
}
OF_OTHER_DIVISIONS = {"queries.divisions.in_division", "queries.indicators.values_elsewhere"}


def _asked(demonstration: Demonstration, name: str, access: Access) -> set[str]:
    with reading(demonstration, access) as reader:
        codes = frozenset(one.code for one in regions(reader)) | {NATIONAL_CODE}
        return set(codes_in(ask(name, reader), codes))


def test_every_public_query_can_be_asked_here() -> None:
    assert sorted(ARGUMENTS) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_query_asks_who_is_reading_first(name: str) -> None:
    function = functions()[name]
    first = next(iter(inspect.signature(function).parameters.values()))
    assert get_type_hints(function)[first.name] is Reader
    assert first.default is inspect.Parameter.empty


@pytest.mark.parametrize("name", NAMES)
def test_the_ministry_sees_every_region(demonstration: Demonstration, name: str) -> None:
    seen = _asked(demonstration, name, MINISTRY) - {NATIONAL_CODE}
    assert len(seen) > (10 if name in OF_REGIONS else -1)
    assert bool(seen) == (name in OF_REGIONS | OF_FEW_REGIONS)


@pytest.mark.parametrize("role", OWN)
@pytest.mark.parametrize("name", NAMES)
def test_no_row_of_a_foreign_region(demonstration: Demonstration, name: str, role: str) -> None:
    seen = _asked(demonstration, name, Access(role, OWN[role])) - {NATIONAL_CODE}
    if name == "queries.divisions.in_division":
        assert seen <= _provinces_of(demonstration, OWN[role])
    else:
        assert seen <= OWN[role]
    if name in OF_REGIONS - OF_OTHER_DIVISIONS - OF_SOME_REGIONS:
        assert seen == OWN[role]


def _provinces_of(demonstration: Demonstration, own: frozenset[str]) -> set[str]:
    with reading(demonstration) as reader:
        walk = crosswalks(reader, ["provincie"], reader.publication.reference_date)["provincie"]
    return {province for province, parts in walk.persons.items() if own & parts.keys()}


@pytest.mark.parametrize("role", OWN)
def test_a_divided_figure_holds_only_what_the_reader_may_see(demonstration: Demonstration, role: str) -> None:
    with reading(demonstration, Access(role, OWN[role])) as reader:
        found = standings(reader, reference(reader).rules, None, None)
        divided = in_division(reader, found, "doorstroompunt", "K01")
    own = [one.count("K01") for one in found.every if one.region.code in OWN[role]]
    assert sum(one.denominator for one in divided) == sum(count.denominator for count in own if count)


def test_a_new_reader_of_nobody_sees_the_country_alone(demonstration: Demonstration) -> None:
    assert _asked(demonstration, "queries.indicators.counts", Access("nobody", frozenset())) == {NATIONAL_CODE}
