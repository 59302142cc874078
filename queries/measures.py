"""The engine under all tiles: what an indicator is of a place and a date, and with what it is compared; or why not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from queries.indicators import Count, ElsewhereValue
from queries.judged import DELIVERED, JUDGED, Amount, Day, Told
from queries.reader import NATIONAL_CODE, Publication
from queries.reference import Kind, Rules
from queries.sealed import Sealed
from queries.standing import Standings
from warehouse.schema.calendar import MONTHS_IN_QUARTER, months_before, quarter_of

ELSEWHERE, QUARTERLY = "indicator_value", "kwartaal"
SHARE, DAYS, NUMBER, MEAN = "%", "days", "n", "count"
# The signs of a figure that is not there.
NOT_DELIVERED, TOO_FEW, NOT_APPLICABLE, MISSING = "niet_aangeleverd", "te_weinig", "niet_van_toepassing", "ontbreekt"


@dataclass(frozen=True)
class Compared:
    """What it was on the day or in the period `since`, and what it is now, of the same regions."""

    was: Amount
    now: Amount
    since: date | str


@dataclass(frozen=True)
class Measure:
    """One indicator of one place; `region_code` is None for the country.

    `on` is the day or the period of `now`. `gap` is the sign of what is not there; `breaks` says that what came before
    was counted under another definition, so that nothing can be compared. `expected` is how many regions take part.
    """

    code: str
    region_code: str | None
    kind: Kind
    on: date | str
    now: Amount | None
    compared: Compared | None
    gap: str | None
    expected: int
    breaks: bool = False
    version: int | None = None

    @classmethod
    def judged(
        cls,
        code: str,
        region_code: str | None,
        kind: Kind,
        on: date,
        now: Amount | None,
        compared: Compared | None = None,
        expected: int = 1,
    ) -> Measure:
        gap = NOT_DELIVERED if now is None else None if now.denominator else NOT_APPLICABLE
        return cls(code, region_code, kind, on, now, compared, gap, expected)

    @property
    def value(self) -> float | None:
        """In the unit of the indicator; None when there is a gap."""
        return self.value_of(self.now) if self.now and not self.gap else None

    def value_of(self, amount: Amount) -> float | None:
        if self.kind.unit in (DAYS, NUMBER):
            return amount.numerator
        ratio = amount.ratio
        return 100 * ratio if ratio is not None and self.kind.unit == SHARE else ratio

    @property
    def counts_youths(self) -> bool:
        return self.code not in JUDGED and self.kind.fact != ELSEWHERE

    @property
    def difference(self) -> float | None:
        """In the unit of the indicator, of the regions that are in both."""
        if self.compared is None or self.value is None:
            return None
        was, now = (self.value_of(one) for one in (self.compared.was, self.compared.now))
        return None if was is None or now is None else now - was


@dataclass(frozen=True)
class Engine:
    """All that measures are made of; `told` are the rows of this publication and of the one before it.

    `everyone` are those that the country is the sum of, when these are more than may be seen.
    """

    standings: Standings
    rules: Rules
    kinds: Mapping[str, Kind]
    told: Told
    publication: Publication
    previous: Publication | None
    elsewhere: Sequence[ElsewhereValue] = field(default=())
    everyone: Sealed[Told] | None = None

    def measure(self, code: str, region_code: str | None = None) -> Measure:
        if code in JUDGED:
            return self._judged(code, region_code)
        if self.kinds[code].fact == ELSEWHERE:
            return self._from_elsewhere(code, region_code)
        return self._counted(code, region_code)

    def narrow_pilots(self, fewest: float) -> int:
        """In how many of the country fewer groups take part."""
        told = self.everyone.for_sums if self.everyone else self.told
        kinds = told.of(self.publication).partner_kinds(self.standings.moment.today)
        return sum(len(found) < fewest for found in kinds.values())

    def _counted(self, code: str, region_code: str | None) -> Measure:
        """Of what is published by quarter, the newest quarter is compared with the one before it."""
        moment, kind = self.standings.moment, self.kinds[code]
        is_quarterly = kind.rhythm == QUARTERLY
        day = quarter_of(moment.reference_date) if is_quarterly else moment.reference_date
        was = months_before(day, MONTHS_IN_QUARTER if is_quarterly else 1)
        now = self._sum(code, day, region_code)
        compared = self._pair(code, was, day, region_code)
        gap = self._counted_gap(kind, now, region_code)
        return Measure(code, region_code, kind, day, now, compared, gap, self._expected(region_code))

    def _sum(self, code: str, day: date, region_code: str | None) -> Amount | None:
        if region_code:
            return Amount.of(self._counts(code, day, region_code))
        if self._is_whole:
            found = self.standings.country.get((code, day))
            return Amount.of([found] if found else [])
        return self.standings.together.amount(code, day)

    @property
    def _is_whole(self) -> bool:
        """No pilot line was chosen, so that the published sum of all regions holds."""
        return len(self.standings.regions) == len(self.standings.every)

    def _counts(self, code: str, day: date, region_code: str) -> list[Count]:
        found = (one.counts.get((code, day)) for one in self.standings.every if region_code == one.region.code)
        return [one for one in found if one is not None]

    def _pair(self, code: str, was: date, day: date, region_code: str | None) -> Compared | None:
        if region_code is None:
            pair = self.standings.together.pair(code, was, day)
            return Compared(*pair, was) if pair else None
        before, now = (Amount.of(self._counts(code, one, region_code)) for one in (was, day))
        return Compared(before, now, was) if before and now else None

    def _counted_gap(self, kind: Kind, now: Amount | None, region_code: str | None) -> str | None:
        if now is None:
            standing = self.standings.of(region_code) if region_code else None
            return (standing.gap if standing else None) or NOT_DELIVERED
        return TOO_FEW if kind.unit == SHARE and now.denominator < self.rules.percentage_from else None

    def _judged(self, code: str, region_code: str | None) -> Measure:
        moment, kind = self.standings.moment, self.kinds[code]
        day = Day(moment.today, moment.reference_date)
        now = self._of(self.publication, code, region_code, day)
        compared = self._before(code, region_code, now) if now else None
        on = moment.reference_date if code == DELIVERED else moment.today
        return Measure.judged(code, region_code, kind, on, now, compared, self._expected(region_code))

    def _before(self, code: str, region_code: str | None, now: Amount) -> Compared | None:
        """At the publication before this one; deliveries are compared with those of the date before."""
        moment, publication = self.standings.moment, self.previous
        today, since = moment.today, moment.previous_date
        if code == DELIVERED:
            publication = self.publication
        elif publication:
            today = since = publication.published_on
        if publication is None or since is None:
            return None
        was = self._of(publication, code, region_code, Day(today, since))
        return Compared(was, now, since) if was else None

    def _of(self, publication: Publication, code: str, region_code: str | None, day: Day) -> Amount | None:
        if region_code is None and self.everyone is not None:
            return self.standings.together.judged_of(self.everyone, code, publication, day)
        return self.told.of(publication, region_code).judged(code, day)

    def _from_elsewhere(self, code: str, region_code: str | None) -> Measure:
        kind, place = self.kinds[code], region_code or NATIONAL_CODE
        found = [one for one in self.elsewhere if (one.indicator_code, one.region_code) == (code, place)]
        if not found:
            on = self.standings.moment.reference_date
            return Measure(code, region_code, kind, on, None, None, MISSING, self._expected(region_code))
        newest, *earlier = found
        now, same = _of_source(newest), [one for one in earlier if one.version == newest.version]
        compared = Compared(_of_source(same[0]), now, same[0].period) if same else None
        breaks = bool(earlier) and earlier[0].version != newest.version
        return Measure(
            code, region_code, kind, newest.period, now, compared, None, 1, breaks=breaks, version=newest.version
        )

    def _expected(self, region_code: str | None) -> int:
        return 1 if region_code else len(self.standings.taking_part)


def _of_source(value: ElsewhereValue) -> Amount:
    return Amount(value.numerator, value.denominator, 1, value.is_provisional)
