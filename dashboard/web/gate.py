"""Deny by default: without access nothing answers but the health address and the files that a page is made of."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, Response, g, request

from dashboard.i18n import _, set_language
from queries.reader import Access

# Rules of addresses, not what was asked: what looks like one of them may lead to a page.
OPEN_RULES = ("/gezond", "/_dash-component-suites/", "/assets/", "/_favicon.ico")


def register(server: Flask, access: Callable[[], Access | None]) -> None:
    """`access` tells who asks, for the request that is being answered."""

    @server.before_request
    def let_in() -> Response | None:
        set_language(request.args.get("taal"))
        rule = request.url_rule.rule if request.url_rule else ""
        g.access = None if rule.startswith(OPEN_RULES) else access()
        if g.access is not None or rule.startswith(OPEN_RULES):
            return None
        return Response(_("web.closed"), status=403, mimetype="text/plain")
