"""Rules that stand in the way, with their age: what was given, what came of it, and what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dash import html
from dash.development.base_component import Component

from dashboard.components.text import aria, typed
from dashboard.i18n import _

SHORTEST_SCALE: Final = 240  # days, so that a young rule never fills the line


@dataclass(frozen=True, slots=True)
class RuleRoom:
    """`rule`, `why`, `result` and `asked` are as people in the region wrote them; `room` is ours.

    `old`: longer ago than the rule allows; `ending`: the room ends soon, or ended.
    """

    rule: str
    days: int
    place: str
    scope: str
    why: str
    room: str
    result: str = ""
    asked: str = ""
    old: bool = False
    ending: bool = False


def _age(one: RuleRoom, scale: int) -> list[Component]:
    bar = html.Span(
        className="age-bar is-old" if one.old else "age-bar", style={"width": f"{100 * one.days / scale:.1f}%"}
    )
    head = html.P([typed(one.rule, "rule-name"), html.Strong(_("learning.rules.days", n=one.days))])
    return [head, html.Div(bar, className="age-line", **aria(hidden="true"))]


def _facts(one: RuleRoom) -> Component:
    told = (("why", one.why), ("result", one.result), ("asked", one.asked))
    quoted = [
        part for key, words in told if words for part in (html.Dt(_(f"learning.rules.{key}")), html.Dd(typed(words)))
    ]
    room = html.Dd(html.Strong(one.room) if one.ending else one.room)
    return html.Dl([*quoted, html.Dt(_("learning.rules.room")), room])


def _row(one: RuleRoom, scale: int) -> Component:
    chip = [html.Span(one.scope, className="chip")] if one.scope else []
    foot = html.P([html.Span(one.place), *chip], className="rule-place")
    return html.Li([*_age(one, scale), _facts(one), foot])


def rule_list(rules: Sequence[RuleRoom]) -> Component:
    scale = max([SHORTEST_SCALE, *(one.days for one in rules)])
    return html.Ul([_row(one, scale) for one in rules], className="obstacles rules")
