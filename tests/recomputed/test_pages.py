"""Figures on the pages equal what is counted from the workbooks by another road, protection included."""

from typing import Any

import pytest

from dashboard.address import Filters
from tests.asking import REGIONS_THAT_ARE_READ, Site
from tests.dashboard.components.rendered import of_class
from tests.recomputed import shown
from tests.recomputed.stand import PLACED, Stand, months_back, school_leavers, status
from tests.recomputed.workbooks import Workbook, codes, delivered, region_names
from tests.serving import Demonstration

PUBLICATIONS = (2, 4)
TILES = {"K01": "In beeld", "K06": "In traject", "K07": "Geplaatst"}
MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli"]
MONTHS += ["augustus", "september", "oktober", "november", "december"]
PLACES = [(number, region) for number in PUBLICATIONS for region in REGIONS_THAT_ARE_READ]


@pytest.fixture(scope="module")
def deliveries(demonstration: Demonstration) -> list[list[Workbook]]:
    return delivered(demonstration.workbooks)


@pytest.fixture(scope="module")
def stands(deliveries: list[list[Workbook]]) -> dict[int, Stand]:
    return {number: Stand(deliveries, number) for number in PUBLICATIONS}


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[tuple[int, str], Any]:
    paths = ["/", *(f"/regio/{region}" for region in REGIONS_THAT_ARE_READ)]
    return {(number, path): site.page(path, Filters(publication=number)) for number in PUBLICATIONS for path in paths}


@pytest.mark.parametrize("number", PUBLICATIONS)
@pytest.mark.parametrize("code", TILES)
def test_national_tiles(stands: dict[int, Stand], pages: dict[tuple[int, str], Any], number: int, code: str) -> None:
    stand, said = stands[number], shown.tiles(pages[number, "/"])[TILES[code]]
    parts = {region: part for region in stand.taking_part if (part := stand.measure(code, region, stand.day))}
    numerator, denominator = (sum(part[at] for part in parts.values()) for at in (0, 1))
    assert said[2] == shown.count(numerator)
    assert said[1] == status(stand.share_of_expected(code, parts))
    share = shown.percentage(numerator, denominator)
    behind = next(text for text in said if "van 33 regio’s" in text)
    assert behind.startswith(f"{share} van {shown.count(denominator)}")
    assert behind.endswith(f"{len(stand.present)} van {len(stand.taking_part)} regio’s")
    both = [(part[0], was[0]) for region, part in parts.items() if (was := stand.measure(code, region, stand.before))]
    assert f"{shown.signed(sum(now - was for now, was in both))}" in said
    promises = [promise for region in parts if (promise := stand.promise(code, region))]
    assert f"verwacht nu {shown.fives(sum(one.on(stand.day) for one in promises))}" in said
    assert f"start {shown.fives(sum(one.start for one in promises))}" in said
    assert f"doel {shown.fives(sum(one.target for one in promises))}" in said


@pytest.mark.parametrize(("number", "region"), PLACES)
@pytest.mark.parametrize("code", TILES)
def test_tiles_of_a_region(
    stands: dict[int, Stand], pages: dict[tuple[int, str], Any], number: int, region: str, code: str
) -> None:
    stand, said = stands[number], shown.tiles(pages[number, f"/regio/{region}"])[TILES[code]]
    numerator, denominator = stand.measure(code, region, stand.day) or (0, 0)
    assert denominator > 0
    assert said[2] == shown.count(numerator)
    assert said[1] == status(stand.own_share(code, region))
    share = shown.percentage(numerator, denominator)
    group = f"{share} van {shown.count(denominator)}" if share else "percentage niet getoond"
    assert any(text.startswith(group) for text in said)
    was = stand.measure(code, region, stand.before)
    assert ("gelijk" if was and was[0] == numerator else shown.signed(numerator - (was or (0, 0))[0])) in said
    national = f"Landelijk {shown.number(stand.share_of_expected(code, stand.present) or 0)}%"
    assert national in said
    promise = stand.promise(code, region)
    assert (
        f"verwacht nu {shown.fives(promise.on(stand.day))}" if promise else "Geen streefwaarde vastgesteld."
    ) in said
    assert promise is None or f"doel {shown.fives(promise.target)}" in said


@pytest.mark.parametrize("number", PUBLICATIONS)
@pytest.mark.parametrize("path", ["/", "/regio/AM05", "/regio/AM23"])
def test_milestones_on_time(
    stands: dict[int, Stand], pages: dict[tuple[int, str], Any], number: int, path: str
) -> None:
    stand, said = stands[number], shown.tiles(pages[number, path])["Mijlpalen op tijd"]
    regions = stand.taking_part if path == "/" else [path.rsplit("/", 1)[-1]]
    reached, due = stand.on_time(regions)
    assert said[2:4] == [f"{round(100 * reached / due)}%", f"{reached} van {due} mijlpalen"]
    earlier = stand.earlier
    assert earlier is not None
    was_reached, was_due = earlier.on_time(regions)
    moved = round(100 * reached / due) - round(100 * was_reached / was_due)
    assert (f"{shown.signed(moved)} punt" if moved else "gelijk") in said
    if path == "/":
        pilots = sum(one.pilots for one in stand.newest.values())
        assert f"{pilots} pilots in {len(stand.newest)} regio’s" in said


@pytest.mark.parametrize("number", PUBLICATIONS)
def test_the_list_of_regions(stands: dict[int, Stand], pages: dict[tuple[int, str], Any], number: int) -> None:
    stand, rows = stands[number], shown.table(pages[number, "/"], "In beeld, % van de getelde jongeren")
    compared = 0
    for region in stand.present:
        numerator, denominator = stand.measure("K01", region, stand.day) or (0, 0)
        was = stand.measure("K01", region, stand.before)
        change = shown.signed(numerator - was[0]) if was else "–"
        expected = [shown.percentage(numerator, denominator), shown.count(numerator), change]
        assert rows[region_names()[region]] == expected
        compared += 1
    assert compared == {2: 32, 4: 31}[number]
    absent = set(stand.taking_part) - set(stand.present)
    assert all(rows[region_names()[region]][1:] == ["–", "–"] for region in absent)


@pytest.mark.parametrize("number", PUBLICATIONS)
@pytest.mark.parametrize("code", TILES)
def test_what_changed_in_a_month(
    stands: dict[int, Stand], pages: dict[tuple[int, str], Any], number: int, code: str
) -> None:
    """Of the regions that delivered both dates."""
    stand, rows = stands[number], shown.table(pages[number, "/"], "Sinds")
    both = [
        (before[0], after[0])
        for region in stand.taking_part
        if (after := stand.measure(code, region, stand.day)) and (before := stand.measure(code, region, stand.before))
    ]
    was, now = (sum(pair[at] for pair in both) for at in (0, 1))
    assert rows[TILES[code]] == [shown.count(was), shown.count(now), shown.signed(now - was)]


@pytest.mark.parametrize("number", PUBLICATIONS)
def test_the_regions_that_need_attention(
    stands: dict[int, Stand], pages: dict[tuple[int, str], Any], number: int
) -> None:
    stand = stands[number]
    ranked = sorted(stand.taking_part, key=stand.attention, reverse=True)[:3]
    names = ["".join(shown.texts(link)) for link in of_class(pages[number, "/"], "attention-name")]
    assert names == [region_names()[region] for region in ranked]


@pytest.mark.parametrize("number", PUBLICATIONS)
@pytest.mark.parametrize("path", ["/", "/regio/AM05", "/regio/AM23", "/regio/AM35"])
def test_stocks_and_flows(stands: dict[int, Stand], pages: dict[tuple[int, str], Any], number: int, path: str) -> None:
    stand, page = stands[number], pages[number, path]
    regions = stand.present if path == "/" else [path.rsplit("/", 1)[-1]]
    moved = stand.moved(regions)
    rows = shown.table(page, "Jongeren per fase")
    for name, phase in codes("phase").items():
        now = sum((stand.phases(region, stand.day) or {})[phase] for region in regions)
        was = sum((stand.phases(region, months_back(stand.day, 3)) or {})[phase] for region in regions)
        came = sum(youths for (_start, end), youths in moved.items() if end == phase)
        went = sum(youths for (start, _end), youths in moved.items() if start == phase)
        counts = [shown.count(value) for value in (was, came, went, now)]
        assert rows[name] == [*counts, shown.signed(now - was)]
    there = sum((stand.phases(region, stand.day) or {})["F4"] for region in regions)
    card = "national-flow" if path == "/" else "region-flow"
    title = shown.card_title(page, card)
    assert title.startswith(f"{shown.count(there)} jongeren staan in traject; {shown.count(moved['F4', 'F5'])} ")


@pytest.mark.parametrize(("number", "region"), PLACES)
def test_destinations(stands: dict[int, Stand], pages: dict[tuple[int, str], Any], number: int, region: str) -> None:
    stand, page = stands[number], pages[number, f"/regio/{region}"]
    own = stand.exits(region, stand.day) or {}
    everywhere = [found for one in stand.present if (found := stand.exits(one, stand.day))]
    rows = shown.table(page, "Jongeren van wie het traject eindigde")
    for name, code in codes("destination").items():
        country = sum(found.get(code, 0) for found in everywhere)
        ended = sum(sum(found.values()) for found in everywhere)
        share = shown.percentage(own.get(code, 0), sum(own.values())) or "*"
        assert rows[name] == [shown.count(own.get(code, 0)), share, shown.percentage(country, ended)]
    placed = sum(own.get(code, 0) for code in PLACED)
    went = shown.percentage(placed, sum(own.values()))
    start = f"{went} ging naar school of werk" if went else f"{shown.count(placed)} jongeren gingen"
    assert shown.card_title(page, "region-destinations").startswith(start)


@pytest.mark.parametrize(("number", "region"), PLACES)
def test_first_contacts_month_by_month(
    stands: dict[int, Stand], pages: dict[tuple[int, str], Any], number: int, region: str
) -> None:
    stand = stands[number]
    rows = shown.table(pages[number, f"/regio/{region}"], "Jongeren met een eerste contact per maand")
    months = [months_back(stand.day, back) for back in (1, 2, 6, 12)]
    for month in months:
        name = f"{MONTHS[month.month - 1]} {month.year}"
        country = sum(stand.moved_in(one, month).get(("F1", "F2"), 0) for one in stand.taking_part)
        own = stand.moved_in(region, month).get(("F1", "F2"))
        assert rows[name] == ["×" if own is None else shown.count(own), shown.count(country)]


def test_the_correction_and_the_late_ones_are_in_it(deliveries: list[list[Workbook]], stands: dict[int, Stand]) -> None:
    """So that the tests above say something about them."""
    corrected = [one for batch in deliveries for one in batch if one.version > 1]
    assert [(one.region, one.reference_date) for one in corrected] == [("AM01", corrected[0].reference_date)]
    day = months_back(stands[4].day, 4)
    assert stands[2].measure("K01", "AM01", day) != stands[4].measure("K01", "AM01", day)
    assert set(stands[2].taking_part) - set(stands[2].present) == {"AM33"}
    assert set(stands[4].taking_part) - set(stands[4].present) == {"AM03", "AM33"}
    assert len(stands[4].taking_part) == 33


def test_early_school_leavers_keep_the_rounding_of_their_source(site: Site) -> None:
    leavers = school_leavers()
    provinces = {code: part for code, part in leavers.items() if code != "NL01"}
    national, pupils = leavers["NL01"]
    assert (len(provinces), abs(national - sum(count for count, _ in provinces.values()))) == (12, 10)
    page = site.page("/", Filters(division="provincie", measure="vsv"))
    rows = shown.table(page, "Voortijdig schoolverlaters")
    for code, (count, all_pupils) in provinces.items():
        share = f"{100 * count / all_pupils:.1f}%".replace(".", ",")
        assert rows[region_names()[code]][:2] == [share, shown.number(count)]
    country = f"{100 * national / pupils:.1f}%".replace(".", ",")
    assert shown.card_title(page, "national-map").endswith(f"landelijk {country}")
