"""The publications from one to another, and in which of them a value came to be what it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from queries.reader import Publication, Reader


class Versioned(Protocol):
    @property
    def first_publication(self) -> int: ...

    @property
    def last_publication(self) -> int | None: ...


Row = TypeVar("Row", bound=Versioned)


@dataclass(frozen=True)
class Span:
    """`publications` from the one that is compared with to the one that is looked at."""

    publications: tuple[Publication, ...]

    @classmethod
    def of(cls, reader: Reader, since: Publication) -> Span:
        newest = reader.publication.number
        return cls(tuple(one for one in reversed(reader.publications) if since.number <= one.number <= newest))

    @property
    def steps(self) -> Iterator[Span]:
        """Each publication against the one before it."""
        for pair in zip(self.publications, self.publications[1:], strict=False):
            yield Span(pair)

    def came(self, values: Sequence[object]) -> Publication | None:
        """Of a value per publication: the one since which it is what it is at the end; None when that is as it was."""
        last = len(values) - 1
        if values[0] == values[last]:
            return None
        while values[last - 1] == values[last]:
            last -= 1
        return self.publications[last]

    def courses(self, rows: Iterable[Row], key: Callable[[Row], Hashable]) -> Iterator[Course[Row]]:
        """What stood under each key; not of what came and went in between."""
        found: dict[Hashable, list[Row]] = defaultdict(list)
        for row in rows:
            found[key(row)].append(row)
        for versions in found.values():
            stood = tuple(next((row for row in versions if one.holds(row)), None) for one in self.publications)
            subject = stood[-1] or stood[0]
            if subject is not None:
                yield Course(self, stood, subject)


@dataclass(frozen=True)
class Course(Generic[Row]):
    """The row that stood in each publication, None where there was none; `subject` is that of the end, or the start."""

    span: Span
    stood: tuple[Row | None, ...]
    subject: Row

    @property
    def was(self) -> Row | None:
        return self.stood[0]

    @property
    def now(self) -> Row | None:
        return self.stood[-1]

    def came(self, value: Callable[[Row, Publication], object]) -> Publication | None:
        """Since when a value of it is what it is; None when it is what it was."""
        pairs = zip(self.stood, self.span.publications, strict=True)
        return self.span.came([None if row is None else value(row, one) for row, one in pairs])
