"""The lists of codes and their names, and the rules that statuses follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, String, Table, cast, literal, null, select, union_all

from queries.borders import Border, Borders
from queries.reader import Reader
from warehouse.schema import lists
from warehouse.schema.rounding import MONTHS_APART, ROUNDED_TO

NORM, COUNTED, KIND, BORDER = "norm", "counted", "kind", "border"
LISTS: Mapping[str, tuple[Table, str | None]] = {
    "phase": (lists.phase, None),
    "flow_end": (lists.flow_end, None),
    "step": (lists.step, "planned_months"),
    "destination": (lists.destination, "placed"),
    "age_band": (lists.age_band, None),
    "progress": (lists.progress, None),
    "pulse_question": (lists.pulse_question, None),
    "pulse_answer": (lists.pulse_answer, None),
    "waiting_class": (lists.waiting_class, None),
    "lesson_lens": (lists.lesson_lens, None),
    "rule_scope": (lists.rule_scope, None),
    "support_after_18": (lists.support_after_18, "arranged"),
    "system_count": (lists.system_count, "systems"),
    "approach": (lists.approach, None),
    "pilot_line": (lists.pilot_line, None),
    "life_domain": (lists.life_domain, None),
    "domain_scope": (lists.domain_scope, None),
    "event": (lists.event, "happened_on"),
    "division": (lists.division, None),
    "verdict": (lists.verdict, None),
    "checklist": (lists.checklist, "step_code"),
    "obstacle_level": (lists.obstacle_level, None),
    "obstacle_theme": (lists.obstacle_theme, "ministry"),
    "rhythm": (lists.rhythm, "due_days"),
    "rule": (lists.rule, "amount"),
    "indicator": (lists.indicator, "polarity"),
}


@dataclass(frozen=True)
class Label:
    """A code of a list; `extra` is the column that the list has beside its names, as text."""

    code: str
    name_nl: str
    name_en: str
    extra: str

    @property
    def is_set(self) -> bool:
        """For a list whose extra column is a flag; databases write a true one in their own way."""
        return self.extra.lower() in ("1", "true")


@dataclass(frozen=True)
class Rules:
    """Thresholds: percentages of what was expected, days, months, and counts of young people."""

    on_course_from: float
    attention_from: float
    judgement_days: float
    obstacle_old_days: float
    milestone_late_days: float
    recovery_days: float
    coverage_from: float
    percentage_from: float
    change_noise_youths: float
    points_per_percent: float
    points_per_week_late: float
    points_not_delivered: float
    unknown_most: float
    area_overlap_from: float
    log_days: float
    funding_months: float

    def status(self, share_of_expected: float | None, unknown: float | None = None) -> str:
        """The word for a figure that is `share_of_expected` percent of what was expected today.

        It is not on course while of more than the rule allows it is `unknown`, in percent, what became of them.
        """
        if share_of_expected is None:
            return "onbekend"
        if share_of_expected >= self.on_course_from:
            return "let_op" if unknown is not None and unknown > self.unknown_most else "op_koers"
        return "let_op" if share_of_expected >= self.attention_from else "achter"


@dataclass(frozen=True)
class Counted:
    """How an indicator is counted: its numerator adds up so many published `parts`, each a multiple of `base`.

    A sum over months or quarters that are published one by one has each of its terms once for every one of them.
    """

    base: int
    parts: int


@dataclass(frozen=True)
class Kind:
    """The table that an indicator comes from, the unit of its value, and how often there is one."""

    fact: str
    unit: str
    rhythm: str


@dataclass(frozen=True)
class Reference:
    """By the code of an indicator: `norms`, what is asked of it; `counted`, of those that are computed from published
    counts; `kinds`, of all. `borders` are those that changed."""

    lists: Mapping[str, Mapping[str, Label]]
    rules: Rules
    norms: Mapping[str, float]
    counted: Mapping[str, Counted]
    kinds: Mapping[str, Kind]
    borders: Borders

    def label(self, kind: str, code: str) -> Label:
        return self.lists[kind][code]


def reference(reader: Reader) -> Reference:
    """Every list in one statement, each in the order in which people read it."""
    parts = [_part(kind, table, extra) for kind, (table, extra) in LISTS.items()]
    parts += [_norms(), _counted(), _kinds(), _borders()]
    lists: dict[str, dict[str, Label]] = {kind: {} for kind in (*LISTS, NORM, COUNTED, KIND, BORDER)}
    for row in sorted(reader.connection.execute(union_all(*parts)), key=lambda row: row.position):
        lists[row.kind][row.code] = Label(row.code, row.name_nl, row.name_en, row.extra or "")
    rules = {code: float(label.extra) for code, label in lists["rule"].items()}
    norms = {code: float(label.extra) for code, label in lists.pop(NORM).items()}
    counted = {code: _how_counted(label.extra) for code, label in lists.pop(COUNTED).items()}
    kinds = {code: Kind(*label.extra.split()) for code, label in lists.pop(KIND).items()}
    borders = Borders([_border(label) for label in lists.pop(BORDER).values()])
    return Reference(lists, Rules(**rules), norms, counted, kinds, borders)


@dataclass(frozen=True)
class Phase:
    code: str
    name_nl: str
    name_en: str
    meaning_nl: str
    meaning_en: str


def phases_explained(reader: Reader) -> list[Phase]:
    """F0 to F6, and when a young person is counted in each."""
    columns = [lists.phase.c[name] for name in Phase.__dataclass_fields__]
    return [Phase(*row) for row in reader.rows(select(*columns).order_by(lists.phase.c.position))]


def _part(kind: str, table: Table, extra: str | None) -> Select[Any]:
    value: Any = null() if extra is None else table.c[extra]
    return _labels(kind, table, value)


def _norms() -> Select[Any]:
    version = lists.indicator_version
    return (
        _labels(NORM, lists.indicator, version.c.norm)
        .join(version, version.c.indicator_code == lists.indicator.c.code)
        .where(version.c.norm.is_not(None), version.c.valid_to.is_(None))
    )


def _counted() -> Select[Any]:
    version = lists.indicator_version
    how = version.c.fact + " " + cast(version.c.window_months, String) + " " + version.c.numerator_codes
    return (
        _labels(COUNTED, lists.indicator, how)
        .join(version, version.c.indicator_code == lists.indicator.c.code)
        .where(version.c.numerator_codes.is_not(None), version.c.valid_to.is_(None))
    )


def _kinds() -> Select[Any]:
    version, indicator = lists.indicator_version, lists.indicator
    kind = version.c.fact + " " + indicator.c.unit + " " + indicator.c.rhythm_code
    return (
        _labels(KIND, indicator, kind)
        .join(version, version.c.indicator_code == indicator.c.code)
        .where(version.c.valid_to.is_(None))
    )


def _borders() -> Select[Any]:
    """A line of the list told as a label: both codes, both names, and the rest as its extra."""
    change = lists.region_change
    told = change.c.kind + " " + cast(change.c.counted_from, String) + " " + change.c.seen_in
    codes = change.c.from_code + " " + change.c.to_code
    names = (codes.label("code"), change.c.from_name, change.c.to_name, change.c.position)
    return select(literal(BORDER).label("kind"), *names, told.label("extra")).where(change.c.counted_from.is_not(None))


def _border(label: Label) -> Border:
    kind, counted_from, seen_in = label.extra.split(" ", 2)
    code, heir_code = label.code.split()
    return Border(code, heir_code, label.name_nl, label.name_en, kind, int(counted_from), seen_in)


def _how_counted(how: str) -> Counted:
    fact, window, *codes = how.split()
    periods = int(window) // MONTHS_APART[fact] if fact in MONTHS_APART else 1
    return Counted(ROUNDED_TO[fact], len(codes) * periods)


def _labels(kind: str, table: Table, extra: Any) -> Select[Any]:
    names = (table.c.code, table.c.name_nl, table.c.name_en, table.c.position)
    return select(literal(kind).label("kind"), *names, cast(extra, String).label("extra"))
