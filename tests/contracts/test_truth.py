"""Who may see what: one table, and everything that leads past it."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest

from dashboard.access import TRUTH, may_administer
from dashboard.i18n import texts
from dashboard.settings import WebSettings
from queries.experiments import Experiment, experiments
from queries.lessons import lessons
from queries.milestones import milestones
from queries.obstacles import obstacles
from queries.reader import Access
from queries.regions import LEADING_DIVISION, regions
from queries.rule_rooms import rule_rooms
from tests.asking import MINISTRY, Site, app_of, reading
from tests.dashboard.components.rendered import of_type, words
from tests.recomputed.shown import texts as texts_of
from tests.serving import Demonstration
from warehouse.schema.role_codes import GUEST, ROLE_CODES

SUBJECTS = ("", "/trajecten", "/uitkomsten", "/mijlpalen", "/wijzigingen", "/geschiedenis/K01", "/geschiedenis/K19")
COUNTRY = ("/", "/trajecten", "/uitkomsten", "/mijlpalen", "/experimenten", "/definities", "/wijzigingen")
CHOICES = (
    *("", "indeling=provincie", "indeling=doorstroompunt&maat=geplaatst", "lijn=TOM", "lijn=SSV", "gebied=PV25"),
    *("stand=1", "stand=2&sinds=1", "stand=99", "stand=-1", "peildatum=2026-07-01", "sinds=1&soort=status"),
    *("pilot=AM23-TOM", "pilot=AM01-TGW", "pilot=%25", "zoek=beller", "idee=bellen", "taal=en"),
)
PLACES = ("AM23", "am23", "AM05,AM23", "AM0", "*", "%25", "NL01", "PV25", "AM05%2FAM23", "AM01", "AM99")
TAMPERED = 30


@contextmanager
def _visited(settings: WebSettings, access: Access) -> Iterator[Site]:
    with app_of(settings, lambda *_: access) as app:
        yield Site(app)


def _internal(demonstration: Demonstration) -> list[Experiment]:
    with reading(demonstration) as reader:
        return [one for one in experiments(reader) if one.internal]


def _of_roles(own: str) -> Mapping[str, Access]:
    regions_of = {"regio": {own}, "bureau": {own, "AM35"}, GUEST: {own}, "ministerie": None}
    roles = (*ROLE_CODES, GUEST)
    return {
        role: Access(role, None if (codes := regions_of.get(role, set())) is None else frozenset(codes))
        for role in roles
    }


def test_the_table_of_who_sees_what(settings: WebSettings, demonstration: Demonstration) -> None:
    kept, foreign = _internal(demonstration)
    paths = {
        "country": "/",
        "division": "/trajecten?gebied=PV25",
        "own region": f"/regio/{kept.region_code}",
        "foreign region": f"/regio/{foreign.region_code}",
        "shared experiment": "/experimenten/AM01-AM01-E2",
        "own internal experiment": f"/experimenten/{kept.region_code}-{kept.experiment_code}",
        "foreign internal experiment": f"/experimenten/{foreign.region_code}-{foreign.experiment_code}",
    }
    found = {}
    for role, access in _of_roles(kept.region_code).items():
        with _visited(settings, access) as site:
            seen = {thing for thing, path in paths.items() if site.visitor.get(path).status_code == 200}
        with reading(demonstration, access) as reader:
            seen |= {"shared lesson"} if len({one.region_code for one in lessons(reader)}) > 3 else set()
        found[role] = frozenset(seen | ({"administration"} if may_administer(access) else set()))
    assert found == TRUTH


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_region_that_is_not_yours_says_so(settings: WebSettings, subject: str) -> None:
    with _visited(settings, Access("regio", frozenset({"AM05"}))) as site:
        assert site.visitor.get(f"/regio/AM23{subject}").status_code == 403
        assert site.visitor.get(f"/regio/AM05{subject}").status_code == 200
        assert site.visitor.get(f"/regio/AM99{subject}").status_code == 404
        for language, title in (("nl", "Deze regio is niet van u"), ("en", "This region is not yours")):
            page = _content(site, f"/regio/AM23{subject}", f"?taal={language}")
            assert title in words(page)
            assert str(texts(language)["missing.not_yours.acting"]) in words(page)
            assert not re.search(r"\d", words(of_type(page, "Main")))


def test_neither_a_calendar_nor_a_pilot_nor_a_choice_of_others(settings: WebSettings) -> None:
    with _visited(settings, Access("regio", frozenset({"AM05"}))) as site:
        assert site.visitor.get("/mijlpalen.ics?regio=AM23").status_code == 403
        assert b"AM23" not in site.visitor.get("/mijlpalen.ics").data
        assert site.visitor.get("/mijlpalen?pilot=AM23-TOM").status_code == 403
        assert "Deze regio is niet van u" in words(_content(site, "/mijlpalen", "?pilot=AM23-TOM"))
        assert site.visitor.get("/mijlpalen?pilot=AM05-TOM").status_code == 200
        options = json.dumps(of_type(_content(site, "/", ""), "Select"))
        assert "/regio/AM05" in options
        assert "/regio/AM23" not in options
        for store in ("region-address", "trajectories-address", "changes-address"):
            assert site.choice(store, "/regio/AM23/trajecten").status_code == 204


def _content(site: Site, path: str, search: str) -> Any:
    return site.question(path, search).get_json()["response"]["_pages_content"]["children"]


@pytest.mark.parametrize("own", [frozenset({"AM05"}), frozenset[str]()], ids=["regio", "lezer"])
def test_no_address_leads_to_a_row_of_others(
    settings: WebSettings, demonstration: Demonstration, own: frozenset[str]
) -> None:
    """Whatever is written in an address: no words of others, and no number beside the name of a region of others."""
    said, names = _of_others(demonstration, own)
    chance = random.Random(len(own))
    addresses = [(path, f"?{choice}") for path in COUNTRY for choice in chance.sample(CHOICES, 3)]
    addresses += [
        (f"/regio/{chance.choice(PLACES)}{chance.choice((*SUBJECTS, '/experimenten'))}", f"?{chance.choice(CHOICES)}")
        for _ in range(TAMPERED)
    ]
    with _visited(settings, Access("regio" if own else "lezer", own)) as site:
        for path, search in addresses:
            page = _content(site, path, search)
            told = json.dumps(page, ensure_ascii=False)
            assert not [one for one in said if one in told], (path, search)
            assert "indeling" in search or not list(_rows_of(page, names)), (path, search)


def _of_others(demonstration: Demonstration, own: frozenset[str]) -> tuple[set[str], set[str]]:
    """What only they may read, in their own words, and how they are called."""
    with reading(demonstration) as reader:
        rows: list[tuple[str, str]] = [
            *((one.region_code, one.title) for one in milestones(reader)),
            *((one.region_code, one.recovery_action or "") for one in milestones(reader)),
            *((one.region_code, one.title) for one in obstacles(reader)),
            *((one.region_code, one.rule) for one in rule_rooms(reader)),
            *((one.region_code, one.title) for one in experiments(reader) if one.internal),
        ]
        names = {one.name for one in regions(reader) if one.division_code == LEADING_DIVISION and one.code not in own}
    told = {text for code, text in rows if code in own}
    return {text for code, text in rows if code not in own and len(text) > 12} - told, names


def _rows_of(page: Any, names: set[str]) -> Iterator[str]:
    """Of tables by labour-market region; what is tried stands in tables by experiment, and areas have names alike."""
    for row in of_type(page, "Tr"):
        first, *cells = [" ".join(texts_of(cell)) for cell in row["props"]["children"] if isinstance(cell, dict)] or [
            ""
        ]
        if first.strip() in names and any(re.search(r"\d", cell) for cell in cells):
            yield f"{first}: {cells}"


def test_the_ministry_does_see_them(settings: WebSettings, demonstration: Demonstration) -> None:
    said, names = _of_others(demonstration, frozenset())
    with _visited(settings, MINISTRY) as site:
        told = json.dumps(_content(site, "/mijlpalen", ""), ensure_ascii=False)
        assert [one for one in said if one in told]
        assert len(list(_rows_of(_content(site, "/", ""), names))) > 20
