"""What every figure must be: a plain dict that plotly accepts, of the three trace types of the basic bundle."""

from __future__ import annotations

import json
import re

import plotly.graph_objects as go

from dashboard.figures.theme import Figure


def valid(figure: Figure) -> Figure:
    """The figure itself, after `go.Figure` has refused every unknown property or value."""
    assert type(figure) is dict
    assert figure.keys() == {"data", "layout"}
    go.Figure(figure)
    assert {trace["type"] for trace in figure["data"]} <= {"scatter", "bar", "pie"}
    assert "NaN" not in json.dumps(figure)
    assert "Infinity" not in json.dumps(figure)
    return figure


def words(figure: Figure) -> list[str]:
    """Everything that a figure says: labels without their markup, texts at marks, hover texts."""
    said = [note["text"] for note in figure["layout"].get("annotations", ())]
    for trace in figure["data"]:
        for key in ("text", "hovertext"):
            value = trace.get(key, ())
            said.extend([value] if isinstance(value, str) else value)
    return [re.sub(r"<[/a-z][^>]*>", "", text) for text in said]


def numbers_in(figure: Figure) -> set[int]:
    """Every whole number that a figure prints in Dutch, without signs."""
    return {int(found.replace(".", "")) for text in words(figure) for found in re.findall(r"\d[\d.]*\d|\d", text)}
