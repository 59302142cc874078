"""Young people do not appear or vanish: stock(t) = stock(t-1) + in - out in every phase."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from warehouse.intake.delivered import Delivered, dated, flows_of, stocks_of, total
from warehouse.intake.findings import Finding
from warehouse.intake.lines import Line
from warehouse.reference import codes_of, label_of, rows
from warehouse.schema.calendar import months_from


def check(delivered: Delivered) -> Iterator[Finding]:
    yield from _absent_phases(delivered)
    yield from _impossible_flows(delivered)
    yield from _totals(delivered)
    if delivered.complete("phase_count", "phase_flow"):
        yield from _balances(delivered)
    if delivered.complete("phase_flow", "exit_count"):
        yield from _exits(delivered)


def _absent_phases(delivered: Delivered) -> Iterator[Finding]:
    lines = delivered.lines("phase_count")
    for day, stock in stocks_of(lines).items():
        absent = [f"{code} {label_of('phase', code)}" for code in codes_of("phase") if code not in stock]
        if absent and lines.complete:
            yield Finding("phase_absent", lines.title, column="fase", values={"day": day, "phases": ", ".join(absent)})


def _impossible_flows(delivered: Delivered) -> Iterator[Finding]:
    lines = delivered.lines("phase_flow")
    impossible = _flows_of_rule("impossible")
    for line in lines.lines:
        flow = (line["from_code"], line["to_code"])
        if None not in flow and (flow in impossible or flow[0] == flow[1]) and line["youths"]:
            yield lines.finding("flow_impossible", line, "to_code", start=_named(flow[0]), end=_named(flow[1]))


def _flows_of_rule(rule: str) -> set[tuple[str, str]]:
    return {(row["from_code"], row["to_code"]) for row in rows("flow_rule") if row["rule"] == rule}


def _named(code: str) -> str:
    if code in codes_of("phase"):
        return f"{code} {label_of('phase', code)}"
    return next(row["name_nl"] for row in rows("flow_end") if row["code"] == code)


def _totals(delivered: Delivered) -> Iterator[Finding]:
    """A row "Totaal" must add up the rows of its date; the program makes its own totals and does not keep it."""
    for subject, key in (("phase_count", "reference_date"), ("exit_count", "period")):
        lines = delivered.lines(subject)
        for line in lines.totals:
            parts = sum(total(part) for part, day in dated(lines, key) if day == line[key])
            if lines.complete and line[key] is not None and parts != total(line):
                yield lines.finding("total_differs", line, key, stated=total(line), sum=parts)


def _balances(delivered: Delivered) -> Iterator[Finding]:
    """Two dates can be compared when every month between them is told of, or when they follow each other at once."""
    own, flows = stocks_of(delivered.lines("phase_count")), flows_of(delivered.lines("phase_flow"))
    stocks = {**delivered.earlier.stocks, **own}
    for before, after in pairwise(sorted(stocks)):
        months = months_from(before, after)
        follows = before in own and len(months) <= delivered.rhythm_months
        if follows or flows.keys() >= set(months):
            moved: Counter[tuple[str, str]] = Counter()
            for month in months:
                moved.update(flows.get(month, {}))
            yield from _differences(delivered, stocks, before, after, moved)


def _differences(
    delivered: Delivered,
    stocks: Mapping[date, Mapping[str, int]],
    before: date,
    after: date,
    moved: Mapping[tuple[str, str], int],
) -> Iterator[Finding]:
    lines = delivered.lines("phase_count")
    for phase in stocks[before].keys() & stocks[after].keys():
        came = sum(youths for (_, end), youths in moved.items() if end == phase)
        went = sum(youths for (start, _), youths in moved.items() if start == phase)
        expected, stated = stocks[before][phase] + came - went, stocks[after][phase]
        if expected != stated and (line := _line_of(delivered, after, phase)) is not None:
            values = {"phase": _named(phase), "day": after, "before": before, "came": came, "went": went}
            counts = {"expected": expected, "stated": stated, "difference": abs(stated - expected)}
            yield lines.finding("balance", line, "phase_code", **values, start=stocks[before][phase], **counts)


def _line_of(delivered: Delivered, day: date, phase: str) -> Line | None:
    lines = delivered.lines("phase_count").lines
    return next((line for line in lines if line["reference_date"] == day and line["phase_code"] == phase), None)


def _exits(delivered: Delivered) -> Iterator[Finding]:
    lines, flows = delivered.lines("exit_count"), flows_of(delivered.lines("phase_flow"))
    ends = _flows_of_rule("exit")
    exits: Counter[date] = Counter()
    for line, month in dated(lines, "period"):
        exits[month] += total(line)
    for month in sorted(exits.keys() | flows.keys()):
        if month not in exits:
            yield Finding("exit_month_absent", lines.title, column="maand", values={"month": month})
            continue
        ended = sum(youths for flow, youths in flows.get(month, {}).items() if flow in ends)
        if exits[month] != ended:
            values = {"month": month, "exits": exits[month], "flows": ended}
            yield Finding("exits_differ", lines.title, column="maand", values=values)
