"""Where the lanes of drop-out and return run, so that they neither cross nor cover anything."""

from __future__ import annotations

from dashboard.figures.flow_plan import LANE, Drawing, Movement, label_room, tops


def over_lanes(drawing: Drawing) -> dict[int, float]:
    """Middle of the lane of each drop-out: over the columns that it passes and over the lanes inside it."""
    drops, clear = drawing.moves.drops, tops(drawing)
    middles: dict[int, float] = {}
    edge = 0.0
    for source in sorted(drops, reverse=True):
        size = drawing.size(drops[source])
        low = max(*clear[source:], edge)
        middles[source] = low + size / 2
        edge = low + size + LANE
    return middles


def under_lanes(drawing: Drawing) -> dict[int, float]:
    """Middle of the lane of each return, the shortest nearest to the base line."""
    middles: dict[int, float] = {}
    edge = -label_room(drawing.moves)
    for target in sorted(drawing.moves.returns, reverse=True):
        size = drawing.size(drawing.moves.returns[target])
        middles[target] = edge - size / 2
        edge -= size + LANE
    return middles


def berths(drawing: Drawing, movements: dict[int, Movement]) -> dict[int, float]:
    """Where lanes meet the column of drop-out: the longest lane farthest right."""
    sizes = {key: drawing.size(movements[key]) for key in sorted(movements, reverse=True)}
    spare = (drawing.plan.column - sum(sizes.values())) / (len(sizes) + 1)
    places: dict[int, float] = {}
    edge = drawing.plan.lefts[drawing.moves.last]
    for key, size in sizes.items():
        places[key] = edge + spare + size / 2
        edge += spare + size
    return places
