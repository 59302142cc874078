"""Regions that need attention now: why, and what is being done."""

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
    """`image` is a data URI: a sparkline, or a hatch when nothing was delivered; `urgent` when nobody acts.

    Without a `status` the region takes no part yet. `waiting` leads to what waits for somebody there. `number` is the
    one on the map.
    """

    name: str
    href: str
    status: str | None
    reason: str
    action: str
    image: str
    image_text: str
    value: str = ""
    urgent: bool = False
    waiting: tuple[Link, ...] = ()
    number: int | None = None


def number_sign(number: int) -> Component:
    """The same number stands on the map."""
    return html.Span([heard(_("components.attention.number")), str(number)], className="attention-number")


def _row(region: AttentionRegion) -> Component:
    shown = [status(region.status)] if region.status else []
    name = html.P([anchor(Link(region.name, region.href), class_name="attention-name"), *shown])
    told = [name, html.P(marked(region.reason)), *_action(region), *_waiting(region)]
    line = [html.Img(src=region.image, alt=region.image_text), html.Strong(region.value)]
    sign = number_sign(region.number) if region.number else html.Span()
    words = html.Div(told, className="attention-words")
    return html.Li([sign, words, html.Div(line, className="attention-line")])


def _action(region: AttentionRegion) -> list[Component]:
    look = "attention-action is-urgent" if region.urgent else "attention-action"
    return [html.P(marked(region.action), className=look)] if region.action else []


def _waiting(region: AttentionRegion) -> list[Component]:
    links = [part for link in region.waiting for part in (" · ", anchor(link, about=region.name))]
    return [html.P(links[1:], className="attention-waiting")] if links else []


def listed(regions: Sequence[AttentionRegion]) -> Component:
    return html.Ol([_row(one) for one in regions], className="attention")


def card(title: str, subtitle: str, regions: Sequence[AttentionRegion], *, link: Link | None = None) -> HtmlCard:
    return HtmlCard(title, subtitle, [listed(regions)], link=link)
