"""The regions of who looks, before all else of the country: how each stands, and what needs attention there."""

from __future__ import annotations

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.attention import AttentionRegion, listed
from dashboard.components.text import aria

HEADING_ID = "uw-regios"


@dataclass(frozen=True, slots=True)
class OwnRegions:
    """The ones that need attention most in front."""

    title: str
    regions: tuple[AttentionRegion, ...]


def content(own: OwnRegions | None) -> list[Component]:
    """Nothing for who has no regions of their own, or sees them all."""
    if own is None:
        return []
    heading = html.H2(own.title, id=HEADING_ID, className="card-title")
    return [html.Section([heading, listed(own.regions)], className="card own-regions", **aria(labelledby=HEADING_ID))]
