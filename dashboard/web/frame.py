"""What stands around a page that is an ordinary form or list: the same header, and the look of the other pages."""

from __future__ import annotations

from textwrap import wrap
from urllib.parse import quote

from flask import Blueprint, Flask, Response, g, render_template, request
from flask_wtf.csrf import CSRFError
from markupsafe import Markup, escape

from dashboard.access import landing_of, looks_as
from dashboard.i18n import LANGUAGES, _, day, language
from dashboard.web import own_address
from dashboard.web.frontend import PageTags
from dashboard.web.seen_as import seen_as
from warehouse.accounts.guests import Guest
from warehouse.accounts.people import Person
from warehouse.accounts.sessions import Visitor

WATERMARK = """<svg xmlns="http://www.w3.org/2000/svg" width="520" height="300"><text fill="#154273"
fill-opacity=".09" font-family="sans-serif" font-size="24" font-weight="700" text-anchor="middle"
transform="rotate(-24 260 150)">{lines}</text></svg>"""
LINE_OF_WATERMARK = '<tspan x="260" y="{y}">{words}</tspan>'
LONGEST_LINE, LINE_HEIGHT, MIDDLE = 32, 30, 150
LANGUAGE_NAMES = {"nl": "Nederlands", "en": "English"}


def register(server: Flask, tags: PageTags) -> None:
    """Templates stand in the folder beside this module, and extend `frame.html`."""
    pages = Blueprint("pages", __name__, template_folder="templates")
    server.register_blueprint(pages)
    server.jinja_env.trim_blocks = server.jinja_env.lstrip_blocks = True
    server.context_processor(lambda: _known(tags))
    server.register_error_handler(CSRFError, _form_is_over)


def _known(tags: PageTags) -> dict[str, object]:
    """What every template can use; `_` tells texts."""
    return {
        "_": _,
        "language": language(),
        "style": Markup(tags.style),  # noqa: S704  # made by us, of a hash
        "languages": [(code, LANGUAGE_NAMES[code], _this_address(code)) for code in LANGUAGES],
        "spoken": own_address.spoken_in,
        "visitor": g.get("visitor"),
        "role_of": role_of,
        "landing": own_address.spoken_in(landing_of(g.get("access")), language()),
        "looked_at": looks_as(g.get("visitor")),
        "seen_as": seen_as(),
        "guest_until": guest_until,
        "watermark": watermark,
    }


def above() -> str:
    """As whom somebody looks who is a guest, or looks as another; nothing for who looks as oneself."""
    visitor: Visitor | None = g.get("visitor")
    return render_template("above.html") if visitor and (visitor.guest or looks_as(visitor)) else ""


def account_bar() -> str:
    """Who is signed in; nothing when that is nobody we know by name."""
    return render_template("account.html") if g.get("visitor") else ""


def role_of(person: Person) -> str:
    return _(f"sign_in.role.{person.rights.role_code}")


def missing(what: str, status: int) -> Response:
    """As the pages of figures say it: `unknown`, or `not_yours`."""
    text = f"{_(f'missing.{what}.reason')} {_(f'missing.{what}.acting')}"
    return said(status, _(f"missing.{what}.title"), text, own_address.own(None), _("missing.home"))


def nobody_sent_it() -> Response:
    """In answer to a form that stood open while the session ended."""
    title, text = _("sign_in.nobody.title"), _("sign_in.nobody.text")
    return said(401, title, text, own_address.sign_in_address(own_address.FIRST), _("sign_in.title"))


def said(status: int, title: str, text: str, go: str = "", go_text: str = "") -> Response:
    """A page that says one thing; `go` is the way on, when there is one."""
    page = render_template("said.html", title=title, text=text, go=go, go_text=go_text)
    return Response(page, status=status)


def guest_until(guest: Guest) -> str:
    return _("guest.until", day=day(guest.ends_at), time=f"{guest.ends_at:%H:%M}")


def watermark(name: str) -> str:
    """A picture of a name, to lie across a page."""
    found = wrap(name, LONGEST_LINE)
    first = MIDDLE - LINE_HEIGHT * (len(found) - 1) // 2
    lines = (LINE_OF_WATERMARK.format(y=first + LINE_HEIGHT * n, words=escape(words)) for n, words in enumerate(found))
    return f"data:image/svg+xml,{quote(WATERMARK.format(lines=''.join(lines)))}"


def _this_address(code: str) -> str:
    return own_address.spoken_in(request.full_path, code)


def _form_is_over(_error: CSRFError) -> Response:
    title, text = _("sign_in.over.title"), _("sign_in.over.text")
    return said(400, title, text, own_address.own(None), _("sign_in.over.again"))
