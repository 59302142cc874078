"""A guest link: one region, one publication, until it ends or is taken back, with a name across every page."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import unquote

import pytest

from dashboard.clock import this_moment
from dashboard.web.frame import watermark
from tests.desk import Desk, SignedIn
from warehouse.accounts import guests
from warehouse.accounts.audit import Event
from warehouse.accounts.guests import Guest

NAME = "Stuurgroep <Twente>"
QUESTION = "/_dash-update-component"


def _made(desk: Desk, publication: int = 2) -> tuple[Guest, str]:
    end = this_moment() + timedelta(hours=2)
    made: tuple[Guest, str] = desk.ask(guests.make, NAME, "AM05", publication, end, by="beheer", at=this_moment())
    return made


@pytest.fixture
def guest(desk: Desk) -> SignedIn:
    guest = desk.nobody()
    _enter(guest, _made(desk)[1])
    return guest


def _enter(guest: SignedIn, token: str) -> str:
    """Where it leads to."""
    address = f"/gast/{token}"
    answer = guest.client.post(address, data={"csrf_token": guest.token(address)})
    assert answer.status_code == 303
    return str(answer.location)


def _asked(guest: SignedIn, path: str, search: str = "") -> str:
    """What Dash answers for an address."""
    output = ".._pages_content.children..._pages_store.data.."
    given = {"pathname": path, "search": search}
    body = {
        "output": output,
        "outputs": [{"id": "_pages_content", "property": "children"}, {"id": "_pages_store", "property": "data"}],
        "inputs": [{"id": "_pages_location", "property": key, "value": value} for key, value in given.items()],
        "changedPropIds": ["_pages_location.pathname"],
    }
    answer = guest.client.post(QUESTION, json=body)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_who_opens_a_link_is_told_what_it_opens_and_only_then_comes_in(desk: Desk) -> None:
    made, token = _made(desk)
    visitor = desk.nobody()
    told = visitor.words(f"/gast/{token}")
    assert "Twente zoals in publicatie 2" in told
    assert visitor.get("/regio/AM05").status_code == 302
    assert _enter(visitor, token) == "/regio/AM05"
    assert desk.last()[:3] == (Event.SIGNED_IN, f"gast {made.guest_id}", f"gast {made.guest_id}")
    assert visitor.get("/regio/AM05").status_code == 200


def test_the_publication_stays_whatever_is_asked(guest: SignedIn) -> None:
    pages = [_asked(guest, "/regio/AM05", search) for search in ("", "?stand=4", "?stand=1", "?stand=99")]
    assert ["publicatie 2" in page and "publicatie 4" not in page for page in pages] == [True] * 4
    assert len({re.sub(r"stand=\d+", "", page) for page in pages}) == 1
    assert all('"className":"choice-told"' in page for page in pages)


def test_other_regions_are_not_offered(guest: SignedIn) -> None:
    page = _asked(guest, "/regio/AM05").replace(r"\u002f", "/")
    assert '"value":"/regio/AM05"' in page
    assert '"value":"/regio/AM06"' not in page
    assert guest.get("/beheer").status_code == 403


def test_the_name_stands_across_every_page_and_in_a_line(guest: SignedIn) -> None:
    for path in ("/", "/regio/AM05", "/mijlpalen/agenda"):
        page = guest.get(path).get_data(as_text=True)
        assert "Gast: Stuurgroep &lt;Twente&gt;." in page
        assert '<div class="watermark" aria-hidden="true"' in page
    assert "Stuurgroep &lt;Twente&gt;" in unquote(watermark(NAME))
    assert unquote(watermark("een twee " * 9)).count("<tspan") == 3
    assert not set(watermark("\"')").partition(",")[2]) & set("\"'()<>")


def test_a_guest_has_no_address_of_a_calendar(guest: SignedIn) -> None:
    assert "sleutel=" not in guest.get("/mijlpalen/agenda").get_data(as_text=True)


def test_a_link_that_is_taken_back_is_over_at_once(desk: Desk) -> None:
    made, token = _made(desk)
    visitor, administrator = desk.nobody(), desk.signed_in("beheer")
    _enter(visitor, token)
    assert administrator.send(f"/beheer/gasten/{made.guest_id}/intrekken").status_code == 303
    assert desk.last()[0] is Event.GUEST_REVOKED
    assert visitor.get("/regio/AM05").status_code == 302
    assert [visitor.get(f"/gast/{one}").status_code for one in (token, "nonsense")] == [410, 410]
    assert "Deze link werkt niet meer" in visitor.words(f"/gast/{token}")


def test_a_link_is_made_and_shown_once(desk: Desk) -> None:
    administrator = desk.signed_in("beheer")
    ends_at = (this_moment() + timedelta(days=1)).isoformat(timespec="minutes")
    given = {"name": "Raad", "region": "AM05", "publication": "3", "ends_at": ends_at}
    made = administrator.send("/beheer/gasten", **given)
    assert made.status_code == 303
    assert desk.last()[3]["publication"] == 3
    link = re.search(r"http://localhost(/gast/[\w-]+)", administrator.get(made.location).get_data(as_text=True))
    assert link
    assert "publicatie 3" in desk.nobody().words(link[1])
    assert link[1] not in administrator.get("/beheer/gasten").get_data(as_text=True)


@pytest.mark.parametrize(
    ("given", "about"),
    [
        ({"name": ""}, "name"),
        ({"region": "AM99"}, "region"),
        ({"publication": "99"}, "publication"),
        ({"ends_at": ""}, "ends_at"),
        ({"ends_at": "morgen"}, "ends_at"),
        ({"ends_at": "2020-01-01T10:00"}, "ends_at"),
        ({"ends_at": "2099-01-01T10:00"}, "ends_at"),
    ],
)
def test_what_is_wrong_with_a_link_stands_at_its_field(desk: Desk, given: dict[str, str], about: str) -> None:
    before = len(desk.ask(guests.everyone))
    whole = {"name": "Raad", "region": "AM05", "publication": "3", "ends_at": "2099-01-01T10:00"}
    answer = desk.signed_in("beheer").send("/beheer/gasten", **{**whole, **given})
    assert answer.status_code == 400
    assert f'<a href="#{about}">' in answer.get_data(as_text=True)
    assert f'id="{about}-fout"' in answer.get_data(as_text=True)
    assert len(desk.ask(guests.everyone)) == before
