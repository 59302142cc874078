"""The national page: what it asks, and how it follows its address."""

from __future__ import annotations

from collections.abc import Callable

import dash
from dash import ClientsideFunction, Input

from callbacks.national import agenda, attention, changes, experiments, map, multiples, obstacles, own, places, summary
from callbacks.parts import flow, frame, sturdy, widths
from callbacks.parts.closed import sees_all
from callbacks.parts.look import Look, look
from callbacks.parts.page import OpenReader, Page
from dashboard.address import MEASURES, NOT_CHOSEN, Filters, href
from dashboard.components.card_parts import part
from dashboard.components.empty import Empty
from dashboard.components.figure_card import Card
from dashboard.components.html_card import HtmlCard
from dashboard.i18n import _
from dashboard.ids import National as Ids
from dashboard.pages import national as page
from dashboard.shell_context import Choice
from queries.flow import flow_together
from queries.outcomes import exits
from queries.reader import NATIONAL_CODE, Reader


def show(reader: Reader, filters: Filters, path: str = page.PATH) -> page.View:
    seen = look(reader, filters)
    found = places.places(seen)
    return page.View(
        address=href(path, seen.filters),
        frame=frame.around(seen, path, _("national.heading")),
        reading=summary.reading_line(seen),
        own=own.regions(seen),
        tiles=summary.tiles(seen, exits(reader, [NATIONAL_CODE], seen.moment.reference_date)[NATIONAL_CODE]),
        attention=sturdy.html_card(lambda: _asks_for(seen)(seen)),
        changes=sturdy.html_card(lambda: changes.card(seen)),
        obstacles=sturdy.html_card(lambda: obstacles.card(seen)),
        measure=_measure(seen),
        map=sturdy.figure_card(lambda: map.map_card(seen, found)),
        regions=sturdy.html_card(lambda: map.list_card(seen, found)),
        flow=sturdy.figure_card(lambda: _flow(seen)),
        multiples=sturdy.html_card(lambda: multiples.card(seen)),
        experiments=sturdy.html_card(lambda: experiments.card(seen)),
    )


def _asks_for(seen: Look) -> Callable[[Look], HtmlCard]:
    """What asks for attention: of who has regions these stand above it, so there it is what is tried in them."""
    if sees_all(seen):
        return attention.card
    return agenda.card if own.standings_of(seen) else attention.counted


def _measure(seen: Look) -> Choice:
    """The first measure is the one that holds when nothing is chosen, so it stays out of the address."""
    options = tuple(
        (measure if at else NOT_CHOSEN, _(f"national.places.measure.{measure}")) for at, measure in enumerate(MEASURES)
    )
    value = NOT_CHOSEN if seen.filters.measure == MEASURES[0] else seen.filters.measure
    return Choice(Ids.MEASURE, _("national.places.measure_label"), value, options)


def _flow(seen: Look) -> Card:
    day = seen.moment.reference_date
    stocks, moves = flow_together(seen.reader, seen.standings.together, flow.stock_dates(day), flow.periods(day))
    none = Empty(_("flow.title_empty"), _("national.flow.empty"))
    source = frame.source(seen, _("national.flow.source"))
    return flow.flow_card(seen, stocks, moves, source=source, width=widths.TWO_THIRDS, empty=none)


def register(app: dash.Dash, open_reader: OpenReader) -> None:
    here = Page("national", page.PATH, open_reader, show, page.layout)
    here.register()
    here.follow_address(app, Ids.ADDRESS, page.outputs(), page.values)
    on_map = Input(part(Ids.MAP, "graph"), "clickData")
    open_region = ClientsideFunction("trajectmonitor", "openRegion")
    app.clientside_callback(open_region, on_map, prevent_initial_call=True)  # type: ignore[no-untyped-call]
