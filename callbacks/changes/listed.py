"""The list: of a region each change, of the country how many per region and kind, and the changes of a chosen kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from callbacks.changes import spread
from callbacks.changes.here import Here
from callbacks.parts.changed import change_row, names
from callbacks.parts.closed import sees_all
from dashboard.address import NOT_CHOSEN
from dashboard.components.change_list import ChangeGroup, ChangeRow, by_kind, change_table
from dashboard.components.data_table import Cell, Column, TableData, table
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.components.timeline import wide
from dashboard.i18n import _, number
from dashboard.ids import Changes as Ids
from dashboard.shell_context import Choice
from queries.compared import KINDS, Change

MOST = 30
COLUMNS = ("region", "kind", "what", "aspect", "title", "was", "now", "why", "who", "publication")


def choice(here: Here) -> Choice:
    """Only kinds that there are, and the one that was chosen."""
    counts = Counter(one.kind for one in here.changes)
    every = (NOT_CHOSEN, _("changes.list.every", n=number(len(here.changes))))
    kinds = tuple(
        (kind, _("changes.list.option", kind=_(f"changes.kind.{kind}"), n=number(counts[kind])))
        for kind in KINDS
        if counts[kind] or kind == here.look.filters.kind
    )
    return Choice(Ids.KIND, _("changes.list.filter"), here.look.filters.kind or NOT_CHOSEN, (every, *kinds))


def card(here: Here) -> HtmlCard:
    shown = here.shown
    return HtmlCard(
        title=_title(here),
        subtitle=_subtitle(here),
        body=_body(here, shown),
        source=_source(here),
        sentence=_("changes.list.sentence", n=len(shown), compared=here.compared) if shown else here.nothing,
        table=_table(here, shown),
        empty=None if shown else _none(here),
    )


def _title(here: Here) -> str:
    if not here.changes:
        return here.nothing
    if here.shown and not here.standing and not here.regions_in(here.shown):
        return _("changes.list.title_country", n=len(here.shown))
    if here.standing or len(here.shown) < 2:
        return _("changes.list.title", n=len(here.shown))
    return _("changes.list.title_regions", n=here.regions_in(here.shown), count=number(len(here.shown)))


def _subtitle(here: Here) -> str:
    if here.standing or not here.shown:
        return here.compared
    own = _("closed.own_changes") if not sees_all(here.look) else ""
    words = _("changes.list.subtitle", compared=here.compared) if here.regions_in(here.shown) else here.compared
    return " · ".join(filter(None, (own, words)))


def _source(here: Here) -> str:
    since, number = here.look.since, here.publication.number
    return (
        _("changes.source", before=since.number, number=number) if since else _("changes.source_first", number=number)
    )


def _none(here: Here) -> Empty:
    since = here.look.since
    if here.changes:
        return Empty(_("changes.list.none_of_kind"), _("changes.list.none_of_kind_reason"), hatch="doet_niet_mee")
    if since is None:
        return Empty(here.nothing, _("changes.first_reason"), hatch="doet_niet_mee")
    same = _("changes.none_reason", before=since.number, number=here.publication.number)
    reason = f"{_('closed.own_changes')}." if here.counts.every else same
    return Empty(here.nothing, reason, hatch="doet_niet_mee")


def _body(here: Here, shown: Sequence[Change]) -> list[Component]:
    if here.standing:
        return [change_table(_("changes.list.caption"), by_kind(_rows(here, shown)))]
    if not here.regions_in(shown):
        return _without_page(here, shown)[1:]
    counts = table(spread.table(here, shown), caption_shown=False, class_name="data-table change-counts")
    if here.look.filters.kind is None:
        return [wide(counts, _("changes.spread.caption")), *_unchanged(here), *_without_page(here, shown)]
    return [html.Div([html.Div(_of_kind(here, shown)), html.Div(counts)], className="list-beside")]


def _rows(here: Here, shown: Sequence[Change]) -> list[ChangeRow]:
    return [change_row(here.look, one, here.who(one)) for one in shown]


def _unchanged(here: Here) -> list[Component]:
    """Regions that take part, may be seen, and of which nothing is in the list."""
    changed = {one.region_code for one in here.changes}
    there = (one for one in here.look.standings.taking_part if one.seen)
    still = [one.region.name for one in there if one.region.code not in changed]
    if not still:
        return []
    return [html.P(_("changes.list.unchanged", n=len(still), names=names(still)), className="list-unchanged")]


def _without_page(here: Here, shown: Sequence[Change]) -> list[Component]:
    """What changed of the country and of provinces, of which this page is the only one."""
    own = [one for one in shown if not here.path_of(one.region_code)]
    if not own:
        return []
    groups = [
        replace(group, name=f"{name} · {group.name}")
        for code, name in here.places_of(own)
        for group in by_kind(_rows(here, [one for one in own if one.region_code == code]))
    ]
    heading = _("changes.list.without_page")
    return [html.H3(heading, className="card-heading"), change_table(heading, groups)]


def _of_kind(here: Here, shown: Sequence[Change]) -> list[Component]:
    """As many as a page can bear, under the name of their region."""
    first = shown[:MOST]
    groups = [_of_place(here, place, first) for place in here.places_of(first)]
    listed = change_table(_("changes.list.caption"), groups)
    if len(first) == len(shown):
        return [listed]
    return [html.P(_("changes.list.first", n=number(len(shown)), most=MOST), className="list-first"), listed]


def _of_place(here: Here, place: tuple[str, str], first: Sequence[Change]) -> ChangeGroup:
    code, name = place
    found = [one for one in first if one.region_code == code]
    of = sum(one.region_code == code for one in here.shown)
    counted = str(of) if of == len(found) else _("changes.value.share", count=len(found), of=of)
    return ChangeGroup(name, counted, _rows(here, found), here.path_of(code, here.look.filters.kind))


def _table(here: Here, shown: Sequence[Change]) -> TableData | None:
    """Of regions together it stands in sight."""
    if here.standing is None and here.regions_in(shown):
        return None
    columns = tuple(Column(_(f"changes.column.{key}")) for key in COLUMNS)
    names = dict(here.places_of(shown))
    return TableData(
        _("changes.list.caption"), columns, tuple(_row(here, one, names[one.region_code]) for one in shown)
    )


def _row(here: Here, change: Change, place: str) -> tuple[Cell | str, ...]:
    row = change_row(here.look, change, here.who(change))
    what = (row.kind, row.name, row.aspect, Cell(row.title or "–", quoted=True))
    return (place, *what, row.was, row.now, row.why, row.who, str(change.publication.number))
