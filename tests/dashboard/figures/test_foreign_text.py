"""What regions wrote, and what reference lists hold, is drawn as it was written: never a link, never a tag."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from callbacks.national.map import _area
from callbacks.national.places import Place
from dashboard.figures.destinations import Destination, destinations
from dashboard.figures.flow import Stock, flow
from dashboard.figures.hexmap import hexmap
from dashboard.figures.stations import Station, stations
from dashboard.figures.theme import Figure, plain
from dashboard.figures.waiting import Stack, waiting
from dashboard.figures.xmr import Event, Point, limits, xmr
from tests.browsing import BrowserPage
from tests.serving import NODE_MODULES

WRITTEN = '<a href="https://x.example">y</a> & <b>z</b>'
DAY = date(2026, 9, 1)


def _xmr() -> Figure:
    points = [Point(date(2026, month, 1), float(month)) for month in range(1, 12)]
    return xmr(points, limits([point.value for point in points]), [Event(DAY, WRITTEN)], width=1284)


def _stations() -> Figure:
    step = Station("1", WRITTEN, DAY, None, None, date(2026, 10, 1), None, 30, "achter")
    return stations([step], date(2026, 11, 1))


def _map() -> Figure:
    place = Place("AM05", WRITTEN, "", 60.0, "60%", "", "", 0, 0, None, WRITTEN, None, None)
    return hexmap("arbeidsmarktregio", [_area(place, 0)], edges=(50.0, 70.0))


def _flow(width: int) -> Figure:
    return flow([Stock(f"F{at}", WRITTEN, 40) for at in range(7)], [], width=width)


def _destinations() -> Figure:
    return destinations([Destination("opleiding", WRITTEN, 40), Destination("onbekend", WRITTEN, 0, unknown=True)])


def _waiting() -> Figure:
    return waiting(
        [Stack(date(2026, month, 1), (5, 10, 15)) for month in range(1, 12)], (WRITTEN,) * 3, [Event(DAY, WRITTEN)]
    )


FIGURES = {
    "waiting": _waiting,
    "xmr": _xmr,
    "stations": _stations,
    "map": _map,
    "flow": lambda: _flow(1284),
    "narrow flow": lambda: _flow(340),
    "destinations": _destinations,
}


def _texts(figure: Figure) -> list[str]:
    said: list[Any] = [note["text"] for note in figure["layout"].get("annotations", ())]
    for trace in figure["data"]:
        for value in (trace.get("text"), trace.get("hovertext")):
            said.extend([value] if isinstance(value, str) else value or ())
    return [text.replace("<br>", " ") for text in said if "x.example" in text]


@pytest.mark.parametrize("name", FIGURES)
def test_no_tag_that_someone_wrote_is_in_a_figure(name: str) -> None:
    found = _texts(FIGURES[name]())
    assert found
    for text in found:
        assert plain(WRITTEN) in text
        assert "<a" not in text
        assert "<b>z" not in text


@pytest.mark.browser
def test_the_browser_shows_it_as_it_was_written(browser_page: BrowserPage) -> None:
    page = browser_page.page
    page.set_content("<div id='graph'></div>")
    page.add_script_tag(path=NODE_MODULES / "plotly.js-basic-dist-min" / "plotly-basic.min.js")
    page.evaluate("figure => Plotly.newPlot('graph', figure.data, figure.layout)", _xmr())
    assert WRITTEN in page.locator("#graph .annotation").all_text_contents()
    assert page.locator("#graph .main-svg a").count() == 0
