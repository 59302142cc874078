"""What entries tell of figures of young people: new ones, those that were revised, and those that were taken back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from queries.compared import NEW, REMOVED, REVISED, Change, Figure, Value
from queries.entries import COUNTS, FLOW, INDICATOR, Entry
from queries.region_standing import IN_VIEW
from queries.span import Course, Span
from warehouse.schema.calendar import months_before


class Revised:
    """The counts of one place and one reference date; flows count for the date at which their month ends."""

    def __init__(self, courses: list[Course[Entry]]) -> None:
        self._courses = courses
        of_sight = (one for one in courses if _is_in_sight(one.subject))
        self._in_sight = next(of_sight, None)

    @classmethod
    def changes(cls, span: Span, entries: Iterable[Entry]) -> Iterator[Change]:
        counts = [entry for entry in entries if entry.subject in COUNTS]
        dates: dict[tuple[str, date | None], list[Course[Entry]]] = defaultdict(list)
        for course in span.courses(counts, lambda entry: entry.key):
            dates[course.subject.region_code, _reference_date(course.subject)].append(course)
        for courses in dates.values():
            yield from cls(courses)._changes()

    def _changes(self) -> Iterator[Change]:
        """A date that is new, or that more regions are in, is one change, whatever numbers it brought."""
        sight = self._in_sight
        if sight is None or (sight.was and sight.now and sight.was.regions == sight.now.regions):
            yield from (found for course in self._courses if (found := _revised(course)))
        elif sight.was and sight.now:
            yield _change(NEW, "regions", sight, sight.was.regions, sight.now.regions)
        elif sight.now:
            yield _change(NEW, "figures", sight, None, _figure(sight.now))
        else:
            yield _change(REMOVED, "figures", sight, _figure(sight.subject), None)


def _is_in_sight(entry: Entry) -> bool:
    return (entry.subject, entry.code) == (INDICATOR, IN_VIEW)


def _reference_date(entry: Entry) -> date | None:
    return months_before(entry.day, -1) if entry.subject == FLOW and entry.day else entry.day


def _figure(entry: Entry) -> Figure:
    return Figure(round(entry.amount or 0), None if entry.base is None else round(entry.base))


def _revised(course: Course[Entry]) -> Change | None:
    was, now = (None if row is None else _figure(row) for row in (course.was, course.now))
    return None if was == now else _change(REVISED, "figure", course, was, now)


def _change(kind: str, aspect: str, course: Course[Entry], was: Value, now: Value) -> Change:
    entry, ends = course.subject, course.span.publications
    came = course.came(lambda row, _publication: (row.amount, row.base, row.regions)) or ends[-1]
    return Change(
        kind,
        entry.subject,
        aspect,
        entry.region_code,
        entry.code or "",
        was,
        now,
        came,
        day=entry.day,
        other_code=entry.other_code,
    )
