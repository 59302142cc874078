"""Values with which addresses are made: everything that can be chosen on the pages of this warehouse."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Engine

from queries.reader import Access, open_reader
from queries.reference import reference
from queries.region_standing import IN_VIEW, RegionStanding
from queries.standing import standings

EVERYTHING = Access("ministerie", None)


@dataclass(frozen=True)
class Known:
    """The newest publication and date first, the smallest region first, and those without figures last."""

    publications: tuple[int, ...]
    dates: tuple[date, ...]
    pilot_lines: tuple[str, ...]
    regions: tuple[str, ...]

    def sampled(self, regions: int, dates: int) -> Known:
        """The smallest regions and the last one, and dates spread over all, the newest and the oldest among them."""
        last = len(self.dates) - 1
        places = sorted({round(last * at / (dates - 1)) for at in range(dates)})
        some = (*self.regions[: regions - 1], self.regions[-1])
        return replace(self, regions=some, dates=tuple(self.dates[place] for place in places))


def known_in(engine: Engine) -> Known:
    with engine.connect() as connection:
        reader = open_reader(connection, EVERYTHING)
        lists = reference(reader)
        found = standings(reader, lists.rules, None, None)
    return Known(
        tuple(one.number for one in reader.publications),
        tuple(found.dates),
        tuple(lists.lists["pilot_line"]),
        tuple(one.region.code for one in sorted(found.every, key=_size)),
    )


def _size(standing: RegionStanding) -> float:
    count = standing.count(IN_VIEW)
    return count.numerator if count else float("inf")
