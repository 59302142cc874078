"""Sheets that count the same young people from another side: together they are as many as elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from warehouse.intake.delivered import Delivered, dated, flows_of, stocks_of, total
from warehouse.intake.findings import Finding
from warehouse.intake.lines import Line, Lines
from warehouse.reference import codes_of, label_of, rows
from warehouse.schema.calendar import months_of_quarter

IN_SIGHT = ("F1", "F2", "F3", "F4", "F5")
LASTING = ("F4", "F5")
ALL_FIVE = "ALLE"
# Each code of a list counts the same young people of a date.
SAME = (
    ("domain_count", "reference_date", "domain_code"),
    ("retention_count", "period", "after_code"),
    ("pulse_count", "period", "question_code"),
)

Flows = Mapping[date, Counter[tuple[str, str]]]


def check(delivered: Delivered) -> Iterator[Finding]:
    if delivered.complete("registration_count", "phase_count"):
        yield from _registrations(delivered)
    for subject, day, code in SAME:
        if delivered.complete(subject):
            yield from _same(delivered.lines(subject), day, code)
    if delivered.complete("domain_count"):
        yield from _all_five(delivered.lines("domain_count"))
    if delivered.complete("retention_count", "phase_flow"):
        yield from _left(delivered.lines("retention_count"), flows_of(delivered.lines("phase_flow")))
    if delivered.complete("step_count", "phase_flow"):
        yield from _steps(delivered.lines("step_count"), flows_of(delivered.lines("phase_flow")))


def _by_day(lines: Lines, key: str) -> Mapping[date, list[Line]]:
    found: dict[date, list[Line]] = {}
    for line, day in dated(lines, key):
        found.setdefault(day, []).append(line)
    return found


def _registrations(delivered: Delivered) -> Iterator[Finding]:
    lines = delivered.lines("registration_count")
    stocks = {**delivered.earlier.stocks, **stocks_of(delivered.lines("phase_count"))}
    for day, found in _by_day(lines, "reference_date").items():
        registered, counted = sum(map(total, found)), sum(stocks.get(day, {}).get(phase, 0) for phase in IN_SIGHT)
        if day in stocks and registered != counted:
            values = {"day": day, "registered": registered, "counted": counted}
            yield lines.finding("registrations_differ", found[0], "reference_date", **values)


def _same(lines: Lines, day_key: str, key: str) -> Iterator[Finding]:
    codes = _codes(lines, key)
    for day, found in _by_day(lines, day_key).items():
        told, first = {line[key] for line in found}, found[0]
        if absent := [label_of(codes, code) for code in codes_of(codes) if code not in told]:
            yield lines.finding("rows_absent", first, key, day=day, absent=", ".join(absent))
        for line in found[1:]:
            if total(line) != total(first):
                values = {"day": day, "sum": total(line), "row": first.row, "stated": total(first)}
                yield lines.finding("sums_not_same", line, key, **values)


def _codes(lines: Lines, key: str) -> str:
    return next(column.codes for column in lines.sheet.columns if column.key == key and column.codes)


def _all_five(lines: Lines) -> Iterator[Finding]:
    """Whoever has all five in order, has each of them in order. That a column is missing is told of elsewhere."""
    for every in _by_day(lines, "reference_date").values():
        found = [line for line in every if line["count:op_orde"] is not None]
        whole = max((_in_order(line) for line in found if line["domain_code"] == ALL_FIVE), default=0)
        for line in found:
            if _in_order(line) < whole:
                yield lines.finding("all_five_above", line, "count:op_orde", found=_in_order(line), whole=whole)


def _in_order(line: Line) -> int:
    return int(line["count:op_orde"])


def _left(lines: Lines, flows: Flows) -> Iterator[Finding]:
    """As many as left lastingly in the quarter, when each of its months is told of."""
    for quarter, found in _by_day(lines, "period").items():
        months = months_of_quarter(quarter)
        if flows.keys() >= set(months):
            left = sum(flows[month][LASTING] for month in months)
            if total(found[0]) != left:
                values = {"quarter": quarter, "followed": total(found[0]), "left": left}
                yield lines.finding("aftercare_differs", found[0], "period", **values)


def _steps(lines: Lines, flows: Flows) -> Iterator[Finding]:
    for month, found in _by_day(lines, "period").items():
        steps: Counter[str] = Counter()
        for line in found:
            steps[line["progress_code"]] += total(line)
        for row in rows("progress") if month in flows else ():
            moved = flows[month][row["from_code"], row["to_code"]]
            if steps[row["code"]] != moved:
                values = {"month": month, "step": row["name_nl"], "steps": steps[row["code"]], "moved": moved}
                yield lines.finding("steps_differ", found[0], "progress_code", **values)
