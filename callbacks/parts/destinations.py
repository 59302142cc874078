"""Where young people went in twelve months, with the share of the country as a tick beside that of a region."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from callbacks.parts.look import Look
from callbacks.parts.tiles import UNKNOWN
from dashboard import printed
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.figure_card import Card
from dashboard.components.text import Link
from dashboard.figures.destinations import Destination, destinations
from dashboard.i18n import _
from dashboard.traced import history_path
from queries.history import DESTINATION

Exits = Mapping[str, int]


@dataclass(frozen=True)
class Ended:
    """Young people of a place by destination; without a `region_code` it is the country, which has nothing beside it.

    `of` says which young people, when these are not all; `bands` are those of each age band, when these add up.
    """

    name: str
    region_code: str | None
    own: Exits
    country: Exits
    of: str = ""
    bands: Mapping[str, Exits] | None = None

    @property
    def count(self) -> int:
        return sum(self.own.values())

    @property
    def is_beside_the_country(self) -> bool:
        return self.region_code is not None


@dataclass(frozen=True)
class Around:
    """What stands around the chart; `none` stands in its place when nothing was delivered."""

    source: str
    none: Empty
    width: int
    link: Link | None = None
    note: str = ""


def card(look: Look, ended: Ended, around: Around) -> Card:
    tick = _("destinations.tick") if ended.is_beside_the_country else None
    return Card(
        title=_title(look, ended),
        subtitle=_subtitle(look, ended),
        figure=destinations(_rows(look, ended), national=tick, width=around.width),
        chart_name=_("destinations.name"),
        sentence=_sentence(look, ended),
        table=_table(look, ended),
        source=around.source,
        note=" ".join(filter(None, (_national(look, ended), around.note))) if ended.count else "",
        link=around.link,
        empty=None if ended.count else _none(ended, around),
    )


def placed(look: Look, found: Exits) -> int:
    """Young people who went to school or work."""
    codes = {code for code, label in look.reference.lists["destination"].items() if label.is_set}
    return sum(youths for code, youths in found.items() if code in codes)


def share(part: int, found: Exits) -> str | None:
    return printed.percentage(printed.share_of(part, sum(found.values())))


def _subtitle(look: Look, ended: Ended) -> str:
    if not ended.own:
        return ""
    told = {"count": printed.count(ended.count), "date": look.reference_day()}
    text = _("destinations.subtitle_beside" if ended.is_beside_the_country else "destinations.subtitle", **told)
    return f"{text} · {ended.of}" if ended.of else text


def _none(ended: Ended, around: Around) -> Empty:
    """No row is a figure that is missing; rows of zero say that nobody's trajectory ended."""
    if not ended.own:
        return around.none
    return Empty(_("destinations.none"), _("destinations.none_reason"), hatch="doet_niet_mee")


def _title(look: Look, ended: Ended) -> str:
    if not ended.count:
        return _("destinations.title_none" if ended.own else "destinations.title_missing")
    count = placed(look, ended.own)
    found, unknown = share(count, ended.own), printed.count(ended.own.get(UNKNOWN, 0))
    if found is None:
        return _("destinations.title_few", count=printed.count(count))
    return _("destinations.title", share=found, unknown=unknown)


def _rows(look: Look, ended: Ended) -> list[Destination]:
    national = sum(ended.country.values()) if ended.is_beside_the_country else 0
    return [
        Destination(
            code=code,
            label=look.label("destination", code),
            youths=ended.own.get(code, 0),
            share=share(ended.own.get(code, 0), ended.own),
            national_share=ended.country.get(code, 0) / national if national else None,
            placed=look.reference.label("destination", code).is_set,
            unknown=code == UNKNOWN,
        )
        for code in look.reference.lists["destination"]
        if ended.own.get(code, 0) or code == UNKNOWN
    ]


def _sentence(look: Look, ended: Ended) -> str:
    if not ended.count:
        return _("destinations.none" if ended.own else "destinations.title_missing")
    count = placed(look, ended.own)
    found = share(count, ended.own)
    return _(
        "destinations.sentence" if found else "destinations.sentence_few",
        name=ended.name,
        share=found,
        count=printed.count(count),
        ended=printed.count(ended.count),
        date=look.reference_day(),
    )


def _national(look: Look, ended: Ended) -> str:
    found = share(placed(look, ended.country), ended.country) if ended.is_beside_the_country else None
    return _("destinations.national", share=found) if found else ""


def _table(look: Look, ended: Ended) -> TableData:
    keys = ("destination", "count", "share", *(("national",) if ended.is_beside_the_country else ()))
    columns = [Column(_(f"destinations.column.{key}"), numeric=key != "destination") for key in keys]
    columns += [Column(look.label("age_band", band), numeric=True) for band in ended.bands or ()]
    codes = tuple(look.reference.lists["destination"]) if ended.count else ()
    rows = [_row(look, ended, code) for code in codes]
    return TableData(_("destinations.caption"), tuple(columns), (*rows, *([_sum(ended)] if codes else [])))


def _row(look: Look, ended: Ended, code: str) -> tuple[Cell | str, ...]:
    beside = (ended.own, *((ended.country,) if ended.is_beside_the_country else ()))
    shares = [share(found.get(code, 0), found) or "*" for found in beside]
    history = look.href(history_path(ended.region_code, DESTINATION, code))
    bands = [printed.count(found.get(code, 0)) for found in (ended.bands or {}).values()]
    return (Cell(look.label("destination", code), href=history), printed.count(ended.own.get(code, 0)), *shares, *bands)


def _sum(ended: Ended) -> tuple[Cell | str, ...]:
    blank = ["" for _place in ((ended.own, ended.country) if ended.is_beside_the_country else (ended.own,))]
    bands = [printed.count(sum(found.values())) for found in (ended.bands or {}).values()]
    return (Cell(_("destinations.sum"), strong=True), Cell(printed.count(ended.count), strong=True), *blank, *bands)
