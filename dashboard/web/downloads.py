"""`/gedownload`: a card was taken away as a file, which the browser itself makes. Who took what stands in the log."""

from __future__ import annotations

import re

from flask import Flask, Response, g, request

from dashboard.access import looks_as
from dashboard.clock import this_moment
from dashboard.titles import heading_of
from dashboard.web.entrance import Entrance
from warehouse.accounts import downloads

PATH = "/gedownload"
CARD = re.compile(r"[a-z0-9-]{1,80}")


def register(server: Flask, entrance: Entrance) -> None:
    @server.post(PATH)
    def taken() -> Response:
        page, card = (request.form.get(name, "") for name in ("pagina", "kaart"))
        if heading_of(page) is None or not CARD.fullmatch(card):
            return Response(status=400)
        note(entrance, page, card)
        return Response(status=204)


def note(entrance: Entrance, page: str, card: str) -> None:
    """By whom is looked: of an administrator who looks as somebody else, as whom."""
    looked_at = looks_as(g.visitor)
    told = {"card": card, **({"looked_as": looked_at.login} if looked_at else {})}
    with entrance.writing() as connection:
        downloads.note(connection, page, by=g.visitor.signature, at=this_moment(), **told)
