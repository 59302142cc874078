"""Answers that were given before: a publication never changes, so neither does what a page says of it.

An answer is kept as it was sent, compressed, under all that it depends on: the question, who may see what, the newest
publication and the day. A new publication or a new day asks anew.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from flask import Flask, Response, g, request

QUESTION_PATH = "/_dash-update-component"
KEPT_HEADERS = ("Content-Type", "Content-Encoding", "Vary")
MOST_ANSWERS = 600
Key = tuple[object, ...]
Kept = tuple[bytes, dict[str, str]]


class Answers:
    """The most recently asked ones, for all threads of a worker."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Key, Kept] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key) -> Kept | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: Key, answer: Kept) -> None:
        with self._lock:
            self._kept[key] = answer
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)


def register(server: Flask, state: Callable[[], Key | None]) -> None:
    """`state`: on what every answer depends besides the question; None when nothing may be kept now.

    Register it before the compression, so that what is kept is compressed already. Who answers that something is away
    for a moment sets `g.is_passing`.
    """
    answers = Answers(MOST_ANSWERS)

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
        if key is not None and response.status_code == 200 and not g.get("is_passing"):
            headers = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
            answers.keep(key, (response.get_data(), headers))
        return response
