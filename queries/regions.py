"""Regions of every division, and how the divisions lie over each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Subquery, func, or_, select

from queries.reader import Reader
from warehouse.schema import published

LEADING_DIVISION = "arbeidsmarktregio"


@dataclass(frozen=True)
class Region:
    """`since_on` is the first reference date of a region that takes part, None for one that does not."""

    code: str
    division_code: str
    name: str
    since_on: date | None
    months: int | None

    @property
    def takes_part(self) -> bool:
        return self.since_on is not None


def regions(reader: Reader) -> list[Region]:
    """All regions of all divisions, as people sort them ('s-Gravenhage under G)."""
    region, rhythm = published.region, published.rhythm
    participation = reader.visible(published.participation).subquery()
    statement = (
        select(region, participation.c.since_on, rhythm.c.months)
        .outerjoin(participation, participation.c.region_code == region.c.code)
        .outerjoin(rhythm, rhythm.c.code == participation.c.rhythm_code)
        .order_by(region.c.sort_name)
    )
    return [Region(row.code, row.division_code, row.name, row.since_on, row.months) for row in reader.rows(statement)]


def crosswalk(reader: Reader, division_code: str, day: date) -> Mapping[str, Mapping[str, float]]:
    """Per region of another division: which share of the young people of each labour-market region lives in it.

    The shares of one labour-market region add up to 1. Measured in inhabitants of 15-24, in the membership of `day`.
    """
    leading = _members(LEADING_DIVISION, day)
    other = _members(division_code, day)
    inhabitants = published.municipality.c.inhabitants_15_24
    statement = (
        select(leading.c.region_code, other.c.region_code.label("other_code"), func.sum(inhabitants).label("persons"))
        .join(other, other.c.municipality_code == leading.c.municipality_code)
        .join(published.municipality, published.municipality.c.code == leading.c.municipality_code)
        .group_by(leading.c.region_code, other.c.region_code)
    )
    rows = reader.rows(statement)
    whole: dict[str, int] = defaultdict(int)
    for row in rows:
        whole[row.region_code] += int(row.persons)
    shares: dict[str, dict[str, float]] = defaultdict(dict)
    for row in rows:
        shares[row.other_code][row.region_code] = int(row.persons) / whole[row.region_code]
    return shares


def _members(division_code: str, day: date) -> Subquery:
    membership, region = published.membership, published.region
    return (
        select(membership.c.municipality_code, membership.c.region_code)
        .join(region, region.c.code == membership.c.region_code)
        .where(
            region.c.division_code == division_code,
            membership.c.valid_from <= day,
            or_(membership.c.valid_to.is_(None), membership.c.valid_to >= day),
        )
        .subquery()
    )
