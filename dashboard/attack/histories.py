"""Every value of this warehouse that has a page with its history, by place and kind, as its address names it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dashboard.traced import EXPERIMENT, JUDGED, MILESTONE, SUBJECT, history_path, kind_of
from queries.experiments import experiments
from queries.history import DESTINATION, INDICATOR, MOVEMENT, PHASE
from queries.milestones import milestones
from queries.reader import Reader
from queries.reference import Reference
from warehouse.schema.published import flow_total

Codes = tuple[str, ...]
Kinds = Mapping[str, tuple[str, ...]]
Place = str | None


def histories(reader: Reader, lists: Reference, places: Iterable[Place]) -> dict[Place, Kinds]:
    """None is the country."""
    everywhere = _of_figures(reader, lists)
    own = _of_rows(reader)
    return {place: {kind: _named(kind, codes) for kind, codes in (everywhere | own[place]).items()} for place in places}


def _of_figures(reader: Reader, lists: Reference) -> dict[str, list[Codes]]:
    ends = (flow_total.c.from_code, flow_total.c.to_code)
    moves = reader.rows(reader.visible(flow_total).with_only_columns(*ends).distinct())
    return {
        **{kind: [(code,) for code in lists.kinds if kind_of(code) == kind] for kind in (INDICATOR, JUDGED)},
        PHASE: [(code,) for code in lists.lists["phase"]],
        MOVEMENT: sorted((row.from_code, row.to_code) for row in moves),
        DESTINATION: [(code,) for code in lists.lists["destination"]],
    }


def _of_rows(reader: Reader) -> Mapping[Place, dict[str, list[Codes]]]:
    found: dict[Place, dict[str, list[Codes]]] = defaultdict(dict)
    for stone in milestones(reader):
        found[stone.region_code].setdefault(MILESTONE, []).append((stone.pilot_code, stone.step_code))
    for one in experiments(reader):
        found[one.region_code].setdefault(EXPERIMENT, []).append((one.experiment_code,))
    return found


def _named(kind: str, found: Iterable[Codes]) -> tuple[str, ...]:
    return tuple(history_path(None, kind, *codes).removeprefix(SUBJECT) for codes in found)
