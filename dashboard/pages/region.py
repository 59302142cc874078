"""`/regio/<code>`: one region, for the meeting of its steering group."""

from __future__ import annotations

from dataclasses import dataclass

from dash import Output
from dash.development.base_component import Component

from dashboard import shell
from dashboard.components import figure_card, html_card, reading_line, tile
from dashboard.components.beside import beside
from dashboard.components.figure_card import Card
from dashboard.components.html_card import HtmlCard
from dashboard.components.reading_line import ReadingLine
from dashboard.components.tile import Tile
from dashboard.ids import Context
from dashboard.ids import Region as Ids
from dashboard.shell import Frame

PATH = "/regio/<code>"
GRAPHS = (Ids.FLOW, Ids.STATIONS, Ids.CONTACTS, Ids.DESTINATIONS)


@dataclass(frozen=True)
class View:
    """All that the page shows; `address` is the path with its choices."""

    address: str
    frame: Frame
    reading: ReadingLine
    tiles: tuple[Tile, ...]
    flow: Card
    attention: HtmlCard
    changes: HtmlCard
    stations: Card
    contacts: Card
    destinations: Card
    experiments: HtmlCard

    @property
    def graphs(self) -> tuple[Card, ...]:
        return (self.flow, self.stations, self.contacts, self.destinations)


def layout(view: View) -> Component:
    page = shell.page(view.frame, _content(view), lead=reading_line.component(Ids.READING, view.reading))
    return shell.following(Ids.ADDRESS, view.address, page)


def _content(view: View) -> list[Component]:
    tiles = tile.row([tile.component(id, data) for id, data in zip(Ids.TILES, view.tiles, strict=True)])
    flow = figure_card.component(Ids.FLOW, view.flow, least_width=820)
    attention = html_card.component(Ids.ATTENTION, view.attention)
    first = beside((flow, "col-12 col-xl-8"), (attention, "col-12 col-xl-4"))
    changes = html_card.component(Ids.CHANGES, view.changes)
    stations = figure_card.component(Ids.STATIONS, view.stations, least_width=820)
    contacts = figure_card.component(Ids.CONTACTS, view.contacts, least_width=820)
    destinations = figure_card.component(Ids.DESTINATIONS, view.destinations, least_width=480)
    experiments = html_card.component(Ids.EXPERIMENTS, view.experiments, actions=True)
    last = beside((destinations, "col-12 col-lg-6"), (experiments, "col-12 col-lg-6"))
    return [tiles, first, changes, stations, contacts, last]


def outputs() -> list[Output]:
    """In the order of `values`."""
    tiles = [output for id in Ids.TILES for output in tile.outputs(id)]
    graphs = [output for id in GRAPHS for output in figure_card.outputs(id)]
    cards = [*html_card.outputs(Ids.ATTENTION), *html_card.outputs(Ids.CHANGES)]
    cards += html_card.outputs(Ids.EXPERIMENTS, actions=True)
    return [*shell.outputs(Context.ALL), *reading_line.outputs(Ids.READING), *tiles, *graphs, *cards]


def values(view: View) -> list[object]:
    tiles = [value for data in view.tiles for value in tile.values(data)]
    graphs = [value for data in view.graphs for value in figure_card.values(data)]
    cards = [*html_card.values(view.attention), *html_card.values(view.changes)]
    cards += html_card.values(view.experiments, actions=True)
    return [*shell.values(view.frame), *reading_line.values(view.reading), *tiles, *graphs, *cards]
