"""The national page: what it asks, and how it follows its address."""

from __future__ import annotations

import dash

from callbacks.national import attention, changes, map, multiples, obstacles, places, summary
from callbacks.parts import flow, frame
from callbacks.parts.look import Look, look
from callbacks.parts.page import OpenReader, Page
from dashboard.address import MEASURES, ORDERS, Filters, href
from dashboard.components.empty import Empty
from dashboard.components.figure_card import Card
from dashboard.i18n import _
from dashboard.ids import National as Ids
from dashboard.pages import national as page
from dashboard.shell_context import Choice
from queries.experiments import experiments
from queries.obstacles import open_obstacles
from queries.reader import NATIONAL_CODE, Reader
from queries.trajectories import movements, phases


def show(reader: Reader, filters: Filters, path: str = page.PATH) -> page.View:
    seen = look(reader, filters)
    found = places.places(seen)
    return page.View(
        address=href(path, seen.filters),
        header=frame.header(path, seen.filters),
        context=frame.context(seen, path),
        heading=_("national.heading"),
        footer=frame.footer(seen),
        reading=summary.reading_line(seen),
        tiles=summary.tiles(seen),
        attention=attention.card(seen),
        changes=changes.card(seen, experiments(reader)),
        obstacles=obstacles.card(seen, open_obstacles(reader)),
        measure=_choice(Ids.MEASURE, "measure", seen.filters.measure, MEASURES),
        map=map.map_card(seen, found),
        order=_choice(Ids.ORDER, "order", seen.filters.order, ORDERS),
        regions=map.list_card(seen, found),
        flow=_flow(seen),
        multiples=multiples.card(seen),
    )


def _choice(id: str, key: str, value: str, codes: tuple[str, ...]) -> Choice:
    """The first code is the one that holds when nothing is chosen, so it stays out of the address."""
    options = tuple((code if at else "", _(f"national.places.{key}.{code}")) for at, code in enumerate(codes))
    return Choice(id, _(f"national.places.{key}_label"), "" if value == codes[0] else value, options)


def _flow(seen: Look) -> Card:
    present = [one.region.code for one in seen.standings.present]
    together = [NATIONAL_CODE] if seen.filters.pilot_line is None else present
    day = seen.moment.reference_date
    found = phases(seen.reader, present, flow.stock_dates(day))
    months = flow.periods(day)
    moves = flow.moved(movements(seen.reader, together, months), months)
    none = Empty(_("flow.title_empty"), _("national.flow.empty"))
    return flow.flow_card(
        seen,
        flow.together(found, present, day),
        moves,
        source=frame.source(seen, _("national.flow.source")),
        empty=none,
    )


def register(app: dash.Dash, open_reader: OpenReader) -> None:
    here = Page("national", page.PATH, open_reader, show, page.layout)
    here.register(app)
    here.follow_address(app, Ids.ADDRESS, page.outputs(), page.values)
