"""Looking as somebody else, where one lands, what was taken away, and the key of a calendar."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from dashboard.access import access_of, landing_of, looks_as
from dashboard.clock import this_moment
from dashboard.web.own_calendar import KEY
from dashboard.web.seen_as import HEADER
from queries.reader import Access
from tests.asking import Site
from tests.dashboard.components.rendered import of_type
from tests.desk import Desk, SignedIn
from warehouse.accounts import people
from warehouse.accounts.audit import Event
from warehouse.accounts.people import Person, Rights
from warehouse.accounts.sessions import Visitor
from warehouse.demo.persons import login_of

SEM = login_of("regio")
EVA = login_of("beheer")


@pytest.fixture
def looking(desk: Desk) -> SignedIn:
    administrator = desk.signed_in("beheer")
    answer = administrator.send("/bekijk-als", persoon=desk.of_role("regio").person_id)
    assert (answer.status_code, answer.location) == (303, "/regio/AM05")
    return administrator


def test_an_administrator_sees_what_that_person_sees_and_the_log_has_it(desk: Desk, looking: SignedIn) -> None:
    assert desk.last() == (Event.LOOKED_AS, SEM, EVA, {})
    for path in ("/", "/regio/AM05", "/mijlpalen/agenda"):
        assert "U bekijkt de pagina's als Sem de Boer (Regio)." in looking.words(path).replace("&#39;", "'")
    assert "als Sem de Boer" in looking.words("/beheer")
    assert looking.get("/beheer").status_code == 403


def test_nothing_is_written_while_looking(desk: Desk, looking: SignedIn) -> None:
    forms = ("/beheer/personen/nieuw", "/beheer/gasten", "/bekijk-als", "/beheer/logboek.csv")
    assert {looking.send(form, persoon="1", login="x", name="x", role="lezer").status_code for form in forms} == {403}
    assert desk.last()[0] is Event.LOOKED_AS
    assert "sleutel=" not in looking.get("/mijlpalen/agenda").get_data(as_text=True)


def test_each_answer_tells_whether_somebody_looks_as_another(desk: Desk, looking: SignedIn) -> None:
    administrator = desk.signed_in("beheer")
    told = [visitor.get("/definities") for visitor in (administrator, looking, desk.signed_in("lezer"))]
    marks = [answer.headers[HEADER] for answer in told]
    assert len(set(marks)) == 3
    assert [f'data-seen-as="{mark}"' in one.get_data(as_text=True) for one, mark in zip(told, marks, strict=True)] == [
        True
    ] * 3
    looking.send("/bekijk-als/stoppen")
    assert looking.get("/definities").headers[HEADER] == marks[0]
    assert HEADER not in desk.nobody().get("/aanmelden").headers


def test_stopping_leads_back_and_stands_in_the_log(desk: Desk, looking: SignedIn) -> None:
    stopped = looking.send("/bekijk-als/stoppen")
    assert stopped.location == f"/beheer/personen/{desk.of_role('regio').person_id}"
    assert desk.last()[:3] == (Event.LOOKED_BACK, SEM, EVA)
    assert looking.get("/beheer").status_code == 200
    assert looking.send("/bekijk-als/stoppen").location == "/"


@pytest.mark.parametrize("role", ["lezer", "regio", "bureau", "ministerie"])
def test_nobody_else_looks_as_somebody(desk: Desk, role: str) -> None:
    answer = desk.signed_in(role).send("/bekijk-als", persoon=desk.of_role("ministerie").person_id)
    assert answer.status_code == 403


@pytest.mark.parametrize(("whom", "status"), [("beheer", 400), ("weg", 400), ("999", 404), ("x", 404), ("9" * 99, 404)])
def test_as_whom_nobody_looks(desk: Desk, whom: str, status: int) -> None:
    known = {"beheer": desk.of_role("beheer").person_id}
    if whom == "weg":
        gone = desk.ask(people.by_login, "weg") or desk.add("weg", Rights("lezer"))
        yesterday = (this_moment() - timedelta(days=1)).date()
        desk.ask(people.end, gone, last_day=yesterday, today=this_moment().date())
        known[whom] = gone.person_id
    for language, title in (
        ("nl", "Kijken als iemand anders kan nu niet"),
        ("en", "You cannot look as somebody else now"),
    ):
        answer = desk.signed_in("beheer").send(f"/bekijk-als?taal={language}", persoon=known.get(whom, whom))
        page = answer.get_data(as_text=True)
        assert (answer.status_code, f">{title}</h1>" in page, 'class="site-header"' in page) == (status, True, True)


def _person(role: str, *regions: str) -> Person:
    return Person(1, role, role, Rights(role, frozenset(regions)))


def test_only_an_administrator_looks_as_another() -> None:
    sem = _person("regio", "AM05")
    assert looks_as(Visitor(_person("beheer"), looks_as=sem)) == sem
    assert looks_as(Visitor(_person("lezer"), looks_as=sem)) is None
    assert access_of(Visitor(_person("lezer"), looks_as=sem)) == Access("lezer", frozenset())
    assert looks_as(None) is None


@pytest.mark.parametrize(
    ("person", "landing"),
    [
        (_person("lezer"), "/"),
        (_person("beheer"), "/"),
        (_person("ministerie"), "/"),
        (_person("regio", "AM05"), "/regio/AM05"),
        (_person("regio", "AM05", "AM06"), "/"),
        (_person("bureau", "AM05"), "/"),
    ],
)
def test_where_somebody_begins(person: Person, landing: str) -> None:
    assert landing_of(access_of(Visitor(person))) == landing


def test_signing_in_leads_to_where_one_begins_or_to_what_was_asked(desk: Desk) -> None:
    visitor = desk.nobody()
    for query, leads in (("", "/regio/AM05"), ("?terug=/trajecten", "/trajecten")):
        data = {"rol": "regio", "csrf_token": visitor.token("/aanmelden?terug=/trajecten")}
        assert visitor.client.post(f"/aanmelden/demonstratie{query}", data=data).location == leads
        visitor.send("/afmelden")


def test_what_was_taken_away_stands_in_the_log(desk: Desk, looking: SignedIn) -> None:
    visitor = desk.signed_in("ministerie")
    assert visitor.send("/gedownload", pagina="/regio/AM05", kaart="region-flow").status_code == 204
    assert desk.last() == (Event.DOWNLOADED, "/regio/AM05", login_of("ministerie"), {"card": "region-flow"})
    for page, card in (("/nergens", "a"), ("/regio/AM05", "Sem de Boer"), ("https://elders.nl", "a"), ("/", "")):
        assert visitor.send("/gedownload", pagina=page, kaart=card).status_code == 400
    assert looking.send("/gedownload", pagina="/", kaart="a").status_code == 204
    assert desk.last()[3] == {"card": "a", "looked_as": SEM}
    assert desk.nobody().client.post("/gedownload").status_code == 401


def _own_address(visitor: SignedIn, query: str = "") -> str:
    if not _shown(visitor, query):
        assert visitor.send(f"/mijlpalen/agenda/adres{query}").status_code == 303
    return _shown(visitor, query)


def _shown(visitor: SignedIn, query: str = "") -> str:
    page = visitor.get(f"/mijlpalen/agenda{query}").get_data(as_text=True)
    found = re.search(r'value="http://localhost(/mijlpalen\.ics\?[^"]+)"', page)
    return found[1].replace("&amp;", "&") if found else ""


def test_a_calendar_program_needs_no_session_but_the_key(desk: Desk) -> None:
    address = _own_address(desk.signed_in("regio"), "?regio=AM05")
    answer = desk.nobody().get(address)
    assert (answer.status_code, answer.mimetype) == (200, "text/calendar")
    assert b"AM05-AM05-TOM-1@trajectmonitor" in answer.data
    assert b"sleutel" not in answer.data
    for wrong in ("/mijlpalen.ics", "/mijlpalen.ics?sleutel=x", f"{address}x"):
        assert desk.nobody().get(wrong).status_code == 401


def test_of_a_region_that_is_not_yours_there_is_no_calendar(desk: Desk) -> None:
    visitor = desk.signed_in("regio")
    found = [visitor.get(f"/mijlpalen/agenda?regio={code}").status_code for code in ("AM05", "AM06", "AM99")]
    assert found == [200, 403, 404]


def test_the_key_opens_nothing_else(desk: Desk) -> None:
    key = _own_address(desk.signed_in("ministerie")).partition("?")[2]
    assert key.startswith(f"{KEY}=")
    for path in ("/", "/mijlpalen", "/mijlpalen/agenda", "/regio/AM05"):
        assert desk.nobody().get(f"{path}?{key}").status_code == 302
    assert desk.nobody().client.post(f"/_dash-update-component?{key}", json={}).status_code == 401


def test_the_key_ends_with_the_rights(desk: Desk) -> None:
    person = desk.add("dirk", Rights("lezer"))
    address, today = _own_address(desk.signed_in(person)), this_moment().date()
    assert desk.nobody().get(address).status_code == 200
    desk.ask(people.end, person, last_day=today - timedelta(days=1), today=today)
    assert desk.nobody().get(address).status_code == 401


def test_a_key_is_made_anew_and_taken_back_by_its_owner(desk: Desk) -> None:
    visitor = desk.signed_in(desk.add("fien", Rights("lezer")))
    assert _shown(visitor) == ""
    first = _own_address(visitor)
    assert desk.last() == (Event.CALENDAR_MADE, "fien", "fien", {})
    again = visitor.send("/mijlpalen/agenda/adres?regio=AM05&taal=en")
    assert (again.status_code, again.location) == (303, "/mijlpalen/agenda?regio=AM05&taal=en")
    second = _shown(visitor)
    assert [desk.nobody().get(address).status_code for address in (first, second)] == [401, 200]
    for _ in range(2):
        assert visitor.send("/mijlpalen/agenda/adres", intrekken="1").status_code == 303
    assert desk.last() == (Event.CALENDAR_ENDED, "fien", "fien", {})
    assert (desk.nobody().get(second).status_code, _shown(visitor)) == (401, "")


def test_a_key_is_taken_back_by_an_administrator_and_by_nobody_who_looks_as_its_owner(desk: Desk) -> None:
    person, administrator = desk.add("gijs", Rights("lezer")), desk.signed_in("beheer")
    address, path = _own_address(desk.signed_in(person)), f"/beheer/personen/{person.person_id}"
    administrator.send("/bekijk-als", persoon=person.person_id)
    for form in ({}, {"intrekken": "1"}):
        assert administrator.send("/mijlpalen/agenda/adres", **form).status_code == 403
    administrator.send("/bekijk-als/stoppen")
    assert f'action="{path}/agenda"' in administrator.get(path).get_data(as_text=True)
    assert desk.nobody().get(address).status_code == 200
    assert administrator.send(f"{path}/agenda").status_code == 303
    assert desk.last() == (Event.CALENDAR_ENDED, "gijs", EVA, {})
    assert desk.nobody().get(address).status_code == 401
    assert f'action="{path}/agenda"' not in administrator.get(path).get_data(as_text=True)


def test_who_takes_the_calendar_by_hand_stands_in_the_log(desk: Desk) -> None:
    visitor = desk.signed_in("lezer")
    address = _own_address(visitor)
    assert visitor.get("/mijlpalen.ics").status_code == 200
    taken = desk.last()
    assert taken == (Event.DOWNLOADED, "/mijlpalen", login_of("lezer"), {"card": "ics"})
    assert desk.nobody().get(address).status_code == 200
    assert desk.last() == taken


@pytest.mark.parametrize(
    ("role", "said"),
    [("bureau", "Van uw 3 regio’s vragen er 2"), ("regio", "Uw regio vraagt"), ("ministerie", ""), ("lezer", "")],
)
def test_who_has_regions_sees_these_before_the_country(site: Site, role: str, said: str) -> None:
    regions = {"bureau": frozenset({"AM05", "AM22", "AM23"}), "regio": frozenset({"AM05"}), "ministerie": None}
    page = site.page("/", access=Access(role, regions.get(role, frozenset())))
    headings = [str(node["props"]["children"]) for node in of_type(page, "H2")]
    assert headings[0].startswith(said or "In beeld")


@pytest.mark.parametrize(
    ("role", "there"), [("beheer", True), ("lezer", False), ("ministerie", False), ("gast", False)]
)
def test_only_administrators_have_the_desk_in_their_menu(site: Site, role: str, there: bool) -> None:
    page = site.page("/definities", access=Access(role, frozenset()))
    links = [node["props"].get("href") for kind in ("A", "Link") for node in of_type(page, kind)]
    assert ("/beheer" in links) == there
