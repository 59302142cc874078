"""What stands in place of a page: an address that does not exist, or figures that cannot be reached."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import shell
from dashboard.address import Filters, href, place_and_subject, region_path
from dashboard.components.text import Link, anchor
from dashboard.i18n import LANGUAGES, _
from dashboard.shell import Footer, Frame, Header, MenuEntry
from dashboard.sought import SUBJECT as EXPERIMENTS


def layout(path: str, filters: Filters) -> Component:
    """The address does not exist."""
    return _page("unknown", path, filters)


def not_yours(path: str, filters: Filters) -> Component:
    """It is there, for others; what a region shares is for everyone."""
    code, _subject = place_and_subject(path)
    shared = href(region_path(code, EXPERIMENTS), Filters(language=filters.language)) if code else ""
    return _page("not_yours", path, filters, [Link(_("missing.not_yours.shared"), shared)] if shared else [])


def nothing_published(path: str, filters: Filters) -> Component:
    return _page("unpublished", path, filters)


def unavailable(path: str, filters: Filters) -> Component:
    """The warehouse does not answer."""
    return _page("unavailable", path, filters)


def _page(key: str, path: str, filters: Filters, links: Sequence[Link] = ()) -> Component:
    home = href("/", Filters(language=filters.language))
    menu = (MenuEntry(_("frame.menu.national"), home),)
    words = [html.P(_(f"missing.{key}.reason")), html.P(_(f"missing.{key}.acting"))]
    header = Header(menu, {code: href(path, filters.but(language=code)) for code in LANGUAGES})
    frame = Frame(_(f"missing.{key}.title"), header, Footer("", "", _("frame.footer.rounding"), "", ()))
    ways = [html.P(anchor(link)) for link in (*links, Link(_("missing.home"), home))]
    return shell.page(frame, [html.Div([*words, *ways], className="card is-missing")])
