"""`/geschiedenis/<traced>` and `/regio/<code>/geschiedenis/<traced>`: what became of one value, and through whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import Output, html
from dash.development.base_component import Component

from dashboard import shell
from dashboard.components import html_card, reading_line
from dashboard.components.card_parts import part
from dashboard.components.html_card import HtmlCard
from dashboard.components.reading_line import ReadingLine
from dashboard.ids import Context
from dashboard.ids import History as Ids
from dashboard.shell import Frame

PATH = "/geschiedenis/<traced>"
PATH_OF_REGION = "/regio/<code>/geschiedenis/<traced>"


@dataclass(frozen=True)
class View:
    """All that the page shows; `beside` are cards without controls, as many as there are."""

    address: str
    frame: Frame
    reading: ReadingLine
    course: HtmlCard
    beside: tuple[HtmlCard, ...]


def layout(view: View) -> Component:
    course = html_card.component(Ids.COURSE, view.course, actions=True)
    content = [course, html.Div(_beside(view.beside), id=Ids.BESIDE, className="beside")]
    page = shell.page(view.frame, content, lead=reading_line.component(Ids.READING, view.reading))
    return shell.following(Ids.ADDRESS, view.address, page)


def _beside(cards: Sequence[HtmlCard]) -> list[Component]:
    return [html_card.component(part(Ids.BESIDE, str(at)), card) for at, card in enumerate(cards, start=1)]


def outputs() -> list[Output]:
    """In the order of `values`."""
    course = html_card.outputs(Ids.COURSE, actions=True)
    frame = [*shell.outputs(Context.ALL), *reading_line.outputs(Ids.READING)]
    return [*frame, *course, Output(Ids.BESIDE, "children")]


def values(view: View) -> list[object]:
    course = html_card.values(view.course, actions=True)
    frame = [*shell.values(view.frame), *reading_line.values(view.reading)]
    return [*frame, *course, _beside(view.beside)]
