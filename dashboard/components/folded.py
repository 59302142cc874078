"""What is made in the browser when somebody opens it: until then it is one attribute, and no part of the page for Dash.

Dash looks at every mounted part at every change, and most tables are never opened. `assets/folded_table.js` makes it.
"""

from __future__ import annotations

import json
from typing import Any, Final

from dash.development.base_component import Component

ATTRIBUTE: Final = "data-table"
_NAMES: Final = {"className": "class", "hrefLang": "hreflang", "tabIndex": "tabindex", "colSpan": "colspan"}
_TAGS: Final = {"Link": "a"}

Node = str | list[Any]


def folded(whole: Component | Node) -> str:
    """Elements as `[tag, attributes, ...children]`, texts as they are."""
    return json.dumps(_node(whole), ensure_ascii=False, separators=(",", ":"))


def element(tag: str, children: Any, /, **properties: Any) -> Node:
    """In place of a component that becomes this node only later: of a long table that is most of the work."""
    within = children if isinstance(children, list | tuple) else [children]
    attributes = {_NAMES.get(name, name): value for name, value in properties.items() if value is not None}
    return [_TAGS.get(tag, tag.lower()), attributes, *(_node(child) for child in within if child is not None)]


def _node(part: Any) -> Node:
    if not isinstance(part, Component):
        return part if isinstance(part, list) else str(part)
    told = part.to_plotly_json()  # type: ignore[no-untyped-call]
    properties = dict(told["props"])
    return element(told["type"], properties.pop("children", None), **properties)
