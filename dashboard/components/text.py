"""Running text: bold marks, links, and words for those who listen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

_BOLD = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True, slots=True)
class Link:
    """`is_file` for an address that is no page: the browser asks for it, not Dash."""

    text: str
    href: str
    is_file: bool = False


def marked(text: str) -> list[str | Component]:
    """`**bold**` marks become strong text."""
    pieces = _BOLD.split(text)
    return [html.Strong(piece) if index % 2 else piece for index, piece in enumerate(pieces) if piece]


def plain(text: str) -> str:
    """The same text without its marks: for names, titles and the clipboard."""
    return _BOLD.sub(r"\1", text)


def aria(**words: str) -> dict[str, Any]:
    """`**aria(label="x")` for the attributes that listeners get."""
    return {f"aria-{name}": word for name, word in words.items()}


def typed(text: str, class_name: str | None = None, *, language: str = "nl") -> Component:
    """What people in a region wrote: it stays as it is on an English page, and is read out in its own language."""
    return spoken(text, language, class_name)


def in_dutch(content: str | Component, class_name: str | None = None) -> Component:
    return spoken(content, "nl", class_name)


def spoken(content: str | Component, language: str, class_name: str | None = None) -> Component:
    return html.Span(content, lang=language, className=class_name)


def heard(text: str) -> Component:
    return html.Span(text, className="visually-hidden")


def anchor(link: Link, *, about: str = "", title: str = "", class_name: str | None = None) -> Component:
    """`about` tells listeners apart what readers see by place: ten links "bron" on one page.

    `title` does so in a table, of which the heads tell it too, without a part for each of its many links.
    """
    words: list[str | Component] = [link.text, heard(f" {about}")] if about else [link.text]
    if link.href.startswith("/") and not link.is_file:
        return dcc.Link(words, href=link.href, title=title or None, className=class_name)
    return html.A(words, href=link.href, title=title or None, className=class_name)
