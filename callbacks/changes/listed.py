"""The whole list: of the country folded per region, of a region open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from callbacks.changes.here import Here
from callbacks.parts.changed import change_row, names
from dashboard.address import NOT_CHOSEN, region_path
from dashboard.components.change_list import Fold, change_table, fold
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.i18n import _, number
from dashboard.ids import Changes as Ids
from dashboard.pages import changes as page
from dashboard.shell_context import Choice
from queries.compared import KINDS, Change
from queries.reader import NATIONAL_CODE

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
    if here.standing or len(here.shown) < 2:
        return _("changes.list.title", n=len(here.shown))
    return _("changes.list.title_regions", n=here.regions_in(here.shown), count=number(len(here.shown)))


def _subtitle(here: Here) -> str:
    if here.standing or not here.shown:
        return here.compared
    return _("changes.list.subtitle", compared=here.compared)


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
    reason = _("changes.none_reason", before=since.number, number=here.publication.number)
    return Empty(here.nothing, reason, hatch="doet_niet_mee")


def _body(here: Here, shown: Sequence[Change]) -> list[Component]:
    if here.standing:
        rows = [change_row(here.look, one, here.who(one)) for one in shown]
        return [change_table(_("changes.list.caption"), rows)]
    folds = [fold(_fold(here, code, name, shown)) for code, name in _places(here, shown)]
    return [*folds, *_unchanged(here)]


def _unchanged(here: Here) -> list[Component]:
    """Regions that take part and of which nothing is in the list, when the list has every kind."""
    changed = {one.region_code for one in here.changes}
    still = [one.region.name for one in here.look.standings.taking_part if one.region.code not in changed]
    if not still or here.look.filters.kind:
        return []
    return [html.P(_("changes.list.unchanged", n=len(still), names=names(still)), className="list-unchanged")]


def _places(here: Here, shown: Sequence[Change]) -> list[tuple[str, str]]:
    """The country first, then regions as people sort them, then provinces."""
    there = {one.region_code for one in shown}
    listed = [(one.region.code, one.region.name) for one in here.look.standings.every]
    others = [(one.code, one.name) for one in here.look.standings.others if one.code != NATIONAL_CODE]
    return [pair for pair in ((NATIONAL_CODE, _("frame.country")), *listed, *others) if pair[0] in there]


def _fold(here: Here, code: str, name: str, shown: Sequence[Change]) -> Fold:
    found = [one for one in shown if one.region_code == code]
    is_region = here.look.standings.of(code) is not None
    return Fold(
        name=name,
        href=here.look.href(region_path(code, page.PATH)) if is_region else "",
        counted=_counted(found),
        rows=tuple(change_row(here.look, one, here.who(one)) for one in found),
        is_open=here.look.filters.kind is not None,
    )


def _counted(found: Sequence[Change]) -> str:
    """9 wijzigingen: 1 verwijderd, 4 van status."""
    counts = Counter(one.kind for one in found)
    parts = [f"{counts[kind]} {_(f'changes.counted.{kind}', n=counts[kind])}" for kind in KINDS if counts[kind]]
    return f"{_('changes.list.region', n=len(found))}: {', '.join(parts)}"


def _table(here: Here, shown: Sequence[Change]) -> TableData:
    columns = tuple(Column(_(f"changes.column.{key}")) for key in COLUMNS)
    places = dict(_places(here, shown))
    return TableData(_("changes.list.caption"), columns, tuple(_row(here, one, places) for one in shown))


def _row(here: Here, change: Change, places: dict[str, str]) -> tuple[Cell | str, ...]:
    row = change_row(here.look, change, here.who(change))
    what = (row.kind, row.name, row.aspect, Cell(row.title or "–", quoted=True))
    told = (row.was, row.now, row.why, row.who, str(change.publication.number))
    return (places[change.region_code], *what, *told)
