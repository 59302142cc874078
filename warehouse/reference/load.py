"""Makes the published reference tables equal to the files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy import Boolean, Column, Connection, Date, Float, Integer, Table, delete, insert, select

from warehouse.reference import Row, rows
from warehouse.schema import lists

TABLES: tuple[Table, ...] = (
    lists.division,
    lists.pilot_line,
    lists.phase,
    lists.flow_end,
    lists.age_band,
    lists.step,
    lists.life_domain,
    lists.destination,
    lists.waiting_class,
    lists.support_after_18,
    lists.system_count,
    lists.approach,
    lists.domain_scope,
    lists.domain_state,
    lists.follow_moment,
    lists.follow_state,
    lists.pulse_question,
    lists.pulse_answer,
    lists.at_table,
    lists.progress,
    lists.duration,
    lists.event,
    lists.partner_kind,
    lists.factor,
    lists.verdict,
    lists.checklist,
    lists.lesson_lens,
    lists.rule_scope,
    lists.obstacle_level,
    lists.obstacle_theme,
    lists.rule,
    lists.rhythm,
    lists.dataset,
    lists.region,
    lists.municipality,
    lists.membership,
    lists.region_change,
    lists.indicator,
    lists.indicator_version,
)
_READERS: tuple[tuple[type, Callable[[str], object]], ...] = (
    (Boolean, lambda text: text == "1"),
    (Integer, int),
    (Float, float),
    (Date, date.fromisoformat),
)


def load(connection: Connection) -> None:
    """Writes only the tables that differ, so that a restart changes nothing."""
    for table in TABLES:
        wanted = [_typed(table, row) for row in rows(table.name)]
        if _standing(connection, table) != _as_set(table, wanted):
            connection.execute(delete(table))
            connection.execute(insert(table), wanted)


def _typed(table: Table, row: Row) -> dict[str, object]:
    return {column.name: _value(column, row[column.name]) for column in table.columns}


def _value(column: Column[object], text: str) -> object:
    if text == "":
        return None
    return next((read(text) for kind, read in _READERS if isinstance(column.type, kind)), text)


def _as_set(table: Table, wanted: list[dict[str, object]]) -> set[tuple[object, ...]]:
    return {tuple(row[column.name] for column in table.columns) for row in wanted}


def _standing(connection: Connection, table: Table) -> set[tuple[object, ...]]:
    return {tuple(row) for row in connection.execute(select(table))}
