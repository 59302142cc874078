"""What asks for attention in this region: reasons, recovery actions, and what stands in the way."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from callbacks.parts.gaps import no_figures
from callbacks.parts.look import Look
from callbacks.parts.reasons import action, in_full
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.components.status import status
from dashboard.components.text import typed
from dashboard.i18n import _
from queries.obstacles import Obstacle
from queries.region_standing import RegionStanding

MOST_OBSTACLES = 3


def card(look: Look, standing: RegionStanding) -> HtmlCard:
    concerns = standing.concerns
    own = [one for one in look.obstacles if one.region_code == standing.region.code]
    if not concerns and not own:
        return HtmlCard(_("region.attention.title_none"), "", (), empty=_calm(standing))
    title = _("region.attention.title", n=len(concerns)) if concerns else _("region.attention.title_none")
    body = [_concerns(look, standing), *_obstacles(look, own)]
    return HtmlCard(title, "", body)


def _calm(standing: RegionStanding) -> Empty:
    if standing.gap:
        return no_figures(standing)
    return Empty(_("region.attention.none"), _("region.attention.none_reason"), hatch="doet_niet_mee")


def _concerns(look: Look, standing: RegionStanding) -> Component:
    rows = [
        html.Li([status(concern.status), html.P(_sentence(in_full(look, standing, concern)))])
        for concern in standing.concerns
    ]
    acting = action(look, standing)
    look_of = "attention-action is-urgent" if acting.urgent else "attention-action"
    planned: list[Component | str] = [": ", typed(acting.planned)] if acting.planned else []
    return html.Div([html.Ul(rows, className="concerns"), html.P([acting.text, *planned], className=look_of)])


def _obstacles(look: Look, own: list[Obstacle]) -> list[Component]:
    if not own:
        return []
    rows = [html.Li([html.P(typed(one.title)), html.P(_facts(look, one), className="obstacle-acting")]) for one in own]
    heading = html.H3(_("region.attention.obstacles", n=len(own)), className="card-heading")
    return [heading, html.Ul(rows[:MOST_OBSTACLES], className="concerns")]


def _facts(look: Look, one: Obstacle) -> str:
    days = (look.moment.today - one.reported_on).days
    return _("region.attention.obstacle", level=look.label("obstacle_level", one.level_code).lower(), n=days)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
