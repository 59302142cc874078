"""`/uitkomsten` and `/regio/<code>/uitkomsten`: how trajectories end, whether that lasts, and who comes back."""

from __future__ import annotations

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard import shell
from dashboard.components import figure_card, html_card, reading_line, tile
from dashboard.components.beside import halves
from dashboard.components.figure_card import Card
from dashboard.components.html_card import HtmlCard
from dashboard.components.reading_line import ReadingLine
from dashboard.components.tile import Tile
from dashboard.ids import Outcomes as Ids
from dashboard.shell import Frame
from dashboard.shell_context import Choice, control

PATH = "/uitkomsten"
PATH_OF_REGION = "/regio/<code>/uitkomsten"
LEAST_WIDTH = 480


@dataclass(frozen=True)
class View:
    """All that the page shows; `age_band` chooses whose destinations, `peers` with which regions one compares.

    Without `funnel` and `regions` there is no region that may be seen, and the card of their domains says so for all.
    """

    address: str
    frame: Frame
    reading: ReadingLine
    tiles: tuple[Tile, ...]
    destinations: Card
    age_band: Choice
    lasting: Card
    ended_well: Card
    funnel: Card | None
    peers: Choice | None
    early_leavers: Card
    returned: Card
    domains: Card
    voices: Card
    domains_of_regions: HtmlCard
    regions: HtmlCard | None


def layout(view: View) -> Component:
    page = shell.page(view.frame, _content(view), lead=reading_line.component(Ids.READING, view.reading))
    return shell.loaded_anew(Ids.ADDRESS, view.address, page)


def _content(view: View) -> list[Component]:
    by_age = control(view.age_band, "card-control")
    destinations = figure_card.component(Ids.DESTINATIONS, view.destinations, least_width=LEAST_WIDTH, control=by_age)
    half = {Ids.LASTING: view.lasting, Ids.RETURNED: view.returned}
    lasting, returned, domains, voices = (
        figure_card.component(id, card, least_width=LEAST_WIDTH)
        for id, card in {**half, Ids.DOMAINS: view.domains, Ids.VOICES: view.voices}.items()
    )
    well = figure_card.component(Ids.ENDED_WELL, view.ended_well, least_width=820)
    tiles = tile.row([tile.component(id, data) for id, data in zip(Ids.TILES, view.tiles, strict=True)])
    pair, *last = _by_region(view)
    return [tiles, halves(destinations, lasting), well, halves(voices, domains), pair, returned, *last]


def _by_region(view: View) -> list[Component]:
    """What compares regions, with beside it the figures that come from elsewhere."""
    leavers = figure_card.component(Ids.EARLY_LEAVERS, view.early_leavers, least_width=LEAST_WIDTH)
    heat = html_card.component(Ids.DOMAINS_OF_REGIONS, view.domains_of_regions, actions=True)
    if view.funnel is None or view.regions is None:
        return [halves(leavers, heat)]
    peers = control(view.peers, "card-control") if view.peers else None
    funnel = figure_card.component(Ids.FUNNEL, view.funnel, least_width=LEAST_WIDTH, control=peers)
    regions = html_card.component(Ids.REGIONS, view.regions, actions=True)
    return [halves(funnel, leavers), heat, html.Div(regions, id="regios")]
