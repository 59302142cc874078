"""How often pages are opened, by month, for whoever decides what is worth keeping up. Nobody stands in it."""

from __future__ import annotations

from flask import Blueprint
from werkzeug.wrappers import Response as Answer

from dashboard.clock import this_moment
from dashboard.i18n import _, month, number
from dashboard.titles import HEADINGS
from dashboard.web.counting import PAGES
from dashboard.web.desk.answering import page
from dashboard.web.entrance import Entrance
from warehouse.accounts import usage
from warehouse.schema.calendar import months_before

USAGE = "/gebruik"
MONTHS = 6
# Fewer says more of persons than of pages.
FEWEST = 10


def register(pages: Blueprint, entrance: Entrance) -> None:
    @pages.get(USAGE)
    def used() -> Answer:
        this_month = this_moment().date().replace(day=1)
        months = [months_before(this_month, n) for n in range(MONTHS)]
        with entrance.engine.connect() as connection:
            times = usage.since(connection, months[-1])
        rows = [(_name(each), [_told(times.get((one, each), 0)) for one in months]) for each in PAGES]
        most = _most({each: times.get((this_month, each), 0) for each in PAGES})
        return page("usage.html", here="usage", months=list(map(month, months)), rows=rows, most=most)


def _name(each: str) -> str:
    return _(HEADINGS[each]) if each in HEADINGS else _(f"desk.usage.{each}")


def _told(times: int) -> str:
    if not times:
        return "–"
    return number(times) if times >= FEWEST else _("desk.usage.few", n=FEWEST)


def _most(times: dict[str, int]) -> str:
    """What is opened most this month; empty as long as that is seldom."""
    first = max(times, key=lambda each: times[each])
    return _("desk.usage.most", name=_name(first), count=_told(times[first])) if times[first] >= FEWEST else ""
