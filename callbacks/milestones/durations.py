"""How long the steps take, against the template of twelve months and against the plans that were adopted."""

from __future__ import annotations

from callbacks.milestones.here import Here
from callbacks.parts import widths
from dashboard.components.data_table import Column, TableData
from dashboard.components.figure_card import Card
from dashboard.figures.step_durations import Part, Row, step_durations
from dashboard.i18n import _, number
from queries.pace import HALF, LEAST_FINISHED, NEARLY_ALL
from queries.plans import Plan, Stretch

DAYS_OF_A_MONTH = 30.44
COLUMNS = ("step", "template", "planned", "taken", "finished", "p50", "p85")


def card(here: Here) -> Card:
    rows = _rows(here)
    return Card(
        title=_title(here),
        subtitle=_("milestones.durations.subtitle", template="+".join(map(str, here.template.values()))),
        figure=step_durations(rows if here.sums.pilots else [], width=widths.HALF),
        chart_name=_("milestones.durations.name"),
        sentence=_sentence(rows),
        table=_table(here),
        source=here.source("durations"),
        note=_("milestones.durations.note_open")
        if here.is_of_steps
        else _("milestones.durations.note", least=LEAST_FINISHED),
        empty=here.none_at_all,
    )


def _rows(here: Here) -> list[Row]:
    template = Row(
        _("milestones.durations.template"),
        tuple(Part(code, here.step(code), float(months)) for code, months in here.template.items()),
        is_template=True,
    )
    return [template, *(_own(here) if here.is_of_steps else _medians(here))]


def _months(days: float) -> float:
    return days / DAYS_OF_A_MONTH


def _medians(here: Here) -> list[Row]:
    planned, taken = here.sums.planned, here.sums.taken
    adopted = tuple(Part(code, here.step(code), _months(found.days)) for code, found in planned.items())
    done = tuple(
        Part(code, here.step(code), _months(found.days))
        for code, found in taken.items()
        if found.pilots >= LEAST_FINISHED
    )
    rows = [Row(_("milestones.durations.adopted", n=here.sums.pilots), adopted)]
    return [*rows, Row(_("milestones.durations.done"), done)] if done else rows


def _own(here: Here) -> list[Row]:
    rows = []
    for plan in here.plans:
        name = here.line(plan)
        planned = tuple(_part(here, one, one.planned_days) for one in plan.stretches())
        rows.append(Row(_("milestones.durations.own_plan", name=name), planned))
        rows.append(Row(_("milestones.durations.own", name=name), tuple(_course(here, plan))))
    return rows


def _part(here: Here, stretch: Stretch, days: int, *, is_open: bool = False) -> Part:
    code = stretch.milestone.step_code
    return Part(code, here.step(code), _months(days), is_open)


def _course(here: Here, plan: Plan) -> list[Part]:
    """What a step took, or will take by what is expected of it now."""
    parts, before = [], plan.starts_on
    for stretch in plan.stretches():
        one = stretch.milestone
        end = max(one.done_on or one.expected_on, before)
        parts.append(_part(here, stretch, (end - before).days, is_open=one.done_on is None))
        before = end
    return parts


def _title(here: Here) -> str:
    """Which step runs out most, against what was planned for it."""
    found = {code: ratio for code in here.template if (ratio := here.pace.ratio(code, HALF)) is not None}
    if not here.sums.pilots or not found:
        return _("milestones.durations.title_few")
    if here.is_of_steps:
        return _own_title(here)
    worst = max(found, key=lambda code: found[code])
    if found[worst] <= 1:
        return _("milestones.durations.title_good")
    return _("milestones.durations.title", step=here.step(worst), times=number(found[worst], 2))


def _own_title(here: Here) -> str:
    plan = max(here.plans, key=lambda one: (one.ends_on - one.starts_on).days)
    months = _months((plan.ends_on - plan.starts_on).days)
    key = "milestones.durations.title_own" if plan.open else "milestones.durations.title_own_over"
    return _(key, months=number(months, 1), template=sum(here.template.values()))


def _sentence(rows: list[Row]) -> str:
    listed = [f"{row.label}: {' + '.join(number(part.months, 1) for part in row.parts)}" for row in rows]
    return _("milestones.durations.sentence", listed="; ".join(listed))


def _table(here: Here) -> TableData:
    columns = tuple(Column(_(f"milestones.durations.column.{key}"), numeric=key != "step") for key in COLUMNS)
    rows = [_row(here, code) for code in here.template] if here.sums.pilots else []
    return TableData(_("milestones.durations.caption"), columns, tuple(rows))


def _row(here: Here, code: str) -> tuple[str, ...]:
    planned, taken = here.sums.planned.get(code), here.sums.taken.get(code)
    ratios = [here.pace.ratio(code, share) for share in (HALF, NEARLY_ALL)]
    return (
        f"{code}. {here.step(code)}",
        number(here.template[code]),
        number(_months(planned.days), 1) if planned else "–",
        number(_months(taken.days), 1) if taken else "–",
        number(here.pace.finished(code)),
        *("*" if ratio is None else number(ratio, 2) for ratio in ratios),
    )
