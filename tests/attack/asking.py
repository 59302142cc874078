"""Everything that an application on a small warehouse answers to everyone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

import dash
from sqlalchemy import Engine

from dashboard.attack.driving import Drive
from dashboard.attack.known import EVERYTHING, Known, known_in
from dashboard.attack.visitors import Visitor
from dashboard.attack.watching import Watch
from dashboard.settings import WebSettings
from queries.reader import Access
from tests.areas import Areas
from tests.asking import app_of
from tests.serving import NODE_MODULES
from tests.signing import SECRET_KEY
from tests.warehouse.publish.deliveries import AUGUST, Figures, deliver, usual

REGIONS = ("AM05", "AM35")
MONTHS = 14  # a year of exits before each of the last three dates
ASKING = (
    Visitor(EVERYTHING, REGIONS[0], thorough=True),
    Visitor(Access("regio", frozenset(REGIONS[:1])), REGIONS[0]),
    Visitor(Access("lezer", frozenset()), REGIONS[0]),
)
TOKEN = re.compile(rb'"end_id":"[^"]*"')
Answers = Mapping[tuple[Access | None, str], bytes]


@dataclass(frozen=True)
class Asked:
    """An application and who asks it."""

    app: dash.Dash
    watch: Watch

    @property
    def engine(self) -> Engine:
        return self.app.server.extensions["trajectmonitor"]["engine"]  # type: ignore[no-any-return]

    def known(self) -> Known:
        known = known_in(self.engine).sampled(regions=3, dates=2)
        return replace(known, pilot_lines=known.pilot_lines[:1])

    def answers(self) -> Answers:
        """Without the token that Dash draws anew for every page."""
        drive = Drive(self.app, self.watch, self.known())
        return {(self.watch.access, one.asked): TOKEN.sub(b"", one.content) for one in drive.answers(ASKING)}


def settings_of(areas: Areas) -> WebSettings:
    """Closed to everyone but who asks here, and with no address of what regions sent."""
    url = areas.warehouse.url.render_as_string(hide_password=False)
    given = {"TRAJECTMONITOR_READ_URL": url, "TRAJECTMONITOR_SECRET_KEY": SECRET_KEY}
    return WebSettings.from_environment({**given, "TRAJECTMONITOR_FRONTEND": str(NODE_MODULES)})


@contextmanager
def asked_of(settings: WebSettings) -> Iterator[Asked]:
    watch = Watch()
    with app_of(settings, watch.who_asks) as app:
        yield Asked(app, watch)


def answers_on(areas: Areas) -> Answers:
    with asked_of(settings_of(areas)) as asked:
        return asked.answers()


def deliver_years(areas: Areas, figures: Figures = usual) -> None:
    for region in REGIONS:
        deliver(areas, region, AUGUST, months=MONTHS, figures=figures)
