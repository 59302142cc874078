"""What a region promised for an indicator, and the frozen baseline that it is measured from."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html

from callbacks.history.here import Here
from dashboard import printed
from dashboard.components.data_table import Column, TableData, table
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.components.timeline import wide
from dashboard.i18n import _, table_day
from queries.history import Promised, promised
from queries.provenance import Source, deliveries_told
from queries.reader import Publication

COLUMNS = ("what", "amount", "day", "publication", "delivery", "approved", "hash")
TARGET = "target"
HASH_LENGTH = 12


def card(here: Here) -> HtmlCard:
    reader, region_code = here.look.reader, here.region_code or ""
    found = promised(reader, here.value.codes[0], [region_code])
    if not found:
        none = Empty(_("history.promises.none"), _("history.promises.none_reason"), hatch="doet_niet_mee")
        return HtmlCard(_("history.promises.title"), "", (), empty=none)
    told_by = deliveries_told(reader, region_code)
    columns = tuple(Column(_(f"history.promises.{key}"), numeric=key == "amount") for key in COLUMNS)
    rows = tuple(_row(here, one, told_by) for one in found)
    listed = table(TableData(_("history.promises.caption"), columns, rows), caption_shown=False)
    check = html.P(_("history.promises.check"), className="moments-note")
    body = [wide(listed, _("history.promises.caption")), check]
    return HtmlCard(_title(found), _("history.promises.subtitle"), body)


def _title(found: Sequence[Promised]) -> str:
    changes = sum(one.subject == TARGET for one in found) - 1
    return _("history.promises.changed", n=changes) if changes > 0 else _("history.promises.unchanged")


def _row(here: Here, one: Promised, told_by: Sequence[Source]) -> tuple[str, ...]:
    reader = here.look.reader
    first = next(found for found in reader.so_far if found.number == one.first_publication)
    source = Source.newest(told_by, first)
    return (
        _(f"history.promises.{one.subject}"),
        printed.count(5 * round(one.amount / 5)),
        table_day(one.day),
        _stood(one, reader.publication),
        here.delivery(source) if source else "–",
        here.approved(source) if source else "–",
        (one.content_hash or "–")[:HASH_LENGTH],
    )


def _stood(one: Promised, looked_at: Publication) -> str:
    """A publication after the one that is looked at tells nothing here."""
    last = one.last_publication
    if last is None or last >= looked_at.number:
        return _("history.promises.standing", first=one.first_publication)
    return _("history.promises.stood", first=one.first_publication, last=last)
