"""`/`: the country, for the ten-second questions of a programme manager."""

from __future__ import annotations

from dataclasses import dataclass

from dash import Output, html
from dash.development.base_component import Component

from dashboard import shell
from dashboard.components import figure_card, html_card, own_regions, reading_line, tile, view_switch
from dashboard.components.beside import beside
from dashboard.components.figure_card import Card
from dashboard.components.html_card import HtmlCard
from dashboard.components.own_regions import OwnRegions
from dashboard.components.reading_line import ReadingLine
from dashboard.components.tile import Tile
from dashboard.ids import Context
from dashboard.ids import National as Ids
from dashboard.shell import Frame
from dashboard.shell_context import Choice, control

PATH = "/"
MAP_HEIGHT, MAP_HEIGHT_ON_PHONE = 820, 440
MAP_HEIGHT_OF_FEW = 600  # beside a list that is short


@dataclass(frozen=True)
class View:
    """All that the page shows; `address` is the path with its choices."""

    address: str
    frame: Frame
    reading: ReadingLine
    own: OwnRegions | None
    tiles: tuple[Tile, ...]
    attention: HtmlCard
    changes: HtmlCard
    obstacles: HtmlCard
    measure: Choice
    map: Card
    regions: HtmlCard
    flow: Card
    multiples: HtmlCard
    experiments: HtmlCard


def layout(view: View) -> Component:
    page = shell.page(view.frame, _content(view), lead=reading_line.component(Ids.READING, view.reading))
    return shell.following(Ids.ADDRESS, view.address, page)


def _content(view: View) -> list[Component]:
    tiles = tile.row([tile.component(id, data) for id, data in zip(Ids.TILES, view.tiles, strict=True)])
    flow = figure_card.component(Ids.FLOW, view.flow, least_width=820)
    multiples = html_card.component(Ids.MULTIPLES, view.multiples, actions=True)
    experiments = html_card.component(Ids.EXPERIMENTS, view.experiments)
    return [*_in_order(view, tiles), _places(view), flow, multiples, experiments]


def _in_order(view: View, tiles: Component) -> list[Component]:
    """Who has regions of their own sees these before all else, with beside them what waits there."""
    own = html.Div(own_regions.content(view.own), id=Ids.OWN)
    attention, changes, obstacles = (
        html_card.component(id, card)
        for id, card in {
            Ids.ATTENTION: view.attention,
            Ids.CHANGES: view.changes,
            Ids.OBSTACLES: view.obstacles,
        }.items()
    )
    if view.own:
        first = beside((own, "col-12 col-xl-8"), (attention, "col-12 col-xl-4"))
        return [first, tiles, beside((changes, "col-12 col-md-5"), (obstacles, "col-12 col-md-7"))]
    half = "col-12 col-md-6"
    signals = ((attention, "col-12 col-xl-5"), (changes, f"{half} col-xl-3"), (obstacles, f"{half} col-xl-4"))
    return [own, tiles, beside(*signals)]


def _places(view: View) -> Component:
    chart = figure_card.component(Ids.MAP, view.map, control=control(view.measure, "card-control"))
    listing = html_card.component(Ids.REGIONS, view.regions)
    switch = view_switch.component(Ids.VIEWS, listing=listing, chart=chart)
    return html.Div(switch, id="regios")


def outputs() -> list[Output]:
    """In the order of `values`."""
    tiles = [output for id in Ids.TILES for output in tile.outputs(id)]
    cards = [
        output for id in (Ids.ATTENTION, Ids.CHANGES, Ids.OBSTACLES, Ids.REGIONS) for output in html_card.outputs(id)
    ]
    graphs = [output for id in (Ids.MAP, Ids.FLOW) for output in figure_card.outputs(id)]
    frame = [*shell.outputs(Context.ALL), *reading_line.outputs(Ids.READING), Output(Ids.OWN, "children")]
    multiples = [*html_card.outputs(Ids.MULTIPLES, actions=True), *html_card.outputs(Ids.EXPERIMENTS)]
    return [*frame, *tiles, *cards, *graphs, *multiples, Output(Ids.MEASURE, "value")]


def values(view: View) -> list[object]:
    tiles = [value for data in view.tiles for value in tile.values(data)]
    cards = [
        value
        for data in (view.attention, view.changes, view.obstacles, view.regions)
        for value in html_card.values(data)
    ]
    graphs = [value for data in (view.map, view.flow) for value in figure_card.values(data)]
    frame = [*shell.values(view.frame), *reading_line.values(view.reading), own_regions.content(view.own)]
    multiples = [*html_card.values(view.multiples, actions=True), *html_card.values(view.experiments)]
    return [*frame, *tiles, *cards, *graphs, *multiples, view.measure.value]
