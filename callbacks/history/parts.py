"""The regions that a figure of the country is the sum of, and which of them changed."""

from __future__ import annotations

from collections.abc import Iterable

from callbacks.history.here import Here
from callbacks.history.stood import Stood, Value, amount, changed_parts
from callbacks.parts.closed import closed
from dashboard.components.data_table import Cell, Column, TableData, table
from dashboard.components.html_card import HtmlCard
from dashboard.components.timeline import Move, narrow
from dashboard.i18n import _, number
from queries.history import Step, Timeline

COLUMNS = ("region", "was", "now", "publication")


def moves(here: Here, step: Step[Stood]) -> tuple[Move, ...]:
    """One for each region that changed."""
    was, now = (one.parts if one else {} for one in (step.was, step.now))
    return tuple(
        Move(amount(was.get(code)), amount(now.get(code)), _name(here, code), href=here.same_in(code))
        for code in changed_parts(step)
    )


def names(here: Here, steps: Iterable[Step[Stood]]) -> list[str]:
    """Of regions that changed in any of these steps; a region has no parts of which to tell."""
    if here.standing or here.is_sum:
        return []
    found = dict.fromkeys(code for step in steps for code in changed_parts(step))
    return [_name(here, code) for code in found]


def _name(here: Here, code: str) -> str:
    standing = here.look.standings.of(code)
    return standing.region.name if standing else code


def card(here: Here, line: Timeline[Stood]) -> HtmlCard:
    """Those that changed stand first, beside the publication in which they did so last."""
    if here.is_sum:
        return HtmlCard(_("closed.by_region"), "", (), empty=closed(here.look))
    last = {code: step for step in line.steps[1:] for code in changed_parts(step)}
    now = line.now.parts if line.now else {}
    listed = [one.region.code for one in here.standings if one.region.code in {*now, *last}]
    in_order = sorted(listed, key=lambda code: code not in last)
    rows = tuple(_row(here, code, now.get(code), last.get(code)) for code in in_order)
    columns = tuple(Column(_(f"history.parts.{key}"), numeric=key in ("was", "now")) for key in COLUMNS)
    shown = table(TableData(_("history.parts.caption"), columns, rows), caption_shown=False)
    title = _("history.parts.title", n=len(now), changed=len(last))
    return HtmlCard(title, _("history.parts.subtitle"), [narrow(shown)])


def _row(here: Here, code: str, now: Value | None, step: Step[Stood] | None) -> tuple[Cell | str, ...]:
    was = step.was.parts.get(code) if step and step.was else None
    return (
        Cell(_name(here, code), href=here.same_in(code)),
        Cell(amount(was), struck=True) if was else "",
        Cell(amount(now), strong=bool(step)) if now else "–",
        number(step.publication.number) if step else "",
    )
