"""Reads a component tree as a browser would get it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from plotly.utils import PlotlyJSONEncoder


def sent(component: Any) -> Any:
    """What goes over the wire; fails when the component cannot."""
    return json.loads(json.dumps(component, cls=PlotlyJSONEncoder))


def within(node: dict[str, Any]) -> Any:
    """The children of an element; of a folded table those that the browser makes when it is opened."""
    if folded := node["props"].get("data-table"):
        return [_unfolded(json.loads(folded))]
    return node["props"].get("children") or []


def _unfolded(node: Any) -> Any:
    if isinstance(node, str):
        return node
    tag, attributes, *children = node
    properties = {"className" if name == "class" else name: value for name, value in attributes.items()}
    return {"type": tag.capitalize(), "props": properties | {"children": [_unfolded(child) for child in children]}}


def nodes(component: Any) -> Iterator[dict[str, Any]]:
    """Every element of the tree, in order."""
    tree = sent(component) if not isinstance(component, dict) else component
    for node in tree if isinstance(tree, list) else [tree]:
        if isinstance(node, list):
            yield from nodes(node)
        elif isinstance(node, dict) and "props" in node:
            yield node
            yield from nodes(within(node))


def words(component: Any) -> str:
    """All text in reading order."""
    tree = sent(component)
    if isinstance(tree, str | int | float):
        return str(tree)
    if isinstance(tree, list):
        return "".join(words(part) for part in tree)
    return words(within(tree)) if tree else ""


def of_class(component: Any, name: str) -> list[dict[str, Any]]:
    return [node for node in nodes(component) if name in (node["props"].get("className") or "").split()]


def of_type(component: Any, name: str) -> list[dict[str, Any]]:
    return [node for node in nodes(component) if node["type"] == name]
