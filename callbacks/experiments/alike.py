"""Has this been tried? The experiments of other regions that are most like an idea."""

from __future__ import annotations

from collections.abc import Sequence

from callbacks.experiments.told import experiment_href, place_of, verdict_of
from callbacks.parts.look import Look
from dashboard.components import alike as components
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.i18n import _, short_day
from queries.experiments import Experiment
from queries.search import Found, alike

Pair = tuple[Found, Experiment]


def card(look: Look, idea: str, outside: str | None = None) -> HtmlCard:
    """Of an `idea` in words; `outside` is the region that asks, whose own experiments it knows."""
    tried = {(one.region_code, one.experiment_code): one for one in look.experiments}
    found = [(one, tried[key]) for one in alike(look.reader, idea, outside) if (key := (one.region_code, one.code)) in tried]
    return HtmlCard(
        title=_title(idea, found),
        subtitle=_("learning.alike.subtitle"),
        body=(components.alike_list([_alike(look, *pair) for pair in found]),),
        source=_("learning.source", name=_("learning.rules.regions"), number=look.reader.publication.number),
        sentence=_sentence(look, found),
        table=_table(look, found),
        empty=None if found else _none(look, idea, outside),
    )


def for_experiment(look: Look, one: Experiment) -> HtmlCard:
    """As if its question and its small step were an idea."""
    return card(look, f"{one.title} {one.question}", outside=one.region_code)


def _none(look: Look, idea: str, outside: str | None) -> Empty:
    if not idea.strip():
        return Empty(_("learning.alike.no_idea"), _("learning.alike.no_idea_reason"), hatch="doet_niet_mee")
    others = {one.region_code for one in look.experiments} - {outside}
    if not others:
        return Empty(_("learning.alike.own_only"), _("learning.alike.own_only_reason"), hatch="doet_niet_mee")
    return Empty(_("learning.alike.none"), _("learning.alike.none_reason"), hatch="doet_niet_mee")


def _title(idea: str, found: Sequence[Pair]) -> str:
    if not found:
        return _("learning.alike.title_none" if idea.strip() else "learning.alike.title_ask")
    return _("learning.alike.title", n=len(found), regions=len({one.region_code for _found, one in found}))


def _sentence(look: Look, found: Sequence[Pair]) -> str:
    if not found:
        return _("learning.alike.none")
    _found, best = found[0]
    told = {"name": best.title, "place": place_of(look, best), "verdict": verdict_of(look, best)}
    return _("learning.alike.sentence", n=len(found), **told)


def _alike(look: Look, found: Found, one: Experiment) -> components.Alike:
    return components.Alike(
        name=one.title,
        href=experiment_href(look, one),
        place=place_of(look, one),
        status=one.status,
        when=_("learning.alike.since", date=short_day(one.started_on)),
        question=one.question,
        lesson=one.lesson or "",
        shared=found.shared,
    )


def _table(look: Look, found: Sequence[Pair]) -> TableData:
    keys = ("experiment", "place", "question", "state", "lesson")
    columns = tuple(Column(_(f"learning.alike.column.{key}")) for key in keys)
    return TableData(_("learning.alike.caption"), columns, tuple(_row(look, one) for _found, one in found))


def _row(look: Look, one: Experiment) -> tuple[Cell | str, ...]:
    return (
        Cell(one.title, href=experiment_href(look, one), quoted=True),
        place_of(look, one),
        Cell(one.question, quoted=True),
        verdict_of(look, one),
        Cell(one.lesson or "", quoted=True),
    )
