"""Answers that were given before: a publication never changes, so neither does what a page says of it.

An answer is kept as it was sent, compressed, under all that it depends on: the question, who may see what, the newest
publication and the day. A new publication or a new day asks anew. What one process answered, every process repeats.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import lru_cache

from flask import Flask, Response, g, request

from dashboard.ring import Ring
from queries.reader import Access

QUESTION_PATH = "/_dash-update-component"
KEPT_HEADERS = ("Content-Type", "Content-Encoding", "Vary")
# Also of what somebody asks uncompressed, which no browser does.
MOST_BYTES = 16 * 1024 * 1024
State = tuple[object, ...]


def register(server: Flask, state: Callable[[], State | None]) -> None:
    """`state`: on what every answer depends besides the question; None when nothing may be kept now.

    Register it before the compression, so that what is kept is compressed already. Who answers that something is away
    for a moment sets `g.is_passing`.
    """
    answers = Ring(MOST_BYTES)

    @server.before_request
    def repeat() -> Response | None:
        known = state() if request.path == QUESTION_PATH else None
        if known is None:
            return None
        g.answer_key = _key(request.get_data(), request.headers.get("Accept-Encoding", ""), g.access, known)
        kept = answers.get(g.answer_key)
        if kept is None:
            return None
        g.answer_key = None
        headers, _line, body = kept.partition(b"\n")
        return Response(body, headers=json.loads(headers))

    @server.after_request
    def remember(response: Response) -> Response:
        key = g.get("answer_key")
        if key is not None and response.status_code == 200 and not g.get("is_passing"):
            headers = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
            answers.keep(key, json.dumps(headers).encode() + b"\n" + response.get_data())
        return response


def _key(question: bytes, encoding: str, access: Access, known: State) -> bytes:
    """A digest that is the same in every process. What is written out of each part ends where the next one begins."""
    regions = None if access.regions is None else sorted(access.regions)
    asked = repr((encoding, access.role, regions, access.publication, _digest(known)))
    return hashlib.sha256(asked.encode() + b"\n" + question).digest()


@lru_cache(4)
def _digest(known: State) -> bytes:
    """Of publications the same for days."""
    return hashlib.sha256(repr(known).encode()).digest()
