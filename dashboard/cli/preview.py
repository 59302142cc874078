"""What a publication would change, in lines to read before saying yes: a screen at most."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from dashboard.i18n import _, number, table_day

if TYPE_CHECKING:
    from warehouse.publish.prepared import Prepared
    from warehouse.publish.preview import Correction, Moved, Preview

MOST = 6
WIDEST_TEXT = 45
COLUMNS = ("added", "changed", "withdrawn", "areas")


def lines(prepared: Prepared) -> Iterator[str]:
    from warehouse.publish.preview import preview

    found = preview(prepared)
    yield from _headings(prepared)
    yield from _table(found)
    yield from _milestones(found)
    if not prepared.is_new_series:
        kind = "restored" if prepared.entry["restores"] else "corrected"
        yield from _listed(kind, found.corrections, _correction)
    yield from _listed("returning", prepared.returning, _returning)


def _headings(prepared: Prepared) -> Iterator[str]:
    was, now = prepared.basis.reference_date, prepared.entry["reference_date"]
    told = {"number": prepared.number, "day": table_day(now), "regions": prepared.regions}
    if was is None:
        yield _("publishing.head.first", **told)
    elif was == now:
        yield _("publishing.head.same", **told)
    else:
        yield _("publishing.head.other", **told, was=table_day(was))
    if prepared.entry["restores"]:
        yield _("publishing.head.restores", number=prepared.entry["restores"])
    if prepared.is_new_series:
        yield _("publishing.head.new_series")


def _table(found: Preview) -> Iterator[str]:
    yield _row(_("publishing.column.subject"), [_(f"publishing.column.{name}") for name in COLUMNS])
    for subject, tally in found.tallies.items():
        counts = [number(getattr(tally, name)) for name in COLUMNS]
        yield _row(_(f"publishing.subject.{subject}"), counts)


def _row(subject: str, cells: Iterable[str]) -> str:
    return f"  {subject:<34}" + "".join(f"{cell:>11}" for cell in cells)


def _milestones(found: Preview) -> Iterator[str]:
    for kind in ("reached", "reopened"):
        if count := getattr(found, kind):
            yield _(f"publishing.{kind}", n=count)
    yield from _listed("moved", found.moved, _move)


def _listed(kind: str, found: Iterable[Any], line: Callable[[Any], str]) -> Iterator[str]:
    found = list(found)
    if found:
        yield _(f"publishing.list.{kind}", n=len(found))
    for one in islice(found, MOST):
        yield f"  {line(one)}"
    if len(found) > MOST:
        yield "  " + _("publishing.list.more", n=len(found) - MOST)


def _move(move: Moved) -> str:
    days = f"{table_day(move.was_on)} -> {table_day(move.expected_on)}"
    return f"{move.region_code}, {move.pilot_code}, {shorten(move.title, WIDEST_TEXT, placeholder='...')}: {days}"


def _correction(found: Correction) -> str:
    told = {"region": found.region_code, "day": table_day(found.reference_date), "version": found.version}
    reason = shorten(found.reason, WIDEST_TEXT, placeholder="...") if found.reason else _("publishing.no_reason")
    return _("publishing.correction", **told, reason=reason, n=found.figures)


def _returning(delivery: tuple[str, Any, int]) -> str:
    region, day, version = delivery
    return _("publishing.delivery", region=region, day=table_day(day), version=version)
