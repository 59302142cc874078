"""What stands in place of a figure that is not there: why, since when, and who acts."""

from __future__ import annotations

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.gap import hatch
from dashboard.components.text import Link, anchor, marked
from dashboard.i18n import _


@dataclass(frozen=True, slots=True)
class Empty:
    title: str
    reason: str
    acting: str = ""
    link: Link | None = None
    hatch: str = "niet_aangeleverd"


def broken() -> Empty:
    """A part that failed while its page did not."""
    return Empty(
        _("components.broken.title"), _("components.broken.reason"), _("components.broken.acting"), hatch="verouderd"
    )


def empty(data: Empty) -> Component:
    lines = [html.P(html.Strong(data.title)), html.P(marked(" ".join(filter(None, (data.reason, data.acting)))))]
    link = [html.P(anchor(data.link))] if data.link else []
    return html.Div([hatch(data.hatch), html.Div([*lines, *link])], className="empty")
