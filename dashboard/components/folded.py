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


def folded(component: Component) -> str:
    """Elements as `[tag, attributes, ...children]`, texts as they are."""
    return json.dumps(_node(component), ensure_ascii=False, separators=(",", ":"))


def _node(part: Any) -> Node:
    if not isinstance(part, Component):
        return str(part)
    told = part.to_plotly_json()  # type: ignore[no-untyped-call]
    properties = dict(told["props"])
    within = properties.pop("children", None)
    children = within if isinstance(within, list | tuple) else [within]
    attributes = {_NAMES.get(name, name): value for name, value in properties.items() if value is not None}
    tag = _TAGS.get(told["type"], told["type"].lower())
    return [tag, attributes, *(_node(child) for child in children if child is not None)]
