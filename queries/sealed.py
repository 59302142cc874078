"""Rows of every region, handed on to who may not see them all: queries make sums of them; nobody else opens them."""

from __future__ import annotations

from typing import Generic, TypeVar

Rows = TypeVar("Rows")


class Sealed(Generic[Rows]):
    """What is sealed is no part of an answer: it is told to nobody, nor printed."""

    __slots__ = ("_rows",)

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    @property
    def for_sums(self) -> Rows:
        """For queries alone, which a test sees to."""
        return self._rows

    def __repr__(self) -> str:
        return "Sealed()"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sealed) and self._rows == other._rows
