"""Words on the calendar of stations: rows, days of the plan, months, today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dashboard.figures import theme
from dashboard.figures.measure import text_width, wrapped
from dashboard.figures.stations_canvas import DAY_NAME, DISC, MONTHS, Canvas, day_name
from dashboard.figures.time_axis import months
from dashboard.i18n import _

_SIZE = 12.5


def labels(canvas: Canvas) -> Iterator[theme.Annotation]:
    yield from _row_names(canvas)
    yield from _plan_days(canvas)
    yield from _month_names(canvas)
    yield _today(canvas)


def _row_names(canvas: Canvas) -> Iterator[theme.Annotation]:
    """Beside the rows; on a phone over the plan and under what came of it."""
    lanes = 1 + max((plan.lane for plan in canvas.plan), default=0)
    over, under = canvas.plan_y + 18 + DAY_NAME * lanes, canvas.lowest_y - DISC / 2 - 12
    plan, actual = (over, under) if canvas.narrow else (canvas.plan_y, canvas.actual_y)
    for key, y, colour in (("plan", plan, theme.QUIET_TEXT), ("actual", actual, theme.TITLE)):
        name = _(f"figures.stations.{key}")
        text = name if canvas.narrow else wrapped(name, canvas.left - 16, 14, bold=True)
        coloured = theme.styled(text, size=13 if canvas.narrow else 14, colour=colour, bold=True)
        place = {"xref": "paper", "xanchor": "left", "align": "left", "borderpad": 0}
        yield theme.on_white(coloured, 0, y, xshift=2 - canvas.left, **place)


def _plan_days(canvas: Canvas) -> Iterator[theme.Annotation]:
    """Over the plan line; where days are close, the later one stands higher."""
    for plan in canvas.plan:
        text = theme.styled(plan.name, size=_SIZE, colour=theme.QUIET_TEXT)
        yield theme.on_white(text, plan.day.toordinal(), canvas.plan_y + 15 + DAY_NAME * plan.lane, borderpad=0)


def _month_names(canvas: Canvas) -> Iterator[theme.Annotation]:
    for start, name in zip(*months(canvas.first, canvas.last - round(60 / canvas.days), canvas.days), strict=True):
        text = theme.styled(name, size=_SIZE, colour=theme.QUIET_TEXT)
        yield theme.note(text, start, MONTHS / 2, xanchor="left", xshift=2, borderpad=0)


def _today(canvas: Canvas) -> theme.Annotation:
    """Centred on its line, or turned inward at the edge of the card."""
    text = _("figures.stations.today", day=day_name(date.fromordinal(canvas.today)))
    half = text_width(text, 13, bold=True) / 2
    place = canvas.left + (canvas.today - canvas.first) * canvas.days
    inward = max(half - place, 0.0) + min(canvas.width - place - half, 0.0)
    coloured = theme.styled(text, colour=theme.TODAY, bold=True)
    return theme.on_white(coloured, canvas.today, canvas.height - 10, xshift=inward, borderpad=0)
