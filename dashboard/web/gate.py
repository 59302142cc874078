"""Deny by default: nothing answers to who is not signed in but health, and the page on which one signs in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from flask import Flask, Response, g, redirect, request
from flask_wtf.csrf import CSRFProtect
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.wrappers import Response as Answer

from dashboard.access import WhoAsks
from dashboard.i18n import _, set_language
from dashboard.web import frame, own_address
from dashboard.web.answers import QUESTION_PATH
from warehouse.accounts.sessions import Visitor

# Rules of addresses, not what was asked: what looks like one of them may lead to a page.
STYLE = "/assets/style-"
HEALTH = "/gezond"
SIGN_IN = own_address.SIGN_IN
OPEN_RULES = {
    SIGN_IN,
    f"{SIGN_IN}/demonstratie",
    f"{SIGN_IN}/oidc",
    f"{SIGN_IN}/oidc/terug",
    "/afmelden",
    "/uitnodiging/<token>",
    "/gast/<token>",
}
NO_PAGES = ("/_dash", "/assets/", "/static/", "/_favicon")
READING = ("GET", "HEAD", "OPTIONS")
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


def register(server: Flask, visitor: Callable[[], Visitor | None], who_asks: WhoAsks) -> None:
    """`visitor` tells who asks what is being answered, `who_asks` what that visitor may see.

    Every form has a token of the session it was made for. What Dash posts is JSON, which another site cannot make a
    browser send without asking first.
    """
    # Its own check comes before ours, and of an address that is closed it would tell that it is there. It would also
    # ask for a referrer, which networks of organisations take away: who has none could never sign in.
    server.config.update(WTF_CSRF_CHECK_DEFAULT=False, WTF_CSRF_TIME_LIMIT=None, WTF_CSRF_SSL_STRICT=False)
    forms = CSRFProtect(server)
    server.register_error_handler(SQLAlchemyError, partial(_away, server))

    @server.before_request
    def let_in() -> Answer | None:
        set_language(request.args.get("taal"))
        g.visitor = g.access = None
        rule = request.url_rule.rule if request.url_rule else ""
        if rule == HEALTH or rule.startswith(STYLE):
            return None
        if request.method not in READING and _is_foreign():
            return _told("web.foreign", 403)
        g.visitor = visitor()
        g.access = who_asks(g.visitor)
        if g.access is None and rule not in OPEN_RULES:
            return _refused()
        if rule != QUESTION_PATH:
            forms.protect()
        return None


def _is_foreign() -> bool:
    """Another site made the browser send this. A browser says so; what is not a browser has no cookies of anyone."""
    origin = request.headers.get("Origin")
    if origin is not None:
        return origin != f"{request.scheme}://{request.host}"
    return request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")


def _refused() -> Answer:
    if _is_page():
        return redirect(own_address.sign_in_address(request.full_path.removesuffix("?")))
    return frame.nobody_sent_it() if request.mimetype in FORMS else _told("web.closed", 401)


def _is_page() -> bool:
    """What somebody reads in a browser, of which the last part has no ending as a file has."""
    path = request.path
    if request.method not in ("GET", "HEAD") or path.startswith(NO_PAGES) or "." in path.rsplit("/", 1)[-1]:
        return False
    return request.accept_mimetypes.best_match(["text/html", "application/json"], "text/html") == "text/html"


def _away(server: Flask, _error: SQLAlchemyError) -> Response:
    """Of the accounts, as a rule: what cannot be asked lets nobody in."""
    server.logger.exception("a database does not answer")
    return _told("web.away", 503)


def _told(key: str, status: int) -> Response:
    return Response(_(key), status=status, mimetype="text/plain")
