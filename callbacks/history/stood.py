"""A count of young people as it stood in one publication, and how it is printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dashboard import printed
from dashboard.i18n import _
from queries.history import Amount, Step
from queries.provenance import Source
from queries.reader import Publication

Value = tuple[int, int | None]


@dataclass(frozen=True)
class Stood:
    """`parts` are the values of its regions; `source` is the delivery that told it, when it is of one region.

    `told` are the deliveries that told the parts, as far as they were asked for.
    """

    parts: Mapping[str, Value]
    source: Source | None
    told: Mapping[str, Source] = field(compare=False)

    @property
    def value(self) -> Value:
        wholes = [whole for _count, whole in self.parts.values() if whole is not None]
        return sum(count for count, _whole in self.parts.values()), sum(wholes) if wholes else None


def stood(
    found: Sequence[Amount], told_by: Sequence[Source], region_code: str | None, publication: Publication
) -> Stood | None:
    """None when no region had a value."""
    rows = [one for one in found if publication.holds(one)]
    told = {
        code: source for code in {one.region_code for one in told_by} if (source := _of(told_by, code, publication))
    }
    values = {one.region_code: (one.numerator, one.denominator) for one in rows}
    return Stood(values, told.get(region_code or ""), told) if rows else None


def _of(told_by: Sequence[Source], region_code: str, publication: Publication) -> Source | None:
    return Source.newest((one for one in told_by if one.region_code == region_code), publication)


def changed_parts(step: Step[Stood]) -> list[str]:
    """The regions that came, went or told another value, in the order of their codes."""
    was, now = (one.parts if one else {} for one in (step.was, step.now))
    return sorted(code for code in {*was, *now} if was.get(code) != now.get(code))


def amount(value: Value | None) -> str:
    """745 van 1.105, or 745; empty when there is none."""
    if value is None:
        return ""
    count, whole = value
    return (
        printed.count(count)
        if whole is None
        else _("history.entry.of", value=printed.count(count), whole=printed.count(whole))
    )


def moved(step: Step[Stood]) -> str:
    """Van 765 naar 745; with what they are part of when that alone changed."""
    was, now = (one.value if one else None for one in (step.was, step.now))
    if was is None or now is None:
        return _("history.moved.gone", was=amount(was)) if was else _("history.moved.again", now=amount(now))
    if was[0] == now[0]:
        return _("history.moved.amount", was=amount(was), now=amount(now))
    return _("history.moved.amount", was=printed.count(was[0]), now=printed.count(now[0]))
