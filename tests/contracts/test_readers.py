"""No query without a reader, and no reader that shows a row of another region."""

import inspect
from contextlib import suppress
from typing import get_type_hints

import pytest

from queries.balance import balance_together
from queries.change_counts import ChangeCounts
from queries.experiments import experiments
from queries.ground import Chosen, ground
from queries.lessons import lessons
from queries.obstacle_sums import ObstacleSums
from queries.reader import NATIONAL_CODE, Access, Reader
from queries.reference import reference
from queries.regions import crosswalks, regions
from queries.standing import standings
from tests.asking import MINISTRY, reading
from tests.contracts.asked import ARGUMENTS, BEFORE_THERE_IS_A_READER, SHARED, ask, codes_in, functions
from tests.serving import HOUSE, Demonstration
from warehouse.schema import published

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
    "queries.lessons.lessons",
    "queries.milestones.milestones",
    "queries.obstacles.obstacles",
    "queries.outcomes.exits",
    "queries.outcomes.outcomes",
    "queries.partners.partners",
    "queries.provenance.deliveries_told",
    "queries.provenance.sources",
    "queries.rule_rooms.rule_rooms",
    "queries.standing.standings",
    "queries.trajectories.counted",
    "queries.trajectories.moved",
    "queries.trajectories.movements",
    "queries.trajectories.phases",
    "queries.everything_told.everything_told",
    "queries.ground.ground",
    "queries.told_ever.told_ever",
    "queries.outcomes_together.outcomes_of_country",
    "queries.pilot_sums.ever_told",
    "queries.tried.tried",
}
OF_FEW_REGIONS = {
    "queries.balance.balance_together",
    *("queries.corrections.corrections", "queries.corrections.revisions", "queries.experiments.notes"),
    *("queries.search.alike", "queries.search.found"),
}
OF_SOME_REGIONS = {
    "queries.told_ever.told_ever",
    *("queries.lessons.lessons", "queries.obstacles.obstacles", "queries.partners.partners"),
    "queries.rule_rooms.rule_rooms",
}
OF_OTHER_DIVISIONS = {"queries.divisions.in_division"}
OF_SHARED = {"queries.everything_told.everything_told", "queries.experiments.experiments", "queries.tried.tried"}


def _asked(demonstration: Demonstration, name: str, access: Access, but: tuple[type, ...] = ()) -> set[str]:
    with reading(demonstration, access) as reader:
        codes = frozenset(one.code for one in regions(reader)) | {NATIONAL_CODE}
        return set(codes_in(ask(name, reader), codes, but))


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
    """But for what regions share, which has a test of its own, and for sums of regions in areas."""
    seen = _asked(demonstration, name, Access(role, OWN[role]), SHARED) - {NATIONAL_CODE}
    if name == "queries.divisions.in_division":
        assert seen == _provinces_of_two(demonstration, OWN[role])
    else:
        assert seen <= OWN[role]
    if name in OF_REGIONS - OF_OTHER_DIVISIONS - OF_SOME_REGIONS - OF_SHARED:
        assert seen == OWN[role]


def _provinces_of_two(demonstration: Demonstration, own: frozenset[str]) -> set[str]:
    """With figures of at least two regions of some weight, or of an own one alone."""
    with reading(demonstration) as reader:
        walk = crosswalks(reader, ["provincie"], reader.publication.reference_date)["provincie"]
        found = standings(reader, reference(reader).rules, None, None)
    there = {one.region.code for one in found.every if one.count("K01")}
    shown = set()
    for province, everyone in walk.persons.items():
        persons = {code: count for code, count in everyone.items() if code in there}
        heaviest = max(persons, key=lambda code: persons[code])
        if persons[heaviest] <= 0.8 * sum(persons.values()) or heaviest in own:
            shown.add(province)
    return shown


@pytest.mark.parametrize("role", OWN)
def test_of_what_others_try_only_the_shared_is_seen(demonstration: Demonstration, role: str) -> None:
    with reading(demonstration) as reader:
        internal = {one.key for one in experiments(reader) if one.internal}
    assert {code for code, _experiment in internal} - OWN[role]
    with reading(demonstration, Access(role, OWN[role])) as reader:
        tried, learned = experiments(reader), lessons(reader)
        sought = [row for row in reader.rows(reader.visible(published.sought)) if row.kind_code == "experiment"]
        noted = reader.rows(reader.visible(published.experiment_note))
    told = {(one.region_code, one.experiment_code) for one in (*tried, *learned, *noted)}
    told |= {(one.region_code, one.sought_code) for one in sought}
    foreign = {key for key in told if key[0] not in OWN[role]}
    assert len(foreign) > 20
    assert not foreign & internal


@pytest.mark.parametrize("role", OWN)
@pytest.mark.parametrize("pilot_line", [None, "TOM"])
def test_sums_are_the_same_for_everyone(demonstration: Demonstration, role: str, pilot_line: str | None) -> None:
    def sums(access: Access) -> object:
        with reading(demonstration, access) as reader:
            rules, chosen = reference(reader).rules, Chosen(pilot_line, None, reader.previous)
            found = ground(reader, rules, chosen)
            together, everyone = found.standings.together, found.everyone
            assert everyone is not None
            day = together.moment.reference_date
            return (
                [together.total(code) for code in ("K01", "K06", "K07")],
                (together.present, together.pilots, together.statuses()),
                ObstacleSums.of_everyone(everyone, together.moment.today),
                ChangeCounts.of_everyone(everyone),
                balance_together(reader, together, day, 3).moves,
            )

    assert sums(Access(role, OWN[role])) == sums(MINISTRY)


def test_only_queries_open_the_door_to_every_region() -> None:
    """And only they look into what was sealed behind it."""
    for room in ("callbacks", "dashboard", "warehouse"):
        for file in (HOUSE / room).rglob("*.py"):
            text = file.read_text()
            assert ".everywhere(" not in text, file
            assert ".for_sums" not in text, file
            assert "._rows" not in text, file


def test_a_reader_that_was_everywhere_is_as_narrow_again(demonstration: Demonstration) -> None:
    with reading(demonstration, Access("nobody", frozenset())) as reader:
        with suppress(KeyError), reader.everywhere() as wide:
            assert wide.access.sees_everything
            raise KeyError("a fault in a query")
        assert not reader.access.sees_everything


def test_a_new_reader_of_nobody_sees_the_country_alone(demonstration: Demonstration) -> None:
    assert _asked(demonstration, "queries.indicators.counts", Access("nobody", frozenset())) == {NATIONAL_CODE}
