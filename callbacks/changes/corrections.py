"""Corrections in the open: every delivery that replaced published figures, with its cause and what it revised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from callbacks.changes.here import Here
from callbacks.parts.changed import change_row, in_order
from callbacks.parts.closed import closed, of_own, own_only, sees_none
from callbacks.parts.look import NOTICE_DAYS
from dashboard.components import change_list
from dashboard.components.change_list import ChangeRow, CorrectionItem
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.i18n import _, day, table_day
from queries.compared import Change
from queries.corrections import Correction
from queries.reader import Publication

MOST = 4
COLUMNS = ("region", "reference_date", "version", "reason", "publication", "figure", "when", "was", "now")
OF_LIST = ("region", "publication", "was", "now")

Revised = Mapping[Correction, list[Change]]


def card(here: Here, found: Sequence[Correction], revised: Revised) -> HtmlCard:
    items = _items(here, found, revised)
    number = here.publication.number
    return HtmlCard(
        title=_title(here, items),
        subtitle=_("changes.corrections.subtitle", number=number, days=NOTICE_DAYS),
        body=change_list.corrections(items[:MOST], items[MOST:], _("changes.corrections.older", n=len(items) - MOST)),
        source=_("changes.corrections.source", number=number),
        sentence=_sentence(here, found, items),
        table=_table(here, found, revised),
        empty=None if items else _none(here),
    )


def _none(here: Here) -> Empty:
    """Who does not see every region is not told that there are none, but none of the own ones."""
    if _is_closed(here):
        return closed(here.look)
    of = "of_own" if here.standing is None and own_only(here.look) else "of_all"
    reason = _(f"changes.corrections.none_reason.{of}", number=here.publication.number)
    return Empty(_(f"changes.corrections.none.{of}"), reason, hatch="doet_niet_mee")


def _is_closed(here: Here) -> bool:
    """A correction is of a region."""
    return here.standing is None and sees_none(here.look)


def _title(here: Here, items: Sequence[CorrectionItem]) -> str:
    if not items and _is_closed(here):
        return _("changes.corrections.title_closed")
    title = _("changes.corrections.title", n=len(items)) if items else _("changes.corrections.none_title")
    return _of_own(here, title)


def _of_own(here: Here, words: str) -> str:
    return words if here.standing else of_own(here.look, words)


def _sentence(here: Here, found: Sequence[Correction], items: Sequence[CorrectionItem]) -> str:
    if _is_closed(here):
        return _title(here, items)
    return _of_own(here, _("changes.corrections.sentence", n=len(found), number=here.publication.number))


def _items(here: Here, found: Sequence[Correction], revised: Revised) -> list[CorrectionItem]:
    """The newest first; an undone publication took figures back without a delivery."""
    undone = [one for one in here.look.reader.so_far if one.restores is not None]
    every = [
        *((one.publication.number, _item(here, one, revised[one])) for one in found),
        *((one.number, _restored(one)) for one in undone),
    ]
    return [item for _, item in sorted(every, key=lambda pair: -pair[0])]


def _item(here: Here, one: Correction, revised: list[Change]) -> CorrectionItem:
    rows = tuple(_row(here, change) for change in in_order(revised))
    return CorrectionItem(
        title=_(
            "changes.corrections.head",
            name=_name(here, one),
            date=day(one.reference_date),
            version=one.version,
        ),
        reason=one.reason or "",
        facts=_facts(one),
        figures=rows,
        counted=_("changes.corrections.figures", n=len(rows)) if rows else _("changes.corrections.no_figure"),
    )


def _row(here: Here, change: Change) -> ChangeRow:
    """Without the reason, which stands above it."""
    return change_row(here.look, change)


def _name(here: Here, one: Correction) -> str:
    standing = here.look.standings.of(one.region_code)
    return standing.region.name if standing else one.region_code


def _facts(one: Correction) -> str:
    brought = _brought(one.publication)
    if one.approved_on is None:
        return brought
    return f"{brought} · {_('changes.corrections.approved', date=day(one.approved_on))}"


def _brought(publication: Publication) -> str:
    return _("changes.corrections.brought", number=publication.number, date=day(publication.published_on))


def _restored(publication: Publication) -> CorrectionItem:
    title = _("changes.corrections.restored", number=publication.number, restored=publication.restores)
    return CorrectionItem(title, publication.note, _brought(publication))


def _table(here: Here, found: Sequence[Correction], revised: Revised) -> TableData:
    columns = tuple(
        Column(_(f"changes.column.{key}") if key in OF_LIST else _(f"changes.corrections.{key}")) for key in COLUMNS
    )
    rows = tuple(row for one in found for row in _rows(here, one, revised[one]))
    return TableData(_("changes.corrections.caption"), columns, rows)


def _rows(here: Here, one: Correction, revised: list[Change]) -> list[tuple[Cell | str, ...]]:
    head = (
        _name(here, one),
        table_day(one.reference_date),
        str(one.version),
        Cell(one.reason or "–", quoted=True),
        str(one.publication.number),
    )
    figures = [change_row(here.look, change) for change in in_order(revised)]
    return [(*head, row.name, row.aspect, row.was, row.now) for row in figures] or [(*head, "–", "–", "–", "–")]
