"""What Dash is asked. What no page of ours asks is refused, before Dash trips over it and fills the log with that."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import Any

from flask import Flask, Response, request

from dashboard.web.answers import QUESTION_PATH

PARTS = ("inputs", "state", "changedPropIds")
OF_ADDRESS = ("pathname", "search")


def register(server: Flask, known: Callable[[], Container[str]]) -> None:
    """`known` are the callbacks that there are. Register it before whatever reads a question."""

    @server.before_request
    def refuse() -> Response | None:
        if request.path != QUESTION_PATH or request.method != "POST" or _is_question(_asked(), known()):
            return None
        return Response(status=400)


def _asked() -> Any:
    """None for what is no JSON, or has more in each other than can be read."""
    try:
        return request.get_json(silent=True)
    except RecursionError:
        return None


def _is_question(asked: Any, known: Container[str]) -> bool:
    if not isinstance(asked, dict) or not isinstance(asked.get("output"), str) or asked["output"] not in known:
        return False
    parts = [asked.get(part, []) for part in PARTS]
    return all(isinstance(part, list) for part in parts) and all(map(_is_given, [*parts[0], *parts[1]]))


def _is_given(one: Any) -> bool:
    """Dash itself takes an address apart, which must be text; at what else they are told pages look by themselves."""
    if not isinstance(one, dict):
        return False
    return one.get("property") not in OF_ADDRESS or isinstance(one.get("value"), str | None)
