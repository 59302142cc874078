"""Which small step came from which, along time: as a drawing, and the same as a list within a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from callbacks.parts import frame, widths
from callbacks.parts.look import Look
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.figure_card import Card
from dashboard.components.step_tree import Node, step_list
from dashboard.figures.tree import Branch, tree
from dashboard.i18n import _, short_day, table_day
from queries.experiments import Experiment
from queries.lineage import Step, chains, families
from queries.region_standing import RegionStanding

from callbacks.experiments.told import experiment_href, place_of, verdict_of

MOST_FAMILIES = 6


def card(look: Look, standing: RegionStanding | None) -> Card:
    """Of a region every step, of the country the families with the longest chains."""
    code = standing.region.code if standing else None
    tried = [one for one in look.experiments if code in (None, one.region_code)]
    found = families(tried)
    shown = found if standing else chains(found)[:MOST_FAMILIES]
    return Card(
        title=_title(found),
        subtitle=_subtitle(found, shown) if standing is None else _("learning.tree.subtitle"),
        figure=tree(list(_branches(look, shown)), look.now, width=widths.WHOLE),
        chart_name=_("learning.tree.name"),
        sentence=_sentence(look, tried, found),
        table=_table(look, found),
        source=frame.own_source(look, standing) if standing else frame.source(look, _("learning.tree.source")),
        note=_("learning.tree.note"),
        below=(step_list([_node(look, step, with_place=standing is None) for step in shown], "step-tree"),),
        empty=None if shown else _none(tried),
    )


def _none(tried: Sequence[Experiment]) -> Empty:
    key = "no_chain" if tried else "none"
    return Empty(_(f"learning.tree.{key}"), _(f"learning.tree.{key}_reason"), hatch="doet_niet_mee")


def _title(found: Sequence[Step]) -> str:
    longest = len(found[0].longest) if found else 0
    if longest < 2:
        return _("learning.tree.title_none")
    return _("learning.tree.title", n=longest)


def _subtitle(found: Sequence[Step], shown: Sequence[Step]) -> str:
    return _("learning.tree.subtitle_of", n=len(shown), every=len(chains(found)))


def _sentence(look: Look, tried: Sequence[Experiment], found: Sequence[Step]) -> str:
    if not found or len(found[0].longest) < 2:
        return _("learning.tree.sentence_none", n=len(tried))
    longest = found[0].longest
    followed = len(tried) - len(found)
    told = {"names": " → ".join(f"“{one.title}”" for one in longest), "place": place_of(look, longest[-1])}
    return _("learning.tree.sentence", followed=followed, n=len(tried), end=_ended(look, longest[-1]), **told)


def _ended(look: Look, one: Experiment) -> str:
    return _(f"learning.tree.end.{one.status}")


def _branches(look: Look, shown: Sequence[Step]) -> Iterator[Branch]:
    """Every step below the one that it came from."""
    at: dict[tuple[str, str], int] = {}
    for family in shown:
        on_longest = {one.experiment_code for one in family.longest} if len(family.longest) > 1 else set[str]()
        for _depth, step in family.every():
            one = step.experiment
            at[one.region_code, one.experiment_code] = len(at)
            parent = at.get((one.region_code, one.comes_from or ""))
            said = verdict_of(look, one)
            yield Branch(
                *(one.title, one.status, said, one.started_on, one.ended_on, parent),
                on_longest=one.experiment_code in on_longest,
            )


def _node(look: Look, step: Step, *, with_place: bool) -> Node:
    one = step.experiment
    return Node(
        name=one.title,
        href=experiment_href(look, one),
        status=one.status,
        when=_when(look, one),
        place=place_of(look, one) if with_place else "",
        led_to=tuple(_node(look, further, with_place=False) for further in step.led_to),
    )


def _when(look: Look, one: Experiment) -> str:
    if one.ended_on is None:
        return _("learning.tree.since", date=short_day(one.started_on))
    period = {"first": short_day(one.started_on), "last": short_day(one.ended_on)}
    return _("learning.tree.between", verdict=verdict_of(look, one), **period)


def _table(look: Look, found: Sequence[Step]) -> TableData:
    keys = ("step", "place", "from", "started", "ended", "state", "chain")
    numeric = {"chain"}
    columns = tuple(Column(_(f"learning.tree.column.{key}"), numeric=key in numeric) for key in keys)
    rows = tuple(_row(look, family, depth, step) for family in found for depth, step in family.every())
    return TableData(_("learning.tree.caption"), columns, rows)


def _row(look: Look, family: Step, depth: int, step: Step) -> tuple[Cell | str, ...]:
    one = step.experiment
    titles = {other.experiment.experiment_code: other.experiment.title for _depth, other in family.every()}
    return (
        Cell(one.title, href=experiment_href(look, one), quoted=True),
        place_of(look, one),
        Cell(titles.get(one.comes_from or "", ""), quoted=True),
        table_day(one.started_on),
        table_day(one.ended_on) if one.ended_on else "",
        verdict_of(look, one),
        str(depth + 1),
    )
