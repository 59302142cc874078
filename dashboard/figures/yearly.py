"""A figure of each year, with a gap where a year is missing, where the definition changed and where a border did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Final, NamedTuple

from dashboard.figures import theme
from dashboard.figures.measure import nice_step, text_width
from dashboard.i18n import _, number

_FOOT: Final = 28
_TOP: Final = 34
_SIDE: Final = 48


class Year(NamedTuple):
    """`at` orders the years and tells how far apart they are; `version` is that of the definition."""

    at: int
    label: str
    share: float
    version: int
    provisional: bool = False


class Earlier(NamedTuple):
    """`years` of another region, in which this one was counted up to and not including `until`."""

    name: str
    until: int
    years: Sequence[Year]


def yearly(
    years: Sequence[Year], before: Sequence[Earlier] = (), *, height: int = 360, width: int = 640
) -> theme.Figure:
    """Shares in percent, the oldest first. Years that are not next to each other, or not comparable, are not joined."""
    every = sorted([*years, *(year for one in before for year in one.years)])
    if not every:
        return theme.empty(height)
    first, last = _ends(every, before)
    breaks = [(early, late) for early, late in pairwise(years) if early.version != late.version]
    layout = theme.layout(
        height,
        x=_across(every, first, last),
        y=_upward(1.15 * max(year.share for year in every)),
        margin={"l": _SIDE, "r": _SIDE, "t": _TOP, "b": _FOOT, "pad": 0},
        annotations=[
            *_values(every, width, last - first),
            *(_break_name(early, late) for early, late in breaks),
            *(_earlier_name(one, first, at) for at, one in enumerate(before)),
        ],
        shapes=[*(_band(first, until) for until in {one.until for one in before}), *(_break(*both) for both in breaks)],
    )
    drawn = [*((one.years, theme.QUIET_TEXT) for one in before if one.years), (years, theme.MESSAGE)]
    lines = [line for own, colour in drawn for line in _lines(own, colour, "dash" if own is not years else "solid")]
    return {"data": [*lines, *(_points(own, colour) for own, colour in drawn if own)], "layout": layout}


def _ends(every: Sequence[Year], before: Sequence[Earlier]) -> tuple[float, float]:
    """With room for a year before and after a border that changed."""
    years = {year.at for year in every} | {at for one in before for at in (one.until - 1, one.until)}
    return min(years) - 0.4, max(years) + 0.4


def _across(every: Sequence[Year], first: float, last: float) -> dict[str, Any]:
    names = {year.at: year.label for year in every}
    ticks = {"tickvals": list(names), "ticktext": list(names.values()), "tickangle": 0}
    return {
        "range": [first, last],
        "showgrid": False,
        "ticks": "",
        "fixedrange": True,
        **ticks,
    }


def _upward(top: float) -> dict[str, Any]:
    step = nice_step(top, 3)
    ticks = [step * at for at in range(int(top / step) + 1)]
    names = {"tickvals": ticks, "ticktext": [f"{number(tick, 1 if step < 1 else 0)}%" for tick in ticks]}
    return {"range": [0, top], "gridcolor": theme.GRID, "zeroline": False, "fixedrange": True, **names}


def _joined(years: Sequence[Year]) -> Iterator[tuple[Year, Year]]:
    for early, late in pairwise(years):
        if early.version == late.version and late.at - early.at == 1:
            yield early, late


def _lines(years: Sequence[Year], colour: str, dash: str) -> Iterator[theme.Trace]:
    for early, late in _joined(years):
        yield {
            "type": "scatter",
            "mode": "lines",
            "x": [early.at, late.at],
            "y": [early.share, late.share],
            "line": {"color": colour, "width": 3, "dash": "dot" if late.provisional and dash == "solid" else dash},
            "hoverinfo": "skip",
        }


def _points(years: Sequence[Year], colour: str) -> theme.Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [year.at for year in years],
        "y": [year.share for year in years],
        "cliponaxis": False,
        "hoverinfo": "text",
        "hovertext": [_words(year) for year in years],
        "marker": {
            "opacity": 1,
            "size": 11,
            "color": [theme.WHITE if year.provisional else colour for year in years],
            "line": {"width": 2.4, "color": colour},
        },
    }


def _words(year: Year) -> str:
    key = "provisional" if year.provisional else "final"
    return _(f"figures.yearly.{key}", year=theme.plain(year.label), share=number(year.share, 1))


def _values(years: Sequence[Year], width: int, span: float) -> Iterator[theme.Annotation]:
    """Over their marks; every second one where there is no room for all."""
    room = (width - 2 * _SIDE) / max(span, 1)
    every = 1 if room >= text_width("00,00%", 14, bold=True) else 2
    for year in years[::-every]:
        text = theme.styled(f"{number(year.share, 1)}%", size=14, bold=True)
        yield theme.note(text, year.at, year.share, yanchor="bottom", yshift=9, borderpad=0)


def _break(early: Year, late: Year) -> dict[str, Any]:
    middle = (early.at + late.at) / 2
    line = {"color": theme.TODAY, "width": 1.6, "dash": "dash"}
    return {"type": "line", "x0": middle, "x1": middle, "yref": "paper", "y0": 0, "y1": 1, "line": line}


def _break_name(early: Year, late: Year) -> theme.Annotation:
    text = theme.styled(_("figures.yearly.break"), colour=theme.TODAY, bold=True)
    return theme.note(text, (early.at + late.at) / 2, 1, yref="paper", yanchor="bottom", borderpad=2)


def _band(first: float, until: int) -> dict[str, Any]:
    """Behind the years of what this was counted in."""
    line = {"color": theme.QUIET_TEXT, "width": 1.2, "dash": "dash"}
    across = {"x0": first, "x1": until - 0.5, "yref": "paper", "y0": 0, "y1": 1}
    return {"type": "rect", **across, "line": line, "fillcolor": theme.SURFACE, "layer": "below"}


def _earlier_name(one: Earlier, first: float, at: int) -> theme.Annotation:
    """At the foot, where shares seldom are: a band can be narrower than its name."""
    text = theme.styled(theme.plain(one.name), size=12, colour=theme.QUIET_TEXT, bold=True)
    return theme.on_white(text, first, 0, xanchor="left", yanchor="bottom", xshift=4, yshift=4 + 18 * at)
