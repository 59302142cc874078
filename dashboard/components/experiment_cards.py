"""Experiments as cards: what was asked and tried, for whom and by whom, what was seen, decided and comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.status import icon, status
from dashboard.components.text import Link, anchor, marked, spoken, typed


@dataclass(frozen=True, slots=True)
class Fact:
    """`text` is ours and may hold marks; `words` are as people in the region wrote them. Either may be empty."""

    label: str
    text: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Tried:
    """`place` is the region, `language` that of all that was typed; `chips` are its domains, method and money."""

    name: str
    href: str
    status: str
    question: str
    language: str
    facts: tuple[Fact, ...]
    place: Link | None = None
    chips: tuple[str | Component, ...] = ()


def facts(found: Sequence[Fact], language: str) -> Component:
    pairs = [part for fact in found for part in (html.Dt(fact.label), html.Dd(_said(fact, language)))]
    return html.Dl(pairs, className="tried-facts")


def _said(fact: Fact, language: str) -> list[Component | str]:
    words = [typed(fact.words, language=language)] if fact.words else []
    return [*marked(fact.text), *([" "] if fact.text and words else []), *words]


def _card(card: Tried) -> Component:
    name = spoken(anchor(Link(card.name, card.href)), card.language)
    place = [html.P(anchor(card.place), className="tried-place")] if card.place else []
    head = html.Div([html.H3(name, className="tried-name"), status(card.status)], className="tried-head")
    question = html.P(typed(card.question, language=card.language), className="tried-question")
    chips = html.P([html.Span(chip, className="chip") for chip in card.chips], className="tried-chips")
    return html.Li([head, *place, question, facts(card.facts, card.language), chips], className="tried")


def cards(found: Sequence[Tried]) -> Component:
    return html.Ul([_card(one) for one in found], className="tried-cards")


@dataclass(frozen=True, slots=True)
class Short:
    """A row of a short list; `amount` is the days or the date on which it is ordered."""

    name: str
    href: str
    language: str
    place: str
    amount: str
    owner: str = ""


def _short(row: Short) -> Component:
    name = spoken(anchor(Link(row.name, row.href)), row.language)
    owner: list[Component | str] = [" · ", typed(row.owner, language=row.language)] if row.owner else []
    owner = owner if row.place else owner[1:]
    words = html.Div([html.P(name), html.P([row.place, *owner], className="short-place")])
    return html.Li([words, html.Span(row.amount, className="short-amount")])


def short_list(rows: Sequence[Short]) -> Component:
    return html.Ul([_short(row) for row in rows], className="short-list")


def counted(rows: Sequence[tuple[Link, str]]) -> Component:
    """Links with how many stand behind each."""
    items = [html.Li([anchor(link), html.Span(amount, className="short-amount")]) for link, amount in rows]
    return html.Ul(items, className="short-list is-counted")


@dataclass(frozen=True, slots=True)
class Kin:
    """An experiment that this one came from or led to; `way` says which."""

    way: str
    name: str
    href: str
    language: str
    status: str
    when: str


def _kin(one: Kin) -> Component:
    name = spoken(anchor(Link(one.name, one.href)), one.language)
    return html.Li([html.P(one.way, className="kin-way"), html.P([name, " ", status(one.status)]), html.P(one.when)])


def kin(found: Sequence[Kin]) -> Component:
    return html.Ul([_kin(one) for one in found], className="kin")


@dataclass(frozen=True, slots=True)
class Entry:
    """A moment of an experiment: `text` is ours, `words` and `learned` as people wrote them; `is_ahead` is to come."""

    when: str
    text: str = ""
    words: str = ""
    learned: str = ""
    is_ahead: bool = False


def _entry(entry: Entry, language: str) -> Component:
    text = [html.P(marked(entry.text), className="log-text")] if entry.text else []
    words = [html.P(typed(entry.words, language=language))] if entry.words else []
    learned = [html.P([icon("gestopt_met_les"), typed(entry.learned, language=language)], className="log-learned")]
    parts = [*text, *words, *(learned if entry.learned else [])]
    look = "is-ahead" if entry.is_ahead else None
    return html.Li([html.P(entry.when, className="log-when"), html.Div(parts)], className=look)


def log(entries: Sequence[Entry], language: str) -> Component:
    """Along time, the first moment on top."""
    return html.Ol([_entry(entry, language) for entry in entries], className="log")
