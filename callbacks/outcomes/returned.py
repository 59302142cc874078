"""Who came back: relapses after a lasting exit, and new beginnings, in twelve months."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from callbacks.outcomes.here import Here, beside
from callbacks.parts import widths
from callbacks.parts.flow import DROP_OUT, LASTING_EXIT
from dashboard import printed
from dashboard.address import href
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.figure_card import Card
from dashboard.figures import theme
from dashboard.figures.destinations import Destination, destinations
from dashboard.figures.returned import Month, returned
from dashboard.i18n import _, month
from dashboard.traced import history_path
from queries.history import MOVEMENT
from queries.outcomes import AGAIN, RELAPSED
from queries.trajectories import Movement
from warehouse.schema.calendar import months_before

MONTHS = 12
RELAPSE = (LASTING_EXIT, DROP_OUT)
PAIRS = (RELAPSE, *((DROP_OUT, phase) for phase in AGAIN))


def periods(day: date) -> list[date]:
    """The months before a reference date, the oldest first."""
    return [months_before(day, back) for back in range(MONTHS, 0, -1)]


def card(here: Here) -> Card:
    found = here.returns(here.code)
    relapsed, began = sums(found)
    shown = bool(relapsed or began)
    by_month = _is_by_month(found)
    return Card(
        title=_title(found, relapsed, began),
        subtitle=_subtitle(here, by_month=by_month) if found else "",
        figure=_figure(here, found, by_month=by_month),
        chart_name=_("outcomes.returned.name"),
        sentence=_title(found, relapsed, began) + ".",
        table=_table(here, found),
        source=here.source(_("outcomes.returned.source"), max((one.regions for one in found), default=None)),
        note=_note(here) if shown else "",
        empty=None if shown else _none(here, found),
    )


def sums(found: Sequence[Movement]) -> tuple[int, int]:
    """Who relapsed, and who began again."""
    relapsed = sum(one.youths for one in found if _pair(one) == RELAPSE)
    return relapsed, sum(one.youths for one in found) - relapsed


def _pair(one: Movement) -> tuple[str, str]:
    return one.from_code, one.to_code


def _is_by_month(found: Sequence[Movement]) -> bool:
    """Not when most months are ten or less: in tens these say more of the rounding than of the place."""
    known = [max(one.relapsed or 0, one.began or 0) for one in _months(found)]
    return sum(count > printed.SMALL_COUNT for count in known) * 2 > len(known)


def _months(found: Sequence[Movement]) -> list[Month]:
    every = sorted({one.period for one in found})
    rows = [[one for one in found if one.period == on] for on in every]
    return [Month(on, *sums(row)) for on, row in zip(every, rows, strict=True)]


def _figure(here: Here, found: Sequence[Movement], *, by_month: bool) -> theme.Figure:
    if by_month:
        known = {one.period: one for one in _months(found)}
        return returned([known.get(on) or Month(on, None, None) for on in periods(here.day)], width=widths.WHOLE)
    return destinations([_bar(here, found, pair) for pair in PAIRS if _count(found, pair)], width=widths.WHOLE)


def _count(found: Sequence[Movement], pair: tuple[str, str]) -> int:
    return sum(one.youths for one in found if _pair(one) == pair)


def _bar(here: Here, found: Sequence[Movement], pair: tuple[str, str]) -> Destination:
    return Destination("-".join(pair), _named(here, pair), _count(found, pair), placed=pair != RELAPSE)


def _named(here: Here, pair: tuple[str, str]) -> str:
    if pair == RELAPSE:
        return _("figures.returned.relapsed").capitalize()
    return _("outcomes.returned.again", phase=here.look.label("phase", pair[1]).lower())


def _title(found: Sequence[Movement], relapsed: int, began: int) -> str:
    if not found:
        return _("outcomes.returned.title_none")
    if not relapsed and not began:
        return _("outcomes.returned.title_nobody")
    return _("outcomes.returned.title", relapsed=printed.youths(relapsed), began=printed.count(began))


def _subtitle(here: Here, *, by_month: bool) -> str:
    first, *_between, last = periods(here.day)
    key = "outcomes.returned.subtitle_months" if by_month else "outcomes.returned.subtitle"
    return _(key, first=month(first), last=month(last))


def _none(here: Here, found: Sequence[Movement]) -> Empty:
    if not found:
        return here.none
    return Empty(_("outcomes.returned.title_nobody"), _("outcomes.returned.nobody_reason"), hatch="doet_niet_mee")


def _note(here: Here) -> str:
    """The indicator counts who left in a year, and these flows count movements: neither is a share of the other."""
    count = here.newest(RELAPSED)
    part = printed.share_of(count.numerator, count.denominator) if count else None
    if part is None:
        return _("outcomes.returned.note_unknown")
    return _("outcomes.returned.note", share=printed.percentage(part), beside=beside(here, RELAPSED))


def _table(here: Here, found: Sequence[Movement]) -> TableData:
    columns = (
        Column(_("outcomes.returned.month")),
        *(Column(_named(here, pair), numeric=True) for pair in PAIRS),
        Column(_("outcomes.returned.began"), numeric=True),
    )
    rows = [_row(here, found, on) for on in reversed(periods(here.day))] if found else []
    together = [_sum_row(found)] if found else []
    return TableData(_("outcomes.returned.caption"), columns, (*rows, *together))


def _row(here: Here, found: Sequence[Movement], on: date) -> tuple[Cell | str, ...]:
    own = [one for one in found if one.period == on]
    path = history_path(here.region_code, MOVEMENT, *RELAPSE)
    name = Cell(month(on), href=href(path, here.look.filters.but(reference_date=months_before(on, -1))))
    if not own:
        return (name, *("×" for _pair in PAIRS), "×")
    return (name, *(printed.count(_count(own, pair)) for pair in PAIRS), printed.count(sums(own)[1]))


def _sum_row(found: Sequence[Movement]) -> tuple[Cell | str, ...]:
    counts = [*(_count(found, pair) for pair in PAIRS), sums(found)[1]]
    return (Cell(_("destinations.sum"), strong=True), *(Cell(printed.count(count), strong=True) for count in counts))
