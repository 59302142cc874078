"""`/experimenten` and `/regio/<code>/experimenten`: small steps, what became of them and what was learned."""

from __future__ import annotations

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard import shell
from dashboard.components import alike, count_tile, figure_card, finder, html_card, reading_line, tile
from dashboard.components.beside import beside
from dashboard.components.count_tile import CountTile
from dashboard.components.figure_card import Card
from dashboard.components.finder import Field
from dashboard.components.html_card import HtmlCard
from dashboard.components.reading_line import ReadingLine
from dashboard.components.text import Link
from dashboard.components.tile import Tile
from dashboard.ids import Experiments as Ids
from dashboard.shell import Frame
from dashboard.shell_context import Choice, control

PATH = "/experimenten"
PATH_OF_REGION = "/regio/<code>/experimenten"
LEAST_WIDTH = 820


@dataclass(frozen=True)
class Sieve:
    """What the list is narrowed down with; `counted` says how many are left of how many."""

    words: Field
    choices: tuple[Choice, ...]
    counted: str
    clear: Link | None = None


@dataclass(frozen=True)
class View:
    """All that the page shows; `signals` are the short lists: undecided, quiet, money that ends."""

    address: str
    frame: Frame
    reading: ReadingLine
    tiles: tuple[CountTile | Tile, ...]
    signals: tuple[HtmlCard, ...]
    sieve: Sieve
    listed: HtmlCard
    tree: Card | None = None
    rule_room: HtmlCard | None = None
    lessons: HtmlCard | None = None
    alike: HtmlCard | None = None
    idea: Field | None = None


def layout(view: View) -> Component:
    page = shell.page(view.frame, _content(view), lead=reading_line.component(Ids.READING, view.reading))
    return shell.loaded_anew(Ids.ADDRESS, view.address, page)


def _content(view: View) -> list[Component]:
    tiles = count_tile.row([_tile(id, one) for id, one in zip(Ids.TILES, view.tiles, strict=True)])
    signals = [html_card.component(id, one, actions=True) for id, one in zip(Ids.SIGNALS, view.signals, strict=True)]
    listed = html_card.component(Ids.LIST, view.listed, actions=True)
    found = html.Div([_sieve(view.sieve), listed], id="lijst", className="found")
    return [tiles, _thirds(*signals), found, *_learned(view)]


def _tile(id: str, one: CountTile | Tile) -> Component:
    return tile.component(id, one) if isinstance(one, Tile) else count_tile.component(id, one)


def _sieve(sieve: Sieve) -> Component:
    choices = [control(choice, "finder-choice") for choice in sieve.choices]
    return finder.finder(finder.field(sieve.words), choices, sieve.counted, sieve.clear)


def _learned(view: View) -> list[Component]:
    tree = [figure_card.component(Ids.TREE, view.tree, least_width=LEAST_WIDTH)] if view.tree else []
    asked = alike.field(view.idea) if view.idea else None
    found = [html_card.component(Ids.ALIKE, view.alike, actions=True, control=asked)] if view.alike else []
    cards = {Ids.LESSONS: view.lessons, Ids.RULE_ROOM: view.rule_room}
    return [*found, *tree, *(html_card.component(id, card, actions=True) for id, card in cards.items() if card)]


def _thirds(*cards: Component) -> Component:
    return beside(*((card, "col-12 col-lg-4") for card in cards))
