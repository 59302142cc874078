"""Header, menu, context bar and footer around every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from dash import Output, dcc, html
from dash.development.base_component import Component

from dashboard.address import place_and_subject
from dashboard.components.text import Link, anchor, aria
from dashboard.i18n import LANGUAGES, _, language
from dashboard.shell_context import ContextBar, context_bar, context_outputs, context_values

CONTENT_ID: Final = "inhoud"
HEADING_ID: Final = "titel"
FOOTER_ID: Final = "voet"
MENU_ID: Final = "menu"
MORE_ID: Final = "meer"
SAID_ID: Final = "melding"
_HEARD: Final = "visually-hidden"
_LANGUAGE_NAMES: Final = {"nl": "Nederlands", "en": "English"}


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """`is_plain` for an ordinary page of forms, which the browser loads by itself."""

    text: str
    href: str
    current: bool = False
    is_plain: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """`more` stands behind a button of the menu; `language_hrefs` is this address per language, with its choices.

    To `home` the name of the site leads: where this visitor begins.
    """

    menu: tuple[MenuEntry, ...]
    language_hrefs: dict[str, str]
    more: tuple[MenuEntry, ...] = ()
    home: str = "/"


@dataclass(frozen=True, slots=True)
class Footer:
    reference: str
    publication: str
    rounding: str
    next_expected: str
    links: tuple[Link, ...]
    demonstration: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the content of every page; without `context` nothing on it can be chosen."""

    heading: str
    header: Header
    footer: Footer
    context: ContextBar | None = None


def _entry(entry: MenuEntry) -> Component:
    if entry.current:
        return html.Li(html.A(entry.text, href=entry.href, **aria(current="page")))
    return html.Li((html.A if entry.is_plain else dcc.Link)(entry.text, href=entry.href))


def _more(entries: Sequence[MenuEntry]) -> Component:
    """Where there is room for a list, as on a phone, it stands open and the button is gone."""
    here = " menu-more-here" if any(entry.current for entry in entries) else ""
    button = html.Button(_("shell.more"), type="button", **aria(expanded="false", controls=MORE_ID))
    return html.Li([button, html.Ul([_entry(entry) for entry in entries], id=MORE_ID)], className=f"menu-more{here}")


def _menu(header: Header) -> list[Component]:
    button = html.Button(
        html.Span(_("shell.menu"), className="visually-hidden"),
        type="button",
        className="menu-button",
        **aria(expanded="false", controls=MENU_ID),
    )
    more = [_more(header.more)] if header.more else []
    listed = html.Ul([*map(_entry, header.menu), *more])
    return [button, html.Nav(listed, id=MENU_ID, className="menu", **aria(label=_("shell.menu")))]


def _language_link(code: str, href: str) -> Component:
    name = html.Span(_LANGUAGE_NAMES[code], className="visually-hidden")
    current = aria(current="true") if code == language() else {}
    shown = html.Span(code.upper(), **aria(hidden="true"))
    return html.A([shown, name], id=f"taal-{code}", href=href, hrefLang=code, lang=code, **current)


def _header(header: Header) -> Component:
    button, menu = _menu(header)
    name = dcc.Link(_("shell.name"), href=header.home, className="site-name")
    links = [_language_link(code, header.language_hrefs[code]) for code in LANGUAGES]
    languages = html.Nav(links, className="languages", **aria(label=_("shell.languages")))
    return html.Header([button, name, menu, languages], className="site-header")


def _footer_body(footer: Footer) -> list[Component]:
    stand = html.Div([html.P(html.Strong(footer.reference)), html.P(footer.publication)])
    rules = html.Div([html.P(footer.rounding), html.P(footer.next_expected)])
    links = html.P([anchor(link) for link in footer.links], className="footer-links")
    return [stand, rules, html.Div([links, html.P(html.Strong(footer.demonstration))], className="footer-end")]


def _main(heading: str, lead: Component | None, content: Sequence[Component]) -> Component:
    title = html.H1(heading, id=HEADING_ID, tabIndex=-1)
    band = html.Div([title, lead], className="reading")
    return html.Main([band, html.Div(list(content), className="content")], id=CONTENT_ID, tabIndex=-1)


def page(frame: Frame, content: Sequence[Component], lead: Component | None = None) -> Component:
    """`lead` is the reading line; it stands with the heading in the white band above the content."""
    skip = html.A(_("shell.skip"), href=f"#{CONTENT_ID}", className="skip-link")
    said = html.Div(id=SAID_ID, className=_HEARD, role="status")
    bar = [context_bar(frame.context)] if frame.context else []
    main = _main(frame.heading, lead, content)
    end = html.Footer(_footer_body(frame.footer), id=FOOTER_ID, className="site-footer")
    return html.Div([skip, _header(frame.header), *bar, main, end, said], className="site")


def following(store_id: str, address: str, page: Component) -> Component:
    """A page that follows its address: into the store `store_id` the browser writes a new one of the same kind."""
    return html.Div([dcc.Store(id=store_id, data=address), page], **_marked(store_id, address))


def loaded_anew(id: str, address: str, page: Component) -> Component:
    """A page of so many parts that the browser loads a new address of its kind: sooner done than following it."""
    return html.Div(page, id=id, **_marked(id, address) | {"data-anew": "true"})


def _marked(id: str, address: str) -> dict[str, Any]:
    place, subject = place_and_subject(address.split("?")[0])
    kind = subject if place is None else f"/regio{subject.rstrip('/')}"
    return {"data-address": id, "data-kind": kind}


def said_outputs() -> list[Output]:
    """The line in which a page tells what became of a request; the order is that of `said_values`."""
    return [Output(SAID_ID, "children"), Output(SAID_ID, "className")]


def said_values(text: str) -> list[object]:
    """Shown as well as read out; an empty text takes the line away."""
    return [text, "said" if text else _HEARD]


def outputs(choice_ids: Sequence[str]) -> list[Output]:
    """For a context bar with these choices; the order is that of `values`."""
    languages = [Output(f"taal-{code}", "href") for code in LANGUAGES]
    return [Output(HEADING_ID, "children"), Output(FOOTER_ID, "children"), *languages, *context_outputs(choice_ids)]


def values(frame: Frame) -> list[object]:
    languages = [frame.header.language_hrefs[code] for code in LANGUAGES]
    choices = context_values(frame.context) if frame.context else []
    return [frame.heading, _footer_body(frame.footer), *languages, *choices]
