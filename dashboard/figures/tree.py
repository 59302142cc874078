"""Small steps along time: each a bar from its beginning to its end, with a line from the step that it came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from dashboard.figures import theme
from dashboard.figures.measure import text_width
from dashboard.figures.time_axis import months
from dashboard.i18n import _, short_day

_ROW, _BETWEEN, _TOP, _FOOT = 36, 12, 22, 28
_BAR, _LABEL, _ELBOW = 8, 12.5, 9
_EMPTY = 160
_AHEAD_DAYS = 21
INKS = {"loopt": theme.MESSAGE, "afgerond": theme.TITLE, "gestopt_met_les": theme.EVENT}


class Branch(NamedTuple):
    """`ends_on` is None while it runs; `parent` is the place of the step that it came from in the same list.

    `said` is what stands behind its title: how it stands, or how it ended. `on_longest` marks the longest chain.
    """

    title: str
    status: str
    said: str
    starts_on: date
    ends_on: date | None
    parent: int | None = None
    on_longest: bool = False


class Canvas(NamedTuple):
    """`rows` are in pixels from the bottom, one for each branch."""

    branches: Sequence[Branch]
    today: date
    first: int
    last: int
    rows: tuple[float, ...]
    height: int
    days: float  # a pixel, in days

    def end(self, branch: Branch) -> int:
        return (branch.ends_on or max(self.today, branch.starts_on)).toordinal()


def tree(branches: Sequence[Branch], today: date, *, width: int = 880) -> theme.Figure:
    """In the order of the list, a family under another."""
    if not branches:
        return theme.empty(_EMPTY)
    canvas = _canvas(branches, today, width)
    ticks = months(canvas.first, canvas.last, 1 / canvas.days)
    across = {"range": [canvas.first, canvas.last], "showgrid": True, "gridcolor": theme.GRID, **ticks.ticks()}
    quiet = {"fixedrange": True, "zeroline": False, "tickfont": {"color": theme.QUIET_TEXT}}
    layout = theme.layout(
        canvas.height,
        x={**across, **quiet},
        y=theme.hidden_axis(-_FOOT / 2, canvas.height - _FOOT),
        margin={"l": 2, "r": 2, "t": 0, "b": _FOOT, "pad": 0},
        annotations=[*_labels(canvas), _today(canvas)],
    )
    return {"data": [_now(canvas), *_lines(canvas), *_bars(canvas)], "layout": layout}


def _canvas(branches: Sequence[Branch], today: date, width: int) -> Canvas:
    gaps = sum(branch.parent is None for branch in branches[1:])
    height = _TOP + _ROW * len(branches) + _BETWEEN * gaps + _FOOT
    place, rows = float(height - _FOOT - _TOP), list[float]()
    for number, branch in enumerate(branches):
        place -= _ROW + (_BETWEEN if number and branch.parent is None else 0)
        rows.append(place + _BAR)
    first = min(branch.starts_on for branch in branches)
    newest = max(today, *(branch.ends_on or branch.starts_on for branch in branches)) + timedelta(days=_AHEAD_DAYS)
    days = max((newest - first).days, 1) / width
    return Canvas(branches, today, first.toordinal() - round(6 * days), newest.toordinal(), tuple(rows), height, days)


def _is_rightward(canvas: Canvas, branch: Branch) -> bool:
    """Whether a label has room between the beginning of its bar and the edge; else it ends where the bar ends."""
    words = text_width(branch.title, _LABEL, bold=True) + text_width(f"  {branch.said}", _LABEL)
    return branch.starts_on.toordinal() + words * canvas.days < canvas.last


def _lines(canvas: Canvas) -> Iterator[theme.Trace]:
    """Down from where a step began to the one that it led to; the longest chain is the strong one."""
    for place, branch in enumerate(canvas.branches):
        if branch.parent is None:
            continue
        start, own = branch.starts_on.toordinal(), canvas.rows[place]
        left = min(start, canvas.end(canvas.branches[branch.parent])) - _ELBOW * canvas.days
        left = max(left, canvas.branches[branch.parent].starts_on.toordinal())
        strong = branch.on_longest and canvas.branches[branch.parent].on_longest
        yield {
            "type": "scatter",
            "mode": "lines",
            "x": [left, left, start],
            "y": [canvas.rows[branch.parent], own, own],
            "line": {"color": theme.SIGNAL if strong else theme.CONTEXT, "width": 3 if strong else 1.5},
            "hoverinfo": "skip",
        }


def _bars(canvas: Canvas) -> Iterator[theme.Trace]:
    """One that runs is open to the right: nobody knows its end yet."""
    for row, branch in zip(canvas.rows, canvas.branches, strict=True):
        start, ink = branch.starts_on.toordinal(), INKS[branch.status]
        yield {
            "type": "scatter",
            "mode": "lines+markers",
            "x": [start, max(canvas.end(branch), start + round(4 * canvas.days))],
            "y": [row, row],
            "line": {"color": ink, "width": _BAR},
            "marker": {
                "opacity": 1,
                "size": [_BAR + 2, _BAR + 4],
                "color": [ink, theme.WHITE if branch.ends_on is None else ink],
                "line": {"color": ink, "width": 2},
            },
            "hoverinfo": "text",
            "hovertext": [_hover(branch)] * 2,
        }


def _hover(branch: Branch) -> str:
    since = _("figures.tree.since", date=short_day(branch.starts_on))
    until = _("figures.tree.until", date=short_day(branch.ends_on)) if branch.ends_on else _("figures.tree.runs")
    return f"{theme.plain(branch.title)}<br>{since}, {until}<br>{theme.plain(branch.said)}"


def _labels(canvas: Canvas) -> Iterator[theme.Annotation]:
    for row, branch in zip(canvas.rows, canvas.branches, strict=True):
        title = theme.styled(theme.plain(branch.title), colour=theme.TEXT, size=_LABEL, bold=True)
        said = theme.styled(theme.plain(branch.said), colour=INKS[branch.status], size=_LABEL)
        rightward = _is_rightward(canvas, branch)
        at = branch.starts_on.toordinal() if rightward else canvas.end(branch)
        place: dict[str, Any] = {
            "xanchor": "left" if rightward else "right",
            "xshift": 0 if rightward else -9,
            "yanchor": "bottom",
        }
        yield theme.on_white(f"{title}  {said}", at, row, yshift=5, borderpad=0, **place)


def _now(canvas: Canvas) -> theme.Trace:
    day = canvas.today.toordinal()
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [day, day],
        "y": [-_FOOT / 2, canvas.height - _FOOT - _TOP + 4],
        "line": {"color": theme.TODAY, "width": 1.5, "dash": "2px,3px"},
        "hoverinfo": "skip",
    }


def _today(canvas: Canvas) -> theme.Annotation:
    text = theme.styled(_("figures.tree.today", date=short_day(canvas.today)), colour=theme.TODAY, size=_LABEL)
    return theme.note(
        text, canvas.today.toordinal(), canvas.height - _FOOT - _TOP + 4, yanchor="bottom", xanchor="right"
    )
