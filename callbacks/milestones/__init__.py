"""Whether pilots keep their plans, in the country, in a region or of one pilot: what the page asks and shows."""

from __future__ import annotations

from dataclasses import replace

import dash

from callbacks.milestones import (
    checklist,
    durations,
    forecast,
    obstacles,
    plans,
    recovery,
    replanned,
    rules,
    summary,
    tiles,
    trend,
)
from callbacks.milestones.here import Here
from callbacks.parts import frame, sturdy
from callbacks.parts.look import Look, look
from callbacks.parts.page import NotYoursError, OpenReader, Page, UnknownPlaceError, is_there
from dashboard.address import Filters, href, place_and_subject
from dashboard.ids import Context
from dashboard.pages import milestones as page
from dashboard.titles import heading_of
from queries.pilot_sums import ever_told
from queries.pilots import pilot_is_foreign
from queries.reader import Reader
from queries.region_standing import RegionStanding


def show(reader: Reader, filters: Filters, path: str) -> page.View:
    code, subject = place_and_subject(path)
    seen = look(reader, filters)
    standing = seen.standings.of(code) if code else None
    if subject != page.PATH or (code and standing is None):
        raise UnknownPlaceError(path)
    pilot = _pilot(seen, standing)
    if pilot is None and standing is None and _is_of_others(reader, seen.filters.pilot):
        raise NotYoursError(path)
    seen = replace(seen, filters=seen.filters.but(pilot=pilot))
    here = Here(seen, standing, pilot, *ever_told(reader))
    return page.View(
        address=href(path, seen.filters),
        frame=frame.around(seen, path, heading_of(path) or "", choices=Context.OF_MILESTONES),
        reading=summary.reading_line(here),
        tiles=tiles.tiles(here),
        pilot=plans.choice(here),
        plans=sturdy.html_card(lambda: plans.card(here)),
        national_obstacles=sturdy.html_card(lambda: obstacles.national(here)),
        rules=sturdy.html_card(lambda: rules.card(here)),
        by_pilot=None if here.is_closed else _by_pilot(here),
        durations=sturdy.figure_card(lambda: durations.card(here)),
        obstacles=sturdy.html_card(lambda: obstacles.by_level(here)),
        checklist=sturdy.html_card(lambda: checklist.card(here)),
    )


def _by_pilot(here: Here) -> page.ByPilot:
    return page.ByPilot(
        recovery=sturdy.html_card(lambda: recovery.card(here)),
        forecast=sturdy.html_card(lambda: forecast.card(here)),
        trend=sturdy.figure_card(lambda: trend.card(here)),
        replanned=sturdy.html_card(lambda: replanned.card(here)),
    )


def _pilot(seen: Look, standing: RegionStanding | None) -> str | None:
    """The chosen one, if it is here; in the country only when no other region has one of that code."""
    own = standing.milestones if standing else seen.standings.milestones
    regions = {one.region_code for one in own if one.pilot_code == seen.filters.pilot}
    return seen.filters.pilot if len(regions) == 1 else None


def is_of_others(open_reader: OpenReader, path: str, pilot: str | None) -> bool:
    """A pilot that the country is narrowed to is one of a region that may not be seen."""
    if path != page.PATH or pilot is None:
        return False
    return is_there(open_reader, path, lambda reader, _path: _is_of_others(reader, pilot), away=False)


def _is_of_others(reader: Reader, pilot: str | None) -> bool:
    return pilot is not None and not reader.access.sees_everything and pilot_is_foreign(reader, pilot)


def register(app: dash.Dash, open_reader: OpenReader) -> None:
    Page("milestones", page.PATH, open_reader, show, page.layout).register()
    Page("milestones_of_region", page.PATH_OF_REGION, open_reader, show, page.layout).register()
