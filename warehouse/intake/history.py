"""What a region delivered before, as far as the ministry approved it: the past against which a workbook is screened."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, Select, and_, func, select

from warehouse.intake.delivered import Earlier, Keys
from warehouse.intake.screening import History
from warehouse.schema import intake
from warehouse.schema.levels import PUBLISHING


def history(connection: Connection) -> History:
    """For `screen`; reads through this connection when a workbook has told its region and date."""
    return lambda region, day: Earlier(_stocks(connection, region, day), _adopted(connection, region, day))


def _stocks(connection: Connection, region: str, before: date) -> Mapping[date, Mapping[str, int]]:
    """Dates before the reference date, each from the newest delivery that speaks of it."""
    counts, deliveries = intake.phase_count, _approved(region)
    newest = (
        select(counts.c.reference_date, func.max(counts.c.delivery_id).label("delivery_id"))
        .where(counts.c.delivery_id.in_(deliveries), counts.c.reference_date < before)
        .group_by(counts.c.reference_date)
        .subquery()
    )
    same = and_(newest.c.delivery_id == counts.c.delivery_id, newest.c.reference_date == counts.c.reference_date)
    totals = (
        select(counts.c.reference_date, counts.c.phase_code, func.sum(counts.c.youths))
        .join(newest, same)
        .group_by(counts.c.reference_date, counts.c.phase_code)
    )
    stocks: dict[date, dict[str, int]] = {}
    for day, phase, youths in connection.execute(totals):
        stocks.setdefault(day, {})[phase] = int(youths)
    return stocks


def _adopted(connection: Connection, region: str, until: date) -> Mapping[Keys, date]:
    """The adopted plan of each milestone in the newest delivery."""
    delivery, milestone = intake.delivery.c, intake.milestone.c
    newest = (
        select(delivery.delivery_id)
        .where(delivery.delivery_id.in_(_approved(region)), delivery.reference_date <= until)
        .order_by(delivery.reference_date.desc(), delivery.version.desc())
        .limit(1)
    )
    columns = (milestone.pilot_code, milestone.step_code, milestone.baseline_on)
    rows = connection.execute(select(*columns).where(milestone.delivery_id == newest.scalar_subquery()))
    return {(row.pilot_code, row.step_code): row.baseline_on for row in rows}


def _approved(region: str) -> Select[int]:
    return (
        select(intake.delivery.c.delivery_id)
        .join(intake.approval, intake.approval.c.delivery_id == intake.delivery.c.delivery_id)
        .where(intake.delivery.c.region_code == region, intake.approval.c.level_code == PUBLISHING)
    )
