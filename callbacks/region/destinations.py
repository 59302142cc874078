"""Where young people went in twelve months, with the share of the country as a tick."""

from __future__ import annotations

from collections.abc import Mapping

from callbacks.parts import widths
from callbacks.parts.frame import own_source
from callbacks.parts.gaps import no_figures
from callbacks.parts.look import Look
from dashboard import printed
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.figure_card import Card
from dashboard.figures.destinations import Destination, destinations
from dashboard.i18n import _
from dashboard.traced import history_path
from queries.history import DESTINATION
from queries.reader import NATIONAL_CODE
from queries.region_standing import RegionStanding

UNKNOWN = "onbekend"
Exits = Mapping[str, Mapping[str, int]]


def card(look: Look, standing: RegionStanding, exits: Exits) -> Card:
    own, country = exits[standing.region.code], exits[NATIONAL_CODE]
    ended = sum(own.values())
    return Card(
        title=_title(look, own),
        subtitle=_subtitle(look, own),
        figure=destinations(_rows(look, own, country), national=_("region.destinations.tick"), width=widths.HALF),
        chart_name=_("region.destinations.name"),
        sentence=_sentence(look, standing, own),
        table=_table(look, standing, own, country),
        source=own_source(look, standing),
        note=_national(look, country),
        empty=None if ended else _none(standing, own),
    )


def _subtitle(look: Look, own: Mapping[str, int]) -> str:
    if not own:
        return ""
    return _("region.destinations.subtitle", count=printed.count(sum(own.values())), date=look.reference_day())


def _none(standing: RegionStanding, own: Mapping[str, int]) -> Empty:
    """No row is a figure that is missing; rows of zero say that nobody's trajectory ended."""
    if not own:
        return no_figures(standing)
    return Empty(_("region.destinations.none"), _("region.destinations.none_reason"), hatch="doet_niet_mee")


def placed(look: Look, found: Mapping[str, int]) -> int:
    """Young people who went to school or work."""
    codes = {code for code, label in look.reference.lists["destination"].items() if label.is_set}
    return sum(youths for code, youths in found.items() if code in codes)


def _title(look: Look, own: Mapping[str, int]) -> str:
    if not sum(own.values()):
        return _("region.destinations.title_none" if own else "region.destinations.title_missing")
    share = printed.percentage(printed.share_of(placed(look, own), sum(own.values())))
    unknown = printed.count(own.get(UNKNOWN, 0))
    if share is None:
        return _("region.destinations.title_few", count=printed.count(placed(look, own)))
    return _("region.destinations.title", share=share, unknown=unknown)


def _rows(look: Look, own: Mapping[str, int], country: Mapping[str, int]) -> list[Destination]:
    ended, national = sum(own.values()), sum(country.values())
    return [
        Destination(
            code=code,
            label=look.label("destination", code),
            youths=own.get(code, 0),
            share=printed.percentage(printed.share_of(own.get(code, 0), ended)),
            national_share=country.get(code, 0) / national if national else None,
            placed=look.reference.label("destination", code).is_set,
            unknown=code == UNKNOWN,
        )
        for code in look.reference.lists["destination"]
        if own.get(code, 0) or code == UNKNOWN
    ]


def _sentence(look: Look, standing: RegionStanding, own: Mapping[str, int]) -> str:
    ended, count = sum(own.values()), placed(look, own)
    if not ended:
        return _("region.destinations.none" if own else "region.destinations.title_missing")
    share = printed.percentage(printed.share_of(count, ended))
    return _(
        "region.destinations.sentence" if share else "region.destinations.sentence_few",
        name=standing.region.name,
        share=share,
        count=printed.count(count),
        ended=printed.count(ended),
        date=look.reference_day(),
    )


def _national(look: Look, country: Mapping[str, int]) -> str:
    share = printed.percentage(printed.share_of(placed(look, country), sum(country.values())))
    return _("region.destinations.national", share=share) if share else ""


def _table(look: Look, standing: RegionStanding, own: Mapping[str, int], country: Mapping[str, int]) -> TableData:
    keys = ("destination", "count", "share", "national")
    columns = tuple(Column(_(f"region.destinations.column.{key}"), numeric=key != "destination") for key in keys)
    rows = tuple(_row(look, standing, own, country, code) for code in look.reference.lists["destination"])
    return TableData(_("region.destinations.caption"), columns, rows if sum(own.values()) else ())


def _row(
    look: Look, standing: RegionStanding, own: Mapping[str, int], country: Mapping[str, int], code: str
) -> tuple[Cell | str, ...]:
    shares = [printed.percentage(printed.share_of(found.get(code, 0), sum(found.values()))) for found in (own, country)]
    history = look.href(history_path(standing.region.code, DESTINATION, code))
    name = Cell(look.label("destination", code), href=history)
    return (name, printed.count(own.get(code, 0)), *(share or "*" for share in shares))
