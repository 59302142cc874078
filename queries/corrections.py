"""Corrections in the open: deliveries that replaced figures which were published before, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from queries.compared import REVISED, Change
from queries.deliveries import Delivery, deliveries
from queries.entries import entries
from queries.reader import Publication, Reader
from queries.revised import Revised
from queries.span import Span


@dataclass(frozen=True)
class Correction:
    """`version` of the delivery of a reference date; `publication` is the one that brought it."""

    region_code: str
    reference_date: date
    version: int
    reason: str | None
    approved_on: date | None
    publication: Publication

    @classmethod
    def of(cls, change: Change, found: Iterable[Correction]) -> Correction | None:
        """Of the corrections that came together, the one that speaks of the date of a revised figure.

        That is the earliest that is not of a date before it; exits reach a year further, so then it is the last one.
        """
        if change.kind != REVISED or change.day is None:
            return None
        own = sorted(
            (one for one in found if (one.region_code, one.publication) == (change.region_code, change.publication)),
            key=lambda one: one.reference_date,
        )
        return next((one for one in own if one.reference_date >= change.day), own[-1] if own else None)


def corrections(reader: Reader, told: Sequence[Delivery] | None = None) -> list[Correction]:
    """Up to this publication, the newest first; `told` is every telling of every delivery, when it was read before."""
    every = deliveries(reader, reader.so_far[0]) if told is None else told
    numbered = {one.number: one for one in reader.publications}
    in_order = sorted(every, key=lambda one: (one.region_code, one.reference_date, one.first_publication))
    found = [
        Correction(
            now.region_code,
            now.reference_date,
            now.version or 0,
            now.correction_reason,
            now.approved_on,
            numbered[now.first_publication],
        )
        for _, versions in groupby(in_order, key=lambda one: (one.region_code, one.reference_date))
        for was, now in pairwise(versions)
        if was.version and now.version and now.version > was.version
    ]
    return sorted(found, key=lambda one: (-one.publication.number, one.region_code, one.reference_date))


def revisions(reader: Reader, found: Sequence[Correction]) -> Mapping[Correction, list[Change]]:
    """The figures that each correction revised, when it came."""
    revised: dict[Correction, list[Change]] = {one: [] for one in found}
    for change in _revised_step_by_step(reader) if found else ():
        if correction := Correction.of(change, found):
            revised[correction].append(change)
    return revised


def _revised_step_by_step(reader: Reader) -> Iterator[Change]:
    oldest = reader.so_far[0]
    told = entries(reader, oldest)
    for step in Span.of(reader, oldest).steps:
        yield from Revised.changes(step, told)
