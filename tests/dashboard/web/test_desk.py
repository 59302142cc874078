"""`/beheer`: for administrators alone, and nothing there is done half or without a line in the log."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from datetime import timedelta
from io import StringIO

import pytest
from sqlalchemy import event

from dashboard.clock import this_moment
from dashboard.web.desk.spreadsheet import harmless
from dashboard.web.desk.standing import standing_of
from tests.desk import Desk
from warehouse.accounts import audit, downloads, invitations, people
from warehouse.accounts.audit import Event
from warehouse.accounts.people import Person, Rights
from warehouse.demo.persons import login_of

PAGES = (
    "/beheer",
    "/beheer/personen/nieuw",
    "/beheer/personen/2",
    "/beheer/regios",
    "/beheer/gasten",
    "/beheer/logboek",
    "/beheer/gebruik",
)
FORMS = (
    *("/beheer/personen/nieuw", "/beheer/personen/2", "/beheer/personen/2/uitnodigen", "/beheer/personen/2/beeindigen"),
    *("/beheer/personen/2/ontkoppelen", "/beheer/personen/2/agenda"),
    *("/beheer/regios.csv", "/beheer/gasten", "/beheer/gasten/1/intrekken", "/beheer/logboek.csv"),
)
BY = login_of("beheer")


@pytest.mark.parametrize("role", ["lezer", "regio", "bureau", "ministerie"])
def test_nobody_else_comes_in(desk: Desk, role: str) -> None:
    visitor = desk.signed_in(role)
    answers = [*map(visitor.get, PAGES), *map(visitor.send, FORMS)]
    assert {answer.status_code for answer in answers} == {403}
    assert "Anna" not in "".join(answer.get_data(as_text=True) for answer in answers)
    assert "Deze pagina is voor beheerders" in visitor.words("/beheer")


def test_who_is_not_signed_in_is_asked_to(desk: Desk) -> None:
    assert {desk.nobody().get(path).status_code for path in PAGES} == {302}
    assert {desk.nobody().client.post(path).status_code for path in FORMS} == {401}
    late = desk.nobody().client.post("/beheer/personen/nieuw?taal=en", data={"name": "Anna"})
    assert (late.status_code, late.mimetype) == (401, "text/html")
    assert "You are no longer signed in" in late.get_data(as_text=True)


def test_every_page_and_form_of_the_desk_is_tried_above(desk: Desk) -> None:
    rules = [rule for rule in desk.server.url_map.iter_rules() if rule.rule.startswith("/beheer")]
    named = {
        method: {re.sub(r"\d+", "<>", path) for path in tried} for method, tried in (("GET", PAGES), ("POST", FORMS))
    }
    for method, tried in named.items():
        there = {re.sub(r"<[^>]+>", "<>", rule.rule) for rule in rules if method in (rule.methods or ())}
        assert there == tried


def test_a_form_without_its_token_is_refused(desk: Desk) -> None:
    administrator = desk.signed_in("beheer")
    assert {administrator.client.post(path).status_code for path in FORMS} == {400}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_pages_stand_in_both_languages_and_read_no_figures(desk: Desk, language: str) -> None:
    read: list[str] = []
    warehouse = desk.server.extensions["trajectmonitor"]["engine"]
    event.listen(warehouse, "before_cursor_execute", lambda _c, _cursor, statement, *_: read.append(statement))
    administrator = desk.signed_in("beheer")
    for path in PAGES:
        answer = administrator.get(f"{path}?taal={language}")
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
        assert f'<html lang="{language}">' in answer.get_data(as_text=True)
    tables = {table for statement in read for table in re.findall(r"FROM (?:\w+\.)?(\w+)", statement)}
    assert tables <= {"publication"}


def test_who_is_added_is_invited_with_a_link_that_is_shown_once(desk: Desk) -> None:
    administrator = desk.signed_in("beheer")
    given = {"login": "Anna@Twente.nl", "name": "Anna <b>", "role": "regio", "regions": ["AM05"], "ends_on": ""}
    added = administrator.send("/beheer/personen/nieuw", **given)
    assert (added.status_code, desk.last()[:3]) == (303, (Event.INVITED, "anna@twente.nl", BY))
    shown = administrator.get(added.location).get_data(as_text=True)
    assert "Anna &lt;b&gt; is toegevoegd." in shown
    token = re.search(r"http://localhost/uitnodiging/([\w-]+)", shown)
    assert token
    assert desk.ask(invitations.invited, token[1], at=this_moment()).rights == Rights("regio", frozenset({"AM05"}))
    assert "/uitnodiging/" not in administrator.get(added.location).get_data(as_text=True)


@pytest.mark.parametrize(
    ("given", "about", "told"),
    [
        ({"login": ""}, "login", "Geef een inlognaam"),
        ({"login": login_of("lezer")}, "login", "heeft al een account"),
        ({"name": " "}, "name", "Geef een naam"),
        ({"role": "gast"}, "role", "rol moet een van deze zijn"),
        ({"role": "regio"}, "regions", "ten minste een"),
        ({"role": "regio", "regions": ["AM99"]}, "regions", "geen arbeidsmarktregio AM99"),
        ({"ends_on": "31-12-2026"}, "ends_on", "geen datum"),
        ({"ends_on": "2020-01-01"}, "ends_on", "al voorbij"),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_what_was_filled_in_stays(
    desk: Desk, given: dict[str, object], about: str, told: str
) -> None:
    before = len(desk.ask(people.everyone))
    whole = {"login": "bram@zeeland.nl", "name": "Bram", "role": "lezer", "ends_on": ""}
    answer = desk.signed_in("beheer").send("/beheer/personen/nieuw", **{**whole, **given})
    page = answer.get_data(as_text=True)
    assert answer.status_code == 400
    assert re.search(rf'<a href="#{about}">[^<]*{told}', page)
    assert re.search(rf'id="{about}-fout">[^<]*{told}', page)
    assert f'aria-describedby="{about}' in page
    assert 'value="Bram"' in page or about == "name"
    assert len(desk.ask(people.everyone)) == before


def test_everything_that_is_wrong_is_told_at_once(desk: Desk) -> None:
    administrator = desk.signed_in("beheer")
    tried = {
        "/beheer/personen/nieuw": {"login": "", "name": "", "role": "regio", "ends_on": "morgen"},
        "/beheer/gasten": {"name": " ", "region": "x", "publication": "99", "ends_at": ""},
    }
    for path, given in tried.items():
        page = administrator.send(path, **given).get_data(as_text=True)
        fields = re.findall(r'<li><a href="#(\w+)">', page)
        assert "4 dingen zijn nog niet goed" in page
        assert re.findall(r'id="(\w+)-fout"', page) == sorted(fields, key=lambda each: page.index(f'id="{each}-fout"'))
        assert len(fields) == 4


def test_a_role_without_regions_of_its_own_takes_none_along(desk: Desk) -> None:
    administrator, person = desk.signed_in("beheer"), desk.add("ria", Rights("regio", frozenset({"AM05"})))
    path = f"/beheer/personen/{person.person_id}"
    assert administrator.send(path, role="lezer", regions=["AM05"]).status_code == 303
    assert desk.last()[3]["after"] == {"ends_on": None, "regions": [], "role": "lezer"}
    written = len(desk.ask(audit.entries))
    same = administrator.send(path, role="lezer", regions=[])
    assert "niets veranderd" in administrator.words(same.location)
    assert len(desk.ask(audit.entries)) == written


def test_a_name_is_mended_and_the_login_stays(desk: Desk) -> None:
    administrator, person = desk.signed_in("beheer"), desk.add("tpyo", Rights("lezer"))
    path = f"/beheer/personen/{person.person_id}"
    wrong = administrator.send(path, name="x\u202e", role="regio").get_data(as_text=True)
    assert re.findall(r'<li><a href="#(\w+)">', wrong) == ["name", "regions"]
    assert administrator.send(path, name=" Typo  de Wit ", role="lezer").status_code == 303
    assert desk.last() == (Event.RENAMED, "tpyo", BY, {"before": "Tpyo", "after": "Typo de Wit"})
    assert "Typo de Wit tpyo" in administrator.words("/beheer?zoek=typo")


def test_the_list_is_searched_and_says_how_people_stand(desk: Desk) -> None:
    soon = (this_moment() + timedelta(days=3)).date()
    desk.add("zoé.aflopend", Rights("lezer", ends_on=soon))
    administrator = desk.signed_in("beheer")
    assert "Van 1 loopt die binnen 30 dagen af." in administrator.words("/beheer")
    for query in ("?zoek=ZOE", "?toon=aflopend"):
        found = administrator.words(f"/beheer{query}")
        assert ("Zoé.Aflopend" in found, "Daan Visser" in found, "nog 4 dagen" in found) == (True, False, True)
    assert "Er is niemand met deze naam" in administrator.words("/beheer?zoek=niemand")


def test_who_was_invited_and_whose_link_is_over_stands_out() -> None:
    person, now = Person(1, "anna", "Anna", Rights("lezer")), this_moment()
    marks = [standing_of(person, None, until, now).marks[0] for until in (now + timedelta(days=1), now, None)]
    assert marks == ["uitgenodigd", "verlopen", "verlopen"]
    assert standing_of(replace(person, has_password=True), None, None, now).marks == ("toegang",)
    assert standing_of(person, now - timedelta(days=99), None, now).marks[0] == "ongezien"


def test_an_entry_of_which_the_content_was_erased_says_so(desk: Desk) -> None:
    long_ago = this_moment() - timedelta(days=400)
    desk.ask(downloads.note, "/regio/AM05", by="wie", at=long_ago, card="kaart")
    desk.ask(downloads.erase, this_moment().date())
    shown = desk.signed_in("beheer").words(f"/beheer/logboek?tot={this_moment().date() - timedelta(days=99)}")
    assert "inhoud gewist na 12 maanden" in shown
    assert "Het logboek is heel" in shown


def test_rights_are_changed_and_ended_at_once(desk: Desk) -> None:
    administrator, person = desk.signed_in("beheer"), desk.add("cora", Rights("lezer"))
    visitor, path = desk.signed_in(person), f"/beheer/personen/{person.person_id}"
    until = (this_moment() + timedelta(days=3)).date().isoformat()
    assert administrator.send(path, role="bureau", regions=["AM05", "AM22"], ends_on=until).status_code == 303
    event_done, subject, by, details = desk.last()
    assert (event_done, subject, by) == (Event.RIGHTS, "cora", BY)
    assert (details["before"]["role"], details["after"]["regions"]) == ("lezer", ["AM05", "AM22"])
    assert visitor.get("/mijlpalen/agenda").status_code == 200
    assert administrator.send(f"{path}/beeindigen").status_code == 303
    assert desk.last()[0] is Event.ENDED
    assert visitor.get("/mijlpalen/agenda").status_code == 302
    assert administrator.send(f"{path}/uitnodigen").status_code == 400
    assert administrator.get("/beheer/personen/999").status_code == 404
    assert "Deze pagina bestaat niet" in administrator.words("/beheer/personen/999")


def test_a_person_is_unbound_from_the_organisation(desk: Desk) -> None:
    administrator, person = desk.signed_in("beheer"), desk.add("hans", Rights("lezer"))
    path = f"/beheer/personen/{person.person_id}"
    assert administrator.send(f"{path}/ontkoppelen").status_code == 400
    desk.ask(people.bind, person, "https://provider 1")
    assert f'action="{path}/ontkoppelen"' in administrator.get(path).get_data(as_text=True)
    assert administrator.send(f"{path}/ontkoppelen").status_code == 303
    assert desk.last()[:3] == (Event.UNBOUND, "hans", BY)
    assert desk.ask(people.by_identity, "https://provider 1") is None


def test_the_last_administrator_stays_one(desk: Desk) -> None:
    path = f"/beheer/personen/{desk.of_role('beheer').person_id}"
    for form in (path, f"{path}/beeindigen"):
        answer = desk.signed_in("beheer").send(form, role="lezer")
        assert (answer.status_code, "enige beheerder" in answer.get_data(as_text=True)) == (400, True)


def test_the_review_of_a_region_has_who_sees_it(desk: Desk) -> None:
    administrator = desk.signed_in("beheer")
    twente, zeeland = (administrator.words(f"/beheer/regios?regio={code}") for code in ("AM05", "AM24"))
    assert "Sem de Boer" in twente
    assert "Daan Visser" in twente
    assert "Sem de Boer" not in zeeland
    lines = csv.reader(StringIO(_text(administrator.send("/beheer/regios.csv"))), delimiter=";")
    assert [line[:4] for line in lines if "Sem de Boer" in line] == [
        ["Twente", "persoon", "Sem de Boer", login_of("regio")]
    ]
    assert desk.last()[:2] == (Event.DOWNLOADED, "/beheer/regios")


def test_the_log_is_narrowed_checked_and_taken_away(desk: Desk) -> None:
    administrator = desk.signed_in("beheer")
    desk.ask(audit.write, Event.PUBLISHED, "=HYPERLINK(1)", by="programmamanager", at=this_moment(), note="eerste")
    today = this_moment().date()
    shown = administrator.words(f"/beheer/logboek?wat=gepubliceerd&van={today}&tot={today}")
    assert "1 regel, de nieuwste eerst" in shown
    assert "toelichting: eerste" in shown
    assert "Het logboek is heel" in shown
    assert "niets van deze soort" in administrator.words("/beheer/logboek?van=2020-01-01&tot=2020-01-02")
    assert administrator.get("/beheer/logboek?van=gisteren").status_code == 400
    for period in ("van=2026-02-01&tot=2026-01-01", "tot=9999-12-31"):
        assert administrator.get(f"/beheer/logboek?{period}").status_code == 400
    taken = _text(administrator.send("/beheer/logboek.csv", wat="gepubliceerd"))
    head, line = list(csv.reader(StringIO(taken), delimiter=";"))
    assert (head[0], line[5], line[7]) == ("Nummer", "'=HYPERLINK(1)", "toelichting: eerste")
    assert desk.last() == (Event.EXPORTED, "logboek", BY, {"entries": 1})


def test_whatever_somebody_is_called_the_log_stays_readable(desk: Desk) -> None:
    for name in ("2026-99-99", "2026-01-01T99:99", "{n}", "%s"):
        desk.ask(audit.write, Event.ADDED, "odd", by=BY, at=this_moment(), name=name)
        assert f"naam: {name}" in desk.signed_in("beheer").words("/beheer/logboek")
    desk.ask(audit.write, Event.BLOCKED, "odd", by="odd", at=this_moment(), why="network")
    assert "te vaak geprobeerd vanaf één netwerk" in desk.signed_in("beheer").words("/beheer/logboek")


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "＝1", "\t=1", "\r=1", "\n=1"])
def test_a_spreadsheet_runs_nothing(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert harmless("a=1") == "a=1"


def _text(answer: object) -> str:
    return answer.get_data().decode("utf-8-sig")  # type: ignore[attr-defined,no-any-return]
