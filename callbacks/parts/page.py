"""How a page follows its address: whole at the first visit, only its props when a choice changes."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

import dash
from dash import Input, Output, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate
from flask import g
from sqlalchemy.exc import SQLAlchemyError

from callbacks.parts.look import Look
from dashboard import shell
from dashboard.access import is_closed
from dashboard.address import Filters, filters_of, parse, place_and_subject
from dashboard.i18n import _, set_language
from dashboard.pages import missing
from dashboard.titles import heading_of, title_of
from queries.reader import NoPublicationError, Reader
from queries.region_standing import RegionStanding

PART = re.compile(r"<(\w+)>")
log = logging.getLogger(__name__)
OpenReader = Callable[[int | None], AbstractContextManager[Reader]]
View = TypeVar("View")
AnyView = TypeVar("AnyView", covariant=True)


class UnknownPlaceError(LookupError):
    """The address names a region that does not exist."""


class NotYoursError(UnknownPlaceError):
    """The address names a region, or one of its pilots, that is not for who asks."""


def standing_at(look: Look, path: str, subject: str) -> RegionStanding | None:
    """How the region of a path stands, None for the country; the path must be of this subject."""
    code, of = place_and_subject(path)
    standing = look.standings.of(code) if code else None
    if of != subject or (code and standing is None):
        raise UnknownPlaceError(path)
    return standing


def is_there(
    open_reader: OpenReader, path: str, was_published: Callable[[Reader, str], bool], *, away: bool = True
) -> bool:
    """`away` while the warehouse is: then the page says so itself."""
    try:
        with open_reader(None) as reader:
            return was_published(reader, path)
    except (NoPublicationError, SQLAlchemyError):
        log.exception("the warehouse did not answer for %s", path)
        return away


class Show(Protocol[AnyView]):
    def __call__(self, reader: Reader, filters: Filters, path: str) -> AnyView: ...


@dataclass(frozen=True)
class Page(Generic[View]):
    """`path` may hold parts that differ, as Dash writes them: `/regio/<code>`."""

    name: str
    path: str
    open_reader: OpenReader
    show: Show[View]
    layout: Callable[[View], Component]

    def register(self) -> None:
        """A part that differs matches slashes too, so the paths with most parts are tried first."""
        templated = {"path_template": self.path} if "<" in self.path else {"path": self.path}
        order = -self.path.count("/")
        dash.register_page(self.name, layout=self.first, title=self._title, order=order, **templated)  # type: ignore[no-untyped-call]

    def follow_address(
        self, app: dash.Dash, store: str, outputs: list[Output], values: Callable[[View], list[object]]
    ) -> None:
        """One callback with many outputs: `store` holds the address that the choices made."""

        def follow(address: object) -> list[object]:
            if not isinstance(address, str):
                raise PreventUpdate
            path, filters = parse(address)
            try:
                return [*values(self._view(path, filters)), *shell.said_values("")]
            except UnknownPlaceError as error:
                raise PreventUpdate from error
            except (NoPublicationError, SQLAlchemyError):
                log.exception("the warehouse did not answer for %s", path)
                g.is_passing = True
                return [*(no_update for _output in outputs), *shell.said_values(_("missing.not_followed"))]

        app.callback([*outputs, *shell.said_outputs()], Input(store, "data"), prevent_initial_call=True)(follow)

    def _title(self, /, **parts: str) -> str:
        return title_of(self._filled(parts))

    def _filled(self, parts: Mapping[str, str]) -> str:
        return PART.sub(lambda found: parts.get(found[1], ""), self.path)

    def first(self, /, **asked: str) -> Component:
        path, filters = self._filled(asked), filters_of(asked)
        try:
            return self.layout(self._view(path, filters))
        except NotYoursError:
            return missing.not_yours(path, filters)
        except UnknownPlaceError:
            return missing.layout(path, filters)
        except NoPublicationError:
            g.is_passing = True
            return missing.nothing_published(path, filters)
        except SQLAlchemyError:
            log.exception("the warehouse did not answer for %s", path)
            g.is_passing = True
            return missing.unavailable(path, filters)

    def _view(self, path: str, filters: Filters) -> View:
        set_language(filters.language)
        if heading_of(path) is not None and is_closed(g.access, path):
            raise NotYoursError(path)
        with self.open_reader(filters.publication) as reader:
            return self.show(reader, filters, path)
