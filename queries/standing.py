"""Where every region stands at one reference date: against its start, its target and its own plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from queries.deliveries import Delivery, deliveries
from queries.indicators import Count, counts, promises
from queries.milestones import Milestone, milestones
from queries.reader import NATIONAL_CODE, Publication, Reader
from queries.reference import Rules
from queries.region_standing import IN_VIEW, Moment, RegionStanding
from queries.regions import LEADING_DIVISION, Region, regions
from queries.sealed import Sealed
from queries.together import Together, Total, Whole
from warehouse.schema.calendar import MONTHS_IN_QUARTER, month_before, months_before, quarter_of


@dataclass(frozen=True)
class Standings:
    """`every` region of the leading division, `regions` those that were asked for; `others` are other divisions'.

    `together` are the sums of the regions that were asked for, `country` the counts of all, whatever was asked for.
    `replaced_milestones` stood in an earlier publication; `tellings` of deliveries are of all publications so far.
    """

    moment: Moment
    rules: Rules
    every: tuple[RegionStanding, ...]
    regions: tuple[RegionStanding, ...]
    others: tuple[Region, ...]
    national_series: tuple[Count, ...]
    country: Mapping[tuple[str, date], Count]
    replaced_milestones: tuple[Milestone, ...]
    tellings: tuple[Delivery, ...]
    together: Together

    @property
    def listed(self) -> list[Region]:
        """Of every division."""
        return [*(one.region for one in self.every), *self.others]

    @property
    def dates(self) -> list[date]:
        """Reference dates with figures, the newest first."""
        return [count.reference_date for count in reversed(self.national_series)]

    def of(self, region_code: str) -> RegionStanding | None:
        return next((one for one in self.every if one.region.code == region_code), None)

    def within(self, parts: Collection[str]) -> Standings:
        """Narrowed to these regions; `every` stays every."""
        own = tuple(one for one in self.regions if one.region.code in parts)
        return replace(self, regions=own, together=self.together.within(parts))

    @property
    def taking_part(self) -> list[RegionStanding]:
        return [one for one in self.regions if one.takes_part]

    @property
    def milestones(self) -> list[Milestone]:
        return [milestone for one in self.regions for milestone in one.milestones]

    def attention(self, most: int = 3) -> list[RegionStanding]:
        """The regions with the most attention points; none that has no reason."""
        ranked = sorted(self.taking_part, key=lambda one: -one.points())
        return [one for one in ranked[:most] if one.points() > 0]

    def total(self, code: str) -> Total:
        return self.together.total(code)


@dataclass(frozen=True)
class Asked:
    """`since` is the publication that is compared with."""

    rules: Rules
    moment: Moment
    pilot_line: str | None
    since: Publication | None


def standings(
    reader: Reader,
    rules: Rules,
    reference_date: date | None,
    pilot_line: str | None,
    since: Publication | None = None,
    everyone: Sealed[Standings] | None = None,
) -> Standings:
    """Of the labour-market regions; with a pilot line only the regions and milestones of that line.

    `since` is the publication that is compared with, if that is another than the previous one. `everyone` is the
    same of every region, when it was read before.
    """
    asked = Asked(rules, _moment(reader, reference_date), pilot_line, since or reader.previous)
    if reader.access.sees_everything:
        return _read(reader, asked, regions(reader))
    known = (everyone or _everyone(reader, asked)).for_sums
    return _among(_read(reader, asked, known.listed), known.together.whole)


def _everyone(reader: Reader, asked: Asked) -> Sealed[Standings]:
    with reader.everywhere() as wide:
        return Sealed(_read(wide, asked, regions(wide)))


def _among(found: Standings, whole: Sealed[Whole]) -> Standings:
    """Which regions have a pilot line is public; how they stand is not."""
    codes = {one.region.code for one in whole.for_sums.regions}
    regions = tuple(one for one in found.every if one.region.code in codes)
    return replace(found, regions=regions, together=replace(found.together, whole=whole))


def _read(reader: Reader, asked: Asked, listed: Sequence[Region]) -> Standings:
    moment, holds = asked.moment, reader.publication.holds
    found = _by_region(counts(reader, _dates(moment, asked.since), IN_VIEW))
    line = asked.pilot_line
    stones = [one for one in milestones(reader, asked.since) if line in (None, one.pilot_line_code)]
    told = deliveries(reader, reader.so_far[0])
    leading = [region for region in listed if region.division_code == LEADING_DIVISION]
    standing = [one for one in stones if holds(one)], [one for one in told if holds(one)]
    every = _region_standings(reader, moment, asked.rules, leading, found, *standing)
    own = tuple(one for one in every if line is None or one.milestones)
    replaced, tellings = tuple(one for one in stones if not holds(one)), tuple(told)
    return Standings(
        moment,
        asked.rules,
        every,
        own,
        tuple(one for one in listed if one.division_code != LEADING_DIVISION),
        _series(found[NATIONAL_CODE]),
        found[NATIONAL_CODE],
        replaced,
        tellings,
        Together(moment, reader.access, Sealed(Whole(own, replaced, tellings, every))),
    )


def _dates(moment: Moment, compared: Publication | None) -> set[date]:
    """The date that is looked at and those that it is compared with; of what is published by quarter the newest two."""
    quarter = quarter_of(moment.reference_date)
    earlier = (moment.previous_date, compared and compared.reference_date)
    return {moment.reference_date, quarter, months_before(quarter, MONTHS_IN_QUARTER), *(day for day in earlier if day)}


def _region_standings(
    reader: Reader,
    moment: Moment,
    rules: Rules,
    leading: Iterable[Region],
    found: Mapping[str, dict[tuple[str, date], Count]],
    stones: Iterable[Milestone],
    told: Iterable[Delivery],
) -> tuple[RegionStanding, ...]:
    promised, received, own = promises(reader), _grouped(told), _grouped(stones)
    return tuple(
        RegionStanding(
            region,
            moment,
            rules,
            found[region.code],
            {code: promise for (place, code), promise in promised.items() if place == region.code},
            _series(found[region.code]),
            tuple(own[region.code]),
            tuple(received[region.code]),
            reader.access.sees(region.code),
        )
        for region in leading
    )


class OfRegion(Protocol):
    @property
    def region_code(self) -> str: ...


Row = TypeVar("Row", bound=OfRegion)


def _grouped(rows: Iterable[Row]) -> Mapping[str, list[Row]]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row.region_code].append(row)
    return grouped


def _moment(reader: Reader, reference_date: date | None) -> Moment:
    day = min(reference_date or reader.publication.reference_date, reader.publication.reference_date)
    return Moment(day, month_before(day), reader.publication.published_on, day == reader.publication.reference_date)


def _by_region(found: list[Count]) -> Mapping[str, dict[tuple[str, date], Count]]:
    by_region: dict[str, dict[tuple[str, date], Count]] = defaultdict(dict)
    for count in found:
        by_region[count.region_code][count.indicator_code, count.reference_date] = count
    return by_region


def _series(found: Mapping[tuple[str, date], Count]) -> tuple[Count, ...]:
    series = [count for (code, _), count in found.items() if code == IN_VIEW]
    return tuple(sorted(series, key=lambda count: count.reference_date))
