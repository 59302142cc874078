"""One subject in two publications: what of it came, went, or is told otherwise, and since which publication."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from queries.reader import Publication
from queries.span import Course, Span, Versioned

# In the order in which people want to know of them; what was withdrawn first, for nothing else on a page tells that.
KINDS = REMOVED, REVISED, STATUS, MOVED, ADDED, NEW, REWORDED = (
    "verwijderd",
    "herzien",
    "status",
    "verschoven",
    "toegevoegd",
    "nieuw",
    "verwoord",
)


@dataclass(frozen=True)
class Figure:
    """Protected numbers: of an indicator its numerator and its denominator, of a count `amount` alone."""

    amount: int
    base: int | None = None


Value = date | Figure | float | str | None


@dataclass(frozen=True)
class Change:
    """`subject` is a milestone, an experiment and so on, `aspect` what of it differs, `title` what the region calls it.

    `code` is that of a step (and `other_code` of its pilot), an indicator or the thing itself; `day` is the reference
    date or month of a figure, or that of a note.
    `publication` is the one in which it came to be what it is `now`.
    """

    kind: str
    subject: str
    aspect: str
    region_code: str
    code: str
    was: Value
    now: Value
    publication: Publication
    title: str = ""
    reason: str | None = None
    pilot_line_code: str | None = None
    day: date | None = None
    other_code: str | None = None


class OfRegion(Versioned, Protocol):
    @property
    def region_code(self) -> str: ...


Row = TypeVar("Row", bound=OfRegion)
Told = Callable[[Row, Publication], Value]


def _no_reason(_was: object, _now: object) -> None:
    return None


def _nothing(_row: object) -> None:
    return None


def _always(_was: object, _now: object) -> bool:
    return True


@dataclass(frozen=True)
class Aspect(Generic[Row]):
    """`value` is what is compared, and shown unless `shown` gives what it was and what it is.

    `applies` says between which two rows a difference means this, `reason` why the second was told.
    """

    kind: str
    name: str
    value: Told[Row]
    applies: Callable[[Row, Row], bool] = _always
    reason: Callable[[Row, Row], str | None] = _no_reason
    shown: tuple[Callable[[Row], Value], Callable[[Row], Value]] | None = None

    def both(self, was: Row, now: Row, span: Span) -> tuple[Value, Value]:
        if self.shown:
            return self.shown[0](was), self.shown[1](now)
        return self.value(was, span.publications[0]), self.value(now, span.publications[-1])


@dataclass(frozen=True)
class Subject(Generic[Row]):
    """`standing` names what is told of one that was added or removed, and tells it."""

    name: str
    key: Callable[[Row], tuple[object, ...]]
    code: Callable[[Row], str]
    title: Callable[[Row], str]
    line: Callable[[Row], str | None]
    standing: tuple[str, Told[Row]]
    aspects: Sequence[Aspect[Row]]
    day: Callable[[Row], date | None] = _nothing
    other_code: Callable[[Row], str | None] = _nothing

    def changes(self, span: Span, rows: Iterable[Row]) -> Iterator[Change]:
        for course in span.courses(rows, self.key):
            if course.was is None or course.now is None:
                yield self._there_or_not(course)
            else:
                yield from self._otherwise(course, course.was, course.now)

    def _there_or_not(self, course: Course[Row]) -> Change:
        name, told = self.standing
        was, now, ends = course.was, course.now, course.span.publications
        came = course.came(lambda row, _publication: "there")
        return self._change(
            ADDED if was is None else REMOVED,
            name,
            course.subject,
            None if was is None else told(was, ends[0]),
            None if now is None else told(now, ends[-1]),
            came or ends[-1],
        )

    def _otherwise(self, course: Course[Row], was: Row, now: Row) -> Iterator[Change]:
        for aspect in self.aspects:
            came = course.came(aspect.value) if aspect.applies(was, now) else None
            if came:
                before, after = aspect.both(was, now, course.span)
                yield self._change(aspect.kind, aspect.name, now, before, after, came, aspect.reason(was, now))

    def _change(
        self, kind: str, aspect: str, row: Row, was: Value, now: Value, came: Publication, reason: str | None = None
    ) -> Change:
        return Change(
            kind,
            self.name,
            aspect,
            row.region_code,
            self.code(row),
            was,
            now,
            came,
            self.title(row),
            reason,
            self.line(row),
            self.day(row),
            self.other_code(row),
        )
