"""A figure that explains itself: value, status, target, start, change, n behind it, reference date, source, age."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dash import Output, html
from dash.development.base_component import Component

from dashboard.components import gap
from dashboard.components.bullet import Bullet, bullet
from dashboard.components.status import Change, change, status
from dashboard.components.text import Link, anchor, aria, marked
from dashboard.i18n import _, table_day


@dataclass(frozen=True, slots=True)
class Tile:
    """`value` is None when there is a `gap`, explained by `gap_reason`; `covered` is False below the coverage rule.

    `history_href` is empty for what has no history of its own.
    """

    label: str
    value: str | None
    unit: str
    status: str
    change: Change
    bullet: Bullet | None
    behind: str
    reference_date: date
    days_old: int
    definition_href: str
    history_href: str
    national: str = ""
    gap: str = "ontbreekt"
    gap_reason: str = ""
    covered: bool = True


def age(days: int, *, short: bool = False) -> str:
    if days <= 0:
        return _("components.age.today")
    return _("components.age.short" if short else "components.age.days", n=days)


def _head(tile: Tile) -> Component:
    label = html.H2(tile.label, className="tile-label")
    return html.Div([label, html.Div(status(tile.status), className="tile-status")], className="tile-head")


def _figure(tile: Tile) -> Component:
    missing = tile.value is None
    value = gap.sign(tile.gap) if missing else tile.value
    unit = (tile.gap_reason or gap.word(tile.gap)) if missing else tile.unit
    look = "tile-value" if tile.covered and not missing else "tile-value is-grey"
    return html.P(
        [html.Strong(value, className=look), " ", html.Span(unit, className="tile-unit")], className="tile-figure"
    )


def _course(tile: Tile) -> Component:
    if tile.bullet is None:
        return html.P(_("components.tile.no_target"), className="tile-course is-empty")
    return html.Div(bullet(tile.bullet), className="tile-course")


def _foot(tile: Tile) -> list[Component]:
    """What is behind the value, its date and age, and two links: on two lines."""
    age_of_tile = age(tile.days_old, short=True)
    stand = _("components.tile.stand", date=table_day(tile.reference_date), age=age_of_tile)
    national = [html.P(marked(tile.national), className="tile-national")] if tile.national else []
    behind: list[Component | str] = [html.Span(tile.behind, className="tile-behind"), " "] if tile.behind else []
    dot, links = html.Span(" · ", className="tile-dot"), html.Span(_links(tile), className="tile-links")
    date_and_source = html.Span([html.Span(stand, className="tile-stand"), dot, links], className="tile-source")
    return [*national, html.P([*behind, date_and_source], className="tile-foot")]


def _links(tile: Tile) -> list[Component | str]:
    definition = anchor(Link(_("components.tile.source"), tile.definition_href), about=tile.label)
    if not tile.history_href:
        return [definition]
    return [definition, " · ", anchor(Link(_("components.tile.history"), tile.history_href), about=tile.label)]


def body(tile: Tile) -> list[Component]:
    return [_head(tile), _figure(tile), change(tile.change), _course(tile), *_foot(tile)]


def component(id: str, tile: Tile) -> Component:
    return html.Article(body(tile), id=id, className="tile")


def outputs(id: str) -> list[Output]:
    return [Output(id, "children")]


def values(tile: Tile) -> list[object]:
    return [body(tile)]


def row(tiles: Sequence[Component]) -> Component:
    return html.Section(list(tiles), className="tiles", **aria(label=_("components.tile.row")))
