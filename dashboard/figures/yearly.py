"""A figure of each year, with a gap where a year is missing and where the definition changed."""

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


def yearly(years: Sequence[Year], *, height: int = 360, width: int = 640) -> theme.Figure:
    """Shares in percent, the oldest first. Years that are not next to each other, or not comparable, are not joined."""
    if not years:
        return theme.empty(height)
    top = 1.15 * max(year.share for year in years)
    breaks = [(early, late) for early, late in pairwise(years) if early.version != late.version]
    layout = theme.layout(
        height,
        x=_across(years),
        y=_upward(top),
        margin={"l": _SIDE, "r": _SIDE, "t": _TOP, "b": _FOOT, "pad": 0},
        annotations=[*_values(years, width), *(_break_name(early, late) for early, late in breaks)],
        shapes=[_break(early, late) for early, late in breaks],
    )
    return {"data": [*_lines(years), _points(years)], "layout": layout}


def _across(years: Sequence[Year]) -> dict[str, Any]:
    ticks = {"tickvals": [year.at for year in years], "ticktext": [year.label for year in years], "tickangle": 0}
    return {
        "range": [years[0].at - 0.4, years[-1].at + 0.4],
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


def _lines(years: Sequence[Year]) -> Iterator[theme.Trace]:
    for early, late in _joined(years):
        yield {
            "type": "scatter",
            "mode": "lines",
            "x": [early.at, late.at],
            "y": [early.share, late.share],
            "line": {"color": theme.MESSAGE, "width": 3, "dash": "dot" if late.provisional else "solid"},
            "hoverinfo": "skip",
        }


def _points(years: Sequence[Year]) -> theme.Trace:
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
            "color": [theme.WHITE if year.provisional else theme.MESSAGE for year in years],
            "line": {"width": 2.4, "color": theme.MESSAGE},
        },
    }


def _words(year: Year) -> str:
    key = "provisional" if year.provisional else "final"
    return _(f"figures.yearly.{key}", year=theme.plain(year.label), share=number(year.share, 1))


def _values(years: Sequence[Year], width: int) -> Iterator[theme.Annotation]:
    """Over their marks; every second one where there is no room for all."""
    room = (width - 2 * _SIDE) / max(years[-1].at - years[0].at + 0.8, 1)
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
