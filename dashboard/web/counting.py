"""How often a kind of page is opened: counted here without who, and written down at most once a minute.

Each time that somebody opens a page its content is asked for once, also when the answer was kept; a choice on a page
asks for it too, but then the path is the same. What was counted since it was last written is lost when the process
stops.
"""

from __future__ import annotations

import logging
from collections import Counter
from datetime import date, datetime, timedelta
from threading import Lock

from flask import Flask, Response, g, request
from sqlalchemy.exc import SQLAlchemyError

from dashboard.address import place_and_subject
from dashboard.clock import this_moment
from dashboard.sought import key_of
from dashboard.titles import HEADINGS, heading_of
from dashboard.traced import traced
from dashboard.web.answers import QUESTION_PATH
from dashboard.web.entrance import Entrance
from warehouse.accounts import usage

log = logging.getLogger(__name__)
OPENED, CONTENT = "_pages_location.pathname", "_pages_content"
REGION, EXPERIMENT, HISTORY = "regio", "experiment", "geschiedenis"
# In the order of the menu; the country is `/`.
PAGES = ("/", REGION, *(path for path in HEADINGS if path != "/"), EXPERIMENT, HISTORY)
WRITTEN_EVERY = timedelta(minutes=1)


class Count:
    """Of one process, which answers several requests at once."""

    def __init__(self, entrance: Entrance) -> None:
        self._entrance = entrance
        self._lock = Lock()
        self._times: Counter[tuple[date, str]] = Counter()
        self._written_at: datetime | None = None

    def opened(self, page: str, at: datetime) -> None:
        with self._lock:
            self._times[at.date().replace(day=1), page] += 1
            self._written_at = self._written_at or at
            is_due = at - self._written_at >= WRITTEN_EVERY
            times = self._taken(at) if is_due else Counter()
        if times:
            self._write(times)

    def _taken(self, at: datetime) -> Counter[tuple[date, str]]:
        times, self._times, self._written_at = self._times, Counter(), at
        return times

    def _write(self, times: Counter[tuple[date, str]]) -> None:
        """What cannot be written now is tried again later: the page that is opened has nothing to do with it."""
        try:
            with self._entrance.writing() as connection:
                for month in {month for month, _page in times}:
                    usage.add(connection, month, {page: n for (of, page), n in times.items() if of == month})
        except SQLAlchemyError:
            log.exception("how often pages are opened could not be written down")
            with self._lock:
                self._times += times


def register(server: Flask, entrance: Entrance) -> None:
    count = Count(entrance)

    @server.after_request
    def opened(response: Response) -> Response:
        is_answer = request.path == QUESTION_PATH and response.status_code == 200
        page = _opened() if is_answer and g.get("visitor") else None
        if page:
            count.opened(page, this_moment())
        return response


def page_of(path: str) -> str | None:
    """The kind of page that a path leads to, without of which region; None when there is no such page."""
    place, subject = place_and_subject(path)
    if heading_of(path) is None:
        return None
    if traced(subject):
        return HISTORY
    if key_of(path):
        return EXPERIMENT
    return REGION if place and subject == "/" else subject


def _opened() -> str | None:
    """Of a question that opens a page. That it is a question was looked at before it was answered."""
    asked = request.get_json()
    if CONTENT not in asked["output"] or OPENED not in asked.get("changedPropIds", ()):
        return None
    given = {f"{one.get('id')}.{one.get('property')}": one.get("value") for one in asked.get("inputs", ())}
    path = given.get(OPENED)
    return page_of(path) if isinstance(path, str) else None
