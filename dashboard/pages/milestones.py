"""`/mijlpalen` and `/regio/<code>/mijlpalen`: what was planned, expected and reached, and what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard import shell
from dashboard.components import figure_card, html_card, reading_line, tile
from dashboard.components.figure_card import Card
from dashboard.components.html_card import HtmlCard
from dashboard.components.reading_line import ReadingLine
from dashboard.components.tile import Tile
from dashboard.ids import Milestones as Ids
from dashboard.shell import Frame
from dashboard.shell_context import Choice, control

PATH = "/mijlpalen"
PATH_OF_REGION = "/regio/<code>/mijlpalen"
CALENDAR = "/mijlpalen.ics"
CALENDAR_PAGE = f"{PATH}/agenda"
LEAST_WIDTH = 520


@dataclass(frozen=True)
class View:
    """All that the page shows; `pilot` chooses the only one that is shown, `obstacles` are those of every level."""

    address: str
    frame: Frame
    reading: ReadingLine
    tiles: tuple[Tile, ...]
    pilot: Choice
    plans: HtmlCard
    national_obstacles: HtmlCard
    rules: HtmlCard
    recovery: HtmlCard
    forecast: HtmlCard
    trend: Card
    durations: Card
    obstacles: HtmlCard
    checklist: HtmlCard
    replanned: HtmlCard


def layout(view: View) -> Component:
    page = shell.page(view.frame, _content(view), lead=reading_line.component(Ids.READING, view.reading))
    return shell.loaded_anew(Ids.ADDRESS, view.address, page)


def _content(view: View) -> list[Component]:
    tiles = tile.row([tile.component(id, one) for id, one in zip(Ids.TILES, view.tiles, strict=True)])
    chosen = control(view.pilot, "card-control")
    plans = html_card.component(Ids.PLANS, view.plans, actions=True, control=chosen)
    lists = {
        Ids.NATIONAL_OBSTACLES: view.national_obstacles,
        Ids.RECOVERY: view.recovery,
        Ids.FORECAST: view.forecast,
        Ids.OBSTACLES: view.obstacles,
        Ids.CHECKLIST: view.checklist,
        Ids.REPLANNED: view.replanned,
    }
    national, recovery, forecast, obstacles, checklist, replanned = (
        html_card.component(id, card, actions=True) for id, card in lists.items()
    )
    trend, durations = (
        figure_card.component(id, card, least_width=LEAST_WIDTH)
        for id, card in {Ids.TREND: view.trend, Ids.DURATIONS: view.durations}.items()
    )
    rules = html_card.component(Ids.RULES, view.rules)
    return [
        *(tiles, plans),
        _beside((national, "col-12 col-xl-8"), (rules, "col-12 col-xl-4")),
        _halves(recovery, durations),
        _halves(trend, obstacles),
        _beside((forecast, "col-12 col-xl-7"), (checklist, "col-12 col-xl-5")),
        replanned,
    ]


def _halves(*cards: Component) -> Component:
    return _beside(*((card, "col-12 col-lg-6") for card in cards))


def _beside(*cards: tuple[Component, str]) -> Component:
    return html.Div([html.Div(card, className=columns) for card, columns in cards], className="row")
