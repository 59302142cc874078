"""Movements in and out of a phase in the months before the reference date, as far as a publication changed them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from callbacks.history.here import Here
from callbacks.parts.flow import periods
from dashboard import printed
from dashboard.address import href
from dashboard.components.data_table import Cell, Column, TableData, table
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.components.timeline import narrow
from dashboard.i18n import _, month
from dashboard.traced import Traced, history_path, name_of
from queries.history import MOVEMENT, Amount, Figure, Step, Timeline, amounts
from queries.reader import Publication
from warehouse.schema.calendar import months_before

COLUMNS = ("what", "month", "was", "now", "publication")


def card(here: Here) -> HtmlCard:
    """Every movement is looked at; those that stand as they were first published are only counted."""
    reader, (phase,) = here.look.reader, here.value.codes
    months = Figure(MOVEMENT, (), tuple(periods(here.look.moment.reference_date)))
    found = [one for one in amounts(reader, months, [here.region_code or ""]) if phase in one.codes]
    rows = [row for _, versions in groupby(found, key=_key) for row in _rows(here, list(versions))]
    if not rows:
        none = Empty(_("history.movements.unchanged"), _("history.movements.none"), hatch="doet_niet_mee")
        return HtmlCard(_("history.movements.unchanged"), _("history.movements.subtitle"), (), empty=none)
    columns = tuple(Column(_(f"history.movements.{key}"), numeric=key in ("was", "now")) for key in COLUMNS)
    listed = table(TableData(_("history.movements.caption"), columns, tuple(rows)), caption_shown=False)
    return HtmlCard(_("history.movements.title", n=len(rows)), _("history.movements.subtitle"), [narrow(listed)])


def _key(one: Amount) -> tuple[object, ...]:
    return one.codes, one.day


def _rows(here: Here, versions: Sequence[Amount]) -> list[tuple[Cell | str, ...]]:
    line = Timeline.of(here.look.reader.so_far, lambda publication: _count(versions, publication))
    name = _named(here, versions[0])
    return [_row(name, versions[0], step) for step in line.steps[1:]]


def _named(here: Here, one: Amount) -> Cell:
    """With the way to its own history, which is told for the reference date that ends its month."""
    path = history_path(here.region_code, MOVEMENT, *one.codes)
    address = href(path, here.look.filters.but(reference_date=months_before(one.day, -1)))
    return Cell(name_of(Traced(MOVEMENT, one.codes)), href=address)


def _count(versions: Sequence[Amount], publication: Publication) -> int | None:
    return next((one.numerator for one in versions if publication.holds(one)), None)


def _row(name: Cell, one: Amount, step: Step[int]) -> tuple[Cell | str, ...]:
    was, now = ("–" if count is None else printed.count(count) for count in (step.was, step.now))
    return (name, month(one.day), Cell(was, struck=True), Cell(now, strong=True), str(step.publication.number))
