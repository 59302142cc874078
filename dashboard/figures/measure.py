"""How much room words and numbers take, so that labels keep out of each other's way."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from math import floor, log10

from dashboard.figures import theme

_NARROW = frozenset("iljtfrI.,:;'’|!()[] ·‹›")
_WIDE = frozenset("mwMW%@—")
_STEPS = (1, 2, 2.5, 5, 10)


def text_width(text: str, size: float = 13, *, bold: bool = False) -> float:
    """Pixels, measured generously: system fonts differ by a tenth."""
    units = sum(0.36 if sign in _NARROW else 0.95 if sign in _WIDE else 0.62 for sign in text)
    return units * size * (1.1 if bold else 1.0)


def wrapped(text: str, room: float, size: float = 13, *, bold: bool = False) -> str:
    """The text, as it was written, over as few lines as its words allow."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return "<br>".join(map(theme.plain, lines))


def apart(places: Sequence[float], gap: float) -> list[float]:
    """The places moved as little as needed to stand at least `gap` from each other, in their own order."""
    order = sorted(range(len(places)), key=places.__getitem__)
    groups: list[tuple[float, int]] = []
    for index in order:
        centre, size = places[index], 1
        while groups and centre - groups[-1][0] < gap * (size + groups[-1][1]) / 2:
            before, many = groups.pop()
            centre, size = (before * many + centre * size) / (many + size), many + size
        groups.append((centre, size))
    moved = [0.0] * len(places)
    for index, place in zip(order, _spread(groups, gap), strict=True):
        moved[index] = place
    return moved


def _spread(groups: Sequence[tuple[float, int]], gap: float) -> Iterator[float]:
    for centre, size in groups:
        yield from (centre + (at - (size - 1) / 2) * gap for at in range(size))


def rows(places: Sequence[tuple[float, float]], gap: float = 6) -> list[int]:
    """For each stretch (from, to), left to right, the first row in which it touches no other."""
    ends: list[float] = []
    found: list[int] = []
    for start, end in places:
        row = next((at for at, last in enumerate(ends) if last + gap <= start), len(ends))
        ends[row : row + 1] = [end]
        found.append(row)
    return found


def nice_step(span: float, parts: int) -> float:
    """The smallest of 1, 2, 2.5, 5 times a power of ten that covers the span in at most so many parts."""
    rough = max(span, 1e-9) / parts
    power = 10.0 ** floor(log10(rough))
    return power * _STEPS[bisect_left(_STEPS, rough / power - 1e-9)]


def ticks_to(top: float, parts: int = 4) -> list[float]:
    """Readable ticks from zero to the first one that is not under `top`; counts have no halves."""
    step = max(1.0, nice_step(top, parts))
    step = 5.0 if step == 2.5 else step
    many = max(1, -int(-top // step))
    return [at * step for at in range(many + 1)]
