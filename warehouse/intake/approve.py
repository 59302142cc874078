"""Approval in four levels; a delivery is published when the highest of them has approved it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select

from warehouse.intake import journal
from warehouse.schema import intake
from warehouse.schema.levels import LEVELS


def approve(
    connection: Connection, delivery_id: int, *, through: str, approved_by: str, approved_at: datetime
) -> tuple[str, ...]:
    """Approves every open level up to and including `through`; returns those. A level once approved stays so.

    LookupError when there is no such delivery, ValueError when there is no such level.
    """
    if through not in LEVELS:
        raise ValueError(f"no such level: {through}")
    journal.turn(connection)
    standing = approved_levels(connection, delivery_id)
    opened = tuple(level for level in LEVELS[: LEVELS.index(through) + 1] if level not in standing)
    signature = {"delivery_id": delivery_id, "approved_by": approved_by, "approved_at": approved_at}
    if opened:
        connection.execute(insert(intake.approval), [{**signature, "level_code": level} for level in opened])
        journal.done(connection, delivery_id, opened, by=approved_by, at=approved_at)
    return opened


def approved_levels(connection: Connection, delivery_id: int) -> tuple[str, ...]:
    """From low to high. LookupError when there is no such delivery."""
    known = select(intake.delivery.c.delivery_id).where(intake.delivery.c.delivery_id == delivery_id)
    if connection.scalar(known) is None:
        raise LookupError(f"no such delivery: {delivery_id}")
    found = select(intake.approval.c.level_code).where(intake.approval.c.delivery_id == delivery_id)
    standing = set(connection.scalars(found))
    return tuple(level for level in LEVELS if level in standing)
