"""What somebody who knows the method, and not the key, learns from the numbers that were seen of one region.

Two things are known of controlled rounding (`warehouse.publish.protect`), and both are used. Every node lies less
than the base of its table from what is shown. And a region's total of one table, or each total where the same people
are counted apart, has the same secret start on every date: with base b and start s it lies from s - b + 1 below to s
above what is shown; s is one more unknown for all dates together.

Below the total the start changes with the counts themselves, and the places of siblings are secret: what a start and
an order say of a node is no bound on a sum. It is not used, so that of leaves deeper down the attack may find somewhat
less than there is to be found; `docs/decisions/0007-attack-on-the-figures.md` says what was measured of that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from warehouse.attack.model import Known, Model, model
from warehouse.attack.shown import Shown
from warehouse.attack.truth import Unknowns
from warehouse.publish.facts import BASES

SMALL = range(1, 10)

Roots = Mapping[tuple[str, str], Sequence[Shown]]


def protected(of: Unknowns, known: Known, seen: Sequence[Shown], series: Mapping[int, str]) -> Model:
    """`series` tells which key every publication was rounded with. The starts are unknowns that follow the leaves."""
    for one in seen:
        _add_rounded(known, one)
    starts = [
        _add_start(known, column, of, BASES[table], roots)
        for column, ((_, table), roots) in enumerate(_roots(seen, series).items(), start=len(of.truth))
    ]
    return model([*of.truth, *starts], known)


def hidden(of: Unknowns, known: Known, seen: Iterable[Shown]) -> Model:
    """The naive method on the same nodes: 1 to 9 is hidden, everything else is shown as it is."""
    for one in seen:
        count = sum(of.truth[unknown] for unknown in one.unknowns)
        known.add(_plus(one), *((SMALL[0], SMALL[-1]) if count in SMALL else (count, count)))
    return model(of.truth, known)


def _add_rounded(known: Known, one: Shown) -> None:
    known.add(_plus(one), one.youths - one.off, one.youths + one.off)


def _roots(seen: Iterable[Shown], series: Mapping[int, str]) -> Roots:
    roots: dict[tuple[str, str], list[Shown]] = {}
    for one in seen:
        if one.root_of is not None and not one.is_exact:
            roots.setdefault((series[one.publication], one.root_of), []).append(one)
    return roots


def _add_start(known: Known, start: int, of: Unknowns, base: int, roots: Iterable[Shown]) -> int:
    """Tells what a start says of the totals, and returns one that they could have been made with."""
    needed = 0
    known.add([(start, 1)], 0, base - 1)
    for root in roots:
        known.add([*_plus(root), (start, -1)], root.youths - base + 1, root.youths)
        needed = max(needed, sum(of.truth[unknown] for unknown in root.unknowns) - root.youths)
    return needed


def _plus(one: Shown) -> list[tuple[int, int]]:
    return [(unknown, 1) for unknown in one.unknowns]
