"""The three regions that need attention now: why, and what is being done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.html_card import HtmlCard
from dashboard.components.status import status
from dashboard.components.text import Link, anchor, heard, marked
from dashboard.i18n import _


@dataclass(frozen=True, slots=True)
class AttentionRegion:
    """`image` is a data URI: a sparkline, or a hatch when nothing was delivered; `urgent` when nobody acts."""

    name: str
    href: str
    status: str
    reason: str
    action: str
    image: str
    image_text: str
    value: str = ""
    urgent: bool = False


def number_sign(number: int) -> Component:
    """The same number stands on the map."""
    return html.Span([heard(_("components.attention.number")), str(number)], className="attention-number")


def _row(number: int, region: AttentionRegion) -> Component:
    name = html.P([anchor(Link(region.name, region.href), class_name="attention-name"), status(region.status)])
    action = html.P(
        marked(region.action), className="attention-action is-urgent" if region.urgent else "attention-action"
    )
    words = html.Div([name, html.P(marked(region.reason)), action], className="attention-words")
    line = [html.Img(src=region.image, alt=region.image_text), html.Strong(region.value)]
    return html.Li([number_sign(number), words, html.Div(line, className="attention-line")])


def card(title: str, subtitle: str, regions: Sequence[AttentionRegion], *, link: Link | None = None) -> HtmlCard:
    rows = [_row(number, region) for number, region in enumerate(regions, start=1)]
    return HtmlCard(title, subtitle, [html.Ol(rows, className="attention")], link=link)
