"""Colours by role, letters and the layout that every figure starts from."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any, Final, NamedTuple

from dashboard.i18n import _, language, number

Figure = dict[str, Any]
Trace = dict[str, Any]
Annotation = dict[str, Any]

TITLE: Final = "#154273"
MESSAGE: Final = "#01689b"
CONTEXT: Final = "#999999"
LIGHT_CONTEXT: Final = "#cccccc"
GRID: Final = "#e6e6e6"
SURFACE: Final = "#f3f3f3"
TEXT: Final = "#1b1b1b"
QUIET_TEXT: Final = "#535353"
EXPECTED: Final = "#1b1b1b"
TODAY: Final = "#ca005d"
SIGNAL: Final = "#e17000"
SIGNAL_TEXT: Final = "#8f4700"
EVENT: Final = "#42145f"
BAND: Final = "#e9f2f9"
LATE: Final = "#d52b1e"
WHITE: Final = "#ffffff"

MAP_CLASSES: Final = ("#e4f0f8", "#b4d8ee", "#6db1dc", "#01689b", "#154273")
PHASES: Final = {
    "F0": "#999999",
    "F1": "#8fcae7",
    "F2": "#4fa6d8",
    "F3": "#007bc7",
    "F4": "#01689b",
    "F5": "#154273",
    "F6": "#e17000",
}
STATUSES: Final = {
    "op_koers": "#39870c",
    "let_op": "#ffb612",
    "achter": "#d52b1e",
    "onbekend": "#696969",
    "gestopt": "#42145f",
}

FONT: Final = '"Segoe UI", -apple-system, Roboto, "Noto Sans", "Open Sans", "Liberation Sans", Arial, sans-serif'
SMALL_COUNT: Final = 10


class Hatch(NamedTuple):
    """How a fill shows that a value is small or absent; an empty shape is a plain fill."""

    shape: str
    ink: str
    paper: str
    size: int
    solidity: float


HATCHES: Final = {
    "klein_aantal": Hatch("/", MESSAGE, WHITE, 6, 0.45),
    "te_weinig": Hatch("/", "#8a8a8a", WHITE, 7, 0.3),
    "wacht_op_akkoord": Hatch(".", "#8a8a8a", WHITE, 7, 0.3),
    "verouderd": Hatch(".", "#696969", WHITE, 8, 0.1),
    "niet_aangeleverd": Hatch("x", "#8a8a8a", WHITE, 8, 0.16),
    "doet_niet_mee": Hatch("", CONTEXT, GRID, 0, 0),
    "alleen_zelf": Hatch("-", "#a6a6a6", WHITE, 6, 0.18),
    "niet_van_toepassing": Hatch("", CONTEXT, GRID, 0, 0),
    "ontbreekt": Hatch("", CONTEXT, WHITE, 0, 0),
    "onbekend": Hatch("\\", "#a6a6a6", GRID, 7, 0.35),
}


def under_ten(value: float) -> str:
    """A protected count as it may be printed: under ten only that much is said."""
    return "< 10" if 0 < value < SMALL_COUNT else number(value)


def pattern(kind: str, ink: str | None = None) -> dict[str, Any]:
    """A `fillpattern` of a line trace, or a `marker.pattern` of a bar."""
    hatch = HATCHES[kind]
    return {
        "shape": hatch.shape,
        "fgcolor": ink or hatch.ink,
        "bgcolor": hatch.paper,
        "size": hatch.size,
        "solidity": hatch.solidity,
        "fillmode": "replace",
    }


def column_marker(counts: Sequence[int | None], colours: Sequence[str]) -> dict[str, Any]:
    """Bars in their own colours; a small count is hatched, a missing one has the hatch of its gap."""
    inks = [CONTEXT if count is None else colour for count, colour in zip(counts, colours, strict=True)]
    hatches = [HATCHES[kind] if (kind := _kind(count)) else None for count in counts]
    return {
        "color": inks,
        "line": {"width": 1, "color": inks},
        "pattern": {
            "shape": [hatch.shape if hatch else "" for hatch in hatches],
            "fgcolor": inks,
            "bgcolor": [hatch.paper if hatch else ink for hatch, ink in zip(hatches, inks, strict=True)],
            "size": 7,
            "solidity": [hatch.solidity if hatch else 1.0 for hatch in hatches],
            "fillmode": "replace",
        },
    }


def _kind(count: int | None) -> str | None:
    if count is None:
        return "niet_aangeleverd"
    return "klein_aantal" if 0 < count < SMALL_COUNT else None


def translucent(colour: str, opacity: float) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def plain(text: str) -> str:
    """Text that someone else wrote: plotly.js draws it as it was written, and makes no link or tag of it."""
    return escape(text, quote=False)


def styled(text: str, *, size: float | None = None, colour: str | None = None, bold: bool = False) -> str:
    """Text in the small HTML that plotly.js understands."""
    style = f"{f'font-size:{size}px;' if size else ''}{f'color:{colour}' if colour else ''}"
    inner = f"<b>{text}</b>" if bold else text
    return f'<span style="{style}">{inner}</span>' if style else inner


def note(text: str, x: float, y: float, **more: Any) -> Annotation:
    """A direct label: text without an arrow at a place in the data."""
    return {"text": text, "x": x, "y": y, "showarrow": False, "borderpad": 1, **more}


def on_white(text: str, x: float, y: float, **more: Any) -> Annotation:
    """A direct label that stays readable on top of marks."""
    return note(text, x, y, bgcolor="rgba(255,255,255,.86)", **more)


def hidden_axis(low: float, high: float, **more: Any) -> dict[str, Any]:
    return {"range": [low, high], "visible": False, "fixedrange": True, **more}


def layout(height: int, *, x: dict[str, Any], y: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Nothing can be dragged or zoomed: the page scrolls under a finger."""
    return {
        "height": height,
        "autosize": True,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "font": {"family": FONT, "size": 13, "color": TEXT},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "separators": ",." if language() == "nl" else ".,",
        "hoverlabel": {
            "bgcolor": WHITE,
            "bordercolor": QUIET_TEXT,
            "align": "left",
            "font": {"family": FONT, "size": 13, "color": TEXT},
        },
        "xaxis": x,
        "yaxis": y,
        **more,
    }


def empty(height: int) -> Figure:
    """Nothing to draw; the card around it says why, since when and who acts."""
    words = note(_("figures.empty"), 0.5, 0.5, xref="paper", yref="paper", font={"size": 14, "color": QUIET_TEXT})
    return {"data": [], "layout": layout(height, x=hidden_axis(0, 1), y=hidden_axis(0, 1), annotations=[words])}
