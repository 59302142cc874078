"""`/wijzigingen` and `/regio/<code>/wijzigingen`: what changed between two publications, with who and why."""

from __future__ import annotations

from dataclasses import dataclass

from dash import Output, html
from dash.development.base_component import Component

from dashboard import shell
from dashboard.components import html_card, reading_line
from dashboard.components.html_card import HtmlCard
from dashboard.components.reading_line import ReadingLine
from dashboard.ids import Changes as Ids
from dashboard.ids import Context
from dashboard.shell import Frame
from dashboard.shell_context import Choice, control, options

PATH = "/wijzigingen"
PATH_OF_REGION = "/regio/<code>/wijzigingen"
CORRECTIONS = "correcties"


@dataclass(frozen=True)
class View:
    """All that the page shows; `kind` is the choice of which changes are listed."""

    address: str
    frame: Frame
    reading: ReadingLine
    corrections: HtmlCard
    kinds: HtmlCard
    kind: Choice
    listed: HtmlCard


def layout(view: View) -> Component:
    page = shell.page(view.frame, _content(view), lead=reading_line.component(Ids.READING, view.reading))
    return shell.following(Ids.ADDRESS, view.address, page)


def _content(view: View) -> list[Component]:
    corrections = html_card.component(Ids.CORRECTIONS, view.corrections, actions=True)
    kinds = html_card.component(Ids.KINDS, view.kinds)
    top = [
        html.Div(corrections, id=CORRECTIONS, className="col-12 col-xl-5"),
        html.Div(kinds, className="col-12 col-xl-7"),
    ]
    filtered = control(view.kind, "card-control")
    listed = html_card.component(Ids.LIST, view.listed, actions=True, control=filtered)
    return [html.Div(top, className="row"), listed]


def outputs() -> list[Output]:
    """In the order of `values`."""
    frame = [*shell.outputs(Context.OF_CHANGES), *reading_line.outputs(Ids.READING)]
    cards = [
        *html_card.outputs(Ids.KINDS),
        *html_card.outputs(Ids.CORRECTIONS, actions=True),
        *html_card.outputs(Ids.LIST, actions=True),
    ]
    return [*frame, *cards, Output(Ids.KIND, "options"), Output(Ids.KIND, "value")]


def values(view: View) -> list[object]:
    frame = [*shell.values(view.frame), *reading_line.values(view.reading)]
    cards = [
        *html_card.values(view.kinds),
        *html_card.values(view.corrections, actions=True),
        *html_card.values(view.listed, actions=True),
    ]
    return [*frame, *cards, options(view.kind), view.kind.value]
