"""Regions together: of the country, of a pilot line, of an area. The same for everyone who has access."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from queries.deliveries import Delivery
from queries.funnel_limits import Funnel, Rounding, Share
from queries.indicators import Count
from queries.judged import Amount, Day, Told
from queries.milestones import Milestone
from queries.reader import FEWEST, Access, Publication
from queries.reference import Rules
from queries.region_standing import IN_VIEW, Moment, RegionStanding
from queries.sealed import Sealed


@dataclass(frozen=True)
class Total:
    """Regions together. `earlier` and the promises count only regions that are in `numerator` too."""

    numerator: int
    denominator: int
    regions: int
    earlier: int | None
    earlier_base: int
    promised: int
    start: float | None
    expected: float | None
    target: float | None

    @property
    def share_of_expected(self) -> float | None:
        return 100 * self.promised / self.expected if self.expected else None


@dataclass(frozen=True)
class Whole:
    """The regions that are summed, whoever asks, and `every` one; `replaced` stood in an earlier publication."""

    regions: tuple[RegionStanding, ...]
    replaced: tuple[Milestone, ...]
    tellings: tuple[Delivery, ...]
    every: tuple[RegionStanding, ...]

    @property
    def present(self) -> list[str]:
        """In the totals of this reference date: to ask sums of."""
        return [one.region.code for one in self.regions if one.count(IN_VIEW) is not None]

    @property
    def milestones(self) -> list[Milestone]:
        return [milestone for one in self.regions for milestone in one.milestones]


@dataclass(frozen=True)
class Together:
    """Sums for who asks. Of one region alone there is a sum only for who sees that region."""

    moment: Moment
    access: Access
    whole: Sealed[Whole]

    def within(self, parts: Collection[str]) -> Together:
        whole = self.whole.for_sums
        return replace(
            self,
            whole=Sealed(replace(whole, regions=tuple(one for one in whole.regions if one.region.code in parts))),
        )

    @property
    def present(self) -> int:
        """How many regions are in the totals of this reference date."""
        return len(self.whole.for_sums.present)

    @property
    def pilots(self) -> tuple[int, int]:
        """How many there are of regions that take part, and in how many regions."""
        taking_part = [one for one in self.whole.for_sums.regions if one.takes_part]
        found = {(one.region_code, one.pilot_code) for region in taking_part for one in region.milestones}
        return len(found), len({region for region, _pilot in found})

    def statuses(self) -> Counter[str]:
        """How many regions that take part are on course, behind and so on."""
        return Counter(one.status for one in self._told([one for one in self.whole.for_sums.regions if one.takes_part]))

    def chance(self, code: str, least: float, rounding: Rounding) -> Funnel | None:
        """Within which limits chance keeps the shares of all regions with at least so many young people.

        Around the share of the country: from one of fewer regions the others could be told.
        """
        found = (one.count(code) for one in self.whole.for_sums.every)
        every = [Share(count.numerator, count.denominator) for count in found if count]
        return Funnel.of([share for share in every if share.denominator >= least], rounding, every)

    def total(self, code: str) -> Total:
        there = self._told([one for one in self.whole.for_sums.regions if one.count(code) is not None])
        counted = [(one, found) for one in there if (found := one.count(code)) is not None]
        with_promise = self._told([one for one, _ in counted if code in one.promises])
        promised = [(found, one.promises[code]) for one, found in counted if one in with_promise]
        day, previous = self.moment.reference_date, self.moment.previous_date
        earlier, earlier_base = (previous and self.since(code, previous)) or (None, 0)
        return Total(
            numerator=sum(found.numerator for _, found in counted),
            denominator=sum(found.denominator for _, found in counted),
            regions=len(counted),
            earlier=earlier,
            earlier_base=earlier_base,
            promised=sum(found.numerator for found, _ in promised),
            start=sum(promise.start for _, promise in promised) if promised else None,
            expected=sum(promise.expected_on(day) for _, promise in promised) if promised else None,
            target=sum(promise.target for _, promise in promised) if promised else None,
        )

    def since(self, code: str, day: date) -> tuple[int, int] | None:
        """What it was on an earlier date and what it is now, in regions that have both."""
        pair = self.pair(code, day, self.moment.reference_date)
        return (pair[0].numerator, pair[1].numerator) if pair else None

    def amount(self, code: str, day: date) -> Amount | None:
        return Amount.of(self._counts(code, day))

    def pair(self, code: str, was: date, day: date) -> tuple[Amount, Amount] | None:
        """Only of regions that are in both, so that one that is missing is not read as a fall."""
        both = self._told(
            [one for one in self.whole.for_sums.regions if {(code, was), (code, day)} <= one.counts.keys()]
        )
        before, now = (Amount.of(one.counts[code, on] for one in both) for on in (was, day))
        return (before, now) if before and now else None

    def judged(self, code: str, publication: Publication, day: Day) -> Amount | None:
        """Of what stood in a publication, judged on a day."""
        return self.judged_of(self.told, code, publication, day)

    def judged_of(self, told: Sealed[Told], code: str, publication: Publication, day: Day) -> Amount | None:
        """Of other rows; of one region alone for who sees it."""
        rows = told.for_sums
        found = rows.of(publication).judged(code, day)
        if found is None or found.regions >= FEWEST:
            return found
        return rows.seen_by(self.access).of(publication).judged(code, day)

    @property
    def told(self) -> Sealed[Told]:
        whole = self.whole.for_sums
        return Sealed(Told([*whole.milestones, *whole.replaced], deliveries=whole.tellings))

    def pilots_behind(self, rules: Rules, publication: Publication) -> int:
        """Of how many pilots a milestone was behind on the day of a publication."""
        whole, today = self.whole.for_sums, publication.published_on
        stood = (one for one in (*whole.milestones, *whole.replaced) if publication.holds(one))
        return len({(one.region_code, one.pilot_code) for one in stood if one.status(rules, today) == "achter"})

    def _counts(self, code: str, day: date) -> list[Count]:
        there = self._told([one for one in self.whole.for_sums.regions if (code, day) in one.counts])
        return [one.counts[code, day] for one in there]

    def _told(self, there: list[RegionStanding]) -> list[RegionStanding]:
        return there if self.access.may_tell({one.region.code for one in there}) else []
