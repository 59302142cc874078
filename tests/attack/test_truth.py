"""The exact counts behind each publication are those that it was made from, also when it was undone or corrected."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from tests.areas import Areas
from tests.warehouse.publish.deliveries import AUGUST, changed, deliver, leaves_of, published, usual
from warehouse import chain
from warehouse.attack.truth import MONTHLY, Truth, truths, unknowns
from warehouse.publish.facts import EXIT_COUNT
from warehouse.publish.protect import Node
from warehouse.publish.restoration import restore
from warehouse.schema import intake
from warehouse.schema.calendar import month_before, months_before
from warehouse.schema.levels import REMOVED

MONTHS = EXIT_COUNT.months
LEAF: Node = ("F1", "16-17")
FIRST, SECOND, THIRD = (datetime(2026, 8, day, 12) for day in (20, 21, 22))  # noqa: DTZ001


def twice_published(areas: Areas) -> None:
    """The correction came in before the first publication, and was approved by then no more than it was sent."""
    deliver(areas, "AM01", AUGUST, months=MONTHS + 1)
    published(areas, published_at=FIRST)
    deliver(
        areas,
        "AM01",
        AUGUST,
        figures=changed("phase_count", "AM01", AUGUST, LEAF, 7),
        received_on=SECOND.date(),
    )
    published(areas, published_at=SECOND)


def counts(found: Truth, table: str, day: date) -> Mapping[Node, int]:
    return found.counts[table]["AM01", day]


def test_each_publication_has_what_was_approved_by_then(sqlite_areas: Areas) -> None:
    twice_published(sqlite_areas)
    first, second = truths(sqlite_areas.intake, sqlite_areas.warehouse)
    before = usual("phase_count", "AM01", AUGUST)[LEAF]
    assert [counts(one, "phase_count", AUGUST)[LEAF] for one in (first, second)] == [before, before + 7]
    assert first.regions == {"AM01"}
    assert first.series == second.series


def test_a_state_that_was_put_back_has_its_truth_again(sqlite_areas: Areas) -> None:
    twice_published(sqlite_areas)
    restore(sqlite_areas.intake, sqlite_areas.warehouse, 1, published_by="bureau", published_at=THIRD)
    first, _, third = truths(sqlite_areas.intake, sqlite_areas.warehouse)
    assert (third.publication, third.counts) == (3, first.counts)


def test_exits_are_there_by_the_year_and_by_the_month(sqlite_areas: Areas) -> None:
    deliver(sqlite_areas, "AM01", AUGUST, months=MONTHS + 1)
    published(sqlite_areas)
    (found,) = truths(sqlite_areas.intake, sqlite_areas.warehouse)
    month = month_before(AUGUST)
    assert counts(found, MONTHLY["exit_count"], month) == usual("exit_count", "AM01", month)
    year = [usual("exit_count", "AM01", months_before(AUGUST, back)) for back in range(1, MONTHS + 1)]
    expected = {leaf: sum(one[leaf] for one in year) for leaf in leaves_of("exit_count")}
    assert counts(found, "exit_count", AUGUST) == expected


def test_a_tree_holds_the_unknowns_below_every_node(sqlite_areas: Areas) -> None:
    twice_published(sqlite_areas)
    of = unknowns("AM01", truths(sqlite_areas.intake, sqlite_areas.warehouse))
    first, second = (of.trees[publication, "phase_count", AUGUST] for publication in (1, 2))
    assert set(first[()]) - set(second[()]) == set(first[LEAF])
    assert first[("F1",)][1:] == second[("F1",)][1:]
    assert len(first[()]) == len(leaves_of("phase_count"))
    assert of.leaves[second[LEAF][0]].publication == 2


def test_of_a_publication_whose_delivery_was_removed_nothing_is_known_any_more(sqlite_areas: Areas) -> None:
    twice_published(sqlite_areas)
    removal = {"region_code": "AM01", "reference_date": AUGUST, "version": 1, "act_code": REMOVED, "reason": None}
    signed = {"written_at": THIRD, "written_by": "bewaartermijn", "content_hash": ""}
    with sqlite_areas.intake.execution_options(writing=True).begin() as connection:
        chain.add(connection, intake.journal, [{**removal, **signed}])
    assert truths(sqlite_areas.intake, sqlite_areas.warehouse) == []
