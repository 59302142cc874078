"""Six different signs for a number that is not there, so that none of them is mistaken for zero."""

from __future__ import annotations

from typing import Final

from dash import html
from dash.development.base_component import Component

from dashboard.components.text import aria, heard
from dashboard.i18n import _

SIGNS: Final = {
    "niet_aangeleverd": "×",
    "te_weinig": "*",
    "niet_van_toepassing": "–",
    "ontbreekt": "?",
    "alleen_zelf": "•",
    "nul": "0",
}
HATCHES: Final = ("te_weinig", "verouderd", "niet_aangeleverd", "doet_niet_mee", "alleen_zelf")
SMALL_COUNT: Final = 10


def word(gap: str) -> str:
    return _(f"components.gap.{gap}")


def sign(gap: str) -> Component:
    return html.Span([html.Span(SIGNS[gap], **aria(hidden="true")), heard(word(gap))], className="gap", title=word(gap))


def hatch(code: str) -> Component:
    return html.Span(className=f"hatch hatch-{code}", **aria(hidden="true"))


def legend(gaps: tuple[str, ...]) -> Component:
    """The signs that a table uses, explained under it."""
    parts = [html.Span([html.B(SIGNS[gap], **aria(hidden="true")), f" {word(gap)}"]) for gap in gaps]
    return html.P(parts, className="gap-legend")
