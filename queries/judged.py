"""Indicators that count no young people: each is worked out on a day, from what stood in a publication.

They are not kept as numbers, as those of young people are: what is late depends on the day, and a page may ask for the
milestones of one pilot line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median_high
from typing import Protocol, TypeVar

from queries.deliveries import Delivery
from queries.experiments import SCALED_UP, Experiment
from queries.indicators import Count
from queries.milestones import Milestone, OnTime
from queries.partners import Partner
from queries.reader import Access, Publication

ON_TIME, LATE, DECIDED, LED_ON, BREADTH, DELIVERED = "K19", "K20", "K21", "K22", "K23", "K24"


@dataclass(frozen=True)
class Amount:
    """What an indicator is: a part of a whole, or a median or mean with in `denominator` how many it is of.

    `regions` is how many are in it; it is `provisional` when more may still come.
    """

    numerator: int
    denominator: int
    regions: int
    provisional: bool = False

    @classmethod
    def of(cls, counts: Iterable[Count]) -> Amount | None:
        """Counts of several places together."""
        found = list(counts)
        if not found:
            return None
        sums = (sum(getattr(one, name) for one in found) for name in ("numerator", "denominator", "regions"))
        return cls(*sums)

    @property
    def ratio(self) -> float | None:
        return self.numerator / self.denominator if self.denominator else None


@dataclass(frozen=True)
class Day:
    """On which day is judged, and of which reference date deliveries are asked."""

    today: date
    reference_date: date


class Standing(Protocol):
    @property
    def region_code(self) -> str: ...

    @property
    def first_publication(self) -> int: ...

    @property
    def last_publication(self) -> int | None: ...


Row = TypeVar("Row", bound=Standing)


@dataclass(frozen=True)
class Told:
    """Rows of one or more publications. What came of an experiment may be among other rows, as those of another pilot
    line: these are its `family`."""

    milestones: Sequence[Milestone] = ()
    experiments: Sequence[Experiment] = ()
    partners: Sequence[Partner] = ()
    deliveries: Sequence[Delivery] = ()
    family: Sequence[Experiment] = ()

    def of(self, publication: Publication, region_code: str | None = None) -> Told:
        """What stood in one of them, of one region or of all."""

        def own(rows: Iterable[Row]) -> list[Row]:
            return [one for one in rows if publication.holds(one) and region_code in (None, one.region_code)]

        rows = (own(self.milestones), own(self.experiments), own(self.partners), own(self.deliveries))
        return Told(*rows, family=[one for one in self.family if publication.holds(one)])

    def seen_by(self, access: Access) -> Told:
        def own(rows: Iterable[Row]) -> list[Row]:
            return [one for one in rows if access.sees(one.region_code)]

        rows = (own(self.milestones), own(self.experiments), own(self.partners), own(self.deliveries))
        return Told(*rows, family=own(self.family))

    def judged(self, code: str, day: Day) -> Amount | None:
        """None when nothing was delivered that tells it; a denominator of 0 when nothing was due yet."""
        return JUDGED[code](self, day)

    def ended(self, today: date) -> list[Experiment]:
        return [one for one in self.experiments if one.ended_on is not None and one.ended_on <= today]

    def led_on(self, today: date) -> list[Experiment]:
        """The experiments that ended and led to a next one, or were scaled up."""
        begun = [one for one in (*self.experiments, *self.family) if one.started_on <= today]
        origins = {(one.region_code, one.comes_from) for one in begun}
        return [one for one in self.ended(today) if one.verdict_code == SCALED_UP or one.key in origins]

    def partner_kinds(self, today: date) -> Mapping[str, set[str]]:
        """The groups that take part, by pilot; none for a pilot whose partners have yet to begin."""
        found: dict[str, set[str]] = {}
        for one in self.partners:
            kinds = found.setdefault(one.pilot_code, set())
            if one.since_on <= today:
                kinds.add(one.partner_kind_code)
        return found


def _on_time(told: Told, day: Day) -> Amount | None:
    found = OnTime.of(told.milestones, day.today)
    return _amount(told.milestones, found.on_time, found.due)


def _late(told: Told, day: Day) -> Amount | None:
    """The median number of days; of two in the middle the higher one, which some milestone has."""
    days = [one.late_days(day.today) for one in told.milestones if one.is_due(day.today)]
    return _amount(told.milestones, median_high(days) if days else 0, len(days))


def _decided(told: Told, day: Day) -> Amount | None:
    ended = told.ended(day.today)
    return _amount(told.experiments, sum(one.verdict_code is not None for one in ended), len(ended))


def _led_on(told: Told, day: Day) -> Amount | None:
    return _amount(told.experiments, len(told.led_on(day.today)), len(told.ended(day.today)))


def _breadth(told: Told, day: Day) -> Amount | None:
    """Groups of all pilots together, and of how many pilots: parts add up, and the mean says how broad a pilot is."""
    kinds = told.partner_kinds(day.today)
    return _amount(told.partners, sum(len(found) for found in kinds.values()), len(kinds))


def _delivered(told: Told, day: Day) -> Amount | None:
    """Provisional as long as a delivery that did not come may still come in time."""
    asked = [one for one in told.deliveries if one.reference_date == day.reference_date]
    may_come = any(one.received_on is None and day.today <= one.due_on for one in asked)
    return _amount(asked, sum(one.is_on_time for one in asked), len(asked), provisional=may_come)


def _amount(rows: Sequence[Standing], numerator: int, denominator: int, *, provisional: bool = False) -> Amount | None:
    regions = len({one.region_code for one in rows})
    return Amount(numerator, denominator, regions, provisional) if rows else None


JUDGED: Mapping[str, Callable[[Told, Day], Amount | None]] = {
    ON_TIME: _on_time,
    LATE: _late,
    DECIDED: _decided,
    LED_ON: _led_on,
    BREADTH: _breadth,
    DELIVERED: _delivered,
}
