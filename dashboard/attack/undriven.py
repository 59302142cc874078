"""What the attacker could not ask: then its verdict would be about less than the whole application."""

from __future__ import annotations


class UndrivenError(Exception):
    """`kind` says what it is: a part of an address, a filter, a route, a callback, an answer, a form, a statement."""

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(f"{kind}: {name}")
        self.kind, self.name = kind, name
