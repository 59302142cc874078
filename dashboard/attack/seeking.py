"""Every way in which experiments can be sought on the page that lists them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from dashboard.sought import CHECKS, EVERYTHING, STATES, UNDECIDED, Sought
from queries.experiments import experiments
from queries.reader import Reader
from warehouse.reference import codes_of

SECOND = 2


def ways_to_seek(reader: Reader) -> tuple[Sought, ...]:
    """Each choice by itself; of what regions write one example, and of the parts of a list the second."""
    return (Sought(page=SECOND), *_coded(), *_written(reader))


def one_of_each_choice(ways: Iterable[Sought]) -> tuple[Sought, ...]:
    return tuple({tuple(_chosen(one)): one for one in ways}.values())


def _chosen(one: Sought) -> Iterator[str]:
    return (field.name for field in fields(Sought) if getattr(one, field.name) != getattr(EVERYTHING, field.name))


def _coded() -> Iterator[Sought]:
    lists = {
        "state": STATES,
        "check": CHECKS,
        "verdict": (*codes_of("verdict"), UNDECIDED),
        **{name: codes_of(name) for name in ("life_domain", "policy_domain", "funding")},
    }
    return (EVERYTHING.but(**{name: code}) for name, codes in lists.items() for code in codes)


def _written(reader: Reader) -> Iterator[Sought]:
    for one in experiments(reader)[:1]:
        yield Sought(words=one.title)
        yield Sought(idea=one.question)
        yield Sought(method=one.method)
        yield Sought(owner=one.owner)
