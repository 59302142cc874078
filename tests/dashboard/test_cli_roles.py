"""Every command with the credentials of its role on PostgreSQL, and with those of no other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import dash
import pytest
from click.testing import CliRunner, Result
from sqlalchemy import URL

from dashboard.cli import main
from dashboard.i18n import LANGUAGES, set_language
from tests.areas import administer
from tests.serving import HOUSE
from tests.wall import NO_ROLE, Doors, Users
from tests.warehouse.intake import region
from tests.warehouse.intake.test_inbox import sent
from warehouse.reference import FOLDER
from warehouse.roles import INTAKE, PUBLISH, ROLES, WEB

pytestmark = pytest.mark.postgres

As = Callable[..., Result]
SCHOOL_LEAVERS = FOLDER / "cbs_84780NED_vsv_provincie.csv"
ROOMS = ("frame", "deliveries", "inbox", "publishing", "warehouses", "expiring", "noting", "accounts")


@pytest.fixture(autouse=True)
def on_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in ROOMS:
        monkeypatch.setattr(f"dashboard.cli.{room}.this_moment", lambda: datetime(2026, 11, 12, 10))  # noqa: DTZ001


@pytest.fixture
def run(doors: Doors, users: Users, monkeypatch: pytest.MonkeyPatch) -> Iterator[As]:
    """`run(role, *words)`: the addresses of both databases are those of one user."""
    monkeypatch.setenv("TRAJECTMONITOR_DISCLOSURE_KEY", "5a" * 32)

    def invoke(role: str, *words: object) -> Result:
        for name in ("INTAKE_URL", "WAREHOUSE_URL", "READ_URL", "ACCOUNTS_URL"):
            monkeypatch.setenv(f"TRAJECTMONITOR_{name}", users.url(doors.owner.url, role))
        return CliRunner().invoke(main, [str(word) for word in words])

    kept = dict(dash.page_registry)  # an attack makes an application of its own, which would take over the pages
    yield invoke
    dash.page_registry.clear()
    dash.page_registry.update(kept)
    set_language(LANGUAGES[0])


@pytest.fixture
def good(tmp_path: Path) -> Path:
    file = tmp_path / "AM05.xlsx"
    file.write_bytes(region.content())
    return file


def test_a_month_goes_from_role_to_role(run: As, doors: Doors, good: Path) -> None:
    corrected = region.content(lambda rows: rows["delivery"][0].update(correction_reason="telfout"))
    sent(doors.web, corrected)
    for role, words, said in (
        (INTAKE, ("deliver", good), "levering 1 "),
        (INTAKE, ("inbox",), "levering 2 "),
        (INTAKE, ("approve", 1, "--through", "ministerie"), "ministerie"),
        (INTAKE, ("load-indicator", SCHOOL_LEAVERS), "39 cijfers"),
        (PUBLISH, ("publish", "--yes"), "Publicatie 1 staat"),
        (INTAKE, ("approve", 2, "--through", "ministerie"), "ministerie"),
        (PUBLISH, ("publish", "--yes"), "Publicatie 2 staat"),
        (PUBLISH, ("restore", 1, "--yes"), "Publicatie 3 staat"),
        (PUBLISH, ("publications",), "3;12-11-2026"),
        (PUBLISH, ("verify",), "Logboek van wat is gedaan: 5 schakels"),
        (WEB, ("user", "add", "anna@twente.nl", "--name", "Anna", "--role", "lezer"), "is toegevoegd"),
    ):
        told = run(role, *words)
        assert (told.exit_code, said in told.output) == (0, True), (words, told.output)


@pytest.fixture
def half_way(run: As, good: Path) -> None:
    """One publication, and something new to publish."""
    run(INTAKE, "deliver", good)
    run(INTAKE, "approve", 1, "--through", "ministerie")
    run(PUBLISH, "publish", "--yes")
    run(INTAKE, "load-indicator", SCHOOL_LEAVERS)


@pytest.mark.usefixtures("half_way")
@pytest.mark.parametrize("role", [*ROLES, NO_ROLE])
def test_who_is_in_another_role_is_told_so(run: As, good: Path, role: str) -> None:
    of_intake = (("deliver", good), ("inbox",), ("approve", 1), ("load-indicator", SCHOOL_LEAVERS), ("expire", "--yes"))
    of_others = ((PUBLISH, ("publish", "--yes")), (WEB, ("user", "list")))
    for own, words in (*((INTAKE, words) for words in of_intake), *of_others):
        told = run(role, *words)
        forbidden = role != own
        assert (told.exit_code, "docs/operating.md" in told.output) == (int(forbidden), forbidden), (words, told.output)
        assert "Traceback" not in told.output


@pytest.mark.usefixtures("half_way")
def test_who_cannot_reach_the_intake_can_verify_the_publications(run: As) -> None:
    told = run(WEB, "verify")
    assert told.exit_code == 0, told.output


def test_who_has_no_role_reads_nothing(run: As) -> None:
    for command in ("publications", "verify", "attack", "restore"):
        told = run(NO_ROLE, command, *(["1", "--yes"] if command == "restore" else []))
        assert (told.exit_code, "docs/operating.md" in told.output) == (1, True), (command, told.output)


def _told_of_roles() -> str:
    told = (HOUSE / "docs" / "operating.md").read_text("utf-8")
    return told.split("### Roles on PostgreSQL")[1].split("\n## ")[0]


def test_operating_says_which_command_runs_with_which_role() -> None:
    commands = re.findall(r"^\|.*\| (.*) \|$", _told_of_roles(), re.MULTILINE)
    assert sorted(name for row in commands for name in re.findall(r"`([a-z-]+)`", row)) == sorted(main.commands)


@pytest.fixture
def named(postgres_url: URL) -> Iterator[Callable[[str], str]]:
    """Names of this test alone instead of those that operating gives as an example; what has them is gone after it."""
    mark = uuid4().hex[:8]
    yield lambda told: re.sub(r"\b(monitor_\w+|database trajectmonitor)\b", rf"\1_{mark}", told)
    administer(postgres_url, f"DROP DATABASE IF EXISTS trajectmonitor_{mark} WITH (FORCE)")
    for name in ("owner", "intake", "publish", "web"):
        administer(postgres_url, f"DROP ROLE IF EXISTS monitor_{name}_{mark}")


def test_the_statements_of_operating_make_users_who_can_do_their_work(
    postgres_url: URL, named: Callable[[str], str], good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    statements = re.findall(r"^    ((?:create|revoke|grant) .*);$", named(_told_of_roles()), re.MULTILINE)
    database = next(told.split()[2] for told in statements if told.startswith("create database"))

    def as_user(role: str, *words: object) -> Result:
        url = postgres_url.set(username=named(f"monitor_{role}"), password="...", database=database)
        for name in ("INTAKE_URL", "WAREHOUSE_URL", "ACCOUNTS_URL"):
            monkeypatch.setenv(f"TRAJECTMONITOR_{name}", url.render_as_string(hide_password=False))
        return CliRunner().invoke(main, [str(word) for word in words])

    for statement in statements[:2]:
        administer(postgres_url, statement)
    assert as_user("owner", "migrate").exit_code == 0
    for statement in statements[2:]:
        administer(postgres_url, statement)
    assert as_user("intake", "deliver", good).exit_code == 0
    assert as_user("publish", "verify").exit_code == 0
    assert as_user("web", "inbox").exit_code == 1
