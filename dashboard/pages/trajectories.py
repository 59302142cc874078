"""`/trajecten` and `/regio/<code>/trajecten`: how young people go through the phases, and where they stick."""

from __future__ import annotations

from dataclasses import dataclass

from dash import Output
from dash.development.base_component import Component

from dashboard import shell
from dashboard.components import figure_card, reading_line, tile
from dashboard.components.beside import beside
from dashboard.components.figure_card import Card
from dashboard.components.reading_line import ReadingLine
from dashboard.components.tile import Tile
from dashboard.ids import Context
from dashboard.ids import Trajectories as Ids
from dashboard.shell import Frame
from dashboard.shell_context import Choice, control, options

PATH = "/trajecten"
PATH_OF_REGION = "/regio/<code>/trajecten"
GRAPHS = (Ids.FLOW, Ids.AGES, Ids.SUPPORT, Ids.STEPS, Ids.WAITING, Ids.REGISTRATIONS)


@dataclass(frozen=True)
class View:
    """All that the page shows; `period` is the choice of how many months of movements are shown."""

    address: str
    frame: Frame
    reading: ReadingLine
    tiles: tuple[Tile, ...]
    period: Choice
    flow: Card
    ages: Card
    support: Card
    steps: Card
    waiting: Card
    registrations: Card

    @property
    def graphs(self) -> tuple[Card, ...]:
        return (self.flow, self.ages, self.support, self.steps, self.waiting, self.registrations)


def layout(view: View) -> Component:
    page = shell.page(view.frame, _content(view), lead=reading_line.component(Ids.READING, view.reading))
    return shell.following(Ids.ADDRESS, view.address, page)


def _content(view: View) -> list[Component]:
    period = control(view.period, "card-control")
    flow = figure_card.component(Ids.FLOW, view.flow, least_width=900, control=period)
    ages = figure_card.component(Ids.AGES, view.ages, least_width=700)
    support = figure_card.component(Ids.SUPPORT, view.support)
    steps = figure_card.component(Ids.STEPS, view.steps, least_width=900)
    waiting = figure_card.component(Ids.WAITING, view.waiting, least_width=560)
    registrations = figure_card.component(Ids.REGISTRATIONS, view.registrations)
    tiles = tile.row([tile.component(id, data) for id, data in zip(Ids.TILES, view.tiles, strict=True)])
    return [
        tiles,
        flow,
        beside((ages, "col-12 col-xl-8"), (support, "col-12 col-xl-4")),
        steps,
        beside((waiting, "col-12 col-xl-7"), (registrations, "col-12 col-xl-5")),
    ]


def outputs() -> list[Output]:
    """In the order of `values`."""
    frame = [*shell.outputs(Context.OF_TRAJECTORIES), *reading_line.outputs(Ids.READING)]
    graphs = [output for id in GRAPHS for output in figure_card.outputs(id)]
    tiles = [output for id in Ids.TILES for output in tile.outputs(id)]
    return [*frame, *tiles, *graphs, Output(Ids.PERIOD, "options"), Output(Ids.PERIOD, "value")]


def values(view: View) -> list[object]:
    frame = [*shell.values(view.frame), *reading_line.values(view.reading)]
    graphs = [value for card in view.graphs for value in figure_card.values(card)]
    tiles = [value for data in view.tiles for value in tile.values(data)]
    return [*frame, *tiles, *graphs, options(view.period), view.period.value]
