"""The ribbons of the flow, each with its label: steps, ways in, ways out, drop-out and return."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dashboard.figures import flow_shapes as shapes
from dashboard.figures import theme
from dashboard.figures.flow_lanes import berths, over_lanes, under_lanes
from dashboard.figures.flow_plan import ENTRY, LINE, STUB, Drawing, Movement
from dashboard.figures.measure import text_width
from dashboard.i18n import _


class Ribbon(NamedTuple):
    outline: shapes.Outline
    colour: str
    movement: Movement
    notes: tuple[theme.Annotation, ...]


def ribbons(drawing: Drawing) -> Iterator[Ribbon]:
    yield from steps(drawing)
    for at, movement in drawing.moves.entries.items():
        yield _from_the_left(drawing, movement) if at == 0 else _from_above(drawing, at, movement)
    yield from exits(drawing)
    yield from drops(drawing)
    yield from returns(drawing)


def _label(key: str, movement: Movement, colour: str = theme.QUIET_TEXT, **values: object) -> str:
    text = _(key, count=theme.under_ten(movement.youths), **values)
    return theme.styled(text, colour=colour, bold=colour == theme.SIGNAL_TEXT)


def steps(drawing: Drawing) -> Iterator[Ribbon]:
    """They leave at the foot of a column and arrive at the top of the next, under those who are new there."""
    plan, moves = drawing.plan, drawing.moves
    for start, movement in moves.steps.items():
        size = drawing.size(movement)
        new = drawing.size(moves.entries[1]) if start == 0 and 1 in moves.entries else 0.0
        foot = max(0.0, drawing.top(start + 1) - new - size)
        outline = shapes.band(plan.right(start), plan.lefts[start + 1], 0.0, foot, size)
        colour = theme.SIGNAL if start + 1 == moves.last else theme.PHASES[movement.from_code]
        yield Ribbon(outline, colour, movement, tuple(_step_notes(drawing, start, (foot + size) / 2)))


def _step_notes(drawing: Drawing, start: int, middle: float) -> Iterator[theme.Annotation]:
    movement = drawing.moves.steps[start]
    x = (drawing.plan.right(start) + drawing.plan.lefts[start + 1]) / 2
    colour = theme.SIGNAL_TEXT if start + 1 == drawing.moves.last else theme.TEXT
    count = theme.styled(theme.under_ten(movement.youths), size=14, colour=colour, bold=True)
    yield theme.on_white(count, x, max(middle, 10.0), borderpad=0)
    for at, words in enumerate(movement.words):
        yield theme.note(theme.styled(theme.plain(words), size=12, colour=theme.QUIET_TEXT), x, -12 - LINE * at)


def _from_the_left(drawing: Drawing, movement: Movement) -> Ribbon:
    size = drawing.size(movement)
    foot = max(0.0, drawing.top(0) - 34 - size)
    outline = shapes.band(0.0, drawing.plan.lefts[0], foot + 26, foot, size)
    text = _label("figures.flow.new", movement)
    note = theme.on_white(text, 0, foot + 26 + size + 9, xanchor="left", borderpad=0)
    return Ribbon(outline, theme.CONTEXT, movement, (note,))


def _from_above(drawing: Drawing, at: int, movement: Movement) -> Ribbon:
    return _into_the_side(drawing, movement) if at == 1 else _onto(drawing, at, movement)


def _into_the_side(drawing: Drawing, movement: Movement) -> Ribbon:
    size, column = drawing.size(movement), drawing.top(1)
    edge = drawing.plan.lefts[1]
    x = edge - 0.36 * (edge - drawing.plan.right(0))
    top = max(column, size) + ENTRY
    outline = shapes.fall(x, top, edge, max(size, column - size / 2, size / 2), size)
    note = theme.on_white(_label("figures.flow.new", movement), x - size / 2 - 2, top + 9, xanchor="left", borderpad=0)
    return Ribbon(outline, theme.CONTEXT, movement, (note,))


def _onto(drawing: Drawing, at: int, movement: Movement) -> Ribbon:
    half, top = drawing.size(movement) / 2, drawing.top(at)
    x = drawing.plan.inside(at, 0.2)
    outline = shapes.box(x - half, x + half, top, top + ENTRY)
    text = _label("figures.flow.new", movement)
    note = theme.on_white(text, x - half - 4, top + ENTRY - 6, xanchor="right", borderpad=0)
    return Ribbon(outline, theme.CONTEXT, movement, (note,))


def exits(drawing: Drawing) -> Iterator[Ribbon]:
    for at, movement in drawing.moves.exits.items():
        half, top = drawing.size(movement) / 2, drawing.top(at)
        x = drawing.plan.inside(at, 0.82 if at in drawing.moves.drops else 0.5)
        outline = shapes.box(x - half, x + half, top, top + STUB)
        text = _label("figures.flow.done" if at == drawing.moves.last - 1 else "figures.flow.gone", movement)
        beside = {"x": x + half + 4, "y": top + STUB - 6, "xanchor": "left"}
        note = theme.on_white(text, borderpad=0, **(beside if at else {"x": x, "y": top + STUB + 9}))
        yield Ribbon(outline, theme.CONTEXT, movement, (note,))


def drops(drawing: Drawing) -> Iterator[Ribbon]:
    places = berths(drawing, drawing.moves.drops)
    for source, middle in over_lanes(drawing).items():
        movement = drawing.moves.drops[source]
        size = drawing.size(movement)
        start = drawing.plan.inside(source, _leaving(drawing, source))
        feet = (drawing.top(source), drawing.top(drawing.moves.last))
        outline = shapes.lane((start, feet[0]), (places[source], feet[1]), middle, size)
        text = _label("figures.flow.stop", movement, theme.SIGNAL_TEXT)
        note = theme.on_white(text, start + 12, middle + size / 2 + 9, xanchor="left", borderpad=0)
        yield Ribbon(outline, theme.SIGNAL, movement, (note,))


def _leaving(drawing: Drawing, at: int) -> float:
    """The part of the column where drop-out leaves it, beside whatever else stands on the column."""
    if at in drawing.moves.entries:
        return 0.68 if at == 1 else 0.5
    return 0.34 if at in drawing.moves.exits else 0.5


def returns(drawing: Drawing) -> Iterator[Ribbon]:
    places = berths(drawing, drawing.moves.returns)
    for target, middle in under_lanes(drawing).items():
        movement = drawing.moves.returns[target]
        size = drawing.size(movement)
        end = drawing.plan.inside(target, 0.5)
        outline = shapes.lane((end, 0.0), (places[target], 0.0), middle, size)
        phase = theme.plain(drawing.stocks[target].label.lower())
        note = _return_note(_label("figures.flow.again", movement, theme.SIGNAL_TEXT, phase=phase), end, places[target])
        yield Ribbon(outline, theme.SIGNAL, movement, ({**note, "y": middle - size / 2 - 9},))


def _return_note(text: str, start: float, end: float) -> theme.Annotation:
    """Left under its lane; where the lane is short, it ends with the lane."""
    words = text.partition("<b>")[2].partition("</b>")[0]
    fits = text_width(words, bold=True) + 18 <= end - start
    x, anchor = (start + 14, "left") if fits else (end, "right")
    return theme.on_white(text, x, 0, xanchor=anchor, borderpad=0)
