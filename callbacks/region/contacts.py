"""First contacts month by month, with the limits of chance; the country beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from callbacks.parts import widths
from callbacks.parts.events import started
from callbacks.parts.flow import FIRST_CONTACT
from callbacks.parts.frame import own_source
from callbacks.parts.gaps import no_figures
from callbacks.parts.look import Look
from dashboard import printed
from dashboard.address import href
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.figure_card import Card
from dashboard.figures.xmr import Event, Limits, Point, limits, xmr
from dashboard.i18n import _, month, number
from dashboard.sentences.region import Signal
from dashboard.traced import history_path
from queries.experiments import Experiment
from queries.history import MOVEMENT
from queries.reader import NATIONAL_CODE
from queries.region_standing import RegionStanding
from queries.trajectories import Movement
from warehouse.schema.calendar import months_before
from warehouse.schema.rounding import ROUNDED_TO

OFF = ROUNDED_TO["phase_flow"] - 1


def series(movements: Sequence[Movement], place: str, until: date) -> list[Point]:
    """Months in a row up to the reference date; a month that was not delivered is a gap."""
    ours = [one for one in movements if _is_first_contact(one) and one.region_code == place]
    found = {one.period: one.youths for one in ours if one.period < until}
    if not found:
        return []
    months, last = [min(found)], max(found)
    while months[-1] < last:
        months.append(months_before(months[-1], -1))
    return [Point(period, found.get(period)) for period in months]


def _is_first_contact(one: Movement) -> bool:
    return (one.from_code, one.to_code) == FIRST_CONTACT


def _is_of_country(one: Movement) -> bool:
    return _is_first_contact(one) and one.region_code == NATIONAL_CODE


def signal_of(look: Look, points: Sequence[Point]) -> Signal | None:
    """A month outside the limits, when it is one of the last three."""
    bounds = _limits(points)
    if bounds is None or not bounds.signals:
        return None
    point = points[bounds.signals[-1]]
    if point.value is None or point.on < months_before(look.moment.reference_date, 3):
        return None
    return Signal(point.on, above=point.value > bounds.mean)


def _limits(points: Sequence[Point]) -> Limits | None:
    """None as well when most months are ten or less: in tens these say more of the rounding than of the region."""
    known = [point.value for point in points if point.value is not None]
    small = [value for value in known if value <= printed.SMALL_COUNT]
    return None if 2 * len(small) > len(known) else limits([point.value for point in points], off=OFF)


def card(
    look: Look, standing: RegionStanding, movements: Sequence[Movement], experiments: Sequence[Experiment]
) -> Card:
    points = series(movements, standing.region.code, look.moment.reference_date)
    country = [one for one in movements if _is_of_country(one) and one.period < look.moment.reference_date]
    bounds, events = _limits(points), started(look, experiments)
    return Card(
        title=_title(look, points),
        subtitle=_subtitle(standing, points),
        figure=xmr(points, bounds, events, width=widths.WHOLE),
        chart_name=_("region.contacts.name"),
        sentence=_sentence(standing, points, bounds),
        table=_table(look, standing, points, country),
        source=own_source(look, standing),
        note=_note(country, events) if points else "",
        empty=None if points else no_figures(standing),
    )


def _title(look: Look, points: Sequence[Point]) -> str:
    signal = signal_of(look, points)
    if not points:
        return _("region.contacts.title_none")
    if signal is None:
        return _("region.contacts.title_calm" if _limits(points) else "region.contacts.title_short")
    return _(
        "region.contacts.title_above" if signal.above else "region.contacts.title_below", month=month(signal.month)
    )


def _subtitle(standing: RegionStanding, points: Sequence[Point]) -> str:
    if not points:
        return ""
    first, last = month(points[0].on), month(points[-1].on)
    return _("region.contacts.subtitle", name=standing.region.name, first=first, last=last)


def _sentence(standing: RegionStanding, points: Sequence[Point], bounds: Limits | None) -> str:
    known = [point for point in points if point.value is not None]
    if not known:
        return _("region.contacts.none")
    last = printed.count(int(known[-1].value or 0))
    name = standing.region.name
    if bounds is None:
        return _("region.contacts.sentence_short", name=name, last=last, month=month(known[-1].on))
    upper, mean = number(round(bounds.upper)), number(round(bounds.mean))
    return _("region.contacts.sentence", name=name, last=last, month=month(known[-1].on), mean=mean, upper=upper)


def _note(country: Sequence[Movement], events: Sequence[Event]) -> str:
    """The country in words: regions joined over time, so its line would rise by that alone."""
    parts = [_together(country[-1])] if country else []
    return " ".join([*parts, _("region.contacts.coincide")] if events else parts)


def _together(last: Movement) -> str:
    count, when = number(last.youths), month(last.period)
    return _("region.contacts.national", count=count, n=last.regions, month=when)


def _table(look: Look, standing: RegionStanding, points: Sequence[Point], country: Sequence[Movement]) -> TableData:
    columns = (
        Column(_("region.contacts.column.month")),
        Column(_("region.contacts.column.own"), numeric=True),
        Column(_("region.contacts.column.national"), numeric=True),
    )
    beside = {one.period: float(one.youths) for one in country}
    rows = tuple(
        (
            Cell(month(point.on), href=_history(look, standing, point.on)),
            _number(point.value),
            _number(beside.get(point.on)),
        )
        for point in points
    )
    return TableData(_("region.contacts.caption"), columns, rows)


def _history(look: Look, standing: RegionStanding, period: date) -> str:
    """What moved in a month is told for the reference date that ends it."""
    path = history_path(standing.region.code, MOVEMENT, *FIRST_CONTACT)
    return href(path, look.filters.but(reference_date=months_before(period, -1)))


def _number(value: float | None) -> str:
    return "×" if value is None else printed.count(int(value))
