"""Who came back, month by month: two columns beside each other, on one scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from dashboard.figures import theme
from dashboard.figures.measure import text_width, ticks_to
from dashboard.i18n import _, month, number

HEIGHT, _EMPTY = 300, 160
_NAMES, _FOOT, _COLUMN = 26, 44, 0.38
_SIZE = 13.0


class Month(NamedTuple):
    """Young people who relapsed after a lasting exit, and who began again; None where nothing was delivered."""

    period: date
    relapsed: int | None
    began: int | None


class Series(NamedTuple):
    key: str
    colour: str
    ink: str
    side: float


SERIES = (
    Series("relapsed", theme.SIGNAL, theme.SIGNAL_TEXT, -1),
    Series("began", theme.MESSAGE, theme.MESSAGE, 1),
)


def returned(months: Sequence[Month], *, width: int = 620) -> theme.Figure:
    """`width` in pixels is that of the card in which it is mostly seen."""
    most = max((count or 0 for one in months for count in one[1:]), default=0)
    if not most:
        return theme.empty(_EMPTY)
    ticks = ticks_to(most * 1.02)
    names = [number(tick) for tick in ticks]
    quiet = {"fixedrange": True, "zeroline": False, "tickfont": {"color": theme.QUIET_TEXT}, "tickmode": "array"}
    across = {
        "range": [-0.6, len(months) - 0.4],
        "showgrid": False,
        "tickvals": list(range(len(months))),
        "tickangle": 0,
    }
    upward = {"range": [0, ticks[-1]], "gridcolor": theme.GRID, "tickvals": ticks, "ticktext": names}
    layout = theme.layout(
        HEIGHT,
        x={**across, "ticktext": list(_month_names(months)), **quiet},
        y={**upward, **quiet},
        margin={"l": text_width(names[-1]) + 10, "r": 8, "t": _NAMES, "b": _FOOT, "pad": 0},
        annotations=list(_legend()),
        bargap=0,
    )
    return {"data": [_columns(series, months) for series in SERIES], "layout": layout}


def _month_names(months: Sequence[Month]) -> Iterator[str]:
    """The year under the first month and under January."""
    for at, one in enumerate(months):
        name = _(f"dates.short_month.{one.period.month}")
        yield f"{name}<br>{one.period.year}" if at == 0 or one.period.month == 1 else name


def _columns(series: Series, months: Sequence[Month]) -> theme.Trace:
    counts = [getattr(one, series.key) for one in months]
    return {
        "type": "bar",
        "x": [at + series.side * _COLUMN / 2 for at in range(len(months))],
        "y": counts,
        "width": _COLUMN * 0.94,
        "marker": theme.column_marker(counts, [series.colour] * len(counts)),
        "hoverinfo": "text",
        "hovertext": [_words(series, one, count) for one, count in zip(months, counts, strict=True)],
    }


def _words(series: Series, one: Month, count: int | None) -> str:
    said = _("figures.not_delivered") if count is None else _("figures.youths", count=theme.under_ten(count))
    return f"{month(one.period)}, {_(f'figures.returned.{series.key}')}: {said}"


def _legend() -> Iterator[theme.Annotation]:
    """The names of both columns in one line over the plot."""
    place = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom", "borderpad": 0}
    shift = 0.0
    for series in SERIES:
        name = _(f"figures.returned.{series.key}")
        mark = theme.styled("■", size=15, colour=series.colour)
        text = theme.styled(name, size=_SIZE, colour=series.ink, bold=True)
        yield theme.note(f"{mark} {text}", 0, 1, xshift=shift, yshift=4, **place)
        shift += text_width(name, _SIZE, bold=True) + 42
