"""The list of experiments, a part of it at a time."""

from __future__ import annotations

from collections.abc import Sequence

from callbacks.experiments.cards import card as card_of
from callbacks.experiments.cards import funding, verdict
from callbacks.experiments.here import AT_A_TIME, Here
from callbacks.parts.gaps import no_figures
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.experiment_cards import cards
from dashboard.components.finder import Pager, pager
from dashboard.components.html_card import HtmlCard
from dashboard.components.text import Link, plain
from dashboard.i18n import _, table_day
from dashboard.sought import EVERYTHING
from dashboard.traced import listed
from queries.experiments import Experiment

COLUMNS = ("title", "region", "status", "verdict", "check", "life_domain", "policy_domain", "method", "funding")


def card(here: Here) -> HtmlCard:
    shown = here.found[(here.sought.page - 1) * AT_A_TIME :][:AT_A_TIME]
    return HtmlCard(
        title=_("experiments.list.title", n=len(here.found)),
        subtitle=_("experiments.list.subtitle_words" if here.sought.words else "experiments.list.subtitle"),
        body=(cards([card_of(here, one) for one in shown]), *pager(_pager(here, len(shown)))),
        source=here.source(),
        sentence=_("experiments.list.sentence", n=len(here.found), name=here.name),
        table=_table(here, shown),
        empty=None if here.found else _none(here),
    )


def _none(here: Here) -> Empty:
    if here.tried.experiments:
        clear = Link(_("experiments.find.clear"), here.address(EVERYTHING))
        reason = _("experiments.list.none_sought_reason", n=len(here.tried.experiments))
        return Empty(_("experiments.list.none_sought"), reason, link=clear, hatch="doet_niet_mee")
    if here.standing and not here.standing.takes_part:
        return no_figures(here.standing)
    title, reason = _("experiments.list.none", name=here.name), _("experiments.list.none_reason")
    return Empty(title, reason, hatch="doet_niet_mee")


def _pager(here: Here, shown: int) -> Pager:
    page, first = here.sought.page, (here.sought.page - 1) * AT_A_TIME + 1
    told = {"first": first, "last": first + shown - 1, "all": len(here.found)}
    before = _link(here, "before", page - 1) if page > 1 else None
    after = _link(here, "after", page + 1) if page < here.pages else None
    return Pager(_("experiments.list.part", **told), before, after)


def _link(here: Here, way: str, page: int) -> Link:
    return Link(_(f"experiments.list.{way}"), f"{here.address(here.sought.but(page=page))}#lijst")


def _table(here: Here, shown: Sequence[Experiment]) -> TableData:
    columns = tuple(Column(_(f"experiments.column.{name}")) for name in COLUMNS)
    return TableData(_("experiments.list.caption"), columns, tuple(_cells(here, one) for one in shown))


def _cells(here: Here, one: Experiment) -> tuple[Cell | str, ...]:
    policy = listed("policy_domain", one.policy_domain_code) if one.policy_domain_code else "–"
    return (
        Cell(one.title, quoted=True, language=one.spoken),
        here.name_of(one.region_code),
        _(f"components.status.{one.status}"),
        plain(verdict(one)),
        table_day(one.check_on),
        listed("life_domain", one.life_domain_code),
        policy,
        Cell(one.method, quoted=True, language=one.spoken),
        funding(one),
    )
