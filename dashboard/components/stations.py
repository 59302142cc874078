"""Under the stations chart: a card for each of the six steps, and the computed beside the judged status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dash import html
from dash.development.base_component import Component

from dashboard.components.status import icon, status
from dashboard.components.text import Link, anchor, marked, typed
from dashboard.i18n import _


@dataclass(frozen=True, slots=True)
class Step:
    """`line`: bereikt 24 mrt.; `note`: 18 dagen later, with the icon of `status`; `state` colours the edge.

    `href` leads to what became of it.
    """

    number: int
    name: str
    line: str
    note: str
    status: str
    state: Literal["reached", "late", "coming"]
    href: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A judgement that is too old is `onbekend`; `said` tells when, `quote` who and in which words."""

    computed: str
    judged: str
    said: str = ""
    quote: str = ""


def _step(step: Step) -> Component:
    name = html.P(html.Strong(anchor(Link(f"{step.number}. {step.name}", step.href))))
    note = html.P([icon(step.status), step.note], className=f"step-note status-{step.status}")
    return html.Li([name, html.P(step.line), note], className=f"step is-{step.state}")


def steps(data: Sequence[Step]) -> Component:
    return html.Ol([_step(step) for step in data], className="steps")


def judgement(data: Judgement) -> Component:
    computed = html.Span([_("components.judgement.computed"), " ", status(data.computed)])
    quote: list[Component | str] = [" “", typed(data.quote), "”"] if data.quote else []
    said = html.Span([*marked(f" {data.said}"), *quote], className="judgement-said")
    judged = html.Span([_("components.judgement.judged"), " ", status(data.judged), said])
    disagree = data.computed != data.judged and "onbekend" not in (data.computed, data.judged)
    differs = html.Strong(_("components.judgement.differs"), className="judgement-differs") if disagree else None
    return html.Div([computed, judged, differs], className="judgement")
