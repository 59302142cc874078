"""How young people go through the phases, in the country or in one region: what the page asks and shows."""

from __future__ import annotations

import dash

from callbacks.parts import frame, measures, sturdy
from callbacks.parts.look import Look, look
from callbacks.parts.page import OpenReader, Page, standing_at
from callbacks.trajectories import ages, flow, registrations, steps, summary, support, waiting
from callbacks.trajectories.here import Here, questions
from dashboard.address import NOT_CHOSEN, PERIODS, Filters, href, is_of_country
from dashboard.i18n import _
from dashboard.ids import Context
from dashboard.ids import Trajectories as Ids
from dashboard.pages import trajectories as page
from dashboard.shell_context import Choice
from dashboard.titles import heading_of
from queries.balance import Balance, balance_together
from queries.reader import NATIONAL_CODE, Reader
from queries.region_standing import RegionStanding
from queries.trajectories import counted, moved, phases
from warehouse.schema.calendar import months_before

# Reach, waiting for an intake, plans for the future, and support that goes on after 18.
INDICATORS = ("K03", "K04", "K05", "K16")


def show(reader: Reader, filters: Filters, path: str) -> page.View:
    seen = look(reader, filters, narrowed=is_of_country(path))
    standing = standing_at(seen, path, page.PATH)
    here, found = _here(seen, standing)
    return page.View(
        address=href(path, seen.filters),
        frame=frame.around(seen, path, heading_of(path) or "", choices=Context.OF_TRAJECTORIES),
        reading=summary.reading_line(here, found),
        tiles=measures.tiles(seen, INDICATORS, standing),
        period=_period(seen),
        flow=sturdy.figure_card(lambda: flow.card(here, found)),
        ages=sturdy.figure_card(lambda: ages.card(here)),
        support=sturdy.figure_card(lambda: support.card(here)),
        steps=sturdy.figure_card(lambda: steps.card(here)),
        waiting=sturdy.figure_card(lambda: waiting.card(here)),
        registrations=sturdy.figure_card(lambda: registrations.card(here)),
    )


def _here(seen: Look, standing: RegionStanding | None) -> tuple[Here, Balance]:
    """Three questions to the warehouse, whatever is chosen."""
    on, months = seen.moment.reference_date, seen.filters.months
    found = counted(seen.reader, questions(seen, standing))
    if standing is None:
        return Here(seen, None, {}, found), balance_together(seen.reader, seen.standings.together, on, months)
    place = standing.region.code
    stocks = phases(seen.reader, [place, NATIONAL_CODE], [on, months_before(on, months)])
    moves = moved(seen.reader, [place], [months_before(on, back) for back in range(months, 0, -1)])
    return Here(seen, standing, stocks, found), Balance.of(stocks, moves, [place], on, months)


def _period(seen: Look) -> Choice:
    """The first period is the one that holds when nothing is chosen, so it stays out of the address."""
    options = tuple(
        (str(months) if at else NOT_CHOSEN, _(f"trajectories.period.months_{months}"))
        for at, months in enumerate(PERIODS)
    )
    value = NOT_CHOSEN if seen.filters.months == PERIODS[0] else str(seen.filters.months)
    return Choice(Ids.PERIOD, _("trajectories.period.label"), value, options)


def register(app: dash.Dash, open_reader: OpenReader) -> None:
    """One callback for both: their parts are the same."""
    here = Page("trajectories", page.PATH, open_reader, show, page.layout)
    here.register()
    Page("trajectories_of_region", page.PATH_OF_REGION, open_reader, show, page.layout).register()
    here.follow_address(app, Ids.ADDRESS, page.outputs(), page.values)
