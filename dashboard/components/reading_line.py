"""The finding in one to three sentences, with beside it how complete and how fresh it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from dash import Output, html
from dash.development.base_component import Component

from dashboard.components.text import Link, anchor, aria, marked, typed
from dashboard.components.tile import age
from dashboard.i18n import _

STATES: Final = ("geleverd", "te_laat", "wacht_op_akkoord", "niet_geleverd", "nog_niet", "doet_niet_mee")


@dataclass(frozen=True, slots=True)
class RegionState:
    """Without a `name` it is one of those that may not be seen."""

    name: str
    state: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Figures on this page were corrected; `link` leads to why."""

    text: str
    link: Link


@dataclass(frozen=True, slots=True)
class Coverage:
    """One square a region; `delivered` of `expected` regions are in the figures shown."""

    delivered: int
    expected: int
    days_old: int
    regions: tuple[RegionState, ...]
    note: str = ""
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class DeliveryFacts:
    title: str
    lines: tuple[str, ...]
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """`quote` is what people wrote about it, after the `sentences`; it stays as they wrote it.

    `notice` stands above them, where it takes no room from the page.
    """

    sentences: tuple[str, ...]
    side: Coverage | DeliveryFacts
    quote: str = ""
    notice: Notice | None = None


def _squares(coverage: Coverage) -> Component:
    count = Counter(region.state for region in coverage.regions)
    spoken = ", ".join(_(f"components.coverage.{state}", n=count[state]) for state in STATES if count[state])
    in_order = sorted(coverage.regions, key=lambda region: STATES.index(region.state))
    squares = [html.Span(className=f"square square-{region.state}", title=_told(region)) for region in in_order]
    return html.Div(squares, className="squares", role="img", **aria(label=spoken))


def _told(region: RegionState) -> str:
    word = _(f"components.square.{region.state}")
    return f"{region.name}: {word}" if region.name else word


def _note(text: str, link: Link | None) -> list[Component]:
    parts = [*marked(text), *([" · "] if text and link else []), *([anchor(link)] if link else [])]
    return [html.P(parts, className="side-note")] if parts else []


def _coverage(coverage: Coverage) -> list[Component]:
    counted = _("components.coverage.title", n=coverage.expected, delivered=coverage.delivered)
    title = html.P(
        [html.Span(marked(counted)), html.Span(age(coverage.days_old), className="side-age")], className="side-title"
    )
    return [title, _squares(coverage), *_note(coverage.note, coverage.link)]


def _facts(facts: DeliveryFacts) -> list[Component]:
    lines = [html.P(marked(line)) for line in facts.lines[:-1]]
    return [html.P(html.Strong(facts.title)), *lines, *_note(facts.lines[-1] if facts.lines else "", facts.link)]


def body(line: ReadingLine) -> list[Component]:
    side = _coverage(line.side) if isinstance(line.side, Coverage) else _facts(line.side)
    quote: list[str | Component] = [" “", typed(line.quote), "”"] if line.quote else []
    return [
        html.P([*marked(" ".join(line.sentences)), *quote], className="reading-text"),
        *_noticed(line.notice),
        html.Div(side, className="reading-side"),
    ]


def _noticed(notice: Notice | None) -> list[Component]:
    if notice is None:
        return []
    return [html.P([*marked(notice.text), " · ", anchor(notice.link)], className="reading-notice")]


def component(id: str, line: ReadingLine) -> Component:
    return html.Div(body(line), id=id, className="reading-line")


def outputs(id: str) -> list[Output]:
    return [Output(id, "children")]


def values(line: ReadingLine) -> list[object]:
    return [body(line)]
