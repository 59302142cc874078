"""Which rules hold at which age, and under it how many young people there are: an area is their number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from dashboard.figures import theme
from dashboard.figures.measure import text_width
from dashboard.i18n import _

_RULE: Final = 24.0
_BAR: Final = 11.0
_HEAD: Final = 24.0
_APART: Final = 46.0
_ROOM: Final = 168.0
_FOOT: Final = 24.0
_GAP: Final = 0.05  # of a year, between two bars
_PALE: Final = "#9fbcd3"
_NEW: Final = "#8fcae7"


class Rule(NamedTuple):
    """From one birthday up to another."""

    label: str
    start: int
    until: int


class Band(NamedTuple):
    """Young people from one birthday up to another; `note` stands under their number."""

    label: str
    start: int
    until: int
    youths: int | None
    note: str = ""

    @property
    def a_year(self) -> float:
        return (self.youths or 0) / (self.until - self.start)


class Canvas(NamedTuple):
    """Pixels; `unit` is one young person per year of age."""

    rules: Sequence[Rule]
    bands: Sequence[Band]
    height: int
    left: float
    unit: float

    @property
    def top(self) -> float:
        return self.height - _FOOT

    def middle(self, at: int) -> float:
        return self.top - _HEAD - _RULE * (at + 0.5)


def age_line(
    rules: Sequence[Rule], bands: Sequence[Band], *, border: int, borders: Sequence[int], width: int = 828
) -> theme.Figure:
    """`border` is the age that the figure is about; the other `borders` are quieter."""
    height = int(_HEAD + _RULE * len(rules) + _APART + _ROOM + _FOOT)
    if not bands:
        return theme.empty(height)
    left = max(text_width(rule.label) for rule in rules) + 14
    most = max(band.a_year for band in bands)
    canvas = Canvas(rules, bands, height, left, _ROOM / most if most else 1.0)
    first, last = bands[0].start, bands[-1].until
    layout = theme.layout(
        height,
        x=theme.hidden_axis(first, last + 0.25),
        y=theme.hidden_axis(-_FOOT, canvas.top),
        margin={"l": left, "r": 4, "t": 0, "b": 0, "pad": 0},
        annotations=[*_names(canvas), *_numbers(canvas), *_ages(first, last), *_borders(canvas, border, borders)],
        shapes=[*_bars_of_rules(canvas, border), *_lines(canvas, border, borders), _floor(first, last)],
    )
    return {"data": [_bars(canvas, border)], "layout": layout}


def _bars(canvas: Canvas, border: int) -> theme.Trace:
    counts = [band.youths for band in canvas.bands]
    colours = [theme.MESSAGE if band.start == border else _PALE for band in canvas.bands]
    return {
        "type": "bar",
        "x": [(band.start + band.until) / 2 for band in canvas.bands],
        "y": [band.a_year * canvas.unit if band.youths is not None else 20.0 for band in canvas.bands],
        "width": [band.until - band.start - _GAP for band in canvas.bands],
        "customdata": counts,
        "marker": theme.column_marker(counts, colours),
        "hoverinfo": "text",
        "hovertext": [f"{theme.plain(band.label)}: {_printed(band)}" for band in canvas.bands],
    }


def _printed(band: Band) -> str:
    if band.youths is None:
        return _("figures.not_delivered")
    return _("figures.youths", count=theme.under_ten(band.youths))


def _names(canvas: Canvas) -> Iterator[theme.Annotation]:
    for at, rule in enumerate(canvas.rules):
        yield _left(theme.plain(rule.label), canvas.middle(at), canvas)
    if any(band.youths is not None for band in canvas.bands):
        over = canvas.top - _HEAD - _RULE * len(canvas.rules) - 22
        yield _left(theme.styled(_("figures.age_line.youths"), bold=True), over, canvas)


def _left(text: str, y: float, canvas: Canvas) -> theme.Annotation:
    place = {"xref": "paper", "xanchor": "left", "xshift": -canvas.left, "align": "left", "borderpad": 0}
    return theme.note(text, 0, y, **place)


def _numbers(canvas: Canvas) -> Iterator[theme.Annotation]:
    for band in canvas.bands:
        x, top = (band.start + band.until) / 2, band.a_year * canvas.unit
        number = "×" if band.youths is None else theme.under_ten(band.youths)
        note = f"<br>{theme.styled(theme.plain(band.note), size=12, colour=theme.QUIET_TEXT)}" if band.note else ""
        text = f"{theme.styled(number, size=15, bold=True)}{note}"
        yield theme.note(text, x, (20.0 if band.youths is None else top) + 3, yanchor="bottom", borderpad=0)


def _ages(first: int, last: int) -> Iterator[theme.Annotation]:
    for age in range(first, last + 1):
        yield theme.note(theme.styled(str(age), size=12.5, colour=theme.QUIET_TEXT), age, -12, borderpad=0)


def _borders(canvas: Canvas, border: int, borders: Sequence[int]) -> Iterator[theme.Annotation]:
    for age in borders:
        colour = theme.TODAY if age == border else theme.QUIET_TEXT
        text = _("figures.age_line.years", age=age) if age == border else str(age)
        yield theme.note(theme.styled(text, colour=colour, bold=age == border), age, canvas.top - 9, borderpad=0)


def _bars_of_rules(canvas: Canvas, border: int) -> Iterator[dict[str, Any]]:
    """What ends at the border is grey, what begins there has a colour. What holds longer runs out of the figure."""
    last = canvas.bands[-1].until
    for at, rule in enumerate(canvas.rules):
        y, end = canvas.middle(at), min(rule.until, last) + (0.25 if rule.until > last else -0.03)
        ends = {"x0": rule.start + 0.03, "x1": end, "y0": y - _BAR / 2, "y1": y + _BAR / 2}
        colour = theme.CONTEXT if rule.until == border else _NEW if rule.start == border else theme.LIGHT_CONTEXT
        yield {"type": "rect", **ends, "fillcolor": colour, "line": {"width": 0}}


def _lines(canvas: Canvas, border: int, borders: Sequence[int]) -> Iterator[dict[str, Any]]:
    for age in borders:
        is_it = age == border
        line = {"color": theme.TODAY if is_it else theme.CONTEXT, "width": 1.6 if is_it else 1}
        dash = {} if is_it else {"dash": "3px,3px"}
        yield {
            "type": "line",
            "x0": age,
            "x1": age,
            "y0": 0,
            "y1": canvas.top - 18,
            "line": line | dash,
            "layer": "below",
        }


def _floor(first: int, last: int) -> dict[str, Any]:
    line = {"color": theme.CONTEXT, "width": 1}
    return {"type": "line", "x0": first, "x1": last, "y0": 0, "y1": 0, "line": line}
