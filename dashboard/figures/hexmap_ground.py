"""The hexagons of a division: an integer lattice of the reference data, stretched to kilometres."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import hypot
from typing import Any, NamedTuple

Point = tuple[float, float]

_AIR = 6.0


class Hexagons(NamedTuple):
    """The outline of a region in kilometres; around `label` there is `room` to every side."""

    name: str
    label: tuple[float, float]
    room: float
    x: tuple[float | None, ...]
    y: tuple[float | None, ...]


class Ground(NamedTuple):
    regions: dict[str, Hexagons]
    x: tuple[float, float]
    y: tuple[float, float]


@cache
def ground_of(division: str) -> Ground:
    text = files("warehouse.reference").joinpath("hexmap", f"{division}.json").read_text("utf-8")
    source = json.loads(text)
    unit = source["unit"]
    regions = {code: _hexagons(region, unit["x"], unit["y"]) for code, region in source["regions"].items()}
    xs = [x for region in regions.values() for x in region.x if x is not None]
    ys = [y for region in regions.values() for y in region.y if y is not None]
    return Ground(regions, (min(xs) - _AIR, max(xs) + _AIR), (min(ys) - _AIR, max(ys) + _AIR))


def _hexagons(region: dict[str, Any], across: float, up: float) -> Hexagons:
    """Islands stand apart in one outline, with an empty point between them."""
    rings = [[(round(x * across, 1), round(y * up, 1)) for x, y in [*ring, ring[0]]] for ring in region["rings"]]
    x: list[float | None] = []
    y: list[float | None] = []
    for ring in rings:
        x += [*([None] if x else []), *(point[0] for point in ring)]
        y += [*([None] if y else []), *(point[1] for point in ring)]
    label, room = _roomiest(max(rings, key=len), across, up)
    return Hexagons(region["name"], label, room, tuple(x), tuple(y))


def _roomiest(ring: list[Point], across: float, up: float) -> tuple[Point, float]:
    """The place inside that is farthest from the outline; text is wide, so sideways counts less."""
    low, high = min(y for _, y in ring), max(y for _, y in ring)
    left, right = min(x for x, _ in ring), max(x for x, _ in ring)
    columns, rows = int((right - left) / across), int((high - low) / up)
    grid = ((left + column * across, low + row * up) for column in range(1, columns) for row in range(1, rows))
    return max(((point, _distance(point, ring)) for point in grid if _inside(point, ring)), key=lambda found: found[1])


def _distance(point: Point, ring: list[Point]) -> float:
    return min(hypot((x - point[0]) * 0.7, y - point[1]) for x, y in ring)


def _inside(point: Point, ring: list[Point]) -> bool:
    """A ray to the right crosses the outline an odd number of times."""
    x, y = point
    crossings = 0
    for (x0, y0), (x1, y1) in pairwise(ring):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            crossings += 1
    return crossings % 2 == 1
