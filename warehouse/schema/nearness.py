"""How near a word is to one that was asked: the same, a longer word that holds it, or one with a typing error."""

from __future__ import annotations

from collections.abc import Sequence

SAME, PART, MISTYPED = 1.0, 0.8, 0.6
# So many letters may be wrong in a word of at least so many; shorter words must be right.
FORGIVEN = ((8, 2), (4, 1))
SHORTEST_PART = 4


def nearness(asked: str, word: str) -> float:
    """0 when it is not near."""
    if asked == word:
        return SAME
    if len(asked) >= SHORTEST_PART and asked in word:
        return PART
    forgiven = next((errors for length, errors in FORGIVEN if len(asked) >= length), 0)
    if abs(len(asked) - len(word)) > forgiven or not forgiven:
        return 0.0
    return MISTYPED if _errors(asked, word) <= forgiven else 0.0


def _errors(one: str, other: str) -> int:
    """Letters left out, added, changed, or exchanged with their neighbour."""
    before, row = list[int](), list(range(len(other) + 1))
    for down, letter in enumerate(one, 1):
        before, row = row, _next_row(before, row, (down, letter), one, other)
    return row[-1]


def _next_row(before: Sequence[int], above: Sequence[int], at: tuple[int, str], one: str, other: str) -> list[int]:
    down, letter = at
    row = [down]
    for across, facing in enumerate(other, 1):
        cost = min(above[across] + 1, row[-1] + 1, above[across - 1] + (letter != facing))
        if down > 1 and across > 1 and letter == other[across - 2] and facing == one[down - 2]:
            cost = min(cost, before[across - 2] + 1)
        row.append(cost)
    return row
