"""Is this region different: shares against the size of the group, with the limits of chance; no ranking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Any, Final, NamedTuple

from dashboard.figures import theme
from dashboard.figures.measure import nice_step, text_width, ticks_to
from dashboard.i18n import _, number
from queries.funnel_limits import ALARM, WARNING, Funnel, Share

_LEFT: Final = 46
_RIGHT: Final = 16
_FOOT: Final = 46
_TOP: Final = 30
_STEPS: Final = 48
_NAME: Final = 18
_EDGE: Final = 44
_NARROW: Final = 480
_OUTER: Final = "#f3f8fc"


class Dot(NamedTuple):
    """A region; `own` is the one that is looked at, `peer` one that it is compared with."""

    code: str
    name: str
    share: Share
    own: bool = False
    peer: bool = False


class Canvas(NamedTuple):
    """Shares are percentages; `widest` is the largest group with some room beside it."""

    dots: tuple[Dot, ...]
    bounds: Funnel
    widest: float
    low: float
    high: float
    width: int
    height: int

    def is_outside(self, dot: Dot) -> bool:
        return not self.bounds.is_within(dot.share)

    def x(self, of: float) -> float:
        return of * (self.width - _LEFT - _RIGHT) / self.widest

    def y(self, percent: float) -> float:
        """Pixels of so many points."""
        return percent * (self.height - _TOP - _FOOT) / (self.high - self.low)


def funnel_plot(
    dots: Sequence[Dot], bounds: Funnel | None, *, across: str, height: int = 380, width: int = 640
) -> theme.Figure:
    """`across` names the size of the group, such as "afgeronde trajecten in 12 maanden"."""
    if bounds is None:
        return theme.empty(height)
    canvas = _canvas(dots, bounds, height, width)
    notes = [*_band_names(canvas), *_names(canvas), _across(across)]
    return {
        "data": [_band(canvas, ALARM, _OUTER), _band(canvas, WARNING, theme.BAND), *_dots(canvas)],
        "layout": _layout(canvas, notes),
    }


def _canvas(dots: Sequence[Dot], bounds: Funnel, height: int, width: int) -> Canvas:
    widest = ticks_to(1.05 * max(dot.share.denominator for dot in dots))[-1]
    smallest = min(dot.share.denominator for dot in dots)
    seen = [100 * dot.share.value for dot in dots]
    edges = [100 * edge for edge in bounds.limits(smallest, WARNING)]
    low, high = min(*seen, *edges), max(*seen, *edges)
    step = nice_step(high - low, 5)
    return Canvas(
        tuple(dots),
        bounds,
        widest,
        max(0.0, step * (low // step)),
        min(100.0, step * ceil(high / step)),
        width,
        height,
    )


def _sizes(canvas: Canvas) -> list[float]:
    """From small to large; close together where the limits bend."""
    return [canvas.widest * (at / _STEPS) ** 2 for at in range(1, _STEPS + 1)]


def _band(canvas: Canvas, errors: float, colour: str) -> theme.Trace:
    sizes = _sizes(canvas)
    limits = [[100 * edge for edge in canvas.bounds.limits(of, errors)] for of in sizes]
    lower, upper = ([min(max(edge[side], canvas.low), canvas.high) for edge in limits] for side in (0, 1))
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [*sizes, *reversed(sizes)],
        "y": [*upper, *reversed(lower)],
        "fill": "toself",
        "fillcolor": colour,
        "line": {"width": 0},
        "hoverinfo": "skip",
    }


def _dots(canvas: Canvas) -> Iterator[theme.Trace]:
    ordered = sorted(canvas.dots, key=lambda dot: (dot.own, canvas.is_outside(dot)))
    yield {
        "type": "scatter",
        "mode": "markers",
        "x": [dot.share.denominator for dot in ordered],
        "y": [100 * dot.share.value for dot in ordered],
        "customdata": [dot.code for dot in ordered],
        "cliponaxis": False,
        "hoverinfo": "text",
        "hovertext": [_words(canvas, dot) for dot in ordered],
        "marker": {
            "opacity": 1,
            "size": [15 if dot.own else 11 for dot in ordered],
            "symbol": ["diamond" if dot.own else "circle" for dot in ordered],
            "color": [_fill(canvas, dot) for dot in ordered],
            "line": {"width": [_outline(dot) for dot in ordered], "color": [_ink(canvas, dot) for dot in ordered]},
        },
    }


def _fill(canvas: Canvas, dot: Dot) -> str:
    if canvas.is_outside(dot):
        return theme.SIGNAL
    return theme.TITLE if dot.own else theme.WHITE


def _ink(canvas: Canvas, dot: Dot) -> str:
    if dot.own or dot.peer:
        return theme.TITLE
    return theme.SIGNAL_TEXT if canvas.is_outside(dot) else theme.QUIET_TEXT


def _outline(dot: Dot) -> float:
    return 2.6 if dot.peer or dot.own else 1.2


def _words(canvas: Canvas, dot: Dot) -> str:
    errors = canvas.bounds.errors(dot.share)
    kind = "within" if abs(errors) <= WARNING else "outside" if abs(errors) <= ALARM else "far"
    return _(
        f"figures.funnel.{kind}",
        name=theme.plain(dot.name),
        share=number(round(100 * dot.share.value)),
        count=number(dot.share.denominator),
    )


def _band_names(canvas: Canvas) -> Iterator[theme.Annotation]:
    """The share of all at the right edge; how sure the limits are, under them, where they are far enough apart."""
    percent = 100 * canvas.bounds.centre
    place, narrow = {"xanchor": "right", "borderpad": 0}, canvas.width < _NARROW
    country = theme.styled(_("figures.funnel.centre", share=number(round(percent))), colour=theme.MESSAGE, bold=True)
    yield theme.note(country, canvas.widest, percent, yanchor="bottom", **place)
    roomy = [of for of in _sizes(canvas) if canvas.y(_upper(canvas, of, ALARM) - _upper(canvas, of, WARNING)) >= _NAME]
    for errors, name in ((WARNING, "95%"), (ALARM, _("figures.funnel.alarm"))) if roomy and not narrow else ():
        text = theme.styled(name, size=12, colour=theme.QUIET_TEXT)
        yield theme.note(text, roomy[-1], _upper(canvas, roomy[-1], errors), yanchor="top", **place)


def _upper(canvas: Canvas, of: float, errors: float) -> float:
    return min(100 * canvas.bounds.limits(of, errors)[1], canvas.high)


def _names(canvas: Canvas) -> Iterator[theme.Annotation]:
    """The own region and those outside the limits; a name that would meet another one is left to the table."""
    named = [dot for dot in canvas.dots if dot.own or canvas.is_outside(dot)]
    taken: list[tuple[float, float, float]] = []
    for dot in sorted(named, key=lambda dot: (not dot.own, -abs(canvas.bounds.errors(dot.share)))):
        text = _("figures.funnel.name", name=theme.plain(dot.name), share=number(round(100 * dot.share.value)))
        x, y = canvas.x(dot.share.denominator), canvas.y(100 * dot.share.value)
        wide = text_width(text, 14, bold=True)
        left = x + 12 if x + 12 + wide <= canvas.width - _LEFT - _RIGHT - _EDGE else x - 12 - wide
        if all(abs(y - row) >= 17 or left >= end or left + wide <= start for start, end, row in taken):
            taken.append((left, left + wide, y))
            colour = theme.TITLE if dot.own else theme.SIGNAL_TEXT
            side = {"xanchor": "left", "xshift": 10} if left > x else {"xanchor": "right", "xshift": -10}
            label = theme.styled(text, size=14, colour=colour, bold=True)
            yield theme.on_white(label, dot.share.denominator, 100 * dot.share.value, **side)


def _across(text: str) -> theme.Annotation:
    place = {"xref": "paper", "yref": "paper", "xanchor": "right", "yanchor": "top", "yshift": -24}
    return theme.note(theme.styled(text, colour=theme.QUIET_TEXT), 1, 0, **place)


def _layout(canvas: Canvas, notes: list[theme.Annotation]) -> dict[str, Any]:
    step = nice_step(canvas.high - canvas.low, 5)
    shares = [canvas.low + step * at for at in range(int((canvas.high - canvas.low) / step + 1e-9) + 1)]
    sizes = ticks_to(canvas.widest)
    quiet = {"fixedrange": True, "zeroline": False, "tickfont": {"color": theme.QUIET_TEXT}}
    across = {"tickvals": sizes, "ticktext": [number(size) for size in sizes], "showgrid": False, "ticks": ""}
    upward = {"tickvals": shares, "ticktext": [f"{number(share)}%" for share in shares], "gridcolor": theme.GRID}
    centre = {"color": theme.MESSAGE, "width": 2}
    return theme.layout(
        canvas.height,
        x={"range": [0, canvas.widest], **across, **quiet},
        y={"range": [canvas.low, canvas.high], **upward, **quiet},
        margin={"l": _LEFT, "r": _RIGHT, "t": _TOP, "b": _FOOT, "pad": 0},
        shapes=[
            {"type": "line", "x0": 0, "x1": canvas.widest, "line": centre}
            | dict.fromkeys(("y0", "y1"), 100 * canvas.bounds.centre)
        ],
        annotations=notes,
    )
