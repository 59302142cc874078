"""Unique young people beside the registrations that partners have of them: never added up."""

from __future__ import annotations

from callbacks.trajectories.here import Figures, Here
from dashboard import printed
from dashboard.components.data_table import Column, TableData
from dashboard.components.figure_card import Card
from dashboard.figures.registrations import Row, registrations
from dashboard.i18n import _, day
from queries.reader import NATIONAL_CODE
from queries.trajectories import REGISTRATIONS

NOT_APPROACHED = "niet_benaderd"
WIDTH = 330  # as narrow as on a phone, where words behind the longest bar must fit too


def card(here: Here) -> Card:
    there = here.figures(REGISTRATIONS, here.quarter)
    return Card(
        title=_title(here, there),
        subtitle=_("trajectories.registrations.subtitle", date=day(here.quarter)),
        figure=registrations(_rows(here, there) if there.every else [], width=WIDTH),
        chart_name=_("trajectories.registrations.name"),
        sentence=_sentence(here, there),
        table=_table(here, there),
        source=here.source("registrations", there.regions),
        note=_note(here, there) if there.every else "",
        empty=None if there.every else here.missing(here.quarter),
    )


def _systems(here: Here, found: Figures) -> dict[str, int]:
    """Young people by the number of systems in which they stand."""
    return {
        code: sum(youths for (_approach, systems), youths in found.youths.items() if systems == code)
        for code in here.look.reference.lists["system_count"]
    }


def _registered(here: Here, found: Figures) -> int:
    """Registrations, at least: who stands in three or more systems counts for three."""
    listed = here.look.reference.lists["system_count"]
    return sum(youths * int(listed[code].extra) for code, youths in _systems(here, found).items())


def _double(here: Here, found: Figures) -> int:
    return _registered(here, found) - found.every


def _double_share(here: Here, found: Figures) -> str | None:
    return printed.percentage(printed.share_of(_double(here, found), _registered(here, found)))


def _share(count: int, found: Figures) -> str:
    return printed.percentage(printed.share_of(count, found.every)) or "*"


def _title(here: Here, there: Figures) -> str:
    if not there.every:
        return _("trajectories.registrations.title_none")
    share = _double_share(here, there)
    if share is None:
        return _("trajectories.registrations.title_small")
    return _("trajectories.registrations.title", share=share)


def _rows(here: Here, there: Figures) -> list[Row]:
    double, waiting = _double(here, there), there.of(NOT_APPROACHED)
    registered = {"count": printed.count(_registered(here, there)), "double": printed.count(double)}
    return [
        Row(_("trajectories.registrations.unique"), there.every, printed.count(there.every), strong=True),
        Row(
            _("trajectories.registrations.registered"),
            there.every,
            _("trajectories.registrations.of_which", **registered),
            more=double,
        ),
        *(
            Row(here.look.label("system_count", code), count, _beside(count, there))
            for code, count in _systems(here, there).items()
        ),
        Row(_("trajectories.registrations.not_approached"), waiting, _beside(waiting, there)),
    ]


def _beside(count: int, there: Figures) -> str:
    return f"{printed.count(count)} · {_share(count, there)}"


def _note(here: Here, there: Figures) -> str:
    country = here.figures(REGISTRATIONS, here.quarter, NATIONAL_CODE)
    share = _double_share(here, country) if here.standing else None
    beside = _("trajectories.registrations.country", share=share) if share else ""
    count_youths = _("trajectories.registrations.note")
    return " ".join(filter(None, (count_youths, beside, here.coverage_note(there.regions))))


def _sentence(here: Here, there: Figures) -> str:
    if not there.every:
        return _("trajectories.registrations.title_none")
    told = {"youths": printed.youths(there.every), "count": printed.count(_registered(here, there))}
    return _("trajectories.registrations.sentence", name=here.name, date=day(here.quarter), **told)


def _table(here: Here, there: Figures) -> TableData:
    keys = ("approach", "systems", "youths", "share")
    columns = tuple(
        Column(_(f"trajectories.registrations.column.{key}"), numeric=at > 1) for at, key in enumerate(keys)
    )
    lists = here.look.reference.lists
    pairs = [(approach, systems) for approach in lists["approach"] for systems in lists["system_count"]]
    rows = tuple(
        (
            here.look.label("approach", approach),
            here.look.label("system_count", systems),
            printed.count(there.youths.get((approach, systems), 0)),
            _share(there.youths.get((approach, systems), 0), there),
        )
        for approach, systems in pairs
    )
    return TableData(_("trajectories.registrations.caption"), columns, rows if there.every else ())
