"""Lessons in three columns, one for each of those who can use them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.text import Link, anchor, spoken, typed
from dashboard.i18n import _


@dataclass(frozen=True, slots=True)
class Lesson:
    """`words` and the name in `link`, its experiment, are as people in the region wrote them."""

    words: str
    language: str
    link: Link
    when: str


@dataclass(frozen=True, slots=True)
class Lens:
    name: str
    hint: str
    count: int
    lessons: tuple[Lesson, ...]


def _lesson(one: Lesson) -> Component:
    source: list[Component | str] = [
        _("learning.lessons.from"),
        " ",
        spoken(anchor(one.link), one.language),
        f" · {one.when}",
    ]
    return html.Li(
        [
            html.P(typed(one.words, language=one.language), className="lesson-words"),
            html.P(source, className="lesson-source"),
        ]
    )


def _lens(lens: Lens) -> Component:
    heading = html.H3([lens.name, html.Span(f" {lens.count}", className="lesson-count")], className="card-heading")
    rows = [_lesson(one) for one in lens.lessons]
    body = html.Ul(rows, className="lesson-list") if rows else html.P(_("learning.lessons.lens_none"))
    return html.Div([heading, html.P(lens.hint, className="lesson-hint"), body], className="lens")


def lenses(found: Sequence[Lens]) -> Component:
    return html.Div([_lens(lens) for lens in found], className="lenses")
