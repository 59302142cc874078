"""From a total to the regions that it is made of, and from a region to its deliveries: parts add up to the whole."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from callbacks.definitions import everything
from callbacks.parts.look import Look
from dashboard.traced import JUDGED, kind_of
from queries.history import INDICATOR, Figure
from queries.judged import LATE
from queries.measures import Engine
from queries.provenance import Source, deliveries_told, sources
from queries.reader import Reader
from queries.reference import Kind
from tests.asking import Site
from tests.callbacks.looking import seen
from tests.dashboard.components.rendered import of_class, of_type, words
from tests.recomputed.shown import table
from warehouse.reference import rows

CODES = [row["code"] for row in rows("indicator") if kind_of(row["code"])]
COUNTED, OF_ROWS = ([code for code in CODES if kind_of(code) == kind] for kind in (INDICATOR, JUDGED))


@pytest.fixture
def look(ministry: Reader) -> Look:
    return seen(ministry)


@pytest.fixture
def made(look: Look) -> Engine:
    return everything(look)


def test_every_indicator_is_counted_judged_or_from_elsewhere(look: Look) -> None:
    kinds: Mapping[str, Kind] = look.reference.kinds
    assert len(kinds) == 24
    assert len(COUNTED) == 12
    assert len(OF_ROWS) == 6
    assert {code for code, kind in kinds.items() if kind.fact == "indicator_value"} == {*kinds} - {*CODES}


@pytest.mark.parametrize("code", CODES)
def test_the_regions_add_up_to_the_country(look: Look, made: Engine, code: str) -> None:
    whole = made.measure(code).now
    parts = [now for one in look.standings.every if (now := made.measure(code, one.region.code).now)]
    assert whole
    assert sum(part.denominator for part in parts) == whole.denominator > 0
    assert len(parts) == whole.regions
    if code == LATE:
        assert min(part.numerator for part in parts) <= whole.numerator <= max(part.numerator for part in parts)
    else:
        assert sum(part.numerator for part in parts) == whole.numerator


@pytest.mark.parametrize("code", CODES)
def test_the_history_of_the_country_leads_to_every_region_of_it(
    site: Site, look: Look, made: Engine, code: str
) -> None:
    page = site.page(f"/geschiedenis/{code}")
    links = {link["props"]["href"].partition("?")[0] for link in of_type(of_class(page, "beside"), "Link")}
    told = {one.region.code for one in look.standings.every if made.measure(code, one.region.code).now}
    assert {f"/regio/{region}/geschiedenis/{code}" for region in told} <= links


@pytest.mark.parametrize("code", COUNTED)
def test_a_count_of_a_region_leads_to_the_delivery_that_told_it(look: Look, made: Engine, code: str) -> None:
    on = made.measure(code, "AM05").on
    found = sources(look.reader, Figure(INDICATOR, (code,), (on,)), ["AM05"])  # type: ignore[arg-type]
    newest = Source.newest(found, look.reader.publication)
    assert newest
    assert [act.code for act in newest.acts] == ["levering", "pilot", "regio", "bureau", "ministerie"]


@pytest.mark.parametrize("code", CODES)
def test_the_history_of_a_region_shows_what_its_tile_shows(site: Site, look: Look, made: Engine, code: str) -> None:
    page, now = site.page(f"/regio/AM05/geschiedenis/{code}"), made.measure(code, "AM05").now
    assert now
    assert f"Getoond: {_shown(now.numerator, now.denominator, code)}" in words(page)
    assert "Aanlevering Twente" in words(of_class(page, "moments"))
    assert deliveries_told(look.reader, "AM05")


def _shown(numerator: int, denominator: int, code: str) -> str:
    if code in COUNTED:
        return f"{'< 10' if 0 < numerator < 10 else numerator} van {denominator}"
    return {"K20": f"{numerator} dagen", "K23": f"{numerator} groepen"}.get(
        code, f"{round(100 * numerator / denominator)}% ({numerator} van {denominator})"
    )


def test_the_table_of_a_region_holds_what_counts(site: Site) -> None:
    listed = table(site.page("/regio/AM05/geschiedenis/K22"), "Wat in dit cijfer telt")
    assert {row[-1] for row in list(listed.values())[1:]} <= {"leidde verder", "beëindigd", "loopt"}
