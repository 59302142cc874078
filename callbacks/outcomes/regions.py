"""Of which regions the figures of the country are the sum: each with the way to its own page."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html

from callbacks.outcomes.here import Here
from callbacks.outcomes.returned import sums
from callbacks.parts.destinations import placed
from callbacks.parts.frame import source
from callbacks.parts.gaps import sign_of
from callbacks.parts.tiles import UNKNOWN
from dashboard import printed
from dashboard.address import region_path
from dashboard.components import gap
from dashboard.components.data_table import Cell, Column, TableData, table
from dashboard.components.html_card import HtmlCard
from dashboard.i18n import _
from dashboard.pages.outcomes import PATH
from queries.outcomes import STILL_WELL, WHOLE
from queries.reader import NATIONAL_CODE
from queries.region_standing import RegionStanding

COLUMNS = ("ended", "placed", "unknown", "relapsed", "began", "followed", "still_well", "assessed", "in_order")
Counts = tuple[int | None, ...]


def card(here: Here) -> HtmlCard:
    data = _table(here)
    body = html.Div(table(data, caption_shown=False), className="table-scroll region-parts", tabIndex=0, role="group")
    adds_up = _adds_up(here)
    return HtmlCard(
        title=_title(here, adds_up=adds_up),
        subtitle=_("outcomes.regions.subtitle", date=here.look.reference_day()),
        link=here.to_all,
        body=[body, *([gap.legend(gaps)] if (gaps := _gaps(here)) else [])],
        source=source(here.look, _("outcomes.regions.source")),
        sentence=_title(here, adds_up=adds_up),
        empty=None if counts_of(here, NATIONAL_CODE)[0] is not None else here.none,
    )


def counts_of(here: Here, place: str) -> Counts:
    """In the order of the columns; None where nothing was delivered."""
    ended = here.exits(place)
    first: Counts = (sum(ended.values()), placed(here.look, ended), ended.get(UNKNOWN, 0)) if ended else (None,) * 3
    moves = here.returns(place)
    second: Counts = sums(moves) if moves else (None, None)
    return (*first, *second, *_of_quarter(here, place))


def _of_quarter(here: Here, place: str) -> Counts:
    """Told once a quarter; of every place on the date that the country has."""
    country, found = here.newest(STILL_WELL, NATIONAL_CODE), here.assessed(place)
    count = here.on(STILL_WELL, country.reference_date, place) if country else None
    followed: Counts = (count.denominator, count.numerator) if count else (None, None)
    return (*followed, *((found.assessed(WHOLE), found.in_order(WHOLE)) if found else (None, None)))


def _adds_up(here: Here) -> bool:
    """As long as every region may be seen."""
    parts = [counts_of(here, one.region.code) for one in here.look.standings.regions]
    sums_of = [sum(count or 0 for count in column) for column in zip(*parts, strict=True)]
    return sums_of == [count or 0 for count in counts_of(here, NATIONAL_CODE)]


def _title(here: Here, *, adds_up: bool) -> str:
    there = sum(bool(here.exits(one.region.code)) for one in here.regions)
    if not adds_up:
        names = here.name if here.standing else _("closed.own", n=len(here.listed))
        return _("outcomes.regions.title_own", names=names, country=here.country_name)
    key = "outcomes.regions.title_part" if here.is_part else "outcomes.regions.title"
    return _(key, n=there, name=here.country_name)


def _gaps(here: Here) -> tuple[str, ...]:
    found = [_sign(one) for one in here.listed if None in counts_of(here, one.region.code)]
    return tuple(dict.fromkeys(found))


def _sign(standing: RegionStanding) -> str:
    return sign_of(standing.gap or "niet_aangeleverd")


def _table(here: Here) -> TableData:
    columns = (
        Column(_("outcomes.regions.column.region")),
        *(Column(_(f"outcomes.regions.column.{key}"), numeric=True) for key in COLUMNS),
    )
    country = _numbers(counts_of(here, NATIONAL_CODE), gap.SIGNS["niet_aangeleverd"], strong=True)
    name = Cell(here.country_name, href=here.look.href(PATH), strong=True)
    rows = [_row(here, one) for one in here.listed]
    return TableData(_("outcomes.regions.caption"), columns, ((name, *country), *rows))


def _row(here: Here, standing: RegionStanding) -> tuple[Cell | str, ...]:
    region = standing.region
    own = region.code == here.region_code
    name = Cell(region.name, href=here.look.href(region_path(region.code, PATH)) if standing.seen else "", strong=own)
    return (name, *_numbers(counts_of(here, region.code), gap.SIGNS[_sign(standing)], strong=own))


def _numbers(counts: Counts, sign: str, *, strong: bool) -> Sequence[Cell]:
    return [Cell(sign if count is None else printed.count(count), strong=strong) for count in counts]
