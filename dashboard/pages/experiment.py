"""`/experimenten/<id>`: one experiment to link to, with its log, what it came from and what it led to."""

from __future__ import annotations

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard import shell
from dashboard.components import html_card, reading_line
from dashboard.components.beside import beside
from dashboard.components.card_parts import part
from dashboard.components.html_card import HtmlCard
from dashboard.components.reading_line import ReadingLine
from dashboard.ids import OneExperiment as Ids
from dashboard.shell import Frame

PATH = "/experimenten/<id>"


@dataclass(frozen=True)
class View:
    """All that the page shows; without the experiment in this publication `facts` tell so, and there is no more.

    `beside` are cards without controls, as many as there are.
    """

    address: str
    frame: Frame
    reading: ReadingLine
    facts: HtmlCard
    course: HtmlCard | None
    log: HtmlCard | None
    beside: tuple[HtmlCard, ...] = ()


def layout(view: View) -> Component:
    page = shell.page(view.frame, _content(view), lead=reading_line.component(Ids.READING, view.reading))
    return shell.loaded_anew(Ids.ADDRESS, view.address, page)


def _content(view: View) -> list[Component]:
    facts = html_card.component(Ids.FACTS, view.facts, actions=view.log is not None)
    if view.course is None or view.log is None:
        return [facts]
    course = html_card.component(Ids.COURSE, view.course, actions=True)
    log = html_card.component(Ids.LOG, view.log, actions=True)
    more = [
        html_card.component(part(Ids.BESIDE, str(at)), card, actions=True)
        for at, card in enumerate(view.beside, start=1)
    ]
    return [
        beside((facts, "col-12 col-lg-7"), (html.Div([course, log], className="stacked"), "col-12 col-lg-5")),
        *more,
    ]
