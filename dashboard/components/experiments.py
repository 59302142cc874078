"""Experiments: the question, what was seen, when it is checked. One that stopped with a lesson is neutral."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.status import status
from dashboard.components.text import Link, anchor, marked, spoken, typed
from dashboard.i18n import _


@dataclass(frozen=True, slots=True)
class Experiment:
    """`when`: check 2 dec. 2026; `seen`: what kind of words `words` are (gezien, les); `domain`: the life domain.

    `name`, `question` and `words` are as people in the region wrote them, in this `language`.
    """

    name: str
    question: str
    status: str
    when: str
    seen: str = ""
    words: str = ""
    domain: str = ""
    follows: str = ""
    href: str | None = None
    language: str = "nl"


def _follows(experiment: Experiment) -> list[Component]:
    """The small step that it grew out of."""
    if not experiment.follows:
        return []
    return [
        html.Span([_("components.experiments.follows"), " ", typed(experiment.follows, language=experiment.language)])
    ]


def _row(experiment: Experiment) -> Component:
    link = spoken(anchor(Link(experiment.name, experiment.href)), experiment.language) if experiment.href else None
    name = link or typed(experiment.name, language=experiment.language)
    head = html.P(
        [html.Strong(name, className="experiment-name"), status(experiment.status)], className="experiment-head"
    )
    seen = (
        [html.Span([f"{experiment.seen} ", typed(experiment.words, language=experiment.language)])]
        if experiment.words
        else []
    )
    facts = [html.Span(marked(experiment.when)), *_follows(experiment), *seen]
    domain = [html.Span(experiment.domain, className="chip")] if experiment.domain else []
    foot = html.Div([html.P(facts, className="experiment-facts"), *domain], className="experiment-foot")
    return html.Li([head, html.P(typed(experiment.question, language=experiment.language)), foot])


def experiment_list(experiments: Sequence[Experiment]) -> Component:
    return html.Ul([_row(experiment) for experiment in experiments], className="experiments")
