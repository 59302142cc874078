"""Asks what a browser asks for one address: the page, then each callback with the values that stand on the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import dash
from werkzeug.test import TestResponse

from dashboard.attack.undriven import UndrivenError
from dashboard.attack.wire import Props, elements, links
from dashboard.web.answers import QUESTION_PATH

LAYOUT_PATH = "/_dash-layout"
LOCATION = "_pages_location"
ANSWERED, NOTHING_TO_ANSWER = 200, 204
OnPage = dict[str, Props]


@dataclass(frozen=True)
class Answer:
    """`asked` is an address; for a callback also what it reads."""

    asked: str
    status: int
    mimetype: str
    content: bytes


class Browser:
    """`driven` are the keys of the callbacks that gave an answer so far, `links` those of the page that was visited."""

    def __init__(self, app: dash.Dash) -> None:
        self._app = app
        self._client = app.server.test_client()
        self.driven: set[str] = set()
        self.links: set[str] = set()

    @property
    def callbacks(self) -> dict[str, Mapping[str, Any]]:
        """Those that the server answers; Dash adds its own at the first request."""
        return {key: one for key, one in self._app.callback_map.items() if "callback" in one}

    def get(self, address: str) -> Answer:
        return _answer(address, self._client.get(address))

    def visit(self, address: str) -> Iterator[Answer]:
        yield self.get(address)
        layout = self._client.get(LAYOUT_PATH)
        yield _answer(LAYOUT_PATH, layout)
        there, self.links = elements(layout.get_json()), set()
        path, _mark, query = address.partition("?")
        there[LOCATION] |= {"pathname": path, "search": query and f"?{query}", "href": address, "hash": ""}
        yield from self._callbacks(address, there)

    def _callbacks(self, address: str, there: OnPage) -> Iterator[Answer]:
        """An answer may bring parts of a page that other callbacks read."""
        asked: set[str] = set()
        while ready := [key for key, one in self.callbacks.items() if key not in asked and _ids(one) <= there.keys()]:
            for key in ready:
                asked.add(key)
                for inputs in _inputs(self.callbacks[key]["inputs"], there):
                    yield self._ask(address, key, inputs, there)

    def _ask(self, address: str, key: str, inputs: list[Props], there: OnPage) -> Answer:
        callback = self.callbacks[key]
        body = {
            "output": key,
            "outputs": _outputs(key),
            "inputs": inputs,
            "state": [_valued(one, there) for one in callback["state"]],
            "changedPropIds": [f"{one['id']}.{one['property']}" for one in inputs],
        }
        response = self._client.post(QUESTION_PATH, json=body)
        if response.status_code not in (ANSWERED, NOTHING_TO_ANSWER):
            raise UndrivenError("callback", f"{name_of(callback)}, {address}: {response.status_code}")
        if response.status_code == ANSWERED:
            self.driven.add(key)
            self._write(there, response.get_json()["response"])
        return _answer(f"{address}, {name_of(callback)}", response)

    def _write(self, there: OnPage, written: Mapping[str, Props]) -> None:
        for id, props in written.items():
            there.setdefault(id, {}).update(props)
        there.update(elements(list(written.values())))
        self.links |= links(list(written.values()))


def name_of(callback: Mapping[str, Any]) -> str:
    return ", ".join(f"{one['id']}.{one['property']}" for one in callback["inputs"])


def _answer(asked: str, response: TestResponse) -> Answer:
    return Answer(asked, response.status_code, response.mimetype or "", response.get_data())


def _ids(callback: Mapping[str, Any]) -> set[str]:
    return {one["id"] for one in (*callback["inputs"], *callback["state"])}


def _inputs(read: list[Props], there: OnPage) -> Iterator[list[Props]]:
    """With the values that stand on the page, and once with each option of a control that is read."""
    valued = [_valued(one, there) for one in read]
    yield valued
    for at, one in enumerate(read):
        for option in there[one["id"]].get("options", ()) if one["property"] == "value" else ():
            yield [*valued[:at], {**one, "value": option["value"]}, *valued[at + 1 :]]


def _valued(read: Mapping[str, str], there: OnPage) -> Props:
    return {**read, "value": there[read["id"]].get(read["property"])}


def _outputs(key: str) -> list[Props] | Props:
    """`..a.children...b.value@hash..` is how Dash writes many outputs, `a.children` one."""
    found = [part.rsplit(".", 1) for part in key.strip(".").split("...")]
    outputs = [{"id": id, "property": name.split("@")[0]} for id, name in found]
    return outputs if key.startswith("..") else outputs[0]
