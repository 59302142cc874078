"""Regions together: of the country, of a pilot line, of an area. The same for everyone who has access."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from queries.deliveries import Delivery
from queries.indicators import Count
from queries.judged import Amount, Day, Told
from queries.milestones import Milestone
from queries.reader import Access, Publication
from queries.reference import Rules
from queries.region_standing import IN_VIEW, Moment, RegionStanding
from queries.sealed import Sealed, opened

# A sum of fewer regions is the row of a region.
FEWEST = 2


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
    """Every region that is summed, whoever asks; `replaced` stood in an earlier publication."""

    regions: tuple[RegionStanding, ...]
    replaced: tuple[Milestone, ...]
    tellings: tuple[Delivery, ...]

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
        whole = opened(self.whole)
        return replace(
            self,
            whole=Sealed(
                Whole(
                    tuple(one for one in whole.regions if one.region.code in parts),
                    whole.replaced,
                    whole.tellings,
                )
            ),
        )

    @property
    def present(self) -> int:
        """How many regions are in the totals of this reference date."""
        return len(present(self.whole))

    @property
    def pilots(self) -> tuple[int, int]:
        """How many there are of regions that take part, and in how many regions."""
        taking_part = [one for one in opened(self.whole).regions if one.takes_part]
        found = {(one.region_code, one.pilot_code) for region in taking_part for one in region.milestones}
        return len(found), len({region for region, _pilot in found})

    def total(self, code: str) -> Total:
        there = self._told([one for one in opened(self.whole).regions if one.count(code) is not None])
        counted = [(one, found) for one in there if (found := one.count(code)) is not None]
        promised = [(found, one.promises[code]) for one, found in counted if code in one.promises]
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
        return together(self._counts(code, day))

    def pair(self, code: str, was: date, day: date) -> tuple[Amount, Amount] | None:
        """Only of regions that are in both, so that one that is missing is not read as a fall."""
        both = self._told(
            [one for one in opened(self.whole).regions if {(code, was), (code, day)} <= one.counts.keys()]
        )
        before, now = (together(one.counts[code, on] for one in both) for on in (was, day))
        return (before, now) if before and now else None

    def judged(self, code: str, publication: Publication, day: Day) -> Amount | None:
        """Of what stood in a publication, judged on a day."""
        return judged_together(self.told, self.access, publication, code, day)

    @property
    def told(self) -> Sealed[Told]:
        whole = opened(self.whole)
        return Sealed(Told([*whole.milestones, *whole.replaced], deliveries=whole.tellings))

    def pilots_behind(self, rules: Rules, publication: Publication) -> int:
        """Of how many pilots a milestone was behind on the day of a publication."""
        whole, today = opened(self.whole), publication.published_on
        stood = (one for one in (*whole.milestones, *whole.replaced) if publication.holds(one))
        return len({(one.region_code, one.pilot_code) for one in stood if one.status(rules, today) == "achter"})

    def _counts(self, code: str, day: date) -> list[Count]:
        there = self._told([one for one in opened(self.whole).regions if (code, day) in one.counts])
        return [one.counts[code, day] for one in there]

    def _told(self, there: list[RegionStanding]) -> list[RegionStanding]:
        return there if may_tell(self.access, {one.region.code for one in there}) else []


def present(whole: Sealed[Whole]) -> list[str]:
    """The regions that are in the totals of this reference date: to ask sums of, and not to be told."""
    return [one.region.code for one in opened(whole).regions if one.count(IN_VIEW) is not None]


def may_tell(access: Access, codes: Collection[str]) -> bool:
    """A sum of these regions tells nothing of one of them that who asks may not see."""
    return len(codes) >= FEWEST or all(map(access.sees, codes))


def judged_together(told: Sealed[Told], access: Access, publication: Publication, code: str, day: Day) -> Amount | None:
    """Of every region that tells it; when that is one, for who sees it."""
    rows = opened(told)
    found = rows.of(publication).judged(code, day)
    if found is None or found.regions >= FEWEST:
        return found
    return rows.seen_by(access).of(publication).judged(code, day)


def together(counts: Iterable[Count]) -> Amount | None:
    found = list(counts)
    if not found:
        return None
    numerator, denominator = sum(one.numerator for one in found), sum(one.denominator for one in found)
    return Amount(numerator, denominator, sum(one.regions for one in found))
