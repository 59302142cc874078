"""The five classes of the map: where they begin, which colour they have, and the legend that says so."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import floor, log10
from typing import NamedTuple

from dashboard.figures.sparkline import hatch
from dashboard.figures.theme import LIGHT_CONTEXT, MAP_CLASSES, TEXT, WHITE
from dashboard.i18n import _, number

GAPS = (
    *("te_weinig", "ontbreekt", "wacht_op_akkoord", "verouderd", "niet_aangeleverd"),
    *("alleen_zelf", "doet_niet_mee", "niet_van_toepassing"),
)
_COLOURS = {1: (2,), 2: (1, 3), 3: (1, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4)}


class LegendRow(NamedTuple):
    """`image` is the data URI of a hatch, empty for a plain colour."""

    colour: str
    text: str
    image: str = ""


def class_edges(values: Sequence[float]) -> tuple[float, ...]:
    """Where classes two to five begin: near the fifths of the values, on the roundest numbers that keep them apart.

    Fewer edges, so fewer classes, when the values are too much alike.
    """
    ordered = sorted(values)
    if len(set(ordered)) < 2:
        return ()
    fifths = [ordered[min(len(ordered) - 1, len(ordered) * part // 5)] for part in range(1, 5)]
    power = 10.0 ** floor(log10(ordered[-1] - ordered[0]))
    rounded: list[tuple[float, ...]] = [_edges(fifths, ordered[0], power * unit) for unit in (1, 0.5, 0.2, 0.1, 0.05)]
    return max(rounded, key=len)


def _edges(fifths: Sequence[float], least: float, unit: float) -> tuple[float, ...]:
    decimals = max(0, -floor(log10(unit)) + 1)
    edges = {round(round(fifth / unit) * unit, decimals) for fifth in fifths}
    return tuple(sorted(edge for edge in edges if edge > least))


def class_colours(edges: Sequence[float]) -> tuple[str, ...]:
    return tuple(MAP_CLASSES[at] for at in _COLOURS[len(edges) + 1])


def colour_of(value: float, edges: Sequence[float]) -> str:
    return class_colours(edges)[bisect_right(edges, value)]


def readable_on(colour: str) -> str:
    """The colour of text that reaches 4.5 : 1 on a class."""
    return WHITE if MAP_CLASSES.index(colour) >= 3 else TEXT


def legend(edges: Sequence[float], gaps: Sequence[str] = (), *, decimals: int = 0) -> tuple[LegendRow, ...]:
    """Highest class first, as people read a map; then the hatches of the gaps that occur."""
    colours = class_colours(edges)
    classes = [LegendRow(colours[at], _class_text(edges, at, decimals)) for at in reversed(range(len(colours)))]
    shown = [LegendRow(LIGHT_CONTEXT, _(f"figures.gap.{gap}"), hatch(gap)) for gap in GAPS if gap in gaps]
    return (*classes, *shown)


def _class_text(edges: Sequence[float], at: int, decimals: int) -> str:
    if not edges:
        return _("figures.hexmap.all")
    if at == 0:
        return _("figures.hexmap.under", edge=number(edges[0], decimals))
    low = number(edges[at - 1], decimals)
    if at == len(edges):
        return _("figures.hexmap.from", edge=low)
    high = number(edges[at] - 10.0**-decimals, decimals)
    return low if high == low else f"{low}–{high}"
