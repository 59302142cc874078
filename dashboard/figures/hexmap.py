"""The map of a division in hexagons: every region about as large as its number of municipalities is to the eye."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dashboard.figures import theme
from dashboard.figures.hexmap_classes import class_edges, colour_of, legend, readable_on
from dashboard.figures.hexmap_ground import Ground, Hexagons, Point, ground_of
from dashboard.i18n import _

__all__ = ["Area", "class_edges", "hexmap", "legend"]


_FULL_SIZE = 520


class Area(NamedTuple):
    """A region on the map. A region without a value has the kind of its gap; `mark` is its number in the list."""

    code: str
    name: str
    value: float | None
    text: str
    gap: str | None
    hover: str
    mark: str | None = None


def hexmap(division: str, areas: Sequence[Area], *, edges: Sequence[float], height: int = 640) -> theme.Figure:
    """Regions of the division that are not among the areas are drawn as not applicable."""
    ground = ground_of(division)
    known = {area.code: area for area in areas}
    every = [known.get(code) or _absent(code, place.name) for code, place in ground.regions.items()]
    marked = [area for area in every if area.mark]
    data = [
        *(_region(ground.regions[area.code], area, edges) for area in every),
        *(line for area in marked for line in _outlines(ground.regions[area.code])),
        _values(ground, every, edges, height),
        *_badges(ground, marked, height),
    ]
    across = theme.hidden_axis(*ground.x, constrain="domain")
    upward = theme.hidden_axis(*ground.y, scaleanchor="x", scaleratio=1, constrain="domain")
    return {"data": data, "layout": theme.layout(height, x=across, y=upward)}


def _absent(code: str, name: str) -> Area:
    gap = _("figures.gap.niet_van_toepassing")
    return Area(code, name, None, "", "niet_van_toepassing", f"{theme.plain(name)}: {gap}")


def _region(place: Hexagons, area: Area, edges: Sequence[float]) -> theme.Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": place.x,
        "y": place.y,
        "fill": "toself",
        **_fill(area, edges),
        "hoveron": "fills",
        "hoverinfo": "text",
        "text": area.hover,
        "name": area.name,
        "customdata": [area.code],
    }


def _fill(area: Area, edges: Sequence[float]) -> theme.Trace:
    gap = area.gap or ("ontbreekt" if area.value is None else None)
    if gap or area.value is None:
        hatched = theme.pattern(gap or "ontbreekt")
        line = {"width": 1, "color": theme.CONTEXT}
        return {"fillcolor": hatched["bgcolor"], "fillpattern": hatched, "line": line}
    return {"fillcolor": colour_of(area.value, edges), "line": {"width": 1.6, "color": theme.WHITE}}


def _outlines(place: Hexagons) -> Iterator[theme.Trace]:
    for width, colour in ((5.5, theme.WHITE), (2.4, theme.TEXT)):
        line = {"width": width, "color": colour}
        yield {"type": "scatter", "mode": "lines", "x": place.x, "y": place.y, "line": line, "hoverinfo": "skip"}


def _pixels(ground: Ground, height: int) -> float:
    """Of one kilometre, when the card is wide enough for the height."""
    return height / (ground.y[1] - ground.y[0])


def _values(ground: Ground, areas: Sequence[Area], edges: Sequence[float], height: int) -> theme.Trace:
    """A value is left out where its region is too small to hold it: it stands in the list and in the hover text."""
    size = 13 if height >= _FULL_SIZE else 11
    least = 0.6 * size / _pixels(ground, height)
    shown = [
        (area, readable_on(colour_of(area.value, edges)))
        for area in areas
        if area.value is not None and not area.gap and ground.regions[area.code].room >= least
    ]
    font = {"size": size, "weight": 600, "color": [colour for _area, colour in shown]}
    places = [ground.regions[area.code].label for area, _colour in shown]
    return _words(places, [area.text for area, _colour in shown], font)


def _words(places: Sequence[Point], texts: Sequence[str], font: dict[str, object]) -> theme.Trace:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x for x, _ in places],
        "y": [y for _, y in places],
        "text": list(texts),
        "textfont": font,
        "hoverinfo": "skip",
    }


def _badges(ground: Ground, areas: Sequence[Area], height: int) -> Iterator[theme.Trace]:
    """The number of a region stands beside its value, or in its place when there is none."""
    size = 21 if height >= _FULL_SIZE else 17
    marker = {"size": size, "color": theme.TITLE, "line": {"width": 2, "color": theme.WHITE}}
    font: dict[str, object] = {"size": size - 9, "weight": 700, "color": theme.WHITE}
    if areas:
        places = [
            _beside(ground.regions[area.code].label, area, 0.9 * size / _pixels(ground, height)) for area in areas
        ]
        texts = [area.mark or "" for area in areas]
        yield {**_words(places, texts, font), "mode": "markers+text", "marker": marker}


def _beside(label: Point, area: Area, away: float) -> Point:
    return label if area.gap or area.value is None else (label[0] + away, label[1] + 0.9 * away)
