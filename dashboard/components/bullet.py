"""Bullet bar: start, now, expected today and target on one line from zero.

The labels are cells of a grid whose columns are at least as wide as their text and at most as wide as their place on
the line: a label ends at its tick when there is room, gives way to its neighbour when there is not, and cannot overlap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dash import html
from dash.development.base_component import Component

from dashboard.components.text import aria
from dashboard.i18n import _

ROLES: Final = ("start", "now", "expected", "target")


@dataclass(frozen=True, slots=True)
class Mark:
    """`text` is the value as printed; `word` replaces the usual word before it (norm 80%, nu gepland 4)."""

    value: float
    text: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class Bullet:
    now: Mark | None
    start: Mark | None = None
    expected: Mark | None = None
    target: Mark | None = None
    end: float | None = None


def _marks(bullet: Bullet) -> Iterator[tuple[str, Mark]]:
    found = zip(ROLES, (bullet.start, bullet.now, bullet.expected, bullet.target), strict=True)
    return ((role, mark) for role, mark in found if mark is not None)


def positions(bullet: Bullet) -> dict[str, float]:
    """Place of each mark in percent of the line, which ends at the greatest of them."""
    marks = dict(_marks(bullet))
    end = max([mark.value for mark in marks.values()] + [bullet.end or 0])
    return {role: round(100 * max(mark.value, 0) / end, 2) if end > 0 else 0.0 for role, mark in marks.items()}


def columns(places: Sequence[float]) -> str:
    """Grid columns for labels in order of place; the last column takes what is left."""
    starts = [0.0, *places[:-1]]
    widths = [f"minmax(max-content,{max(place - start, 0):.2f}%)" for start, place in zip(starts, places, strict=True)]
    return " ".join([*widths, "minmax(0,1fr)"])


def label(role: str, mark: Mark) -> str:
    return f"{mark.word or _(f'components.bullet.{role}')} {mark.text}"


def spoken(bullet: Bullet) -> str:
    return ", ".join(label(role, mark) for role, mark in _marks(bullet))


def _labels(bullet: Bullet, roles: tuple[str, ...], class_name: str) -> Component:
    place = positions(bullet)
    shown = sorted(((role, mark) for role, mark in _marks(bullet) if role in roles), key=lambda entry: place[entry[0]])
    cells = [html.Span(label(role, mark), className=f"bullet-label is-{role}") for role, mark in shown]
    style = {"gridTemplateColumns": columns([place[role] for role, _mark in shown])} if shown else {}
    return html.Div(cells, className=f"bullet-labels {class_name}", style=style)


def _line(bullet: Bullet) -> Component:
    place = positions(bullet)
    bar = [html.Span(className="bullet-bar", style={"width": f"{place['now']}%"})] if "now" in place else []
    ticks = [role for role in ("start", "expected", "target") if role in place]
    marks = [html.Span(className=f"bullet-tick is-{role}", style={"left": f"{place[role]}%"}) for role in ticks]
    return html.Div([*bar, *marks], className="bullet-line")


def bullet(data: Bullet) -> Component:
    above, below = _labels(data, ("expected",), "is-above"), _labels(data, ("start", "target"), "is-below")
    return html.Div([above, _line(data), below], className="bullet", role="img", **aria(label=spoken(data)))
