"""The card that shows where young people stand, and how they moved in three months."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from callbacks.parts.look import Look
from dashboard import printed
from dashboard.address import region_path
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.figure_card import Card
from dashboard.components.text import Link
from dashboard.figures import flow as figures
from dashboard.i18n import _, day_month, month, signed
from dashboard.pages.trajectories import PATH
from dashboard.traced import history_path
from queries.flow import Stocks
from queries.history import PHASE
from warehouse.schema.calendar import months_before

MONTHS = 3
FIRST_CONTACT = ("F1", "F2")
IN_TRAJECTORY, LASTING_EXIT, DROP_OUT = "F4", "F5", "F6"


def periods(reference_date: date) -> list[date]:
    """The months whose movements lead up to the reference date."""
    return [months_before(reference_date, back) for back in range(MONTHS, 0, -1)]


def stock_dates(reference_date: date) -> tuple[date, date]:
    return reference_date, months_before(reference_date, MONTHS)


def flow_card(
    look: Look,
    stocks: Stocks,
    moves: Mapping[tuple[str, str], int],
    *,
    region_code: str | None = None,
    width: int,
    source: str,
    empty: Empty,
) -> Card:
    """Of a region, or of the country. `width` in pixels is that of the card on a desk; `empty` stands in place of the
    chart when there is none."""
    shown = _stocks(look, stocks) if stocks.now else []
    found = [figures.Movement(start, end, youths) for (start, end), youths in moves.items() if youths]
    return Card(
        title=_title(stocks, moves) if shown else _("flow.title_empty"),
        subtitle=_subtitle(look),
        figure=figures.flow(shown, found, width=width),
        chart_name=_("flow.name"),
        sentence=_sentence(look, stocks),
        table=_table(look, stocks, moves, region_code),
        source=source,
        link=Link(_("flow.link"), look.href(region_path(region_code, PATH) if region_code else PATH)),
        empty=None if shown else empty,
    )


def _subtitle(look: Look) -> str:
    now, before = stock_dates(look.moment.reference_date)
    return _("flow.subtitle", date=day_month(now), before=day_month(before), months=_months(now))


def _months(reference_date: date) -> str:
    first, *_between, last = periods(reference_date)
    return f"{month(first)} – {month(last)}"


def _title(stocks: Stocks, moves: Mapping[tuple[str, str], int]) -> str:
    lasting = moves.get((IN_TRAJECTORY, LASTING_EXIT), 0)
    return _("flow.title", there=printed.count(stocks.now.get(IN_TRAJECTORY, 0)), lasting=printed.count(lasting))


def _stocks(look: Look, stocks: Stocks) -> list[figures.Stock]:
    return [
        figures.Stock(
            code, look.label("phase", code), stocks.now.get(code), _change(stocks, code), _share(stocks, code)
        )
        for code in look.reference.lists["phase"]
    ]


def _change(stocks: Stocks, code: str) -> int | None:
    if stocks.before is None or code not in stocks.before:
        return None
    return stocks.now.get(code, 0) - stocks.before[code]


def _share(stocks: Stocks, code: str) -> str | None:
    """The share of a region beside that of the country; the country has no share to stand beside."""
    if stocks.national is None:
        return None
    own = printed.percentage(printed.share_of(stocks.now.get(code, 0), sum(stocks.now.values())))
    country = printed.percentage(printed.share_of(stocks.national.get(code, 0), sum(stocks.national.values())))
    return _("flow.share", own=own or "*", country=country or "*")


def _sentence(look: Look, stocks: Stocks) -> str:
    if not stocks.now:
        return _("flow.title_empty")
    listed = [f"{look.label('phase', code)}: {printed.count(youths)}" for code, youths in sorted(stocks.now.items())]
    return _("flow.sentence", date=look.reference_day(), listed=", ".join(listed))


def _table(look: Look, stocks: Stocks, moves: Mapping[tuple[str, str], int], region_code: str | None) -> TableData:
    columns = (
        Column(_("flow.column.phase")),
        *(Column(_(f"flow.column.{key}"), numeric=True) for key in ("before", "in", "out", "now", "change")),
    )
    phases = look.reference.lists["phase"] if stocks.now else ()
    rows = tuple(_row(_named(look, code, region_code), stocks, moves, code) for code in phases)
    return TableData(_("flow.caption"), columns, rows)


def _named(look: Look, code: str, region_code: str | None) -> Cell:
    """With the way to its history."""
    return Cell(look.label("phase", code), href=look.href(history_path(region_code, PHASE, code)))


def _row(name: Cell, stocks: Stocks, moves: Mapping[tuple[str, str], int], code: str) -> tuple[Cell | str, ...]:
    change = _change(stocks, code)
    before = "–" if stocks.before is None else printed.count(stocks.before.get(code, 0))
    came = sum(youths for (_start, end), youths in moves.items() if end == code)
    went = sum(youths for (start, _end), youths in moves.items() if start == code)
    now = printed.count(stocks.now.get(code, 0))
    difference = "–" if change is None else signed(change)
    return (name, before, printed.count(came), printed.count(went), now, difference)
