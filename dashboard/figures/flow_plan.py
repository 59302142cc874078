"""Where everything of the flow stands: one scale for columns and ribbons, chosen so that all of it fits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

NEW: Final = "NEW"
GONE: Final = "GONE"
DROP_OUT: Final = "F6"
LANE: Final = 19.0
STUB: Final = 20.0
ENTRY: Final = 44.0
UNDER: Final = 22.0
LINE: Final = 16.0
COLUMNS: Final = 100.0
WIDEST: Final = 4.0  # pixels for one young person: the ribbons of a small region stay ribbons


class Stock(NamedTuple):
    """Youths in a phase on the reference date; `youths` is None when the region did not deliver it."""

    phase_code: str
    label: str
    youths: int | None
    change: int | None = None
    share: str | None = None


class Movement(NamedTuple):
    """Youths who went from one phase to another in the period; `words` are lines under a step forward."""

    from_code: str
    to_code: str
    youths: int
    words: tuple[str, ...] = ()


class Moves(NamedTuple):
    """Movements by the way in which they are drawn; `last` is the column of drop-out."""

    last: int
    entries: dict[int, Movement]
    steps: dict[int, Movement]
    drops: dict[int, Movement]
    returns: dict[int, Movement]
    exits: dict[int, Movement]
    others: tuple[Movement, ...]


def sort(stocks: Sequence[Stock], movements: Sequence[Movement]) -> Moves:
    places = {stock.phase_code: at for at, stock in enumerate(stocks)}
    moves = Moves(places.get(DROP_OUT, -1), {}, {}, {}, {}, {}, ())
    others = [movement for movement in movements if movement.youths > 0 and not _placed(moves, places, movement)]
    return moves._replace(others=tuple(others))


def _placed(moves: Moves, places: dict[str, int], movement: Movement) -> bool:
    start, end = places.get(movement.from_code), places.get(movement.to_code)
    if movement.from_code == NEW and end is not None:
        moves.entries[end] = movement
    elif movement.to_code == GONE and start is not None:
        moves.exits[start] = movement
    elif start is None or end is None:
        return False
    elif end == start + 1:
        moves.steps[start] = movement
    elif end == moves.last:
        moves.drops[start] = movement
    elif start == moves.last:
        moves.returns[end] = movement
    else:
        return False
    return True


class Plan(NamedTuple):
    """Pixels: `lefts` of the columns, `floor` is the room under the base line."""

    scale: float
    column: float
    lefts: tuple[float, ...]
    floor: float

    def right(self, at: int) -> float:
        return self.lefts[at] + self.column

    def inside(self, at: int, part: float) -> float:
        return self.lefts[at] + self.column * part


def least_room(stocks: Sequence[Stock], moves: Moves) -> float:
    """Under this height lanes and labels would leave no room for the columns."""
    return _under(moves) + max(_gap(moves, at) for at in range(len(stocks))) + COLUMNS


def plan(stocks: Sequence[Stock], moves: Moves, width: float, room: float) -> Plan:
    lefts, column = _columns(len(stocks), width)
    returned = _sum(moves.returns)
    under = _under(moves)
    scale = min(
        *(_fit(room - under - _gap(moves, at), _load(stocks, moves, at) + returned) for at in range(len(stocks))),
        _fit(column * 0.6, _sum(moves.drops)),
        _fit(column * 0.6, returned),
        _fit(column * 0.3, _greatest(moves)),
        _fit(column * 0.6, moves.entries[1].youths if 1 in moves.entries else 0),
        WIDEST,
    )
    return Plan(scale, column, lefts, under + returned * scale)


def _under(moves: Moves) -> float:
    """Room under the base line apart from the scale."""
    return label_room(moves) + LANE * (len(moves.returns) + bool(moves.others))


def label_room(moves: Moves) -> float:
    """For what stands under the steps; lanes of return run below it."""
    lines = max((len(step.words) for step in moves.steps.values()), default=0)
    return UNDER + LINE * max(lines - 1, 0) if moves.returns or lines else 6.0


def unused(stocks: Sequence[Stock], moves: Moves, drawn: Plan, room: float) -> float:
    """Room over everything, where widths and not the height decided the scale."""
    places = range(len(stocks))
    return max(0.0, room - drawn.floor - max(_load(stocks, moves, at) * drawn.scale + _gap(moves, at) for at in places))


class Drawing(NamedTuple):
    stocks: Sequence[Stock]
    moves: Moves
    plan: Plan

    def size(self, movement: Movement) -> float:
        return movement.youths * self.plan.scale

    def top(self, at: int) -> float:
        return (self.stocks[at].youths or 0) * self.plan.scale


def _columns(many: int, width: float) -> tuple[tuple[float, ...], float]:
    left = max(62.0, width * 0.07)
    pitch = (width - left) / (many - 0.06)
    return tuple(left + at * pitch for at in range(many)), pitch * 0.5


def _fit(room: float, load: float) -> float:
    return max(room, 20.0) / load if load else WIDEST


def _greatest(moves: Moves) -> int:
    """The widest ribbon that has only a part of a column to stand on. The way in to the second stands beside it."""
    upright = [moves.drops, moves.returns, moves.exits, {at: one for at, one in moves.entries.items() if at > 1}]
    return max((movement.youths for group in upright for movement in group.values()), default=0)


def _sum(moves: dict[int, Movement]) -> int:
    return sum(movement.youths for movement in moves.values())


def _load(stocks: Sequence[Stock], moves: Moves, at: int) -> int:
    """What stands at and over a column, in youths."""
    here = [stocks[at].youths or 0, *(moves.steps[near].youths for near in (at - 1, at) if near in moves.steps)]
    over = sum(drop.youths for source, drop in moves.drops.items() if source <= at)
    return max(here) + over


def _gap(moves: Moves, at: int) -> float:
    """What stands over a column apart from the scale: stubs, lanes with their labels, the way in."""
    lanes = sum(LANE for source in moves.drops if source <= at)
    return lanes + max(_stub(moves, at), 12.0 if lanes else 4.0)


def _stub(moves: Moves, at: int) -> float:
    if at == 1 and at in moves.entries:
        return ENTRY + LANE
    if at > 1 and at in moves.entries:
        return ENTRY + 6
    return STUB + (LANE if at == 0 else 6) if at in moves.exits else 0.0


def tops(drawing: Drawing) -> list[float]:
    """The height that a lane must stay over at each column."""
    bare = drawing.moves._replace(drops={})
    places = range(len(drawing.stocks))
    return [_load(drawing.stocks, bare, at) * drawing.plan.scale + max(_stub(bare, at), 12.0) for at in places]
