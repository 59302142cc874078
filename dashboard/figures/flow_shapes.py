"""Outlines of ribbons, in pixels of the drawing: y is zero at the base line and grows upward."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, pi, sin
from typing import NamedTuple

_SAMPLES = 14
_CORNER = 14.0
_EASE = tuple((at / _SAMPLES, (3 - 2 * at / _SAMPLES) * (at / _SAMPLES) ** 2) for at in range(_SAMPLES + 1))
_QUARTER = tuple((sin(at * pi / 12), 1 - cos(at * pi / 12)) for at in range(7))


class Outline(NamedTuple):
    x: list[float]
    y: list[float]


def _outline(points: Iterable[tuple[float, float]]) -> Outline:
    kept = [(round(x, 1), round(y, 2)) for x, y in points]
    return Outline([x for x, _ in kept], [y for _, y in kept])


def band(left: float, right: float, foot_left: float, foot_right: float, thickness: float) -> Outline:
    """From one column to the next; the same thickness at both ends."""
    lower = [(left + (right - left) * along, foot_left + (foot_right - foot_left) * up) for along, up in _EASE]
    upper = [(x, y + thickness) for x, y in reversed(lower)]
    return _outline(lower + upper)


def box(left: float, right: float, low: float, high: float) -> Outline:
    return _outline([(left, low), (left, high), (right, high), (right, low)])


def _corner(x: float, y: float, radius: float, side: int, rise: int) -> list[tuple[float, float]]:
    """A quarter circle that starts upright at (x, y - rise * radius) and ends level, `side` of it."""
    return [(x + side * radius * level, y - rise * radius * (1 - upright)) for upright, level in _QUARTER]


def lane(start: tuple[float, float], end: tuple[float, float], middle: float, thickness: float) -> Outline:
    """A ribbon of one thickness that leaves upright, runs level at `middle`, and arrives upright.

    A negative middle runs under the base line.
    """
    rise = 1 if middle >= max(start[1], end[1]) else -1
    half = thickness / 2
    bend = min(_CORNER, abs(middle - start[1]), abs(middle - end[1]))
    outer = _course(start[0] - half, end[0] + half, middle + rise * half, bend + half, rise)
    inner = _course(start[0] + half, end[0] - half, middle - rise * half, max(bend - half, 0.0), rise)
    feet = [(end[0] + half, end[1]), (end[0] - half, end[1])]
    return _outline(
        [(start[0] - half, start[1]), *outer, *feet, *reversed(inner), (start[0] + half, start[1])],
    )


def _course(start: float, end: float, height: float, radius: float, rise: int) -> list[tuple[float, float]]:
    return [*_corner(start, height, radius, 1, rise), *reversed(_corner(end, height, radius, -1, rise))]


def fall(x: float, top: float, edge: float, middle: float, thickness: float) -> Outline:
    """A ribbon that comes down at `x` and bends to the right into the edge of a column."""
    half = thickness / 2
    radius = max(min(_CORNER, edge - x - half), 1.0)
    outer = _corner(x - half, middle - half, radius + thickness, 1, -1)
    inner = _corner(x + half, middle + half, radius, 1, -1)
    return _outline(
        [(x - half, top), *outer, (edge, middle - half), (edge, middle + half), *reversed(inner), (x + half, top)]
    )
