"""Where somebody goes after signing in: an address of ours, or the first page."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit

from dashboard.i18n import LANGUAGES, language

FIRST = "/"
SIGN_IN = "/aanmelden"
NOT_TO = (SIGN_IN, "/afmelden", "/uitnodiging", "/gast/", "/_dash")


def own(address: str | None) -> str:
    """A path here with its choices, in the language that is spoken now; the first page for any other address."""
    return spoken_in(address if address and _is_own(address) else FIRST, language())


def spoken_in(address: str, code: str) -> str:
    path, _mark, query = address.partition("?")
    kept = [(name, value) for name, value in parse_qsl(query, keep_blank_values=True) if name != "taal"]
    query = urlencode([*kept, *_spoken(code)])
    return f"{path}?{query}" if query else path


def language_in(address: str) -> str | None:
    return dict(parse_qsl(address.partition("?")[2])).get("taal")


def sign_in_address(wanted: str) -> str:
    """Of the page on which one signs in, from where it leads on to `wanted`."""
    there = own(wanted)
    return with_choice(SIGN_IN, "terug", "" if there == spoken_in(FIRST, language()) else there)


def with_choice(path: str, name: str, value: str) -> str:
    """An address of ours in this language, with one choice more when that has a value."""
    return spoken_in(f"{path}?{urlencode({name: value})}" if value else path, language())


def _spoken(code: str) -> list[tuple[str, str]]:
    return [] if code == LANGUAGES[0] else [("taal", code)]


def _is_own(address: str) -> bool:
    """Browsers take a backslash for a slash, and leave out tabs and line ends: no address of ours has one."""
    if any(mark == "\\" or mark.isspace() or not mark.isprintable() for mark in address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    leads_away = bool(parts.scheme or parts.netloc or parts.fragment) or "//" in address.partition("?")[0]
    return parts.path.startswith("/") and not leads_away and not parts.path.startswith(NOT_TO)
