"""What holds for every page, region, division and measure: few statements, and figures that plotly accepts."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import product
from typing import Any

import pytest
from sqlalchemy import Engine, event

from callbacks.parts import look
from dashboard.access import is_closed
from dashboard.address import DIVISIONS, MEASURES, Filters, region_path
from dashboard.app import look_ahead
from dashboard.recent import Recent
from dashboard.settings import WebSettings
from dashboard.sought import Sought
from queries.reader import Access
from queries.regions import LEADING_DIVISION
from tests.asking import EXPERIMENTS, HISTORIES, Site, app_of
from tests.dashboard.components.rendered import of_type, words
from tests.dashboard.figures.plotly_check import valid
from warehouse.areas import open_engine
from warehouse.reference import rows

MOST_STATEMENTS = 14
REGIONS = [row["code"] for row in rows("region") if row["division_code"] == LEADING_DIVISION]
# Their own page is made of all; on the others a region differs by what it delivered.
SOME_REGIONS = sorted({*REGIONS[::3], "AM12", "AM33"})
CHOICES = [Filters(division=division, measure=measure) for division, measure in product(DIVISIONS, MEASURES)]
NATIONAL = [
    *CHOICES,
    Filters(publication=1),
    Filters(pilot_line="TOM"),
    Filters(language="en"),
]


OF_OUTCOMES = [
    Filters(),
    Filters(publication=1),
    Filters(age_band="18-20", language="en"),
    Filters(area="PV25", age_band="18-20"),
    Filters(area="MC40", pilot_line="TOM"),
    Filters(reference_date=date(2026, 3, 1)),
]
OF_CHANGES = [
    Filters(),
    Filters(publication=1),
    Filters(since=1, kind="herzien"),
    Filters(since=1, pilot_line="TOM", language="en"),
]


OF_MILESTONES = [
    Filters(),
    Filters(publication=1),
    Filters(pilot_line="TOM", language="en"),
    Filters(pilot="AM05-TOM"),
    Filters(pilot="AM22-TGW", publication=3),
]
OF_TRAJECTORIES = [
    Filters(),
    Filters(publication=1),
    Filters(months=12, language="en"),
    Filters(area="PV25", months=12),
    Filters(area="MC28", pilot_line="TOM"),
    Filters(pilot_line="TOM"),
    Filters(reference_date=date(2025, 3, 1)),
]
OF_EXPERIMENTS = [
    Filters(),
    Filters(publication=1),
    Filters(pilot_line="TOM", language="en"),
    Filters(sought=Sought(words="koffie", state="loopt")),
    Filters(sought=Sought(method="niet bekend", page=9)),
]


@pytest.fixture(autouse=True)
def _nothing_was_asked_lately(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that every page is asked as the first one after a publication, which costs most."""
    _forget(monkeypatch)


def _forget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(look, "_GROUNDS", Recent(16))
    monkeypatch.setattr(look, "_OF_EVERYONE", Recent(16))
    monkeypatch.setattr(look, "_LISTS", Recent(16))
    monkeypatch.setattr(look, "_AREAS", Recent(16))


OF_ROLES = [Access("lezer", frozenset()), Access("regio", frozenset({"AM05"}))]
VISITED = (
    *("/", "/trajecten", "/mijlpalen", "/experimenten", "/uitkomsten", "/wijzigingen", "/definities"),
    *("/regio/AM05", "/regio/AM05/trajecten", "/regio/AM05/mijlpalen", "/regio/AM05/experimenten"),
    *("/regio/AM05/uitkomsten", "/regio/AM05/wijzigingen", "/experimenten/AM01-AM01-E2"),
    *("/geschiedenis/K01", "/geschiedenis/K22", "/regio/AM05/geschiedenis/K01"),
    "/regio/AM05/geschiedenis/mijlpaal-AM05-TOM-4",
)


@contextmanager
def _statements(site: Site) -> Iterator[list[str]]:
    engine: Engine = site.app.server.extensions["trajectmonitor"]["engine"]
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


def _checked(site: Site, path: str, filters: Filters) -> Any:
    """The page as it is sent, after what must hold for each was seen to hold."""
    with _statements(site) as asked:
        page = site.page(path, filters)
    assert 5 <= sum(statement.lstrip().startswith("SELECT") for statement in asked) <= MOST_STATEMENTS
    for graph in of_type(page, "Graph"):
        valid(graph["props"]["figure"])
    return page


@pytest.mark.parametrize("access", OF_ROLES, ids=lambda one: one.role)
def test_the_first_page_that_a_role_sees_asks_little(
    settings: WebSettings, monkeypatch: pytest.MonkeyPatch, access: Access
) -> None:
    """What sums are made of was read ahead by the server; own rows are asked for, so that both locks hold them."""
    asked_for = {}
    with app_of(settings, lambda _visitor: access) as app:
        for path in (one for one in VISITED if not is_closed(access, one)):
            _forget(monkeypatch)
            look_ahead(app.server.extensions["trajectmonitor"]["engine"])
            with _statements(Site(app)) as asked:
                assert Site(app).visitor.get(path).status_code == 200
                assert Site(app).question(path).status_code == 200
            asked_for[path] = sum(statement.startswith("SELECT") for statement in asked)
    assert min(asked_for.values()) >= 5
    assert {path: count for path, count in asked_for.items() if count > MOST_STATEMENTS} == {}


def test_what_the_server_read_ahead_no_visitor_waits_for(
    settings: WebSettings, caplog: pytest.LogCaptureFixture
) -> None:
    with app_of(settings) as app:
        look_ahead(app.server.extensions["trajectmonitor"]["engine"])
        with _statements(Site(app)) as asked:
            assert Site(app).question("/").status_code == 200
    assert sum(statement.startswith("SELECT") for statement in asked) == 4
    assert caplog.records == []
    look_ahead(open_engine("sqlite:////nowhere/warehouse.db", read_only=True))
    assert "pages will ask for themselves" in caplog.text


@pytest.mark.parametrize("filters", NATIONAL, ids=str)
def test_the_national_page(site: Site, filters: Filters) -> None:
    page = _checked(site, "/", filters)
    assert len(of_type(page, "Graph")) == 2
    assert len(of_type(page, "H2")) > 6


@pytest.mark.parametrize("code", REGIONS)
def test_the_page_of_a_region(site: Site, code: str) -> None:
    page = _checked(site, region_path(code), Filters())
    assert len(of_type(page, "Graph")) == 4


@pytest.mark.parametrize("number", [1, 2, 3])
def test_the_page_of_a_region_as_it_was(site: Site, number: int) -> None:
    _checked(site, "/regio/AM33", Filters(publication=number, language="en"))


@pytest.mark.parametrize("filters", OF_OUTCOMES, ids=str)
@pytest.mark.parametrize("path", ["/uitkomsten", *(f"/regio/{code}/uitkomsten" for code in ("AM05", "AM12", "AM35"))])
def test_the_page_of_outcomes(site: Site, path: str, filters: Filters) -> None:
    page = _checked(site, path, filters)
    assert len(of_type(page, "Graph")) == 8
    assert len(of_type(page, "H2")) == 14


@pytest.mark.parametrize("code", SOME_REGIONS)
def test_the_outcomes_of_a_region(site: Site, code: str) -> None:
    _checked(site, region_path(code, "/uitkomsten"), Filters())


@pytest.mark.parametrize("filters", OF_MILESTONES, ids=str)
@pytest.mark.parametrize("path", ["/mijlpalen", *(f"/regio/{code}/mijlpalen" for code in ("AM05", "AM12", "AM22"))])
def test_the_page_of_milestones(site: Site, path: str, filters: Filters) -> None:
    page = _checked(site, path, filters)
    assert len(of_type(page, "Graph")) == 2
    assert len(of_type(page, "H2")) == 14


@pytest.mark.parametrize("code", SOME_REGIONS)
def test_the_milestones_of_a_region(site: Site, code: str) -> None:
    page = _checked(site, region_path(code, "/mijlpalen"), Filters())
    assert "kan nu niet worden getoond" not in words(page)


@pytest.mark.parametrize("filters", OF_EXPERIMENTS, ids=str)
@pytest.mark.parametrize("path", ["/experimenten", *(f"/regio/{code}/experimenten" for code in ("AM05", "AM12"))])
def test_the_page_of_experiments(site: Site, path: str, filters: Filters) -> None:
    page = _checked(site, path, filters)
    assert len(of_type(page, "H2")) >= 10


@pytest.mark.parametrize("code", SOME_REGIONS)
def test_the_experiments_of_a_region(site: Site, code: str) -> None:
    _checked(site, region_path(code, "/experimenten"), Filters())


@pytest.mark.parametrize("filters", [Filters(), Filters(publication=1, language="en")], ids=str)
@pytest.mark.parametrize("path", EXPERIMENTS)
def test_the_page_of_an_experiment(site: Site, path: str, filters: Filters) -> None:
    _checked(site, path, filters)


@pytest.mark.parametrize("filters", OF_CHANGES, ids=str)
@pytest.mark.parametrize("path", ["/wijzigingen", "/regio/AM05/wijzigingen", "/regio/AM12/wijzigingen"])
def test_the_page_of_what_changed(site: Site, path: str, filters: Filters) -> None:
    page = _checked(site, path, filters)
    assert of_type(page, "Graph") == []
    assert len(of_type(page, "H2")) == 3


@pytest.mark.parametrize("filters", OF_TRAJECTORIES, ids=str)
def test_the_page_of_trajectories(site: Site, filters: Filters) -> None:
    page = _checked(site, "/trajecten", filters)
    assert len(of_type(page, "Graph")) == 6
    assert len(of_type(page, "H2")) == 10


@pytest.mark.parametrize("filters", [Filters(), Filters(months=12, publication=2, language="en")], ids=str)
@pytest.mark.parametrize("code", REGIONS)
def test_the_trajectories_of_a_region(site: Site, code: str, filters: Filters) -> None:
    page = _checked(site, region_path(code, "/trajecten"), filters)
    assert len(of_type(page, "Graph")) == 6
    assert "kan nu niet worden getoond" not in words(page)
    assert "cannot be shown" not in words(page)


@pytest.mark.parametrize("publication", [None, 2])
@pytest.mark.parametrize("path", HISTORIES)
def test_the_page_of_a_history(site: Site, path: str, publication: int | None) -> None:
    page = _checked(site, path, Filters(publication=publication))
    assert of_type(page, "Graph") == []
    assert len(of_type(page, "H2")) >= 1


def test_there_are_35_regions() -> None:
    assert len(REGIONS) == 35


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/regio/AM05", "/regio/AM12", "/uitkomsten", "/regio/AM05/uitkomsten", "/regio/AM12/uitkomsten"),
        *("/mijlpalen", "/regio/AM05/mijlpalen", "/regio/AM12/mijlpalen", "/regio/AM22/mijlpalen"),
        *("/trajecten", "/regio/AM23/trajecten", "/wijzigingen", "/definities", *HISTORIES),
        *("/experimenten", "/regio/AM05/experimenten", "/regio/AM12/experimenten", *EXPERIMENTS),
    ],
)
def test_no_text_shows_a_key_or_a_placeholder(site: Site, path: str) -> None:
    for language in ("nl", "en"):
        said = words(site.page(path, Filters(language=language)))
        assert [part for part in ("{", "}", "nan%", "<b>", "**") if part in said] == []
        assert not re.search(r"\b[a-z_]+\.[a-z_]+\.[a-z_]+\b", said)
