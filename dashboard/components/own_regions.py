"""The regions of who looks, before all else of the country: how each stands, and what needs attention there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.status import status
from dashboard.components.text import Link, anchor, aria, marked
from dashboard.i18n import _

HEADING_ID = "uw-regios"


@dataclass(frozen=True, slots=True)
class OwnRegion:
    """Without a `status` the region takes no part yet."""

    name: str
    href: str
    status: str | None
    reason: str


def content(regions: Sequence[OwnRegion]) -> list[Component]:
    """Nothing for who has no regions of their own, or sees them all."""
    if not regions:
        return []
    rows = html.Ul([_row(one) for one in regions], className="own-regions")
    heading = html.H2(_("components.own_regions.title", n=len(regions)), id=HEADING_ID, className="card-title")
    return [html.Section([heading, rows], className="card", **aria(labelledby=HEADING_ID))]


def _row(region: OwnRegion) -> Component:
    shown = [status(region.status)] if region.status else []
    name = html.P([anchor(Link(region.name, region.href), class_name="attention-name"), *shown])
    return html.Li([name, html.P(marked(region.reason))])
