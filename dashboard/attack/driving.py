"""Drives an application as everyone who may use it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import dash

from dashboard.address import Filters
from dashboard.attack.addresses import (
    addresses,
    choices,
    filled,
    newest_and_oldest,
    page_paths,
    page_templates,
    with_choices_of_their_own,
)
from dashboard.attack.browser import Answer, Browser, name_of
from dashboard.attack.faults import Faults, listening
from dashboard.attack.known import Known
from dashboard.attack.routes import file_paths, route_paths
from dashboard.attack.undriven import UndrivenError
from dashboard.attack.visitors import Visitor
from dashboard.attack.watching import Watch, watched

FORMATS = {
    "text/html",
    "text/plain",
    "text/calendar",
    "text/css",
    "text/javascript",
    "application/json",
    "image/x-icon",
}
NOT_FOR_ALL = (403, 404)


class Drive:
    """Asks `app` everything, of which `watch` tells who asks."""

    def __init__(self, app: dash.Dash, watch: Watch, known: Known) -> None:
        self._app, self._watch, self._known = app, watch, known
        self._browser = Browser(app)
        self._routes = route_paths(app.server, known)
        self._answered: set[str] = set()

    def answers(self, visitors: Sequence[Visitor]) -> Iterator[Answer]:
        """UndrivenError for whatever did not answer, or not in a way of which the meaning is known."""
        with watched(self._app.server.extensions["trajectmonitor"]["engine"], self._watch), listening() as faults:
            for answer in self._asked(visitors):
                _check(answer, faults)
                self._watch.check()
                yield answer
        self._check_whole()

    def _asked(self, visitors: Sequence[Visitor]) -> Iterator[Answer]:
        self._watch.access = visitors[0].access
        yield from map(self._browser.get, file_paths(self._app.server))
        for visitor in visitors:
            self._watch.access = visitor.access
            yield from self._pages(visitor)
            yield from self._others(visitor)

    def _pages(self, visitor: Visitor) -> Iterator[Answer]:
        examples = page_paths(self._known.one_of_each_kind(visitor.home))
        for path in page_paths(self._known) if visitor.thorough else examples:
            is_whole = visitor.thorough and path in examples
            for address in addresses([path], self._choices(is_whole)):
                yield from self._browser.visit(address)
                yield from self._links(address)

    def _choices(self, is_whole: bool) -> list[Filters]:
        return choices(self._known) if is_whole else newest_and_oldest(self._known)

    def _others(self, visitor: Visitor) -> Iterator[Answer]:
        for rule, paths in self._routes.items():
            for address in addresses(paths, self._choices(visitor.thorough)):
                yield self._route(rule, address)

    def _links(self, address: str) -> Iterator[Answer]:
        """What only links can tell; from each page as it stands before anything is chosen."""
        for link in with_choices_of_their_own(self._browser.links) if "?" not in address else ():
            yield from self._browser.visit(link)

    def _route(self, rule: str, address: str) -> Answer:
        answer = self._browser.get(address)
        if answer.status not in NOT_FOR_ALL:
            self._answered.add(rule)
        return answer

    def _check_whole(self) -> None:
        """Something that nobody was answered was never asked in the right way."""
        for rule in self._routes.keys() - self._answered:
            raise UndrivenError("route", rule)
        for template in page_templates():
            if not any(filled(template, self._known)):
                raise UndrivenError("part", template)
        for key in self._browser.callbacks.keys() - self._browser.driven:
            raise UndrivenError("callback", name_of(self._browser.callbacks[key]))


def _check(answer: Answer, faults: Faults) -> None:
    if answer.status >= 400 and answer.status not in NOT_FOR_ALL:
        raise UndrivenError("answer", f"{answer.asked}: {answer.status}")
    if faults.told:
        raise UndrivenError("answer", f"{answer.asked}: {faults.told[0]}")
    if answer.content and answer.mimetype not in FORMATS:
        raise UndrivenError("format", f"{answer.asked}: {answer.mimetype}")
