"""How the changes of the country are spread: a row for each region, a column for each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from callbacks.changes.here import Here
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.i18n import _, number
from queries.compared import KINDS, Change

Counts = Counter[tuple[str, str]]


def table(here: Here, shown: Sequence[Change]) -> TableData:
    """Each name leads to all that changed there, each count to what changed there of that kind."""
    counts = Counter((one.region_code, one.kind) for one in shown)
    kinds = [kind for kind in KINDS if any(one.kind == kind for one in shown)]
    names = [_(f"changes.kind.{kind}") for kind in kinds]
    heads = [_("changes.spread.total"), *names] if len(kinds) > 1 else names
    columns = (Column(_("changes.column.region")), *(Column(head, numeric=True) for head in heads))
    rows = [_row(here, place, kinds, counts) for place in here.places_of(shown)]
    return TableData(_("changes.spread.caption"), columns, (*rows, _total(kinds, counts)))


def _row(here: Here, place: tuple[str, str], kinds: Sequence[str], counts: Counts) -> tuple[Cell | str, ...]:
    code, name = place
    cells = [_count(here, place, kind, counts[code, kind]) for kind in kinds]
    total = sum(counts[code, kind] for kind in kinds)
    return (Cell(name, href=here.path_of(code)), *_sum(kinds, total), *cells)


def _count(here: Here, place: tuple[str, str], kind: str, count: int) -> Cell | str:
    code, name = place
    if count == 0:
        return "0"
    about = f"{name}, {_(f'changes.kind.{kind}')}"
    href = here.path_of(code, kind)
    return Cell(number(count), href=href, about=about) if href else Cell(number(count), strong=True)


def _sum(kinds: Sequence[str], total: int) -> list[Cell]:
    """With one kind it would say the same twice."""
    return [Cell(number(total), strong=True)] if len(kinds) > 1 else []


def _total(kinds: Sequence[str], counts: Counts) -> tuple[Cell, ...]:
    of_kinds = [sum(count for (_code, one), count in counts.items() if one == kind) for kind in kinds]
    cells = [Cell(number(count), strong=True) for count in of_kinds]
    return (Cell(_("changes.spread.total"), strong=True), *_sum(kinds, sum(of_kinds)), *cells)
