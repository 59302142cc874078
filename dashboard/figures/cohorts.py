"""Does it last: who left in one quarter, followed as one group; groups are never mixed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from dashboard import printed
from dashboard.figures import theme
from dashboard.figures.measure import apart, text_width
from dashboard.i18n import _, number

HEIGHT, _EMPTY = 380, 200
_HIGH = 102
_TOP, _FOOT, _LABEL = 16, 30, 12.5
_OLDER = ("#696969", "#8a8a8a", theme.CONTEXT)


class Followed(NamedTuple):
    """`share` is the percentage of those followed that was still well; `open` while some are not that far."""

    months: int
    share: float
    open: bool = False


class Cohort(NamedTuple):
    """`beside` is what a place is compared with; of the others the last one is the newest."""

    name: str
    followed: tuple[Followed, ...]
    beside: bool = False


class Line(NamedTuple):
    cohort: Cohort
    colour: str
    width: float


class Canvas(NamedTuple):
    lines: tuple[Line, ...]
    last: int
    left: float
    right: float
    low: int

    @property
    def unit(self) -> float:
        """Pixels of one percent."""
        return (HEIGHT - _TOP - _FOOT) / (_HIGH - self.low)

    @property
    def ticks(self) -> list[int]:
        return list(range(self.low, 101, 5 if self.low >= 80 else 10 if self.low >= 50 else 25))


def cohorts(found: Sequence[Cohort], *, width: int = 620) -> theme.Figure:
    """A line for each group that has a percentage; the newest speaks, older ones are grey and named too."""
    shown = [one for one in found if one.followed]
    if not shown:
        return theme.empty(_EMPTY)
    canvas = _canvas(_lines(shown))
    names = {"tickvals": [months for months in (0, 3, 6, 12, 24) if months <= canvas.last]}
    named = [
        _("figures.cohorts.months", n=months) if months else _("figures.cohorts.start") for months in names["tickvals"]
    ]
    quiet = {"fixedrange": True, "zeroline": False, "tickfont": {"color": theme.QUIET_TEXT}, "tickmode": "array"}
    across = {
        "range": [-canvas.last / 9, canvas.last],
        "showgrid": False,
        "ticktext": named,
        "tickangle": 0,
        **names,
        **quiet,
    }
    percentages = [f"{number(tick)}%" for tick in canvas.ticks]
    upward = {"range": [canvas.low, _HIGH], "gridcolor": theme.GRID, "tickvals": canvas.ticks, "ticktext": percentages}
    layout = theme.layout(
        HEIGHT,
        x=across,
        y={**upward, **quiet},
        margin={"l": canvas.left, "r": canvas.right, "t": _TOP, "b": _FOOT, "pad": 0},
        annotations=list(_labels(canvas)),
    )
    return {"data": [trace for line in canvas.lines for trace in _traces(line)], "layout": layout}


def _lines(shown: Sequence[Cohort]) -> tuple[Line, ...]:
    """Drawn from old to new, so that the newest lies on top; the older, the paler."""
    own = [one for one in shown if not one.beside]
    older = [Line(one, _OLDER[min(back, len(_OLDER) - 1)], 1.6) for back, one in enumerate(reversed(own[:-1]))]
    newest = [Line(one, theme.MESSAGE, 3.0) for one in own[-1:]]
    return (*reversed(older), *(Line(one, theme.EXPECTED, 1.8) for one in shown if one.beside), *newest)


def _canvas(lines: tuple[Line, ...]) -> Canvas:
    last = max(line.cohort.followed[-1].months for line in lines)
    widest = max(
        text_width(_name(line), _LABEL, bold=True) for line in lines if line.cohort.followed[-1].months == last
    )
    return Canvas(lines, last, text_width("100%") + 8, widest + 20, _low(lines))


def _low(lines: tuple[Line, ...]) -> int:
    """Lines, unlike columns, need no zero; near it they start there all the same."""
    least = min(one.share for line in lines for one in line.cohort.followed)
    return int(least - 5) // 10 * 10 if least >= 55 else 0


def _traces(line: Line) -> Iterator[theme.Trace]:
    """Everyone was well when they left. To a mark that is still open a line is dashed."""
    every = (Followed(0, 100.0), *line.cohort.followed)
    for before, after in pairwise(every):
        yield {
            "type": "scatter",
            "mode": "lines",
            "x": [before.months, after.months],
            "y": [before.share, after.share],
            "line": {"color": line.colour, "width": line.width, "dash": "5px,4px" if after.open else "solid"},
            "hoverinfo": "skip",
        }
    yield {
        "type": "scatter",
        "mode": "markers",
        "x": [one.months for one in line.cohort.followed],
        "y": [one.share for one in line.cohort.followed],
        "cliponaxis": False,
        "marker": _marker(line),
        "hoverinfo": "text",
        "hovertext": [_words(line.cohort, one) for one in line.cohort.followed],
    }


def _marker(line: Line) -> dict[str, Any]:
    return {
        "size": 9 if line.colour == theme.MESSAGE else 7,
        "color": [theme.WHITE if one.open else line.colour for one in line.cohort.followed],
        "line": {"color": line.colour, "width": 2},
    }


def _words(cohort: Cohort, one: Followed) -> str:
    key = "figures.cohorts.open" if one.open else "figures.cohorts.known"
    return _(key, name=cohort.name, n=one.months, share=printed.percentage(one.share))


def _name(line: Line) -> str:
    return f"{line.cohort.name} {printed.percentage(line.cohort.followed[-1].share)}"


def _labels(canvas: Canvas) -> Iterator[theme.Annotation]:
    """At the end of its line; names that end at the same moment keep apart."""
    ends: dict[int, list[Line]] = defaultdict(list)
    for line in canvas.lines:
        ends[line.cohort.followed[-1].months].append(line)
    for months, lines in ends.items():
        places = apart([(line.cohort.followed[-1].share - canvas.low) * canvas.unit for line in lines], 16)
        for line, place in zip(lines, places, strict=True):
            colour = theme.QUIET_TEXT if line.width < 1.7 else line.colour
            text = theme.styled(_name(line), size=_LABEL, colour=colour, bold=line.width > 1.7)
            yield theme.on_white(text, months, canvas.low + place / canvas.unit, xanchor="left", xshift=9, borderpad=0)
