"""Values with which addresses are made: everything that can be chosen on the pages of this warehouse."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Engine

from dashboard.attack.histories import Kinds, Place, histories
from dashboard.attack.seeking import one_of_each_choice, ways_to_seek
from dashboard.sought import Sought
from dashboard.traced import EXPERIMENT, WORDS
from queries.areas import areas
from queries.reader import Access, open_reader
from queries.reference import reference
from queries.region_standing import IN_VIEW, RegionStanding
from queries.standing import standings
from warehouse.moment import of_one_moment

EVERYTHING = Access("ministerie", None)


@dataclass(frozen=True)
class Known:
    """The newest publication and date first, the smallest region first, and those without figures last.

    `pilots` are codes of pilots, `traced` the values that have a history, `sought` the ways in which experiments can be
    sought.
    """

    publications: tuple[int, ...]
    dates: tuple[date, ...]
    pilot_lines: tuple[str, ...]
    pilots: tuple[str, ...]
    regions: tuple[str, ...]
    areas: tuple[str, ...]
    traced: Mapping[Place, Kinds]
    sought: tuple[Sought, ...]

    def traced_in(self, place: Place) -> list[str]:
        return [name for names in self.traced.get(place, {}).values() for name in names]

    @property
    def experiments(self) -> list[str]:
        """As their own pages name them."""
        named = [(place, name) for place, kinds in self.traced.items() for name in kinds.get(EXPERIMENT, ())]
        return [f"{place}-{name.removeprefix(WORDS[EXPERIMENT]).removeprefix('-')}" for place, name in named]

    def sampled(self, regions: int, dates: int) -> Known:
        """The smallest regions and the last one, as many pilots, and dates spread over all, the newest and the oldest
        among them; of the ways to seek one of each choice."""
        last = len(self.dates) - 1
        places = sorted({round(last * at / (dates - 1)) for at in range(dates)})
        some = (*self.regions[: regions - 1], self.regions[-1])
        traced = {place: _firsts(self.traced[place]) for place in (None, *some)}
        chosen = tuple(self.dates[place] for place in places)
        fewer = replace(
            self, pilots=self.pilots[:regions], areas=self.areas[:1], sought=one_of_each_choice(self.sought)
        )
        return replace(fewer, regions=some, dates=chosen, traced=traced)

    def one_of_each_kind(self, region: str) -> Known:
        """One history of every kind: of the country, or of this region when the country has none."""
        country = self.traced[None]
        own = {kind: names for kind, names in self.traced[region].items() if kind not in country}
        return replace(self, traced={None: _firsts(country), region: _firsts(own)})


def _firsts(kinds: Kinds) -> Kinds:
    return {kind: names[:1] for kind, names in kinds.items()}


def known_in(engine: Engine) -> Known:
    with engine.connect() as connection:
        of_one_moment(connection)
        reader = open_reader(connection, EVERYTHING)
        lists = reference(reader)
        found = standings(reader, lists.rules, None, None)
        regions = tuple(one.region.code for one in sorted(found.every, key=_size))
        narrowed = tuple(one.region.code for one in areas(reader, found.others, found.moment.reference_date))
        sought = ways_to_seek(reader)
        traced = histories(reader, lists, (None, *regions))
    numbers, lines = tuple(one.number for one in reader.publications), tuple(lists.lists["pilot_line"])
    pilots = tuple(dict.fromkeys(one.pilot_code for one in found.milestones))
    return Known(numbers, tuple(found.dates), lines, pilots, regions, narrowed, traced, sought)


def _size(standing: RegionStanding) -> float:
    count = standing.count(IN_VIEW)
    return count.numerator if count else float("inf")
