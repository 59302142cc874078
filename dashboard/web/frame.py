"""What stands around a page that is an ordinary form or list: the same header, and the look of the other pages."""

from __future__ import annotations

from flask import Blueprint, Flask, Response, g, render_template, request
from flask_wtf.csrf import CSRFError
from markupsafe import Markup

from dashboard.i18n import LANGUAGES, _, language
from dashboard.web import own_address
from dashboard.web.frontend import PageTags
from warehouse.accounts.people import Person

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
    }


def account_bar() -> str:
    """Who is signed in; nothing when that is nobody we know by name."""
    return render_template("account.html") if g.get("visitor") else ""


def role_of(person: Person) -> str:
    return _(f"sign_in.role.{person.rights.role_code}")


def _this_address(code: str) -> str:
    return own_address.spoken_in(request.full_path, code)


def _form_is_over(_error: CSRFError) -> Response:
    texts = {name: _(f"sign_in.over.{name}") for name in ("title", "text")}
    page = render_template("said.html", **texts, go=own_address.own(None), go_text=_("sign_in.over.again"))
    return Response(page, status=400)
