"""The experiments of a region: running first, then what stopped lately."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from callbacks.parts.look import Look
from callbacks.parts.terms import Terms
from dashboard.address import region_path
from dashboard.components import experiments as components
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.components.text import Link
from dashboard.i18n import _, day, short_day, table_day
from dashboard.sought import SUBJECT as EXPERIMENTS
from dashboard.sought import path_of
from dashboard.traced import EXPERIMENT, history_path
from queries.experiments import Experiment
from queries.region_standing import RegionStanding

MOST = 5


def card(look: Look, standing: RegionStanding, found: Sequence[Experiment]) -> HtmlCard:
    running = [one for one in found if one.status == "loopt"]
    ended = sorted((one for one in found if one.ended_on), key=lambda one: str(one.ended_on), reverse=True)
    learned = sum(one.status == "gestopt_met_les" for one in found)
    titles = {one.experiment_code: one.title for one in found}
    none = Empty(_("region.experiments.none"), _("region.experiments.none_reason"), hatch="doet_niet_mee")
    return HtmlCard(
        title=_("region.experiments.title", n=len(running), learned=learned),
        subtitle=_subtitle(look),
        link=Link(_("experiments.link"), look.href(region_path(standing.region.code, EXPERIMENTS))),
        body=(components.experiment_list([_experiment(look, one, titles) for one in [*running, *ended][:MOST]]),),
        source=_("region.experiments.source", name=standing.region.name, date=day(look.moment.today)),
        sentence=_("region.experiments.sentence", name=standing.region.name, n=len(running), learned=learned),
        table=_table(look, found),
        empty=None if found else none,
    )


def _subtitle(look: Look) -> str:
    counts = Terms.of(look).counts_of_everyone(look.everyone)
    return _("region.experiments.subtitle", n=counts["loopt"], learned=counts["geleerd"])


def _experiment(look: Look, one: Experiment, titles: Mapping[str, str]) -> components.Experiment:
    seen, words = _words(one)
    return components.Experiment(
        name=one.title,
        href=look.href(path_of(*one.key)),
        question=one.question,
        status=one.status,
        when=_when(one),
        follows=titles.get(one.comes_from or "", ""),
        seen=seen,
        words=words,
        domain=look.label("life_domain", one.life_domain_code),
        language=one.spoken,
    )


def _when(one: Experiment) -> str:
    if one.ended_on:
        return _("region.experiments.ended", date=short_day(one.ended_on))
    return _("region.experiments.check", date=short_day(one.check_on))


def _words(one: Experiment) -> tuple[str, str]:
    """What was learned, or else what was seen last."""
    if one.lesson:
        return _("region.experiments.lesson"), one.lesson
    return _("region.experiments.seen"), one.observed or ""


def _table(look: Look, found: Sequence[Experiment]) -> TableData:
    keys = ("title", "question", "started", "check", "status", "domain")
    columns = tuple(Column(_(f"region.experiments.column.{key}")) for key in keys)
    return TableData(_("region.experiments.caption"), columns, tuple(_row(look, one) for one in found))


def _history(look: Look, one: Experiment) -> str:
    return look.href(history_path(one.region_code, EXPERIMENT, one.experiment_code))


def _row(look: Look, one: Experiment) -> tuple[Cell | str, ...]:
    status = _(f"components.status.{one.status}")
    dates = (table_day(one.started_on), table_day(one.check_on))
    return (
        Cell(one.title, href=_history(look, one), quoted=True, language=one.spoken),
        Cell(one.question, quoted=True, language=one.spoken),
        *dates,
        status,
        look.label("life_domain", one.life_domain_code),
    )
