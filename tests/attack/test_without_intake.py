"""The web process where what regions sent cannot be reached, and where it could be: it never looks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from inspect import signature
from pathlib import Path
from shutil import copy
from urllib.request import Request, urlopen

import psutil
import pytest

from dashboard.access import access_of
from dashboard.app import create_app
from dashboard.settings import ServerSettings, WebSettings
from tests.serving import HOUSE, Demonstration, RunningServer, serving, settings_for

PAGES = (
    "/",
    "/regio/AM05",
    "/regio/AM33",
    "/definities",
    "/trajecten",
    "/uitkomsten",
    "/regio/AM33/uitkomsten",
    "/wijzigingen",
    "/regio/AM05/geschiedenis/K01",
)
SECRET = {"TRAJECTMONITOR_INTAKE_URL", "TRAJECTMONITOR_DISCLOSURE_KEY"}
FIRST_LAYOUT = ".._pages_content.children..._pages_store.data.."


class Heard(dict[str, str]):
    """An environment that knows what it was asked for."""

    def __init__(self, given: Mapping[str, str]) -> None:
        super().__init__(given)
        self.asked: set[object] = set()

    def get(self, key: object, default: object = None) -> object:  # type: ignore[override]
        self.asked.add(key)
        return super().get(key, default)  # type: ignore[call-overload]

    def __contains__(self, key: object) -> bool:
        self.asked.add(key)
        return super().__contains__(key)

    def __getitem__(self, key: str) -> str:
        self.asked.add(key)
        return super().__getitem__(key)


def question(server: RunningServer, path: str) -> str:
    inputs = [
        {"id": "_pages_location", "property": name, "value": value}
        for name, value in (("pathname", path), ("search", ""))
    ]
    outputs = [{"id": "_pages_content", "property": "children"}, {"id": "_pages_store", "property": "data"}]
    body = {
        "output": FIRST_LAYOUT,
        "outputs": outputs,
        "inputs": inputs,
        "changedPropIds": ["_pages_location.pathname"],
    }
    headers = {"Content-Type": "application/json", "Cookie": server.cookie}
    asked = Request(f"{server.url}/_dash-update-component", json.dumps(body).encode(), headers)
    with urlopen(asked) as answer:
        return str(answer.read().decode())


def open_files(server: RunningServer) -> Iterator[str]:
    parent = psutil.Process(server.process.pid)
    for process in (parent, *parent.children(recursive=True)):
        yield from (file.path for file in process.open_files())


def test_every_page_stands_without_any_file_of_what_regions_sent(demonstration: Demonstration, tmp_path: Path) -> None:
    copy(demonstration.folder / "warehouse.db", tmp_path)
    alone = {
        "TRAJECTMONITOR_WAREHOUSE_URL": f"sqlite:///{tmp_path}/warehouse.db",
        "TRAJECTMONITOR_INTAKE_URL": f"sqlite:///{tmp_path}/intake.db",
    }
    with serving(demonstration, tmp_path / "server.log", **alone) as server:
        told = [question(server, path) for path in PAGES]
    assert ['"type":"Main"' in one and "niet bereikbaar" not in one for one in told] == [True] * len(PAGES)
    assert not (tmp_path / "intake.db").exists()


def test_a_file_of_what_regions_sent_is_never_opened(demonstration: Demonstration, tmp_path: Path) -> None:
    named = {"TRAJECTMONITOR_INTAKE_URL": demonstration.intake_url}
    with serving(demonstration, tmp_path / "server.log", **named) as server:
        for path in PAGES:
            question(server, path)
        opened = {Path(path).name for path in open_files(server)}
    assert "warehouse.db" in opened
    assert not {name for name in opened if name.startswith("intake.db")}


@pytest.mark.parametrize("settings", [WebSettings, ServerSettings])
def test_the_settings_of_the_web_process_never_ask_for_it(
    demonstration: Demonstration, settings: type[WebSettings | ServerSettings]
) -> None:
    heard = Heard(settings_for(demonstration))
    settings.from_environment(heard)
    assert heard.asked
    assert heard.asked.isdisjoint(SECRET)
    assert not {field.name for field in fields(settings)} & {"intake_url", "disclosure_key"}


def test_who_asks_a_web_server_follows_from_who_signed_in_alone() -> None:
    source = (HOUSE / "dashboard/wsgi.py").read_text("utf-8")
    assert re.findall(r"create_app\(.*\)", source) == ["create_app(WebSettings.from_environment())"]
    assert signature(create_app).parameters["who_asks"].default is access_of
