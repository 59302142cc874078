"""What the rows of published tables tell about young people: each number with the nodes of a tree that it adds up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, select

from warehouse.publish.facts import EXIT_COUNT, FACTS, PHASE_COUNT, PHASE_FLOW, Fact
from warehouse.publish.indicator_counts import Definition, Term, definitions
from warehouse.publish.protect import Node
from warehouse.schema import published

Part = tuple[str, date, Node]


class UnknownTableError(LookupError):
    """A table of which the attack was never told whether it counts young people."""


class UnknownIndicatorError(LookupError):
    """A figure of an indicator that has no definition with counts on its date."""


@dataclass(frozen=True, slots=True)
class Number:
    """`parts` are added up: each a node of the tree of a table on a reference date or in a month; the root is `()`.

    It stood in `publication`, and in every later one up to and including `last`; None when it stands.
    """

    region_code: str
    parts: frozenset[Part]
    publication: int
    last: int | None
    youths: int

    def stood_in(self, publication: int) -> bool:
        return self.publication <= publication <= (self.last or publication)


Row = Mapping[str, Any]
Told = Callable[[Row, Iterable[Definition]], Iterator[Number]]


def numbers_of(table_name: str, row: Row, defined: Iterable[Definition]) -> tuple[Number, ...]:
    """Everything that a row of a published table tells; UnknownTableError when the table is unknown here."""
    if table_name in WITHOUT_COUNTS:
        return ()
    if table_name not in COUNTING:
        raise UnknownTableError(table_name)
    return tuple(COUNTING[table_name](row, defined))


def published_numbers(connection: Connection) -> frozenset[Number]:
    """Everything that the web process could ever read, of every publication."""
    defined = definitions(connection)
    return frozenset(
        number
        for table in published.metadata.sorted_tables
        for row in _rows(connection, table)
        for number in numbers_of(table.name, row, defined)
    )


def _rows(connection: Connection, table: Table) -> Iterable[Row]:
    if table.name in WITHOUT_COUNTS:
        return ()
    return [dict(row) for row in connection.execute(select(table)).mappings()]


def _node(fact: Fact, levels: int) -> Told:
    """A row that counts one node, so many levels below the root."""

    def told(row: Row, _: Iterable[Definition]) -> Iterator[Number]:
        node = tuple(row[code] for code in fact.codes[:levels])
        yield _number(row, [(fact.name, row[fact.date], node)], row["youths"])

    return told


def _number(row: Row, parts: Iterable[Part], youths: int) -> Number:
    return Number(row["region_code"], frozenset(parts), row["first_publication"], row["last_publication"], youths)


def _indicator(row: Row, defined: Iterable[Definition]) -> Iterator[Number]:
    day = row["reference_date"]
    found = _definition(row["indicator_code"], day, defined)
    yield _number(row, _parts(found, found.numerator, day), row["numerator"])
    yield _number(row, _parts(found, found.denominator, day), row["denominator"])


def _baseline(row: Row, defined: Iterable[Definition]) -> Iterator[Number]:
    """A numerator as it was when it was frozen: later publications tell nothing more."""
    day = row["baseline_on"]
    found = _definition(row["indicator_code"], day, defined)
    number = _number(row, _parts(found, found.numerator, day), int(row["amount"]))
    yield replace(number, last=number.publication)


def _parts(found: Definition, terms: Iterable[Term], day: date) -> Iterator[Part]:
    return ((term.fact, one, term.node) for term in terms for one in found.days(term, day))


def _definition(indicator: str, day: date, defined: Iterable[Definition]) -> Definition:
    for definition in defined:
        if definition.indicator_code == indicator and definition.is_valid_on(day):
            return definition
    raise UnknownIndicatorError(f"{indicator} on {day}")


COUNTING: Mapping[str, Told] = {
    **{fact.name: _node(fact, len(fact.codes)) for fact in FACTS},
    "phase_total": _node(PHASE_COUNT, 1),
    "flow_total": _node(PHASE_FLOW, 2),
    "exit_total": _node(EXIT_COUNT, 1),
    "indicator_count": _indicator,
    "baseline": _baseline,
}
# No young people are counted in these, or it was their source that protected them.
WITHOUT_COUNTS = frozenset(
    {
        "age_band",
        "approach",
        "at_table",
        "checklist",
        "dataset",
        "delivery_act",
        "delivery_status",
        "destination",
        "division",
        "domain_scope",
        "domain_state",
        "duration",
        "event",
        "experiment",
        "experiment_note",
        "fact_source",
        "factor",
        "flow_end",
        "follow_moment",
        "follow_state",
        "indicator",
        "indicator_value",
        "indicator_version",
        "interim_target",
        "lesson",
        "lesson_lens",
        "life_domain",
        "membership",
        "milestone",
        "municipality",
        "obstacle",
        "obstacle_level",
        "obstacle_theme",
        "participation",
        "partner",
        "partner_action",
        "partner_kind",
        "phase",
        "pilot",
        "pilot_line",
        "progress",
        "publication",
        "pulse_answer",
        "pulse_question",
        "region",
        "region_change",
        "rhythm",
        "rule",
        "steering_meeting",
        "rule_room",
        "rule_scope",
        "sought",
        "step",
        "support_after_18",
        "system_count",
        "target",
        "verdict",
        "waiting_class",
    }
)
