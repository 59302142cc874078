"""What the joined app does with who asks, with what is asked, and with settings that are wrong."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from sqlalchemy import insert, select

from dashboard.access import access_of
from dashboard.app import LONGEST_QUESTION
from dashboard.settings import SettingsError, WebSettings
from dashboard.web.frontend import INSTALL
from tests.asking import Site, app_of
from tests.serving import HOUSE, Demonstration, serving, settings_for
from tests.signing import cookie_of
from warehouse.accounts.tokens import fresh
from warehouse.areas import open_engine
from warehouse.schema.published import publication

PATHS = ["/", "/regio/AM05", "/_dash-layout", "/_dash-dependencies"]


@pytest.fixture
def real(settings: WebSettings, demonstration: Demonstration, tmp_path: Path) -> WebSettings:
    """The demonstration, published as if its figures were real."""
    url = f"sqlite:///{tmp_path}/warehouse.db"
    shutil.copy(demonstration.folder / "warehouse.db", tmp_path)
    engine = open_engine(url)
    with engine.execution_options(writing=True).begin() as connection:
        newest = connection.execute(select(publication).where(publication.c.number == 4)).mappings().one()
        connection.execute(insert(publication).values({**newest, "number": 5, "demonstration": False}))
    engine.dispose()
    return replace(settings, read_url=url)


def test_a_demonstration_setting_does_not_open_real_figures(real: WebSettings, demonstration: Demonstration) -> None:
    """Nor does a session that was begun while all was invented, when the figures changed since."""
    cookie = cookie_of(demonstration.accounts_url)
    with app_of(real, access_of) as app:
        closed = Site(app, cookie)
        assert {closed.visitor.get(path).status_code for path in PATHS} == {302, 401}
        assert closed.question("/").status_code == closed.choice("national-address", "/").status_code == 401
        assert closed.visitor.get("/gezond").status_code == 200
        assert "Daan Visser" not in closed.visitor.get("/aanmelden").get_data(as_text=True)
    with app_of(replace(real, read_url=demonstration.warehouse_url), access_of) as app:
        assert Site(app, cookie).question("/").status_code == 200


def test_the_accounts_of_a_demonstration_are_for_nothing_else(settings: WebSettings) -> None:
    """Whoever was at its machine was an administrator, and may have added anyone."""
    real = replace(settings, demonstration=False)
    with pytest.raises(SettingsError, match="TRAJECTMONITOR_ACCOUNTS_URL"), app_of(real, access_of):
        pytest.fail("it opened")


def test_a_question_that_is_too_long_is_refused_before_it_is_read(site: Site) -> None:
    longest = {"data": b" " * LONGEST_QUESTION, "content_type": "application/json"}
    assert site.visitor.post("/_dash-update-component", **longest).status_code != 413
    refused = site.choice("national-address", "/" + "x" * LONGEST_QUESTION)
    assert refused.status_code == 413
    assert b"Traceback" not in refused.data


def test_a_missing_warehouse_is_told_and_not_made(settings: WebSettings, site: Site, tmp_path: Path) -> None:
    with app_of(replace(settings, read_url=f"sqlite:///{tmp_path}/warehouse.db")) as app:
        health = Site(app).visitor.get("/gezond")
        page = Site(app).question("/").get_data(as_text=True)
    assert (health.status_code, "does not answer" in health.get_data(as_text=True)) == (503, True)
    assert "De cijfers zijn nu niet bereikbaar" in page
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("TRAJECTMONITOR_FRONTEND", "/nowhere/node_modules", INSTALL),
        ("TRAJECTMONITOR_SECRET_KEY", "kort", "at least 32 bytes"),
        ("TRAJECTMONITOR_HOST", "0.0.0.0", "on this machine itself"),
        ("TRAJECTMONITOR_WAREHOUSE_URL", "nonsense", "sqlite:///"),
        ("TRAJECTMONITOR_WORKERS", "twee", "1 to 64"),
    ],
)
def test_a_wrong_setting_stops_the_web_server_with_one_line(
    demonstration: Demonstration, name: str, value: str, told: str
) -> None:
    gunicorn = [sys.executable, "-m", "gunicorn", "--config", "python:dashboard.web.gunicorn_conf"]
    environment = {**os.environ, **settings_for(demonstration), name: value}
    done = subprocess.run(
        [*gunicorn, "--log-level", "error", "dashboard.wsgi:server"],
        cwd=HOUSE,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("trajectmonitor: TRAJECTMONITOR_")
    assert name in line
    assert told in line


@pytest.mark.parametrize(("proxies", "secure"), [("", False), ("127.0.0.1", True)])
def test_only_a_known_proxy_is_believed_about_https_and_no_link_is_logged(
    demonstration: Demonstration, tmp_path: Path, proxies: str, secure: bool
) -> None:
    given = {"TRAJECTMONITOR_PROXIES": proxies, "TRAJECTMONITOR_ACCESS_LOG": str(tmp_path / "access.log")}
    with serving(demonstration, tmp_path / "server.log", **given) as running:
        asked = Request(f"{running.url}/gezond", headers={"X-Forwarded-Proto": "https"})
        with urlopen(asked) as answer:
            assert ("Strict-Transport-Security" in answer.headers) == secure
        with pytest.raises(HTTPError) as refused:
            urlopen(f"{running.url}/uitnodiging/{fresh()}?taal=en")
        refused.value.close()
    assert "GET /uitnodiging/... 404 " in (tmp_path / "access.log").read_text()
