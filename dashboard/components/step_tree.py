"""Small steps as a list within a list: what stands further in came from what stands above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.status import status
from dashboard.components.text import Link, anchor, spoken


@dataclass(frozen=True, slots=True)
class Node:
    """`name` is as people in the region wrote it; `when` is ours: when it ran, and what was decided."""

    name: str
    language: str
    href: str
    status: str
    when: str
    place: str = ""
    led_to: tuple[Node, ...] = ()


def _item(node: Node) -> Component:
    name = html.Strong(spoken(anchor(Link(node.name, node.href)), node.language))
    facts = " · ".join(part for part in (node.place, node.when) if part)
    words = html.P([name, " ", status(node.status), " ", html.Span(facts, className="step-when")])
    return html.Li([words, *([step_list(node.led_to)] if node.led_to else [])])


def step_list(nodes: Sequence[Node], class_name: str | None = None) -> Component:
    return html.Ul([_item(node) for node in nodes], className=class_name)
