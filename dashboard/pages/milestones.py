"""`/mijlpalen` and `/regio/<code>/mijlpalen`: what was planned, expected and reached, and what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard import shell
from dashboard.components import figure_card, html_card, reading_line, tile
from dashboard.components.beside import beside, halves
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
class ByPilot:
    """Cards of nothing but rows of pilots, or of the milestones of some."""

    recovery: HtmlCard
    forecast: HtmlCard
    trend: Card
    replanned: HtmlCard


@dataclass(frozen=True)
class View:
    """All that the page shows; `pilot` chooses the only one that is shown, `obstacles` are those of every level.

    There is nothing `by_pilot` for who may see no pilot; the card of plans then says so for all.
    """

    address: str
    frame: Frame
    reading: ReadingLine
    tiles: tuple[Tile, ...]
    pilot: Choice
    plans: HtmlCard
    national_obstacles: HtmlCard
    rules: HtmlCard
    by_pilot: ByPilot | None
    durations: Card
    obstacles: HtmlCard
    checklist: HtmlCard


def layout(view: View) -> Component:
    page = shell.page(view.frame, _content(view), lead=reading_line.component(Ids.READING, view.reading))
    return shell.loaded_anew(Ids.ADDRESS, view.address, page)


def _content(view: View) -> list[Component]:
    tiles = tile.row([tile.component(id, one) for id, one in zip(Ids.TILES, view.tiles, strict=True)])
    chosen = control(view.pilot, "card-control") if view.by_pilot else None
    plans = html_card.component(Ids.PLANS, view.plans, actions=True, control=chosen)
    national = html_card.component(Ids.NATIONAL_OBSTACLES, view.national_obstacles, actions=True)
    rules = html_card.component(Ids.RULES, view.rules)
    return [tiles, plans, beside((national, "col-12 col-xl-8"), (rules, "col-12 col-xl-4")), *_more(view)]


def _more(view: View) -> list[Component]:
    durations = figure_card.component(Ids.DURATIONS, view.durations, least_width=LEAST_WIDTH)
    obstacles, checklist = (
        html_card.component(id, card, actions=True)
        for id, card in {Ids.OBSTACLES: view.obstacles, Ids.CHECKLIST: view.checklist}.items()
    )
    if view.by_pilot is None:
        return [halves(durations, obstacles), checklist]
    trend = figure_card.component(Ids.TREND, view.by_pilot.trend, least_width=LEAST_WIDTH)
    lists = {Ids.RECOVERY: view.by_pilot.recovery, Ids.FORECAST: view.by_pilot.forecast}
    recovery, forecast = (html_card.component(id, card, actions=True) for id, card in lists.items())
    return [
        halves(recovery, durations),
        halves(trend, obstacles),
        beside((forecast, "col-12 col-xl-7"), (checklist, "col-12 col-xl-5")),
        html_card.component(Ids.REPLANNED, view.by_pilot.replanned, actions=True),
    ]
