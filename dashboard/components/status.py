"""Status and change: a word, an icon and a colour, never a colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from dash import html
from dash.development.base_component import Component

from dashboard.components.text import aria
from dashboard.i18n import _

Polarity = Literal["up", "down", "neutral"]
Outcome = Literal[
    "beter", "slechter", "meer", "minder", "gelijk", "te_klein", "geen_vergelijking", "niet_vergelijkbaar"
]

STATUSES: Final = ("op_koers", "let_op", "achter", "onbekend", "gestopt_met_les", "loopt", "afgerond", "vervallen")
_MOVES: Final[dict[Polarity, tuple[Outcome, Outcome]]] = {
    "up": ("beter", "slechter"),
    "down": ("slechter", "beter"),
    "neutral": ("meer", "minder"),
}
_SIGNS: Final = {"gelijk": "still", "te_klein": "noise", "geen_vergelijking": "none", "niet_vergelijkbaar": "none"}


@dataclass(frozen=True, slots=True)
class Change:
    """`text` is the difference as printed (+235); `since` what it is compared with (1 okt. 2026)."""

    outcome: Outcome
    text: str = ""
    since: str = ""
    rising: bool = True


def outcome(polarity: Polarity, difference: float | None, noise: float = 0) -> Outcome:
    """What a difference means; a difference smaller than `noise` says nothing."""
    if difference is None:
        return "geen_vergelijking"
    if difference == 0:
        return "gelijk"
    if abs(difference) < noise:
        return "te_klein"
    return _MOVES[polarity][0 if difference > 0 else 1]


def icon(name: str) -> Component:
    return html.Span(className=f"icon icon-{name}", **aria(hidden="true"))


def status_word(code: str) -> str:
    return _(f"components.status.{code}")


def status(code: str, *, quiet: bool = False) -> Component:
    """`quiet` for long lists: on course is grey text there, so that what is red is seen."""
    look = f"status status-{code}{' is-quiet' if quiet else ''}"
    return html.Span([icon(code), html.Span(status_word(code), className="status-word")], className=look)


def _arrow(change: Change) -> Component:
    return icon(_SIGNS.get(change.outcome) or ("rise" if change.rising else "fall"))


def change(data: Change) -> Component:
    text = html.Strong(f"{data.text} ") if data.text else None
    move = html.Span([text, _(f"components.change.{data.outcome}")], className="change-move")
    compared = f" {_('components.change.since', since=data.since)}" if data.since else ""
    since = html.Span(compared, className="change-since")
    return html.P([_arrow(data), move, since], className=f"change change-{data.outcome}")
