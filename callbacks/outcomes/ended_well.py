"""Who ended well, reference date by reference date, with what chance explains and what happened meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import sqrt

from callbacks.outcomes.here import Here, percent
from callbacks.parts import widths
from callbacks.parts.events import happened, started
from dashboard import printed
from dashboard.address import href
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.figure_card import Card
from dashboard.figures.xmr import Event, Limits, Point, limits, xmr
from dashboard.i18n import _, day
from dashboard.traced import history_path
from queries.history import INDICATOR
from queries.indicators import Count
from queries.outcomes import ENDED_WELL
from queries.reader import NATIONAL_CODE
from warehouse.schema.calendar import months_before

MONTHS_TOGETHER = 12
HEIGHT, LOW = 300, 160
COLUMNS = ("day", "well", "ended", "share")


def card(here: Here) -> Card:
    counts = here.series(ENDED_WELL)
    points = _points(counts)
    bounds, events = _limits(points, _off(here, counts)), _events(here)
    known = [point for point in points if point.value is not None]
    return Card(
        title=_title(here, points, bounds),
        subtitle=_("outcomes.well.subtitle", name=here.name) if points else "",
        figure=xmr(points, bounds, events, width=widths.WHOLE, height=HEIGHT if known else LOW, percent=True),
        chart_name=_("outcomes.well.name"),
        sentence=_sentence(here, counts, bounds),
        table=_table(here, counts),
        source=here.source(_("outcomes.well.source")),
        note=_note(here, counts, events, bounds) if known else "",
        empty=None if known else here.too_few(bool(counts)),
    )


def share(count: Count) -> float | None:
    return printed.share_of(count.numerator, count.denominator)


def _points(counts: Sequence[Count]) -> list[Point]:
    """Reference dates in a row; one without a figure, or with too few young people, is a gap."""
    if not counts:
        return []
    found = {one.reference_date: share(one) for one in counts}
    days = [counts[0].reference_date]
    while days[-1] < counts[-1].reference_date:
        days.append(months_before(days[-1], -1))
    return [Point(on, found.get(on)) for on in days]


def _off(here: Here, counts: Sequence[Count]) -> float:
    """How far rounding may move a share: twice its deviation, of as many rounded parts as were added up."""
    if not counts:
        return 0.0
    how, regions = here.look.reference.counted[ENDED_WELL], max(one.regions for one in counts)
    deviation = how.base * sqrt(how.parts * regions / 6)
    return 100 * 2 * deviation / max(min(one.denominator for one in counts), printed.SMALLEST_GROUP)


def _limits(points: Sequence[Point], off: float) -> Limits | None:
    """None as well when these reach none or all: then every share is within them."""
    found = limits([point.value for point in points], off=off, window=MONTHS_TOGETHER)
    return found if found and found.lower > 0.0 and found.upper < 100.0 else None


def _events(here: Here) -> list[Event]:
    own = [one for one in here.look.experiments if one.region_code == here.region_code]
    return [*happened(here.look), *started(here.look, own)]


def _title(here: Here, points: Sequence[Point], bounds: Limits | None) -> str:
    known = [point for point in points if point.value is not None]
    if not known:
        return _("outcomes.well.title_few" if points else "outcomes.well.title_none")
    if known[-1].on < here.day:
        return _("outcomes.well.title_old", share=printed.percentage(known[-1].value), date=day(known[-1].on))
    if bounds is None:
        return _("outcomes.well.title_short", share=printed.percentage(known[-1].value))
    return _(f"outcomes.well.title_{_direction(points, bounds)}", share=printed.percentage(known[-1].value))


def _direction(points: Sequence[Point], bounds: Limits) -> str:
    """Of the newest point."""
    if len(points) - 1 not in bounds.signals:
        return "calm"
    return "above" if (points[-1].value or 0.0) > bounds.mean else "below"


def _sentence(here: Here, counts: Sequence[Count], bounds: Limits | None) -> str:
    newest = counts[-1] if counts else None
    if newest is None:
        return _("outcomes.well.title_none")
    told = {"name": here.name, "date": day(newest.reference_date)}
    numbers = {"count": printed.count(newest.numerator), "ended": printed.count(newest.denominator)}
    found = printed.percentage(share(newest))
    if found is None:
        return _("outcomes.well.sentence_few", **told, **numbers)
    text = _("outcomes.well.sentence", share=found, **told, **numbers)
    return f"{text} {_bounds(bounds)}" if bounds else text


def _bounds(bounds: Limits) -> str:
    lower, upper = percent(bounds.lower), percent(bounds.upper)
    return _("outcomes.well.bounds", mean=percent(bounds.mean), lower=lower, upper=upper)


def _note(here: Here, counts: Sequence[Count], events: Sequence[Event], bounds: Limits | None) -> str:
    parts = [_("outcomes.well.overlap_limits" if bounds else "outcomes.well.overlap")]
    if not here.standing and counts[0].regions != counts[-1].regions:
        parts.append(_("outcomes.well.regions", was=counts[0].regions, now=counts[-1].regions))
    if here.standing and (country := here.newest(ENDED_WELL, NATIONAL_CODE)):
        parts.append(_("outcomes.well.national", share=printed.percentage(share(country))))
    return " ".join([*parts, _("outcomes.well.coincide")] if events else parts)


def _table(here: Here, counts: Sequence[Count]) -> TableData:
    columns = [Column(_(f"outcomes.well.column.{key}"), numeric=key != "day") for key in COLUMNS]
    last = Column(_("outcomes.well.column.national" if here.standing else "outcomes.well.column.regions"), numeric=True)
    rows = tuple(_row(here, one) for one in reversed(counts))
    return TableData(_("outcomes.well.caption"), (*columns, last), rows)


def _row(here: Here, one: Count) -> tuple[Cell | str, ...]:
    numbers = (printed.count(one.numerator), printed.count(one.denominator), printed.percentage(share(one)) or "*")
    when = Cell(day(one.reference_date), href=_history(here, one.reference_date))
    return (when, *numbers, _beside(here, one) if here.standing else str(one.regions))


def _beside(here: Here, one: Count) -> str:
    country = here.on(ENDED_WELL, one.reference_date, NATIONAL_CODE)
    return (printed.percentage(share(country)) if country else None) or "*"


def _history(here: Here, on: date) -> str:
    path = history_path(here.region_code, INDICATOR, ENDED_WELL)
    return href(path, here.look.filters.but(reference_date=on))
