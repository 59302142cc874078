"""What publications made of one value, the newest first: old and new, who delivered, who approved, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.text import Link, anchor, aria, typed
from dashboard.i18n import _


@dataclass(frozen=True, slots=True)
class Move:
    """From one value to another, either of which may be empty; `label` names it where there are more than one.

    `is_typed` when people in the region wrote the values; `href` leads to a history of its own.
    """

    was: str
    now: str
    label: str = ""
    is_typed: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """`made`: 18 november 2026 · door bureau; `kind`: gecorrigeerd; `delivery`: aanlevering 1-8-2026, versie 2.

    `acts` are pairs: what was done, and when and by whom. `reason` and `note` are as people wrote them; `remarks` are
    ours. `seal` is the short hash of the publication.
    """

    title: str
    made: str
    kind: str
    moves: tuple[Move, ...]
    delivery: str = ""
    acts: tuple[tuple[str, str], ...] = ()
    reason: str = ""
    note: str = ""
    remarks: tuple[str, ...] = ()
    seal: str = ""


def _value(move: Move) -> list[Component | str]:
    was, now = (typed(text) if move.is_typed else text for text in (move.was, move.now))
    old: list[Component | str] = [html.Del(was), " "] if move.was else []
    arrow: list[Component | str] = ["→ "] if move.was and move.now else []
    return [*old, *arrow, *([html.Strong(now)] if move.now else [])]


def _move(move: Move) -> Component:
    label = anchor(Link(move.label, move.href)) if move.href else move.label
    named: list[Component | str] = [html.Span(label, className="moment-field"), " "] if move.label else []
    return html.P([*named, *_value(move)], className="moment-move")


def _quoted(word: str, text: str) -> list[Component]:
    return [html.P([f"{word} “", typed(text), "”"])] if text else []


def _what(entry: Entry) -> Component:
    kind = html.P(entry.kind, className="moment-kind")
    words = [*_quoted(_("history.entry.reason"), entry.reason), *_quoted(_("history.entry.note"), entry.note)]
    remarks = [html.P(remark, className="moment-remark") for remark in entry.remarks]
    return html.Div([kind, *(_move(move) for move in entry.moves), *words, *remarks], className="moment-what")


def _who(entry: Entry) -> Component:
    delivery = [html.P(entry.delivery)] if entry.delivery else []
    pairs = [part for act, done in entry.acts for part in (html.Dt(act), html.Dd(done))]
    return html.Div([*delivery, *([html.Dl(pairs)] if pairs else [])], className="moment-who")


def _when(entry: Entry) -> Component:
    seal = [html.P([_("history.entry.seal"), " ", html.Code(entry.seal)])] if entry.seal else []
    return html.Div([html.P(html.Strong(entry.title)), html.P(entry.made), *seal], className="moment-when")


def narrow(table: Component) -> Component:
    """A table of few columns, so that the eye finds the end of a row."""
    return html.Div(table, className="narrow")


def wide(table: Component, name: str) -> Component:
    """A table of many columns: on a phone it scrolls inside its card, also by keyboard."""
    return html.Div(table, className="table-scroll", role="group", tabIndex=0, **aria(label=name))


def timeline(entries: Sequence[Entry]) -> Component:
    return html.Ol([html.Li([_when(one), _what(one), _who(one)]) for one in entries], className="moments")
