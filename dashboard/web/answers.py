"""Answers that were given before: a publication never changes, so neither does what a page says of it.

An answer is kept as it was sent, compressed, under all that it depends on: the question, who may see what, the newest
publication and the day. A new publication or a new day asks anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from flask import Flask, Response, g, request

from dashboard.recent import Recent

QUESTION_PATH = "/_dash-update-component"
KEPT_HEADERS = ("Content-Type", "Content-Encoding", "Vary")
MOST_ANSWERS = 600
# More than any page is once it is compressed: without this, who asks for what no browser does fills the memory.
LARGEST = 64 * 1024
Key = tuple[object, ...]
Kept = tuple[bytes, dict[str, str]]


def register(server: Flask, state: Callable[[], Key | None]) -> None:
    """`state`: on what every answer depends besides the question; None when nothing may be kept now.

    Register it before the compression, so that what is kept is compressed already. Who answers that something is away
    for a moment sets `g.is_passing`.
    """
    answers: Recent[Key, Kept] = Recent(MOST_ANSWERS)

    @server.before_request
    def repeat() -> Response | None:
        known = state() if request.path == QUESTION_PATH else None
        if known is None:
            return None
        question = hashlib.sha256(request.get_data()).digest()
        g.answer_key = (question, request.headers.get("Accept-Encoding", ""), g.access, *known)
        kept = answers.get(g.answer_key)
        if kept is None:
            return None
        g.answer_key = None
        return Response(kept[0], headers=kept[1])

    @server.after_request
    def remember(response: Response) -> Response:
        key = g.get("answer_key")
        is_lasting = response.status_code == 200 and not g.get("is_passing")
        if key is not None and is_lasting and len(response.get_data()) <= LARGEST:
            headers = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
            answers.keep(key, (response.get_data(), headers))
        return response
