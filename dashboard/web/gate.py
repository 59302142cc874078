"""Deny by default: without access nothing answers but the health address and the files that a page is made of."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, Response, g, request

from dashboard.i18n import _, speaking
from queries.reader import Access

OPEN_PATHS = ("/gezond", "/_dash-component-suites/", "/assets/", "/_favicon.ico")


def register(server: Flask, access: Callable[[], Access | None]) -> None:
    """`access` tells who asks, for the request that is being answered."""

    @server.before_request
    def let_in() -> Response | None:
        g.access = access()
        if g.access is not None or request.path.startswith(OPEN_PATHS):
            return None
        with speaking(request.args.get("taal")):
            return Response(_("web.closed"), status=403, mimetype="text/plain")
