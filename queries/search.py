"""What was tried and learned, found by words: the same on SQLite and PostgreSQL, as it stood in a publication.

The database says which rows hold a word or a piece of one; what that is worth is weighed here, so that every database
gives the same answer in the same order. Rarer words weigh more: of n rows of which k hold a word, it is log(1 + n / k).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log
from typing import Any

from sqlalchemy import Select, func, select

from queries.reader import INTERNAL, Reader
from warehouse.schema import published
from warehouse.schema.full_text import places
from warehouse.schema.nearness import SAME, nearness
from warehouse.schema.tokens import pieces, swapped, words, words_of

EXPERIMENT, LESSON = "experiment", "lesson"
MOST_WORDS = 12
# A word that stands whole in so many rows is not sought in parts of other words too.
ENOUGH = 50
# Of rows that hold a word in part, the most promising are read to see whether it is really there.
MOST_READ = 300
LEAST_OF_WORD = 0.25

MOST_WORDS_OF_IDEA = 30
MOST_WORDS_IN_PIECES = 6
PIECE_WEIGHT = 0.5
# Less than this part of what an idea weighs itself is chance.
LEAST_ALIKE = 0.1
MOST_ALIKE = 5

Key = tuple[str, str, str]  # kind, region and code


@dataclass(frozen=True)
class Found:
    """`score` tells the order and nothing else. `shared` are words of the question that stand there just so."""

    kind: str
    region_code: str
    code: str
    score: float
    shared: tuple[str, ...]


@dataclass(frozen=True)
class Hits:
    """Which of the asked tokens stand where; `rows` is how many rows there are in all."""

    at: Mapping[Key, Collection[str]]
    rows: int

    def counts(self) -> Mapping[str, int]:
        return Counter(chain.from_iterable(self.at.values()))

    def rarity(self, count: int) -> float:
        return log(1 + max(self.rows, 1) / max(count, 1))


@dataclass(frozen=True)
class Way:
    """By what a word can be recognised when it does not stand there whole."""

    word: str
    swapped: frozenset[str]
    pieces: frozenset[str]


def found(reader: Reader, text: str) -> list[Found]:
    """Experiments and lessons that hold every word of a text: whole, as part of a longer word, or with a typing error.

    The best first.
    """
    asked = words(text)[:MOST_WORDS]
    whole = _hits(reader, asked, reader.visible(published.sought))
    counts = whole.counts()
    worth = [whole.rarity(counts[word]) for word in asked]
    results = [
        Found(
            *key,
            sum(near * rarity for near, rarity in zip(grade, worth, strict=True)),
            tuple(word for near, word in zip(grade, asked, strict=True) if near == SAME),
        )
        for key, grade in _grades(reader, whole, asked).items()
    ]
    return sorted(results, key=lambda one: (-one.score, one.kind, one.region_code, one.code))


def alike(reader: Reader, text: str, outside: str | None = None) -> list[Found]:
    """The experiments that are most like an idea, at most five; with `outside` none of that region.

    What is no example for others is left out.
    """
    idea = words(text)[:MOST_WORDS_OF_IDEA]
    examples = _examples(reader, outside)
    whole = _hits(reader, idea, examples)
    counts = whole.counts()
    rarest = sorted(idea, key=lambda word: counts[word])[:MOST_WORDS_IN_PIECES]
    parts = [piece for word in rarest for piece in pieces(word)]
    scores: dict[Key, float] = {}
    most = _weigh(scores, whole, idea, 1.0)
    most += _weigh(scores, _hits(reader, parts, examples), parts, PIECE_WEIGHT)
    best = sorted(scores, key=lambda key: (-scores[key], key))[:MOST_ALIKE]
    return [
        Found(*key, scores[key], tuple(word for word in idea if word in whole.at.get(key, ())))
        for key in best
        if scores[key] >= LEAST_ALIKE * most
    ]


def _weigh(scores: dict[Key, float], hits: Hits, asked: Collection[str], weight: float) -> float:
    """Adds to `scores` what each row is worth; answers with what a row that held all of it would be worth."""
    counts = hits.counts()
    worth = {token: weight * hits.rarity(counts[token]) ** 2 for token in asked}
    for key, tokens in hits.at.items():
        scores[key] = scores.get(key, 0.0) + sum(map(worth.__getitem__, tokens))
    return sum(worth.values())


def _hits(reader: Reader, asked: Sequence[str], among: Select[Any]) -> Hits:
    if not asked:
        return Hits({}, 0)
    rows = among.subquery()
    at = places(reader.connection, list(dict.fromkeys(asked)))
    every = select(func.count()).select_from(rows).scalar_subquery()
    placed = select(rows.c.kind_code, rows.c.region_code, rows.c.sought_code, at.c.held, every).join(
        at, at.c.place == rows.c.place
    )
    found = reader.rows(placed)
    count = found[0][-1] if found else 0
    return Hits({tuple(key): held.split(" ") for *key, held, _count in found}, count)


def _examples(reader: Reader, outside: str | None) -> Select[Any]:
    rows, own = (
        published.sought.c,
        reader.visible(published.experiment).where(published.experiment.c.internal == INTERNAL),
    )
    kept = own.subquery().c
    is_kept = select(kept.experiment_code).where(
        kept.region_code == rows.region_code, kept.experiment_code == rows.sought_code
    )
    others = reader.visible(published.sought).where(rows.kind_code == EXPERIMENT, ~is_kept.exists())
    return others if outside is None else others.where(rows.region_code != outside)


def _grades(reader: Reader, whole: Hits, asked: Sequence[str]) -> dict[Key, list[float]]:
    """How near each asked word is, of rows in which all of them are. Rows that hold them whole need not be read."""
    counts = whole.counts()
    ways = [Way(word, frozenset(swapped(word)), frozenset(pieces(word))) for word in asked]
    rare = [way for way in ways if counts[way.word] < ENOUGH]
    exact = [key for key, held in whole.at.items() if len(held) == len(asked)]
    parts = _hits(
        reader, [part for way in rare for part in (*way.swapped, *way.pieces)], reader.visible(published.sought)
    )
    promising = dict[Key, float]()
    for key in {*whole.at, *parts.at}.difference(exact):
        held, in_part = whole.at.get(key, ()), frozenset(parts.at.get(key, ()))
        shares = [_share(way, held, in_part) for way in ways]
        if min(shares) >= LEAST_OF_WORD:
            promising[key] = sum(shares)
    best = sorted(promising, key=lambda key: (-promising[key], key))[:MOST_READ]
    read = _read(reader, best, asked)
    return {**{key: [SAME] * len(asked) for key in exact}, **{key: grade for key, grade in read.items() if all(grade)}}


def _share(way: Way, held: Collection[str], parts: frozenset[str]) -> float:
    """Which part of a word stands in a row, at least."""
    if way.word in held:
        return SAME
    if not parts.isdisjoint(way.swapped):
        return LEAST_OF_WORD
    return len(parts & way.pieces) / len(way.pieces) if way.pieces else 0.0


def _read(reader: Reader, keys: Sequence[Key], asked: Sequence[str]) -> dict[Key, list[float]]:
    if not keys:
        return {}
    rows, wanted = reader.visible(published.sought).subquery().c, set(keys)
    codes = rows.sought_code.in_({code for *_, code in keys})
    texts = reader.rows(select(rows.kind_code, rows.region_code, rows.sought_code, rows.tokens).where(codes))
    lines = {tuple(key): words_of(line) for *key, line in texts if tuple(key) in wanted}
    known = {word for line in lines.values() for word in line}
    near = [{word: grade for word in known if (grade := nearness(one, word))} for one in asked]
    return {key: [max(grades.get(word, 0.0) for word in line) for grades in near] for key, line in lines.items()}
