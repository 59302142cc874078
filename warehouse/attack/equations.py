"""What everybody knows about how the tables hang together: sums of counts that are always zero."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise

from warehouse.attack.truth import EXIT_MONTH, Tree, Unknowns, leaves_of
from warehouse.publish.exits import MONTHS
from warehouse.publish.facts import EXIT_COUNT, PHASE_COUNT, PHASE_FLOW
from warehouse.reference import rows
from warehouse.schema.calendar import months_before, months_from

Terms = Iterable[tuple[int, int]]
Sum = tuple[tuple[int, int], ...]
Trees = Mapping[str, Mapping[date, Tree]]


def equations(of: Unknowns) -> list[Sum]:
    """Unknowns with their coefficients, which add up to zero. One that the deliveries do not keep to is left out."""
    found = dict.fromkeys(together(terms) for trees in _by_publication(of) for terms in _of_publication(trees))
    return [total for total in found if sum(of.truth[unknown] * sign for unknown, sign in total) == 0]


def together(terms: Terms) -> Sum:
    """The same sum, with each unknown once."""
    found: dict[int, int] = {}
    for unknown, sign in terms:
        found[unknown] = found.get(unknown, 0) + sign
    return tuple(sorted((unknown, sign) for unknown, sign in found.items() if sign))


def _of_publication(trees: Trees) -> Iterator[Terms]:
    yield from _stocks_and_flows(trees)
    yield from _exits_and_flows(trees)
    yield from _years_and_months(trees)


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
    exits, flows = trees.get(EXIT_MONTH, {}), trees.get(PHASE_FLOW.name, {})
    ends = {(row["from_code"], row["to_code"]) for row in rows("flow_rule") if row["rule"] == "exit"}
    for month in sorted(exits.keys() & flows.keys()):
        went = (unknown for flow, unknown in leaves_of(flows[month]) if flow in ends)
        yield [*_signed(exits[month].get((), ()), 1), *_signed(went, -1)]


def _years_and_months(trees: Trees) -> Iterator[Terms]:
    """The exits of twelve months, each leaf by itself. Two years that overlap differ by their first and last month."""
    exits = trees.get(EXIT_MONTH, {})
    for day, year in trees.get(EXIT_COUNT.name, {}).items():
        months = [exits[months_before(day, back)] for back in range(1, MONTHS + 1)]
        for leaf, unknown in leaves_of(year):
            parts = (part for month in months for part in month.get(leaf, ()))
            yield [(unknown, -1), *_signed(parts, 1)]


def _signed(unknowns: Iterable[int], sign: int) -> Iterator[tuple[int, int]]:
    return ((unknown, sign) for unknown in unknowns)
