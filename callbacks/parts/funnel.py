"""The card that says whether regions differ more than chance makes them, and with which the own one is compared."""

from __future__ import annotations

from dataclasses import dataclass

from callbacks.parts.closed import of_own, sees_all
from callbacks.parts.frame import source
from callbacks.parts.look import Look
from dashboard import printed
from dashboard.address import region_path
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.figure_card import Card
from dashboard.figures.funnel import Dot, funnel_plot
from dashboard.i18n import _, number
from dashboard.pages.outcomes import PATH as OUTCOMES
from queries.funnel_limits import FEWEST, Funnel, Rounding, Share
from queries.peers import PEER_RULES
from queries.region_standing import RegionStanding

MOST_NAMED = 3
MOST_MARKED = 6


@dataclass(frozen=True)
class Compared:
    """Regions with enough young people for a percentage, in the order in which people sort them; `own` may be none.

    Not `every` region is among them for who may not see them all; `bounds` are made from all.
    """

    dots: tuple[Dot, ...]
    bounds: Funnel | None
    own: RegionStanding | None
    every: bool = True

    @property
    def outside(self) -> list[Dot]:
        return [dot for dot in self.dots if self.bounds and not self.bounds.is_within(dot.share)]

    @property
    def own_dot(self) -> Dot | None:
        return next((dot for dot in self.dots if dot.own), None)

    @property
    def peers(self) -> list[Dot]:
        return [dot for dot in self.dots if dot.peer]


def compared(look: Look, code: str, own: RegionStanding | None = None) -> Compared:
    """Of an indicator, on the reference date that is looked at."""
    rule = PEER_RULES[look.filters.peers]
    peers = {one.region.code for one in rule.peers(own, look.standings.every)} if own else set()
    dots = tuple(
        Dot(
            one.region.code,
            one.region.name,
            Share(count.numerator, count.denominator),
            own=one is own or (own is None and _are_few(look)),
            peer=one.region.code in peers,
        )
        for one in look.standings.every
        if (count := one.count(code)) and count.denominator >= look.rules.percentage_from
    )
    counted = look.reference.counted[code]
    rounding = Rounding(counted.base, counted.parts)
    bounds = look.standings.together.chance(code, look.rules.percentage_from, rounding)
    return Compared(dots, bounds, own, sees_all(look))


def _are_few(look: Look) -> bool:
    """So few regions that each can be marked and named."""
    return not sees_all(look) and len(look.reader.access.regions or ()) <= MOST_MARKED


def card(look: Look, code: str, found: Compared, *, width: int) -> Card:
    name, across = look.label("indicator", code), _(f"funnel.across.{code}")
    none, several = _none(look, found), found.own is None and not found.every
    regions = found.bounds.regions if found.bounds else len(found.dots)
    return Card(
        title=of_own(look, _title(found)) if several else _title(found),
        subtitle=_("funnel.subtitle", indicator=name, date=look.reference_day()),
        figure=funnel_plot(found.dots, None if none else found.bounds, across=across, width=width),
        chart_name=_("funnel.name", indicator=name),
        sentence=of_own(look, _sentence(found)) if several else _sentence(found),
        table=_table(look, found),
        source=source(look, _("funnel.source", code=code, n=regions)),
        note=" ".join(_notes(look, found)),
        empty=none,
    )


def _none(look: Look, found: Compared) -> Empty | None:
    if found.bounds is None:
        return Empty(_("funnel.title_few"), _("funnel.few_why", n=len(found.dots), fewest=FEWEST), hatch="te_weinig")
    if found.dots:
        return None
    return Empty(_("outcomes.too_few"), _("outcomes.too_few_reason"), hatch="te_weinig")


def _title(found: Compared) -> str:
    if found.bounds is None:
        return _("funnel.title_few")
    if not found.dots:
        return _("funnel.title_closed")
    own = found.own_dot if found.own or found.every else None
    if own is not None:
        key = "own_outside" if own in found.outside else "own_inside"
        return _(f"funnel.title_{key}", name=own.name)
    if not found.outside:
        return _("funnel.title_none")
    if len(found.outside) > MOST_NAMED:
        return _("funnel.title_many", n=len(found.outside), all=len(found.dots))
    return _("funnel.title_named", n=len(found.outside), names=printed.names([dot.name for dot in found.outside]))


def _sentence(found: Compared) -> str:
    if found.bounds is None:
        return _("funnel.few")
    if not found.dots:
        return _title(found)
    outside = printed.names([_share(dot) for dot in found.outside[:MOST_NAMED]]) or _("funnel.nobody")
    return _(
        "funnel.sentence",
        n=len(found.outside),
        outside=outside,
        all=len(found.dots),
        centre=number(round(100 * found.bounds.centre)),
    )


def _share(dot: Dot) -> str:
    return _("figures.funnel.name", name=dot.name, share=number(round(100 * dot.share.value)))


def _notes(look: Look, found: Compared) -> list[str]:
    """How the limits came about, and with which regions the own one is fairly compared."""
    if found.bounds is None or not found.dots:
        return []
    wider = round(found.bounds.wider, 1)
    notes = [_("funnel.limits"), *([_("funnel.wider", times=number(wider, 1))] if wider > 1 else [])]
    if not found.every:
        notes.append(_("funnel.of_all", n=found.bounds.regions))
    elif found.own is not None:
        rule = _(f"funnel.peers.{look.filters.peers}")
        names = printed.names([_share(dot) for dot in found.peers])
        notes.append(_("funnel.peers.these", rule=rule, names=names) if names else _("funnel.peers.none", rule=rule))
    return notes


def _table(look: Look, found: Compared) -> TableData:
    keys = ("region", "share", "size", "verdict", "peer")
    columns = tuple(Column(_(f"funnel.column.{key}"), numeric=key in ("share", "size")) for key in keys)
    return TableData(_("funnel.caption"), columns, tuple(_row(look, found, dot) for dot in found.dots))


def _row(look: Look, found: Compared, dot: Dot) -> tuple[Cell | str, ...]:
    share = printed.percentage(100 * dot.share.value) or "*"
    peer = _("funnel.yes") if dot.peer else ""
    name = Cell(dot.name, href=look.href(region_path(dot.code, OUTCOMES)), strong=dot.own)
    return (name, share, printed.count(round(dot.share.denominator)), _verdict(found.bounds, dot), peer)


def _verdict(bounds: Funnel | None, dot: Dot) -> str:
    if bounds is None or bounds.is_within(dot.share):
        return _("funnel.verdict.within")
    return _("funnel.verdict.higher" if bounds.errors(dot.share) > 0 else "funnel.verdict.lower")
