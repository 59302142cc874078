"""What everybody knows about how the tables hang together: sums of counts that are always zero."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise

from warehouse.attack.truth import MONTHLY, Tree, Unknowns, leaves_of
from warehouse.publish.facts import (
    BY_NAME,
    DOMAIN_COUNT,
    EXIT_COUNT,
    FACTS,
    PHASE_COUNT,
    PHASE_FLOW,
    REGISTRATION_COUNT,
    RETENTION_COUNT,
    STEP_AGE,
    STEP_DURATION,
)
from warehouse.reference import rows
from warehouse.schema.calendar import months_from, months_of_quarter

IN_SIGHT = ("F1", "F2", "F3", "F4", "F5")
LASTING = ("F4", "F5")
ALL_FIVE = "ALLE"

Terms = Iterable[tuple[int, int]]
Sum = tuple[tuple[int, int], ...]
Trees = Mapping[str, Mapping[date, Tree]]


def equations(of: Unknowns) -> list[Sum]:
    """Unknowns with their coefficients, which add up to zero. One that the deliveries do not keep to is left out."""
    found = dict.fromkeys(together(terms) for trees in _by_publication(of) for terms in _of_publication(trees))
    return [total for total in found if total and sum(of.truth[unknown] * sign for unknown, sign in total) == 0]


def together(terms: Terms) -> Sum:
    """The same sum, with each unknown once."""
    found: dict[int, int] = {}
    for unknown, sign in terms:
        found[unknown] = found.get(unknown, 0) + sign
    return tuple(sorted((unknown, sign) for unknown, sign in found.items() if sign))


def inequalities(of: Unknowns) -> list[Sum]:
    """What adds up to zero or more, as far as the deliveries keep to it."""
    found = dict.fromkeys(together(terms) for trees in _by_publication(of) for terms in _all_five(trees))
    return [total for total in found if total and sum(of.truth[unknown] * sign for unknown, sign in total) >= 0]


def _of_publication(trees: Trees) -> Iterator[Terms]:
    yield from _stocks_and_flows(trees)
    yield from _exits_and_flows(trees)
    yield from _years_and_months(trees)
    yield from _counted_apart(trees)
    yield from _registrations(trees)
    yield from _aftercare(trees)
    yield from _steps(trees)


def _by_publication(of: Unknowns) -> Iterable[Trees]:
    found: dict[int, dict[str, dict[date, Tree]]] = {}
    for (publication, table, day), tree in of.trees.items():
        found.setdefault(publication, {}).setdefault(table, {})[day] = tree
    return found.values()


def _stocks_and_flows(trees: Trees) -> Iterator[Terms]:
    """Per phase, from one reference date to the next: what was there, and came, and did not go, is there."""
    stocks, flows = trees.get(PHASE_COUNT.name, {}), trees.get(PHASE_FLOW.name, {})
    for before, after in pairwise(sorted(stocks)):
        months = months_from(before, after)
        if flows.keys() >= set(months):
            moved = [(flow, unknown) for month in months for flow, unknown in leaves_of(flows[month])]
            for phase in (node for node in stocks[before] if len(node) == 1):
                was, is_now = stocks[before][phase], stocks[after].get(phase, ())
                came = (unknown for flow, unknown in moved if flow[1:] == phase)
                went = (unknown for flow, unknown in moved if flow[:1] == phase)
                yield [*_signed(was, 1), *_signed(came, 1), *_signed(went, -1), *_signed(is_now, -1)]


def _exits_and_flows(trees: Trees) -> Iterator[Terms]:
    """The exits of a month are the flows out of a trajectory of that month."""
    exits, flows = trees.get(MONTHLY[EXIT_COUNT.name], {}), trees.get(PHASE_FLOW.name, {})
    ends = {(row["from_code"], row["to_code"]) for row in rows("flow_rule") if row["rule"] == "exit"}
    for month in sorted(exits.keys() & flows.keys()):
        went = (unknown for flow, unknown in leaves_of(flows[month]) if flow in ends)
        yield [*_signed(exits[month].get((), ()), 1), *_signed(went, -1)]


def _years_and_months(trees: Trees) -> Iterator[Terms]:
    """What is counted of twelve months, each leaf by itself. Two years that overlap share months."""
    for name, monthly in MONTHLY.items():
        for day, year in trees.get(name, {}).items():
            months = [trees[monthly][month] for month in BY_NAME[name].days_behind(day)]
            for leaf, unknown in leaves_of(year):
                parts = (part for month in months for part in month.get(leaf, ()))
                yield [(unknown, -1), *_signed(parts, 1)]


def _counted_apart(trees: Trees) -> Iterator[Terms]:
    """The trees of one date count the same people."""
    for fact in (fact for fact in FACTS if fact.apart):
        for tree in trees.get(fact.name, {}).values():
            first, *others = [below for node, below in tree.items() if len(node) == fact.apart]
            for other in others:
                yield [*_signed(first, 1), *_signed(other, -1)]


def _registrations(trees: Trees) -> Iterator[Terms]:
    """Whoever is in sight is registered."""
    stocks, registered = trees.get(PHASE_COUNT.name, {}), trees.get(REGISTRATION_COUNT.name, {})
    for day in sorted(stocks.keys() & registered.keys()):
        in_sight = (unknown for phase in IN_SIGHT for unknown in stocks[day].get((phase,), ()))
        yield [*_signed(registered[day].get((), ()), 1), *_signed(in_sight, -1)]


def _aftercare(trees: Trees) -> Iterator[Terms]:
    """Those who are followed are those who left in the quarter."""
    flows = trees.get(PHASE_FLOW.name, {})
    for quarter, tree in trees.get(RETENTION_COUNT.name, {}).items():
        months = months_of_quarter(quarter)
        if flows.keys() >= set(months):
            followed = next(below for node, below in tree.items() if len(node) == RETENTION_COUNT.apart)
            left = (unknown for month in months for unknown in flows[month].get(LASTING, ()))
            yield [*_signed(followed, 1), *_signed(left, -1)]


def _steps(trees: Trees) -> Iterator[Terms]:
    """By age and by duration the same steps are counted, which are flows."""
    ages, durations = (trees.get(MONTHLY[fact.name], {}) for fact in (STEP_AGE, STEP_DURATION))
    flows = trees.get(PHASE_FLOW.name, {})
    for month, tree in ages.items():
        for row in rows("progress"):
            taken, by_duration = (found.get((row["code"],), ()) for found in (tree, durations[month]))
            yield [*_signed(taken, 1), *_signed(by_duration, -1)]
            if month in flows:
                moved = flows[month].get((row["from_code"], row["to_code"]), ())
                yield [*_signed(taken, 1), *_signed(moved, -1)]


def _all_five(trees: Trees) -> Iterator[Terms]:
    """Whoever has all life domains in order has each of them in order; whoever has not, lacks one or more."""
    for tree in trees.get(DOMAIN_COUNT.name, {}).values():
        each = [code for (code, *below) in tree if not below and code != ALL_FIVE]
        fine = tree.get((ALL_FIVE, "op_orde"), ())
        for code in each:
            yield [*_signed(tree.get((code, "op_orde"), ()), 1), *_signed(fine, -1)]
        lacking = (unknown for code in each for unknown in tree.get((code, "niet_op_orde"), ()))
        yield [*_signed(lacking, 1), *_signed(tree.get((ALL_FIVE, "niet_op_orde"), ()), -1)]


def _signed(unknowns: Iterable[int], sign: int) -> Iterator[tuple[int, int]]:
    return ((unknown, sign) for unknown in unknowns)
