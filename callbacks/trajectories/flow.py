"""Where young people stand and how they moved, with the balance of each phase under its column."""

from __future__ import annotations

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from callbacks.parts import widths
from callbacks.parts.changed import names
from callbacks.trajectories.durations import days, median_of
from callbacks.trajectories.here import Here
from dashboard import printed
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.figure_card import Card
from dashboard.components.status import status
from dashboard.components.text import marked
from dashboard.figures import flow as figures
from dashboard.i18n import _, day, day_month, month, number, short_day, signed
from dashboard.traced import history_path
from queries.balance import Balance, Remainder
from queries.history import PHASE
from queries.reader import NATIONAL_CODE
from warehouse.reference import rows
from warehouse.schema.calendar import months_before

DROP_OUT = figures.DROP_OUT
HEIGHT = 390
COLUMNS = ("before", "in", "out", "now", "change", "off", "onward", "median")


def card(here: Here, found: Balance) -> Card:
    shown = _stocks(here, found) if found.now else []
    moves = [
        figures.Movement(*pair, youths, _under(here, found, pair)) for pair, youths in found.moves.items() if youths
    ]
    return Card(
        title=title(found),
        subtitle=_subtitle(here),
        figure=figures.flow(shown, moves, width=widths.WHOLE, height=HEIGHT, balance=_lines(here, found)),
        chart_name=_("flow.name"),
        sentence=_sentence(here, found),
        table=_table(here, found),
        source=here.source("flow", found.regions),
        note=_note(here, found),
        below=_check(here, found),
        empty=None if shown else here.missing(here.day),
    )


def title(found: Balance) -> str:
    if not found.now:
        return _("flow.title_empty")
    stopped, again = found.came(DROP_OUT), found.went(DROP_OUT)
    if not stopped and not again:
        return _("trajectories.flow.title_calm")
    return _("trajectories.flow.title", stopped=printed.count(stopped), again=printed.count(again))


def _subtitle(here: Here) -> str:
    first, last = (month(months_before(here.day, back)) for back in (here.months, 1))
    before = months_before(here.day, here.months)
    return _("trajectories.flow.subtitle", date=day_month(here.day), before=day(before), first=first, last=last)


def _stocks(here: Here, found: Balance) -> list[figures.Stock]:
    return [
        figures.Stock(
            code, here.look.label("phase", code), found.now.get(code), found.change(code), _share(here, found, code)
        )
        for code in here.look.reference.lists["phase"]
    ]


def _share(here: Here, found: Balance, code: str) -> str | None:
    """Of all; beside that of the country where one region is shown."""
    own = _percentage(found.now, code)
    if here.standing is None:
        return _("trajectories.flow.share", own=own)
    return _("flow.share", own=own, country=_percentage(here.phases.get((NATIONAL_CODE, here.day), {}), code))


def _percentage(stocks: Mapping[str, int], code: str) -> str:
    return printed.percentage(printed.share_of(stocks.get(code, 0), sum(stocks.values()))) or "*"


def _under(here: Here, found: Balance, pair: tuple[str, str]) -> tuple[str, ...]:
    """Of a step forward: the part that took it, and the median number of days before it."""
    progress = _progress().get(pair)
    if progress is None:
        return ()
    onward = _onward(found, pair)
    words = _("trajectories.flow.onward", share=onward) if onward else ""
    return tuple(filter(None, (words, days(median_of(here, progress)))))


def _progress() -> dict[tuple[str, str], str]:
    return {(row["from_code"], row["to_code"]): row["code"] for row in rows("progress")}


def _onward(found: Balance, pair: tuple[str, str]) -> str | None:
    return printed.percentage(printed.share_of(found.moves.get(pair, 0), found.could_step(pair[0])))


def _lines(here: Here, found: Balance) -> list[figures.Line]:
    """Begin, in, out and end; without a start there is nothing to add up."""
    if found.before is None:
        return []
    phases = list(here.look.reference.lists["phase"])
    before = months_before(here.day, here.months)
    return [
        figures.Line(short_day(before), tuple(printed.count(found.before.get(code, 0)) for code in phases)),
        figures.Line(_("trajectories.flow.in"), tuple(_signed(found.came(code), "+") for code in phases)),
        figures.Line(_("trajectories.flow.out"), tuple(_signed(found.went(code), "−") for code in phases)),
        figures.Line(short_day(here.day), tuple(printed.count(found.now.get(code, 0)) for code in phases), strong=True),
    ]


def _signed(youths: int, sign: str) -> str:
    return f"{sign}{printed.count(youths)}" if youths else printed.count(youths)


def _note(here: Here, found: Balance) -> str:
    explained = _("trajectories.flow.note", date=day(here.quarter)) if found.now else ""
    return " ".join(filter(None, (explained, here.coverage_note(found.regions))))


def _check(here: Here, found: Balance) -> list[Component]:
    """Whether begin, in and out make the end; a badge when rounding cannot explain that they do not."""
    if not found.now:
        return []
    if found.before is None:
        return [html.P(_("trajectories.flow.no_start", n=here.months))]
    wrong = found.unexplained
    told = _told(here, wrong[0] if wrong else found.largest)
    if not wrong:
        return [html.P(marked(_("trajectories.flow.balanced", **told)))]
    listed = list(dict.fromkeys(_region(here, one.region_code) for one in wrong))
    words = marked(_("trajectories.flow.unexplained", n=len(listed), names=names(listed), **told))
    return [html.P([status("let_op"), " ", *words])]


def _told(here: Here, one: Remainder) -> dict[str, str]:
    return {
        "off": printed.count(abs(one.off)),
        "explained": number(one.explained),
        "phase": here.look.label("phase", one.phase_code),
        "name": _region(here, one.region_code),
    }


def _region(here: Here, code: str | None) -> str:
    standing = here.look.standings.of(code) if code else None
    return standing.region.name if standing else _("trajectories.flow.some_region")


def _sentence(here: Here, found: Balance) -> str:
    if not found.now:
        return _("flow.title_empty")
    listed = ", ".join(
        f"{here.look.label('phase', code)}: {printed.count(youths)}" for code, youths in sorted(found.now.items())
    )
    return _("flow.sentence", date=here.look.reference_day(), listed=listed)


def _table(here: Here, found: Balance) -> TableData:
    columns = (
        Column(_("flow.column.phase")),
        *(Column(_(f"trajectories.flow.column.{key}"), numeric=True) for key in COLUMNS),
    )
    phases = here.look.reference.lists["phase"] if found.now else ()
    return TableData(_("trajectories.flow.caption"), columns, tuple(_row(here, found, code) for code in phases))


def _row(here: Here, found: Balance, code: str) -> tuple[Cell | str, ...]:
    """With the way to the history of the phase, and of its step forward what stands under the band."""
    place = here.standing.region.code if here.standing else None
    name = Cell(here.look.label("phase", code), href=here.look.href(history_path(place, PHASE, code)))
    pair = next((pair for pair in _progress() if pair[0] == code), None)
    onward = _onward(found, pair) if pair else None
    median = days(median_of(here, _progress()[pair])) if pair else None
    counts = [printed.count(found.came(code)), printed.count(found.went(code)), printed.count(found.now.get(code, 0))]
    step = ("–", "–") if pair is None else (onward or "*", median or "*")
    if found.before is None:
        return (name, "–", *counts, "–", "–", *step)
    change = found.change(code) or 0
    off = found.came(code) - found.went(code) - change
    checked = (signed(change), signed(off))
    return (name, printed.count(found.before.get(code, 0)), *counts, *checked, *step)
