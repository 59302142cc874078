"""The history of one value: every publication that made something else of it, and who delivered and approved that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import dash

from callbacks.history import experiments, figures, judged, milestones
from callbacks.history.here import Here
from callbacks.history.story import Story
from callbacks.parts import frame
from callbacks.parts.look import look
from callbacks.parts.page import OpenReader, Page, UnknownPlaceError, is_there
from dashboard.address import Filters, href, place_and_subject
from dashboard.ids import History as Ids
from dashboard.pages import history as page
from dashboard.titles import heading_of
from dashboard.traced import EXPERIMENT, JUDGED, MILESTONE, traced
from queries.history import DESTINATION, INDICATOR, MOVEMENT, PHASE, is_known
from queries.reader import Reader

TELLING: Mapping[str, Callable[[Here], Story]] = {
    **dict.fromkeys((INDICATOR, PHASE, MOVEMENT, DESTINATION), figures.tell),
    JUDGED: judged.tell,
    MILESTONE: milestones.tell,
    EXPERIMENT: experiments.tell,
}
# As the warehouse calls the rows that only a publication knows.
ROWS = {MILESTONE: "milestone", EXPERIMENT: "experiment"}


def show(reader: Reader, filters: Filters, path: str) -> page.View:
    heading, (place, subject) = heading_of(path), place_and_subject(path)
    value = traced(subject)
    if heading is None or value is None:
        raise UnknownPlaceError(path)
    seen = look(reader, filters, whole=False)
    told = TELLING[value.kind](Here(seen, value, seen.standings.of(place) if place else None))
    if not told.stood and not was_published(reader, path):
        raise UnknownPlaceError(path)
    return page.View(
        address=href(path, seen.filters),
        frame=frame.around(seen, path, heading, elsewhere="/" if value.is_of_one_region else None),
        reading=told.reading,
        course=told.course,
        beside=told.beside,
    )


def exists(open_reader: OpenReader, path: str) -> bool:
    """For what is known by its name nothing is asked."""
    return not _is_of_rows(path) or is_there(open_reader, path, was_published)


def _is_of_rows(path: str) -> bool:
    value = traced(place_and_subject(path)[1])
    return value is not None and value.is_of_one_region


def was_published(reader: Reader, path: str) -> bool:
    """The milestone or the experiment stands in some publication, be it a later one than is looked at."""
    place, subject = place_and_subject(path)
    value, newest = traced(subject), replace(reader, publication=reader.publications[0])
    if value is None or place is None or not value.is_of_one_region:
        return True
    return is_known(newest, ROWS[value.kind], place, value.codes)


def register(app: dash.Dash, open_reader: OpenReader) -> None:
    """The page of a region stands before `/regio/<code>`, which would take its address too: Dash sorts by name."""
    country = Page("history", page.PATH, open_reader, show, page.layout)
    country.register()
    Page("history_of_region", page.PATH_OF_REGION, open_reader, show, page.layout).register()
    country.follow_address(app, Ids.ADDRESS, page.outputs(), page.values)
