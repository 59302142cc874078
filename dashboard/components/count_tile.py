"""A figure that is counted, not promised: its value, what is behind it, what it was before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.status import Change, change, icon
from dashboard.components.text import Link, anchor, aria
from dashboard.i18n import _


@dataclass(frozen=True, slots=True)
class CountTile:
    """`symbol` is the icon before the unit; `link` leads to what is counted, or to how."""

    label: str
    value: str
    unit: str
    behind: str = ""
    change: Change | None = None
    symbol: str = ""
    link: Link | None = None


def _figure(tile: CountTile) -> Component:
    symbol: list[Component | str] = [icon(tile.symbol), " "] if tile.symbol else []
    unit = html.Span([*symbol, tile.unit], className="tile-unit")
    return html.P([html.Strong(tile.value, className="tile-value"), " ", unit], className="tile-figure")


def _foot(tile: CountTile) -> list[Component]:
    behind: list[Component | str] = [html.Span(tile.behind, className="tile-behind"), " "] if tile.behind else []
    link: list[Component | str] = [anchor(tile.link, about=tile.label)] if tile.link else []
    return [html.P([*behind, *link], className="tile-foot")] if behind or link else []


def component(id: str, tile: CountTile) -> Component:
    label = html.H2(tile.label, className="tile-label")
    moved = [change(tile.change)] if tile.change else []
    return html.Article([label, _figure(tile), *moved, *_foot(tile)], id=id, className="tile is-count")


def row(tiles: Sequence[Component]) -> Component:
    return html.Section(list(tiles), className="tiles of-counts", **aria(label=_("components.tile.row")))
