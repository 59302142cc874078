"""Whether support goes on when young people turn 18 (K16), and whether a difference is more than chance."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from callbacks.parts.closed import own_only, sees_none
from callbacks.trajectories.here import Figures, Here
from dashboard import printed
from dashboard.address import region_path
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.figure_card import Card
from dashboard.components.status import status
from dashboard.components.text import Link, anchor, marked
from dashboard.figures.intervals import Interval, of_rounded
from dashboard.figures.shares import Part, Whole, shares
from dashboard.i18n import _, day, number
from dashboard.pages import trajectories as page
from queries.reader import NATIONAL_CODE
from queries.trajectories import TURNED_18
from warehouse.schema.calendar import months_before
from warehouse.schema.rounding import ROUNDED_TO

KNOWN_AFTER = 3  # months after the birthday
UNKNOWN = "onbekend"
MOST = 6
WIDTH = 390


def card(here: Here) -> Card:
    there = here.figures(TURNED_18, here.quarter)
    wholes = [_whole(here, place) for place in _places(here)] if there.every else []
    return Card(
        title=_title(here, there),
        subtitle=_subtitle(here),
        figure=shares(wholes, width=WIDTH),
        chart_name=_("trajectories.support.name"),
        sentence=_sentence(here, there),
        table=_table(here),
        source=here.source("support", there.regions),
        note=_note(here, there) if wholes else "",
        below=_below(here, there) if wholes else (),
        empty=None if wholes else here.missing(here.quarter),
    )


def arranged(here: Here, found: Figures) -> int:
    """Support goes on or is not needed."""
    listed = here.look.reference.lists["support_after_18"]
    return sum(found.of(code) for code, label in listed.items() if label.is_set)


def share_text(here: Here, found: Figures) -> str | None:
    return printed.percentage(printed.share_of(arranged(here, found), found.every))


def unknown_text(found: Figures) -> str | None:
    return printed.percentage(printed.share_of(found.of(UNKNOWN), found.every))


def _places(here: Here) -> list[str]:
    return [NATIONAL_CODE, *([here.place] if here.standing else [])]


def _title(here: Here, there: Figures) -> str:
    if not there.every:
        return _("trajectories.support.title_none")
    share = share_text(here, there)
    if share is None:
        return _("trajectories.support.title_small")
    return _("trajectories.support.title", share=share)


def _subtitle(here: Here) -> str:
    return _("trajectories.support.subtitle", date=day(months_before(here.quarter, KNOWN_AFTER)))


def _whole(here: Here, place: str) -> Whole:
    found = here.figures(TURNED_18, here.quarter, place)
    name = here.name if place == here.place and here.standing else _country(here)
    note = _("trajectories.support.turned", youths=printed.youths(found.every))
    if printed.share_of(1, found.every) is None:
        return Whole(name, note, ())
    certain = None if place == NATIONAL_CODE else _interval(here, found)
    return Whole(name, note, _parts(here, found), certain, _certainty(certain))


def _country(here: Here) -> str:
    return here.name if here.standing is None and here.look.is_part else _("trajectories.support.country")


def _parts(here: Here, found: Figures) -> tuple[Part, ...]:
    counts = {"arranged": arranged(here, found), "stopped": 0, "unknown": found.of(UNKNOWN)}
    counts["stopped"] = found.every - counts["arranged"] - counts["unknown"]
    return tuple(
        Part(
            _(f"trajectories.support.part.{key}"),
            count / found.every,
            printed.percentage(printed.share_of(count, found.every)) or "*",
            unknown=key == "unknown",
        )
        for key, count in counts.items()
    )


def _interval(here: Here, found: Figures) -> Interval:
    sure = arranged(here, found)
    return of_rounded(sure, found.every - sure, ROUNDED_TO[TURNED_18])


def _certainty(interval: Interval | None) -> str:
    if interval is None:
        return ""
    low, high = (number(round(100 * end)) for end in interval)
    return _("trajectories.support.certain", low=low, high=high)


def _note(here: Here, there: Figures) -> str:
    return " ".join(filter(None, (_difference(here, there), here.coverage_note(there.regions))))


def _difference(here: Here, there: Figures) -> str:
    """Of a region against the country: more or less, and whether chance can explain it."""
    country = here.figures(TURNED_18, here.quarter, NATIONAL_CODE)
    own, other = (printed.share_of(arranged(here, found), found.every) for found in (there, country))
    if here.standing is None:
        return ""
    if own is None or other is None:
        return _("trajectories.support.too_small", name=here.name)
    inside = _interval(here, there).holds(other / 100)
    if round(own) == round(other):
        return _("trajectories.support.equal", name=here.name)
    key = f"trajectories.support.{'higher' if own > other else 'lower'}_{'chance' if inside else 'beyond'}"
    return _(key, name=here.name, n=abs(round(own) - round(other)))


def _below(here: Here, there: Figures) -> list[Component]:
    """Unknown is not stopped; above so much of it nothing can be called green, and these regions have more."""
    until = round(here.look.rules.unknown_most)
    parts: list[Component] = [html.P(_("trajectories.support.unknown", until=until))]
    if _is_unknown(here, there):
        parts.append(html.P([status("onbekend"), _("trajectories.support.is_unknown", until=until)]))
    if here.standing is None and not sees_none(here.look):
        parts.append(html.P(_over(here, until)))
    return parts


def _is_unknown(here: Here, found: Figures) -> bool:
    share = printed.share_of(found.of(UNKNOWN), found.every)
    return share is not None and share > here.look.rules.unknown_most


def _over(here: Here, until: int) -> list[str | Component]:
    """The regions with more unknown than that, each with the way to its page."""
    known = [one for one in here.look.standings.regions if here.figures(TURNED_18, here.quarter, one.region.code).every]
    over = [one for one in known if _is_unknown(here, here.figures(TURNED_18, here.quarter, one.region.code))]
    own = [f" {words}."] if (words := own_only(here.look)) else []
    if not over:
        return [*marked(_("trajectories.support.none_over", until=until)), *own]
    links: list[str | Component] = []
    for one in over[:MOST]:
        path = here.look.href(region_path(one.region.code, page.PATH))
        links += [", " if links else "", anchor(Link(one.region.name, path))]
    more = [_("trajectories.support.more", n=len(over) - MOST)] if len(over) > MOST else []
    return [
        *marked(_("trajectories.support.over", n=len(over), all=len(known), until=until)),
        " ",
        *links,
        *more,
        ".",
        *own,
    ]


def _sentence(here: Here, there: Figures) -> str:
    share, unknown = share_text(here, there), unknown_text(there)
    if not there.every or share is None:
        return _title(here, there)
    told = {"share": share, "unknown": unknown, "youths": printed.youths(there.every)}
    return _("trajectories.support.sentence", name=here.name, **told)


def _table(here: Here) -> TableData:
    """Of the country each region too."""
    codes = list(here.look.reference.lists["support_after_18"])
    names = (Column(here.look.label("support_after_18", code), numeric=True) for code in codes)
    head = Column(_("trajectories.support.column.place"))
    tail = (Column(_(f"trajectories.support.column.{key}"), numeric=True) for key in ("every", "share", "unknown"))
    places = [(place, _country(here) if place == NATIONAL_CODE else here.name) for place in _places(here)]
    if here.standing is None:
        places += [(one.region.code, one.region.name) for one in here.look.standings.regions]
    rows = tuple(_row(here, place, name, codes) for place, name in places if _there(here, place))
    return TableData(_("trajectories.support.caption"), (head, *names, *tail), rows)


def _there(here: Here, place: str) -> bool:
    return bool(here.figures(TURNED_18, here.quarter, place).youths)


def _row(here: Here, place: str, name: str, codes: list[str]) -> tuple[Cell | str, ...]:
    found = here.figures(TURNED_18, here.quarter, place)
    counts = (printed.count(found.of(code)) for code in codes)
    return (name, *counts, printed.count(found.every), share_text(here, found) or "*", unknown_text(found) or "*")
