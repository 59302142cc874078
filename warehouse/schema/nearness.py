"""How near a word is to one that was asked: the same, a longer word that holds it, or one with a typing error."""

from __future__ import annotations

from rapidfuzz.distance import OSA

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
    # Letters left out, added, changed, or exchanged with their neighbour.
    errors = OSA.distance(asked, word, score_cutoff=forgiven)
    return MISTYPED if errors <= forgiven else 0.0
