"""Which small step came from which, along time: as a drawing, and the same as a list within a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from callbacks.experiments.cards import decided
from callbacks.experiments.here import Here
from callbacks.parts import widths
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.figure_card import Card
from dashboard.components.step_tree import Node, step_list
from dashboard.figures.tree import Branch, tree
from dashboard.i18n import _, short_day, table_day
from queries.experiments import Experiment
from queries.lineage import Step

MOST_FAMILIES = 6


def card(here: Here) -> Card:
    """Of a region every step, of the country the families with the longest chains."""
    tried, found = here.tried.experiments, Step.first(here.tried.experiments)
    shown = found if here.standing else _chains(found)[:MOST_FAMILIES]
    return Card(
        title=_title(found),
        subtitle=_("learning.tree.subtitle") if here.standing else _subtitle(found, shown),
        figure=tree(list(_branches(shown)), here.today, width=widths.WHOLE),
        chart_name=_("learning.tree.name"),
        sentence=_sentence(here, tried, found),
        table=_table(here, found),
        source=here.source(),
        note=_("learning.tree.note") if shown else "",
        below=(step_list([_node(here, step, with_place=here.standing is None) for step in shown], "step-tree"),),
        empty=None if shown else _none(tried),
    )


def _chains(found: Sequence[Step]) -> list[Step]:
    """Families in which a step led to another."""
    return [step for step in found if step.led_to]


def _none(tried: Sequence[Experiment]) -> Empty:
    key = "no_chain" if tried else "none"
    return Empty(_(f"learning.tree.{key}"), _(f"learning.tree.{key}_reason"), hatch="doet_niet_mee")


def _title(found: Sequence[Step]) -> str:
    longest = len(found[0].longest) if found else 0
    if longest < 2:
        return _("learning.tree.title_none")
    return _("learning.tree.title", n=longest)


def _subtitle(found: Sequence[Step], shown: Sequence[Step]) -> str:
    return _("learning.tree.subtitle_of", n=len(shown), every=len(_chains(found)))


def _sentence(here: Here, tried: Sequence[Experiment], found: Sequence[Step]) -> str:
    if not found or len(found[0].longest) < 2:
        return _("learning.tree.sentence_none", n=len(tried))
    longest = found[0].longest
    followed = len(tried) - len(found)
    told = {"names": " → ".join(f"“{one.title}”" for one in longest), "place": here.name_of(longest[-1].region_code)}
    return _(
        "learning.tree.sentence",
        followed=followed,
        n=len(tried),
        end=_(f"learning.tree.end.{longest[-1].status}"),
        **told,
    )


def _branches(shown: Sequence[Step]) -> Iterator[Branch]:
    """Every step below the one that it came from."""
    at: dict[tuple[str, str], int] = {}
    for family in shown:
        on_longest = {one.experiment_code for one in family.longest} if len(family.longest) > 1 else set[str]()
        for _depth, step in family.every():
            one = step.experiment
            at[one.key] = len(at)
            parent = at.get((one.region_code, one.comes_from or ""))
            yield Branch(
                *(one.title, one.status, decided(one), one.started_on, one.ended_on, parent),
                on_longest=one.experiment_code in on_longest,
            )


def _node(here: Here, step: Step, *, with_place: bool) -> Node:
    one = step.experiment
    return Node(
        name=one.title,
        language=one.spoken,
        href=here.href(one),
        status=one.status,
        when=_when(one),
        place=here.name_of(one.region_code) if with_place else "",
        led_to=tuple(_node(here, further, with_place=False) for further in step.led_to),
    )


def _when(one: Experiment) -> str:
    if one.ended_on is None:
        return _("learning.tree.since", date=short_day(one.started_on))
    period = {"first": short_day(one.started_on), "last": short_day(one.ended_on)}
    return _("learning.tree.between", verdict=decided(one), **period)


def _table(here: Here, found: Sequence[Step]) -> TableData:
    keys = ("step", "place", "from", "started", "ended", "state", "chain")
    numeric = {"chain"}
    columns = tuple(Column(_(f"learning.tree.column.{key}"), numeric=key in numeric) for key in keys)
    rows = tuple(_row(here, family, depth, step) for family in found for depth, step in family.every())
    return TableData(_("learning.tree.caption"), columns, rows)


def _row(here: Here, family: Step, depth: int, step: Step) -> tuple[Cell | str, ...]:
    one = step.experiment
    titles = {other.experiment.experiment_code: other.experiment.title for _depth, other in family.every()}
    return (
        Cell(one.title, href=here.href(one), quoted=True, language=one.spoken),
        here.name_of(one.region_code),
        Cell(titles.get(one.comes_from or "", ""), quoted=True, language=one.spoken),
        table_day(one.started_on),
        table_day(one.ended_on) if one.ended_on else "",
        decided(one),
        str(depth + 1),
    )
