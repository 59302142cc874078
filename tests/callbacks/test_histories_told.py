"""Histories of the demonstration: of milestones, experiments and shares, and the same numbers as the pages they come
from."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from dashboard.address import Filters
from dashboard.settings import WebSettings
from tests.asking import REGIONS_THAT_ARE_READ, Site, app_of
from tests.dashboard.components.rendered import of_class, of_type, words
from tests.recomputed.shown import table, tiles
from tests.serving import Demonstration

JULY = date(2026, 7, 1)
CODES = {"In beeld": "K01", "In traject": "K06", "Geplaatst": "K07", "Mijlpalen op tijd": "K19"}
PLANNED = text(
    """
    SELECT m.planned_on, a.approved_at FROM milestone m
      JOIN delivery d ON d.delivery_id = m.delivery_id
      JOIN approval a ON a.delivery_id = d.delivery_id AND a.level_code = 'ministerie'
     WHERE m.pilot_code = 'AM05-TOM' AND m.step_code = '4' ORDER BY d.reference_date, d.version
    """
)
CORRECTED = text(
    """
    SELECT d.correction_reason, d.filled_by, a.approved_by FROM delivery d
      JOIN approval a ON a.delivery_id = d.delivery_id AND a.level_code = 'ministerie'
     WHERE d.region_code = 'AM01' AND d.version = 2
    """
)


def _moments(page: Any) -> list[str]:
    (listed,) = of_class(page, "moments")
    return [words(item) for item in listed["props"]["children"]]


def _shown(page: Any) -> str:
    """What the reading line's side says is shown now."""
    return words(of_class(page, "reading-side")).partition("Publicatie")[0]


@pytest.mark.parametrize("publication", [None, 2])
@pytest.mark.parametrize("place", ["/", *(f"/regio/{code}" for code in REGIONS_THAT_ARE_READ)])
@pytest.mark.parametrize("label", CODES)
def test_a_history_ends_with_what_its_tile_shows(site: Site, place: str, label: str, publication: int | None) -> None:
    filters = Filters(publication=publication)
    value = tiles(site.page(place, filters))[label][2]
    history = site.page(f"{place.rstrip('/')}/geschiedenis/{CODES[label]}", filters)
    assert _shown(history).startswith(f"Getoond: {value} ")


@pytest.mark.parametrize("phase", [f"F{number}" for number in range(7)])
def test_the_history_of_a_phase_ends_with_what_the_flow_shows(site: Site, phase: str) -> None:
    for place in ("", "/regio/AM05"):
        rows = table(site.page(place or "/"), "Jongeren per fase")
        now = list(rows.values())[1 + int(phase[1])][3]
        assert _shown(site.page(f"{place}/geschiedenis/{phase}")) == f"Getoond: {now}"


def test_the_correction_of_groningen_is_told_as_intake_has_it(site: Site, demonstration: Demonstration) -> None:
    page = site.page("/regio/AM01/geschiedenis/K01", Filters(reference_date=JULY))
    with demonstration.intake.connect() as connection:
        reason, filled_by, approved_by = connection.execute(CORRECTED).one()
    newest, first = _moments(page)
    assert f"Reden: “{reason}”" in newest
    assert f"geleverd6 nov. 2026 · {filled_by}" in newest
    assert f"akkoord ministerie9 nov. 2026 · {approved_by}" in newest
    assert "765 van 1.125" in first
    assert "één keer gecorrigeerd: van 765 naar 745" in words(of_class(page, "reading-text"))


def test_the_country_names_the_region_that_was_corrected(site: Site) -> None:
    page = site.page("/geschiedenis/K01", Filters(reference_date=JULY))
    assert "Het is de som van 33 regio’s; veranderd: Groningen." in words(of_class(page, "reading-text"))
    rows = table(page, "De regio’s in dit cijfer")
    assert len(rows) == 34
    assert rows["Groningen"] == ["765 van 1.125", "745 van 1.105", "4"]
    links = [link["props"]["href"] for link in of_type(of_class(page, "beside"), "Link")]
    assert "/regio/AM01/geschiedenis/K01?peildatum=2026-07-01" in links
    assert len(links) == 33


def test_a_pilot_line_leaves_other_regions_out_of_the_sum(site: Site) -> None:
    every, some = (_shown(site.page("/geschiedenis/K01", Filters(pilot_line=line))) for line in (None, "TOM"))
    assert every != some
    tile = tiles(site.page("/", Filters(pilot_line="TOM")))["In beeld"][2]
    assert some.startswith(f"Getoond: {tile} ")


def test_a_milestone_tells_when_and_why_its_plan_moved(site: Site, demonstration: Demonstration) -> None:
    page = site.page("/regio/AM05/geschiedenis/mijlpaal-AM05-TOM-4")
    with demonstration.intake.connect() as connection:
        plans = [str(planned) for planned, _approved in connection.execute(PLANNED)]
    assert plans == ["2026-09-30"] * 3 + ["2026-12-04"]
    fourth, third, second, first = _moments(page)
    assert "huidig plan 30 september 2026 → 4 december 2026" in fourth
    assert "Reden: “Het besluit wacht op de begroting.”" in fourth
    assert "status let op → achter" in fourth
    assert "oordeel let op" in third
    assert "status op koers → let op" in second
    assert "huidig plan 30 september 2026" in first
    assert "akkoord ministerie14 nov. 2026 · programmamanager" in fourth
    said = words(of_class(page, "reading-text"))
    assert said.startswith("De stap ‘Bestuurlijke doorbraak’ is 3 keer gewijzigd. Het laatst in publicatie 4")


def test_a_milestone_as_it_was_tells_nothing_of_later(site: Site) -> None:
    page = site.page("/regio/AM05/geschiedenis/mijlpaal-AM05-TOM-4", Filters(publication=2))
    assert len(_moments(page)) == 2
    said = words(of_type(page, "Main"))
    assert "december" not in said
    assert "begroting" not in said


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/regio/AM33/geschiedenis/mijlpaal-AM33-SSV-5", "veranderd door de tijdstatus let op → achter"),
        ("/regio/AM14/geschiedenis/mijlpaal-AM14-TOM-3", "veranderd door de tijdoordeel op koers → onbekend"),
    ],
)
def test_what_only_time_changed_is_told_of_no_delivery(site: Site, path: str, told: str) -> None:
    page = site.page(path)
    by_time = [moment for moment in _moments(page) if "veranderd door de tijd" in moment]
    assert told in by_time[0]
    assert [moment for moment in by_time if "geleverd" in moment] == []


@pytest.mark.parametrize("pilot", ["AM05-TOM", "AM33-SSV"])
def test_every_step_counts_its_changes_as_its_own_page_does(site: Site, pilot: str) -> None:
    place = f"/regio/{pilot[:4]}/geschiedenis"
    listed = table(site.page(f"{place}/K19"), "Mijlpalen en hun wijzigingen")
    for step in range(1, 7):
        page = site.page(f"{place}/mijlpaal-{pilot}-{step}")
        (title, *_) = [words(node) for node in of_type(page, "H2")]
        counted = next(row[-1] for name, row in listed.items() if name.startswith(f"{step}. "))
        assert int(counted) == len(_moments(page)) - 1
        assert title.startswith("Geen wijziging" if counted == "0" else f"{counted} wijziging")


def test_an_experiment_tells_its_verdict_and_lesson(site: Site) -> None:
    newest, first = _moments(site.page("/regio/AM05/geschiedenis/experiment-AM05-E1"))
    assert "status loopt → gestopt met les" in newest
    assert "besluit stoppen" in newest
    assert "les De dag maakt weinig uit" in newest
    assert "vraag Komen jongeren eerder binnen" in first


def test_what_became_of_the_share_on_time_names_the_milestones(site: Site) -> None:
    page = site.page("/regio/AM05/geschiedenis/K19")
    newest = _moments(page)[0]
    assert "67% (2 van 3) → 50% (2 van 4)" in newest
    assert "4. Bestuurlijke doorbraak (AM05-TOM) nog niet aan de beurt → niet op tijd" in newest
    links = {link["props"]["href"] for link in of_type(of_class(page, "moments"), "Link")}
    assert "/regio/AM05/geschiedenis/mijlpaal-AM05-TOM-4" in links


def test_a_promise_stands_beside_its_value_with_the_hash_of_the_frozen_start(site: Site) -> None:
    page = site.page("/regio/AM05/geschiedenis/K01")
    rows = table(page, "Wat is beloofd, en vanaf waar wordt gemeten")
    assert rows["Streefwaarde"][:3] == ["670", "31-12-2026", "sinds 1"]
    assert rows["Startfoto"][:3] == ["395", "1-1-2025", "sinds 1"]
    assert rows["Startfoto"][-1] == "bc11ed14011d"


def test_a_region_that_takes_no_part_says_why_there_is_nothing(site: Site) -> None:
    page = site.page("/regio/AM12/geschiedenis/K01")
    assert of_class(page, "moments") == []
    assert "doet niet mee aan het programma" in words(of_class(page, "empty"))


def test_movements_that_were_corrected_stand_beside_their_phase(site: Site) -> None:
    page = site.page("/regio/AM01/geschiedenis/F1", Filters(reference_date=JULY))
    rows = table(page, "Wisselingen die een publicatie wijzigde")
    assert rows["Van Voor het eerst geteld naar In beeld"] == ["mei 2026", "20", "0", "4"]
    (link,) = of_type(of_class(page, "beside"), "Link")
    assert link["props"]["href"] == "/regio/AM01/geschiedenis/NEW-F1?peildatum=2026-06-01"
    own = site.page("/regio/AM01/geschiedenis/NEW-F1", Filters(reference_date=date(2026, 6, 1)))
    assert "in mei 2026 is één keer gecorrigeerd: van 20 naar 0." in words(of_class(own, "reading-text"))
    calm = words(of_class(site.page("/regio/AM05/geschiedenis/F1"), "beside"))
    assert "Elke wisseling staat er zoals zij voor het eerst is gepubliceerd." in calm


@pytest.mark.parametrize("what", ["K01", "mijlpaal-AM05-TOM-4"])
def test_while_the_warehouse_is_away_a_history_says_so(
    settings: WebSettings, site: Site, tmp_path: Path, what: str
) -> None:
    path = f"/regio/AM05/geschiedenis/{what}"
    with app_of(replace(settings, read_url=f"sqlite:///{tmp_path}/gone/warehouse.db")) as app:
        away = Site(app)
        assert away.visitor.get(path).status_code == 200
        said = words(away.question(path).get_json()["response"]["_pages_content"]["children"])
    assert "De cijfers zijn nu niet bereikbaar" in said
