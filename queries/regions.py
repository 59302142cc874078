"""Regions of every division, and how the divisions lie over each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Subquery, func, or_, select

from queries.reader import Reader
from warehouse.schema import lists, published

LEADING_DIVISION = "arbeidsmarktregio"


@dataclass(frozen=True)
class Region:
    """`since_on` is the first reference date of a region that takes part, None for one that does not.

    `young` are its inhabitants of 15-24.
    """

    code: str
    division_code: str
    name: str
    young: int
    since_on: date | None
    months: int | None


def regions(reader: Reader) -> list[Region]:
    """All regions of all divisions, as people sort them ('s-Gravenhage under G). Who takes part is public."""
    region, rhythm = lists.region, lists.rhythm
    with reader.everywhere() as wide:
        participation = wide.visible(published.participation).subquery()
        statement = (
            select(region, participation.c.since_on, rhythm.c.months)
            .outerjoin(participation, participation.c.region_code == region.c.code)
            .outerjoin(rhythm, rhythm.c.code == participation.c.rhythm_code)
            .order_by(region.c.sort_name)
        )
        found = wide.rows(statement)
    return [
        Region(row.code, row.division_code, row.name, row.inhabitants_15_24, row.since_on, row.months) for row in found
    ]


@dataclass(frozen=True)
class Crosswalk:
    """Young people (15-24) who live in both: `persons[other region][labour-market region]`."""

    persons: Mapping[str, Mapping[str, int]]

    def share(self, other_code: str, region_code: str) -> float:
        """The part of a labour-market region that lies in the other region; its parts add up to 1."""
        return self.persons[other_code].get(region_code, 0) / self.whole(region_code)

    def is_exact(self, other_code: str) -> bool:
        """No labour-market region lies partly in it and partly elsewhere."""
        return all(self.whole(code) == persons for code, persons in self.persons[other_code].items())

    def covered(self, other_code: str, present: Collection[str]) -> float:
        """Percentage of its young people who live in one of the labour-market regions `present`."""
        parts = self.persons[other_code]
        return 100 * sum(persons for code, persons in parts.items() if code in present) / sum(parts.values())

    def whole(self, region_code: str) -> int:
        return sum(parts.get(region_code, 0) for parts in self.persons.values())

    def home_of(self, region_code: str) -> str:
        """The other region in which most of its young people live."""
        return max(sorted(self.persons), key=lambda other: self.persons[other].get(region_code, 0))


def crosswalks(reader: Reader, division_codes: Collection[str], day: date) -> Mapping[str, Crosswalk]:
    """How other divisions lie over the labour-market regions, in the membership of `day`."""
    leading = _members([LEADING_DIVISION], day)
    other = _members(division_codes, day)
    inhabitants = lists.municipality.c.inhabitants_15_24
    statement = (
        select(leading.c.region_code, other.c.division_code, other.c.region_code.label("other_code"))
        .add_columns(func.sum(inhabitants).label("persons"))
        .join(other, other.c.municipality_code == leading.c.municipality_code)
        .join(lists.municipality, lists.municipality.c.code == leading.c.municipality_code)
        .group_by(leading.c.region_code, other.c.division_code, other.c.region_code)
    )
    persons: dict[str, dict[str, dict[str, int]]] = {code: defaultdict(dict) for code in division_codes}
    for row in reader.rows(statement):
        persons[row.division_code][row.other_code][row.region_code] = int(row.persons)
    return {code: Crosswalk(found) for code, found in persons.items()}


def _members(division_codes: Collection[str], day: date) -> Subquery:
    membership, region = lists.membership, lists.region
    return (
        select(membership.c.municipality_code, membership.c.region_code, region.c.division_code)
        .join(region, region.c.code == membership.c.region_code)
        .where(
            region.c.division_code.in_(division_codes),
            membership.c.valid_from <= day,
            or_(membership.c.valid_to.is_(None), membership.c.valid_to >= day),
        )
        .subquery()
    )
