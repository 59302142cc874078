"""Has this been tried? The experiments of other regions that are most like an idea."""

from __future__ import annotations

from collections.abc import Sequence

from callbacks.experiments.cards import decided
from callbacks.experiments.here import Here
from callbacks.parts import frame
from dashboard.components import alike as components
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.finder import Field
from dashboard.components.html_card import HtmlCard
from dashboard.i18n import _, short_day
from dashboard.ids import Experiments as Ids
from queries.experiments import Experiment
from queries.search import Found, alike

Pair = tuple[Found, Experiment]


def card(here: Here) -> HtmlCard:
    """Of the idea in the address; a region knows what it tried itself."""
    return _card(here, here.sought.idea or "", here.standing.region.code if here.standing else None)


def field(here: Here) -> Field:
    return Field(Ids.IDEA, _("learning.alike.field"), here.sought.idea or "", _("learning.alike.hint"))


def of_experiment(here: Here, one: Experiment) -> HtmlCard:
    """As if it were an idea: elsewhere something like it may have been tried."""
    return _card(here, f"{one.title} {one.question} {one.small_step}", one.region_code)


def _card(here: Here, idea: str, outside: str | None) -> HtmlCard:
    tried = {one.key: one for one in here.every.experiments}
    found = [(one, tried[one.region_code, one.code]) for one in alike(here.look.reader, idea, outside)]
    return HtmlCard(
        title=_title(idea, found),
        subtitle=_("learning.alike.subtitle"),
        body=(components.alike_list([_alike(here, *pair) for pair in found]),),
        source=frame.source(here.look, _("experiments.source")),
        sentence=_sentence(here, found),
        table=_table(here, found),
        empty=None if found else _none(here, idea, outside),
    )


def _none(here: Here, idea: str, outside: str | None) -> Empty:
    if not idea.strip():
        return Empty(_("learning.alike.no_idea"), _("learning.alike.no_idea_reason"), hatch="doet_niet_mee")
    others = {one.region_code for one in here.every.experiments} - {outside}
    if not others:
        return Empty(_("learning.alike.own_only"), _("learning.alike.own_only_reason"), hatch="doet_niet_mee")
    return Empty(_("learning.alike.none"), _("learning.alike.none_reason"), hatch="doet_niet_mee")


def _title(idea: str, found: Sequence[Pair]) -> str:
    if not found:
        return _("learning.alike.title_none" if idea.strip() else "learning.alike.title_ask")
    return _("learning.alike.title", n=len(found), regions=len({one.region_code for _found, one in found}))


def _sentence(here: Here, found: Sequence[Pair]) -> str:
    if not found:
        return _("learning.alike.none")
    _found, best = found[0]
    told = {"name": best.title, "place": here.name_of(best.region_code), "verdict": decided(best)}
    return _("learning.alike.sentence", n=len(found), **told)


def _alike(here: Here, found: Found, one: Experiment) -> components.Alike:
    return components.Alike(
        name=one.title,
        href=here.href(one),
        place=here.name_of(one.region_code),
        status=one.status,
        when=_("learning.alike.since", date=short_day(one.started_on)),
        question=one.question,
        language=one.spoken,
        lesson=one.lesson or "",
        shared=found.shared,
    )


def _table(here: Here, found: Sequence[Pair]) -> TableData:
    keys = ("experiment", "place", "question", "state", "lesson")
    columns = tuple(Column(_(f"learning.alike.column.{key}")) for key in keys)
    return TableData(_("learning.alike.caption"), columns, tuple(_row(here, one) for _found, one in found))


def _row(here: Here, one: Experiment) -> tuple[Cell | str, ...]:
    return (
        Cell(one.title, href=here.href(one), quoted=True, language=one.spoken),
        here.name_of(one.region_code),
        Cell(one.question, quoted=True, language=one.spoken),
        decided(one),
        Cell(one.lesson or "", quoted=True, language=one.spoken),
    )
