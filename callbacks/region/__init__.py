"""The page of one region: the same blocks in the same order for every region, taking part or not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import dash

from callbacks.parts import destinations, flow, frame, sturdy, widths
from callbacks.parts.gaps import no_figures
from callbacks.parts.look import Look, look
from callbacks.parts.page import OpenReader, Page, UnknownPlaceError
from callbacks.region import attention, changes, contacts, experiments, stations, summary
from dashboard.address import Filters, href, place_and_subject, region_path
from dashboard.components.figure_card import Card
from dashboard.components.text import Link
from dashboard.i18n import _
from dashboard.ids import Region as Ids
from dashboard.pages import region as page
from dashboard.pages.outcomes import PATH as OUTCOMES
from queries.flow import Stocks
from queries.outcomes import exits
from queries.reader import NATIONAL_CODE, Reader
from queries.region_standing import RegionStanding
from queries.trajectories import Movement, movements, phases


def show(reader: Reader, filters: Filters, path: str) -> page.View:
    code, subject = place_and_subject(path)
    seen = look(reader, filters)
    standing = seen.standings.of(code) if code and subject == "/" else None
    if standing is None:
        raise UnknownPlaceError(path)
    places = [standing.region.code, NATIONAL_CODE]
    day = seen.moment.reference_date
    moves = movements(reader, places, flow.periods(day), flow.FIRST_CONTACT)
    own = [one for one in seen.experiments if one.region_code == standing.region.code]
    stocks, ended = phases(reader, places, flow.stock_dates(day)), exits(reader, places, day)
    signal = contacts.signal_of(seen, contacts.series(moves, standing.region.code, day))
    return page.View(
        address=href(path, seen.filters),
        frame=frame.around(seen, path, standing.region.name),
        reading=summary.reading_line(seen, standing, signal),
        tiles=summary.tiles(seen, standing, ended[standing.region.code]),
        flow=sturdy.figure_card(lambda: _flow(seen, standing, moves, stocks)),
        attention=sturdy.html_card(lambda: attention.card(seen, standing)),
        changes=sturdy.html_card(lambda: changes.card(seen, standing)),
        stations=sturdy.figure_card(lambda: stations.card(seen, standing)),
        contacts=sturdy.figure_card(lambda: contacts.card(seen, standing, moves, own)),
        destinations=sturdy.figure_card(lambda: _destinations(seen, standing, ended)),
        experiments=sturdy.html_card(lambda: experiments.card(seen, standing, own)),
    )


def _flow(
    seen: Look,
    standing: RegionStanding,
    moves: list[Movement],
    found: Mapping[tuple[str, date], Mapping[str, int]],
) -> Card:
    day_of = seen.moment.reference_date
    own = [one for one in moves if one.region_code == standing.region.code]
    stocks = Stocks.of(found, [standing.region.code], flow.stock_dates(day_of))
    country = found.get((NATIONAL_CODE, day_of), {})
    beside = Stocks(stocks.now, stocks.before, country)
    moves_of_months = Movement.added(own, flow.periods(day_of))
    source, none = frame.own_source(seen, standing), no_figures(standing)
    code = standing.region.code
    return flow.flow_card(
        seen, beside, moves_of_months, region_code=code, width=widths.TWO_THIRDS, source=source, empty=none
    )


def _destinations(seen: Look, standing: RegionStanding, ended: Mapping[str, Mapping[str, int]]) -> Card:
    region = standing.region
    link = Link(_("outcomes.link"), seen.href(region_path(region.code, OUTCOMES)))
    found = destinations.Ended(region.name, region.code, ended[region.code], ended[NATIONAL_CODE])
    source, none = frame.own_source(seen, standing), no_figures(standing)
    return destinations.card(seen, found, destinations.Around(source, none, widths.HALF, link))


def register(app: dash.Dash, open_reader: OpenReader) -> None:
    here = Page("region", page.PATH, open_reader, show, page.layout)
    here.register()
    here.follow_address(app, Ids.ADDRESS, page.outputs(), page.values)
