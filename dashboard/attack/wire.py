"""Finds parts of a page in what goes over the wire."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Props = dict[str, Any]


def elements(tree: Any) -> dict[str, Props]:
    """The props of everything with an id."""
    return {props["id"]: props for props in _all_props(tree) if isinstance(props.get("id"), str)}


def links(tree: Any) -> set[str]:
    """To addresses of this application."""
    found = {props.get("href") for props in _all_props(tree)}
    return {link for link in found if isinstance(link, str) and link.startswith("/")}


def _all_props(tree: Any) -> Iterator[Props]:
    below = [tree]
    while below:
        node = below.pop()
        if isinstance(node, dict):
            if isinstance(props := node.get("props"), dict):
                yield props
            below.extend(node.values())
        elif isinstance(node, list):
            below.extend(node)
