"""Each answer tells as whom it is seen, so that a page that was open already notices when that is somebody else now."""

from __future__ import annotations

import hashlib

from flask import Flask, Response, g

from dashboard.access import looks_as
from warehouse.accounts.sessions import Visitor

HEADER = "Seen-As"


def register(server: Flask) -> None:
    @server.after_request
    def tell(response: Response) -> Response:
        if g.get("visitor"):
            response.headers[HEADER] = seen_as()
        return response


def seen_as() -> str:
    """Empty for nobody; the same for as long as one looks as the same person. It only has to differ."""
    visitor: Visitor | None = g.get("visitor")
    if visitor is None:
        return ""
    looked_at = looks_as(visitor)
    whose = f"{visitor.signature} {looked_at.login if looked_at else ''}"
    return hashlib.sha256(whose.encode()).hexdigest()[:16]
