"""What the pages of one publication, date and pilot line have in common."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from queries.changes import changes
from queries.compared import Change
from queries.corrections import Correction, corrections
from queries.experiments import Experiment, experiments
from queries.obstacles import Obstacle, obstacles
from queries.reader import Publication, Reader
from queries.reference import Rules
from queries.sealed import Sealed
from queries.standing import Standings, standings
from queries.stories import Stories


class OfLine(Protocol):
    @property
    def pilot_line_code(self) -> str | None: ...


@dataclass(frozen=True)
class Chosen:
    """`since` is the publication that is compared with.

    Not `whole` is for a page that asks how the regions stand, and nothing of experiments, obstacles and changes.
    """

    pilot_line: str | None
    reference_date: date | None
    since: Publication | None
    whole: bool = True

    def has(self, one: OfLine) -> bool:
        """What is of no line is of every line."""
        return self.pilot_line is None or one.pilot_line_code in (None, self.pilot_line)


@dataclass(frozen=True)
class Ground:
    """Nothing in it is of another pilot line. `changes` are those since the publication that is compared with,
    `corrections` all up to this one; `everyone` is the same of every region, whoever asks."""

    standings: Standings
    experiments: tuple[Experiment, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    changes: tuple[Change, ...] = ()
    corrections: tuple[Correction, ...] = ()
    everyone: Sealed[Ground] | None = None


def ground(reader: Reader, rules: Rules, chosen: Chosen, everyone: Sealed[Ground] | None = None) -> Ground:
    """`everyone` is what `ground_of_everyone` gave, when that was asked before."""
    wide = everyone or ground_of_everyone(reader, rules, chosen)
    own = wide.for_sums if reader.access.sees_everything else _read(reader, rules, chosen, wide)
    return replace(own, everyone=wide)


def ground_of_everyone(reader: Reader, rules: Rules, chosen: Chosen) -> Sealed[Ground]:
    with reader.everywhere() as wide:
        return Sealed(_read(wide, rules, chosen, None))


def _read(reader: Reader, rules: Rules, chosen: Chosen, wide: Sealed[Ground] | None) -> Ground:
    everyone = Sealed(wide.for_sums.standings) if wide else None
    found = standings(reader, rules, chosen.reference_date, chosen.pilot_line, chosen.since, everyone)
    if not chosen.whole:
        return Ground(found)
    tried = [one for one in experiments(reader, chosen.since) if chosen.has(one)]
    met = [one for one in obstacles(reader, chosen.since) if chosen.has(one)]
    own = [one for one in tried if reader.access.sees(one.region_code)]
    stories = Stories([*found.milestones, *found.replaced_milestones], own, met)
    holds = reader.publication.holds
    return Ground(
        found,
        tuple(one for one in tried if holds(one)),
        tuple(one for one in met if holds(one) and one.is_open()),
        _changes(reader, rules, chosen, found, stories),
        tuple(corrections(reader, found.tellings)),
    )


def _changes(reader: Reader, rules: Rules, chosen: Chosen, found: Standings, stories: Stories) -> tuple[Change, ...]:
    """With a pilot line only what is of that line, and what is of a region that has it."""
    if chosen.since is None:
        return ()
    every = changes(reader, chosen.since, rules, stories, found.tellings)
    regions = {one.region.code for one in found.regions}
    of_every_line = chosen.pilot_line is None
    return tuple(one for one in every if of_every_line or (one.region_code in regions and chosen.has(one)))
