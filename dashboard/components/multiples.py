"""All regions at once, on one scale: a sparkline each, attention first, gaps last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.text import Link, anchor


@dataclass(frozen=True, slots=True)
class Multiple:
    """`image` is a data URI (a hatch when there is no line); `marked` frames the three regions of now."""

    name: str
    href: str
    image: str
    image_text: str
    value: str = ""
    note: str = ""
    marked: bool = False


def _cell(multiple: Multiple) -> Component:
    line = html.Div(
        [html.Img(src=multiple.image, alt=multiple.image_text), html.Strong(multiple.value)], className="multiple-line"
    )
    note = [html.P(multiple.note, className="multiple-note")] if multiple.note else []
    name = html.P(anchor(Link(multiple.name, multiple.href)), className="multiple-name", title=multiple.name)
    return html.Li([name, line, *note], className="multiple is-marked" if multiple.marked else "multiple")


def grid(multiples: Sequence[Multiple]) -> Component:
    return html.Ul([_cell(multiple) for multiple in multiples], className="multiples")
