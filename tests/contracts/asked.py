"""Every public query with arguments to ask it with, and whose figures an answer holds."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from types import FunctionType
from typing import Any

import queries
from queries.areas import Area
from queries.corrections import corrections
from queries.divisions import DivisionCount
from queries.experiments import Experiment, Note
from queries.ground import Chosen
from queries.history import INDICATOR, Figure
from queries.indicators import ElsewhereValue
from queries.judged import Told
from queries.lessons import Lesson
from queries.outcomes_together import Asked
from queries.reader import NATIONAL_CODE, Access, Reader
from queries.reference import reference
from queries.region_standing import IN_VIEW, PLACED
from queries.regions import LEADING_DIVISION, Crosswalk, Region, regions
from queries.search import Found
from queries.standing import standings
from queries.trajectories import COUNTED, Question
from warehouse.schema.calendar import months_before

BEFORE_THERE_IS_A_READER = {"queries.reader.open_reader", "queries.reader.publications"}
Arguments = Callable[[Reader], Mapping[str, Any]]


def _places(reader: Reader) -> list[str]:
    return [NATIONAL_CODE, *(one.code for one in regions(reader))]


def _dates(reader: Reader) -> list[Any]:
    return [months_before(reader.publication.reference_date, back) for back in range(15)]


def _everywhere(reader: Reader) -> dict[str, Any]:
    return {"places": _places(reader), "dates": _dates(reader)}


def _chosen(reader: Reader) -> Chosen:
    return Chosen(None, None, reader.previous)


def _standings(reader: Reader) -> Any:
    return standings(reader, reference(reader).rules, None, None)


ARGUMENTS: Mapping[str, Arguments] = {
    "queries.areas.areas": lambda reader: {
        "others": [one for one in regions(reader) if one.division_code != LEADING_DIVISION],
        "day": reader.publication.reference_date,
    },
    "queries.balance.balance_together": lambda reader: {
        "regions": _standings(reader).together,
        "day": reader.publication.reference_date,
        "months": 3,
    },
    "queries.changes.changes": lambda reader: {"since": reader.so_far[0], "rules": reference(reader).rules},
    "queries.checklist.partner_actions": lambda reader: {"since": reader.previous},
    "queries.corrections.corrections": lambda reader: {},
    "queries.corrections.revisions": lambda reader: {"found": corrections(reader)},
    "queries.datasets.datasets": lambda reader: {},
    "queries.deliveries.deliveries": lambda reader: {"since": reader.so_far[0]},
    "queries.divisions.in_division": lambda reader: {
        "standings": _standings(reader),
        "division_code": "provincie",
        "indicator_code": IN_VIEW,
    },
    "queries.entries.entries": lambda reader: {"since": reader.so_far[0]},
    "queries.everything_told.everything_told": lambda reader: {
        "together": _standings(reader).together,
        "milestones": Told(),
    },
    "queries.experiments.experiments": lambda reader: {"since": reader.previous},
    "queries.experiments.notes": lambda reader: {"region_code": "AM05", "experiment_code": "AM05-E1"},
    "queries.flow.flow_together": lambda reader: {
        "regions": _standings(reader).together,
        "dates": (_dates(reader)[0], _dates(reader)[3]),
        "months": _dates(reader)[1:4],
    },
    "queries.ground.ground": lambda reader: {"rules": reference(reader).rules, "chosen": _chosen(reader)},
    "queries.ground.ground_of_everyone": lambda reader: {
        "rules": reference(reader).rules,
        "chosen": _chosen(reader),
    },
    "queries.history.amounts": lambda reader: {
        "figure": Figure(INDICATOR, (IN_VIEW,), tuple(_dates(reader))),
        "places": _places(reader),
    },
    "queries.history.amounts_together": lambda reader: {
        "figure": Figure(INDICATOR, (IN_VIEW,), (_dates(reader)[0],)),
        "regions": _places(reader)[1:],
    },
    "queries.history.is_known": lambda reader: {
        "subject": "milestone",
        "region_code": "AM05",
        "codes": ("AM05-TOM", "4"),
    },
    "queries.history.promised": lambda reader: {"indicator_code": IN_VIEW, "places": _places(reader)},
    "queries.indicators.counts": lambda reader: {
        "dates": _dates(reader),
        "series_code": IN_VIEW,
    },
    "queries.indicators.promises": lambda reader: {},
    "queries.indicators.registry": lambda reader: {},
    "queries.indicators.values_elsewhere": lambda reader: {"indicator_code": "K13"},
    "queries.indicators.series": lambda reader: {
        "codes": [IN_VIEW, PLACED],
        "since": _dates(reader)[-1],
        "until": reader.publication.reference_date,
    },
    "queries.lessons.lessons": lambda reader: {},
    "queries.milestones.milestones": lambda reader: {"since": reader.previous},
    "queries.obstacles.obstacles": lambda reader: {"since": reader.previous},
    "queries.outcomes.exits": lambda reader: {
        "places": _places(reader),
        "reference_date": reader.publication.reference_date,
    },
    "queries.outcomes.outcomes": lambda reader: {
        "reference_date": reader.publication.reference_date,
        "periods": _dates(reader),
    },
    "queries.outcomes_together.outcomes_of_country": lambda reader: {
        "asked": Asked(
            reference_date=reader.publication.reference_date,
            codes=[IN_VIEW, PLACED],
            since=_dates(reader)[-1],
            periods=_dates(reader),
            regions=_places(reader),
            part=True,
            followed=_places(reader),
        ),
    },
    "queries.partners.partners": lambda reader: {"since": reader.previous},
    "queries.pilot_sums.ever_told": lambda reader: {},
    "queries.pilots.pilot_is_foreign": lambda reader: {"pilot_code": "AM05-TOM"},
    "queries.provenance.deliveries_told": lambda reader: {},
    "queries.provenance.sources": lambda reader: {
        "figure": Figure(INDICATOR, (IN_VIEW,), (reader.so_far[0].reference_date,)),
        "places": _places(reader),
    },
    "queries.reference.phases_explained": lambda reader: {},
    "queries.reference.reference": lambda reader: {},
    "queries.regions.crosswalks": lambda reader: {
        "division_codes": ["doorstroompunt", "provincie"],
        "day": reader.publication.reference_date,
    },
    "queries.regions.regions": lambda reader: {},
    "queries.rule_rooms.rule_rooms": lambda reader: {},
    "queries.search.alike": lambda reader: {"text": "Koffie drinken met jongeren op een plein"},
    "queries.search.found": lambda reader: {"text": "kofie"},
    "queries.standing.standings": lambda reader: {
        "rules": reference(reader).rules,
        "reference_date": None,
        "pilot_line": None,
    },
    "queries.told_ever.told_ever": lambda reader: {
        "kind": "partners",
        "regions": _places(reader),
        "pilot_line": None,
    },
    "queries.trajectories.counted": lambda reader: {
        "questions": [Question(fact, _places(reader), _dates(reader)) for fact in COUNTED],
    },
    "queries.trajectories.moved": lambda reader: {"places": _places(reader), "periods": _dates(reader)},
    "queries.trajectories.movements": lambda reader: {
        "places": _places(reader),
        "periods": _dates(reader),
        "always": ("F1", "F2"),
    },
    "queries.trajectories.phases": _everywhere,
    "queries.tried.tried": lambda reader: {"since": reader.previous, "pilot_line": None},
}
# What other regions share on purpose.
SHARED = (Experiment, Found, Lesson, Note)


def functions() -> dict[str, FunctionType]:
    """Public functions by their whole name, also of modules that were added since."""
    found = {}
    for module in [importlib.import_module(info.name) for info in pkgutil.walk_packages(queries.__path__, "queries.")]:
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__ and not name.startswith("_"):
                found[f"{module.__name__}.{name}"] = function
    return found


def ask(name: str, reader: Reader) -> Any:
    return functions()[name](reader, **ARGUMENTS[name](reader))


def codes_in(answer: Any, codes: frozenset[str], but: tuple[type, ...] = ()) -> Iterator[str]:
    """Codes of regions that an answer says something about. Their names, where they lie and that they take part are
    public, and so are the figures of a national source."""
    if isinstance(answer, Region | ElsewhereValue | Area):
        return
    if isinstance(answer, DivisionCount):
        yield from [answer.region.code] if answer.numerator or answer.denominator else []
    elif isinstance(answer, Mapping):
        yield from _of_mapping(answer, codes, but)
    elif is_dataclass(answer) and not isinstance(answer, (Access, Crosswalk, *but)):
        yield from [code for code in [getattr(answer, "region_code", None)] if code]
        for field in fields(answer):
            yield from codes_in(getattr(answer, field.name), codes, but)
    elif isinstance(answer, list | tuple | set | frozenset):
        for part in answer:
            yield from codes_in(part, codes, but)


def _of_mapping(answer: Mapping[Any, Any], codes: frozenset[str], but: tuple[type, ...]) -> Iterator[str]:
    for key, value in answer.items():
        if value or value == 0:
            yield from codes.intersection(key if isinstance(key, tuple) else [key])
        yield from codes_in(value, codes, but)
