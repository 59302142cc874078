"""Obstacles that only the Rijk can solve, with their age."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dash import html
from dash.development.base_component import Component

from dashboard.components.html_card import HtmlCard
from dashboard.components.text import Link, anchor, aria
from dashboard.i18n import _

SHORTEST_SCALE: Final = 240  # days; so that a young obstacle never fills the line


@dataclass(frozen=True, slots=True)
class Obstacle:
    """`old`: older than the rule allows; `ministry` is the one whose move it is."""

    title: str
    days: int
    ministry: str
    regions: int
    old: bool = False
    href: str | None = None


def _row(obstacle: Obstacle, scale: int) -> Component:
    title = anchor(Link(obstacle.title, obstacle.href)) if obstacle.href else obstacle.title
    age = html.Strong(_("components.obstacles.days", n=obstacle.days))
    bar = html.Span(
        className="age-bar is-old" if obstacle.old else "age-bar",
        style={"width": f"{100 * obstacle.days / scale:.1f}%"},
    )
    acting = _("components.obstacles.acting", ministry=obstacle.ministry)
    reported = _("components.obstacles.reported", n=obstacle.regions)
    line = html.Div(bar, className="age-line", **aria(hidden="true"))
    return html.Li(
        [html.P([html.Span(title), age]), line, html.P(f"{acting} · {reported}", className="obstacle-acting")]
    )


def card(title: str, subtitle: str, obstacles: Sequence[Obstacle], *, link: Link | None = None) -> HtmlCard:
    scale = max([SHORTEST_SCALE, *(obstacle.days for obstacle in obstacles)])
    rows = [_row(obstacle, scale) for obstacle in obstacles]
    return HtmlCard(title, subtitle, [html.Ul(rows, className="obstacles")], link=link)
