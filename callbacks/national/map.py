"""The map and the list beside it."""

from __future__ import annotations

from collections.abc import Sequence

from callbacks.national.places import MEASURES, Place, Places, label_of
from callbacks.parts.closed import sees_all
from callbacks.parts.frame import source
from callbacks.parts.gaps import sign_of
from callbacks.parts.look import Look
from dashboard import printed
from dashboard.components import region_list
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.figure_card import Card
from dashboard.components.html_card import HtmlCard
from dashboard.components.map_legend import map_legend
from dashboard.components.region_list import RegionList, RegionRow
from dashboard.figures.hexmap import Area, class_edges, hexmap, legend
from dashboard.figures.hexmap_classes import LegendRow
from dashboard.figures.theme import plain, styled
from dashboard.i18n import _, number
from dashboard.pages import national as page
from dashboard.traced import history_path
from queries.history import INDICATOR
from queries.region_standing import NOT_SEEN
from queries.regions import LEADING_DIVISION

CREDIT = "© Kadaster / CBS, 2025"


def map_card(look: Look, found: Places) -> Card:
    shares = [round(place.share, found.decimals) for place in found.found if place.share is not None]
    edges, areas = class_edges(shares), [_area(place, found.decimals) for place in found.found]
    gaps = tuple({place.gap for place in found.found if place.gap})
    measure = _(f"national.places.measure.{look.filters.measure}")
    return Card(
        title=_title(look, found, shares, measure),
        subtitle=_subtitle(look),
        figure=hexmap(
            found.division, areas, edges=edges, height=page.MAP_HEIGHT if sees_all(look) else page.MAP_HEIGHT_OF_FEW
        ),
        chart_name=_("national.map.name", measure=measure),
        sentence=_sentence(look, found, measure),
        table=_table(look, found, measure),
        source=_source(look, found),
        note=_note(look, found),
        phone_height=page.MAP_HEIGHT_ON_PHONE,
        above=(map_legend(measure, _legend(edges, gaps, found, there=bool(shares))),),
    )


def _title(look: Look, found: Places, shares: list[float], measure: str) -> str:
    if found.national is None or (not shares and not _hides(found)):
        return _("national.map.title_empty", measure=measure)
    told = {"label": label_of(look), "national": _text(found, found.national)}
    if not shares:
        return _("national.map.title_closed", **told)
    if _is_of_own(found) and len(shares) == 1:
        (one,) = _known(found)
        return _("national.map.title_one", name=one.name, share=one.text, **told)
    low, high = _text(found, min(shares)), _text(found, max(shares))
    key = "title_own" if _is_of_own(found) else "title"
    return _(f"national.map.{key}", low=low, high=high, per=_per(look, found), **told)


def _per(look: Look, found: Places) -> str:
    if found.division == LEADING_DIVISION:
        return _("national.map.region")
    return look.label("division", found.division).lower()


def _legend(edges: Sequence[float], gaps: Sequence[str], found: Places, *, there: bool) -> list[LegendRow]:
    """Without a figure there are no classes."""
    return [row for row in legend(edges, gaps, decimals=found.decimals) if there or row.image]


def _known(found: Places) -> list[Place]:
    return [place for place in found.found if place.share is not None]


def _hides(found: Places) -> bool:
    return any(place.gap == NOT_SEEN for place in found.found)


def _is_of_own(found: Places) -> bool:
    """Of the regions themselves some may not be seen: none of these can be called the highest or lowest of all."""
    return found.division == LEADING_DIVISION and _hides(found)


def _text(found: Places, share: float) -> str:
    return f"{number(share, found.decimals)}%" if found.decimals else printed.percentage(share) or ""


def _subtitle(look: Look) -> str:
    if look.filters.measure == "vsv":
        return _("national.map.subtitle_vsv")
    return _("national.map.subtitle", date=look.reference_day())


def _note(look: Look, found: Places) -> str:
    if look.filters.measure == "vsv":
        return "" if found.division == look.filters.division else _("national.map.only_province")
    closed = [_("national.map.of_areas")] if found.division != look.filters.division else []
    return " ".join([*closed, *([_("national.map.approximate")] if found.approximate else [])])


def _sentence(look: Look, found: Places, measure: str) -> str:
    known = _known(found)
    if found.national is None or (not known and not _hides(found)):
        return _("national.map.sentence_empty", measure=measure)
    told = {"measure": measure, "national": _text(found, found.national)}
    if not known:
        return _("national.map.sentence_closed", **told)
    if _is_of_own(found):
        listed = ", ".join(f"{one.name} ({one.text})" for one in known)
        return _("national.map.sentence_own", listed=listed, **told)
    low, high = min(known, key=lambda place: place.share or 0), max(known, key=lambda place: place.share or 0)
    ends = {"low": f"{low.name} ({low.text})", "high": f"{high.name} ({high.text})"}
    return _("national.map.sentence", n=len(known), **ends, **told)


def _source(look: Look, found: Places) -> str:
    return f"{found.source or source(look, _('national.map.source'))} · {CREDIT}"


def _area(place: Place, decimals: int) -> Area:
    text = (place.text or "").removesuffix("%")
    shown = place.text or _(f"figures.gap.{place.gap}")
    mark = str(place.attention) if place.attention else None
    hover = f"{styled(plain(place.name), bold=True)}<br>{plain(f'{shown} {place.note}')}"
    return Area(place.code, place.name, place.share, text, place.gap, hover, mark)


def _table(look: Look, found: Places, measure: str) -> TableData:
    columns = (
        Column(_("national.map.column.region")),
        Column(_("national.map.column.share"), numeric=True),
        Column(_("national.map.column.count"), numeric=True),
        Column(_("national.map.column.change"), numeric=True),
    )
    rows = tuple(
        (
            _named(look, found, place),
            Cell(place.text or _(f"figures.gap.{place.gap}")),
            place.count or "–",
            place.change or "–",
        )
        for place in found.found
    )
    return TableData(measure, columns, rows)


def _named(look: Look, found: Places, place: Place) -> Cell | str:
    """With the way to its history, where a region delivers the figure itself."""
    code = MEASURES.get(look.filters.measure)
    if code is None or not place.href:
        return place.name
    return Cell(place.name, href=look.href(history_path(place.code, INDICATOR, code)))


def list_card(look: Look, found: Places) -> HtmlCard:
    """Of the regions themselves those that may be seen; of areas all."""
    by_region = found.division == LEADING_DIVISION
    rows = tuple(_list_row(place) for place in found.found if sees_all(look) or not by_region or place.href)
    shares = [place.share for place in found.found if place.share is not None]
    listed = RegionList(
        rows=rows,
        share_label=_(f"national.list.share.{look.filters.measure}"),
        count_label=_("national.list.count"),
        change_label=_("national.list.change") if any(row.change for row in rows) else "",
        status_label=_(f"national.list.{found.about}"),
        national_value=found.national,
        end=100 if not found.decimals else max(shares, default=1.0),
    )
    return region_list.card(_list_title(look, found, len(rows)), _("national.list.subtitle"), listed)


def _list_title(look: Look, found: Places, count: int) -> str:
    if count < len(found.found):
        return _("national.list.title_own", n=count)
    key = "title" if found.division == LEADING_DIVISION else "title_areas"
    return _(f"national.list.{key}", n=count, division=look.label("division", found.division).lower())


def _list_row(place: Place) -> RegionRow:
    return RegionRow(
        name=place.name,
        href=place.href,
        share=place.text,
        share_value=place.share,
        count=place.count,
        change=place.change,
        status=place.status,
        note=place.note,
        gap=sign_of(place.gap),
        attention=place.attention,
        count_value=place.youths if place.count else None,
        change_value=place.change_value if place.change else None,
    )
