"""What the pages of trajectories show equals what is counted from the workbooks by another road."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

import numpy as np
import pytest
from scipy.stats import binomtest

from dashboard.address import Filters
from tests.asking import Site
from tests.dashboard.components.rendered import of_class, words
from tests.recomputed import shown
from tests.recomputed.courses import Courses
from tests.recomputed.stand import Stand, months_back
from tests.recomputed.workbooks import BANDS, codes, delivered, region_names
from tests.serving import Demonstration

NUMBER = 4
QUARTER = date(2026, 10, 1)
COUNTRY = "NL01"
# Gelderland: the regions of which most young people live there.
AREAS = {"PV25": ["AM06", "AM07", "AM08", "AM09", "AM10", "AM38"]}
WHOLES = (COUNTRY, *AREAS)
PLACES = {COUNTRY: "/trajecten", "PV25": "/trajecten", "AM05": "/regio/AM05/trajecten", "AM23": "/regio/AM23/trajecten"}
STEPS = {"F0F1": ("F0", "F1"), "F1F2": ("F1", "F2"), "F2F3": ("F2", "F3"), "F3F4": ("F3", "F4"), "F4F5": ("F4", "F5")}
EDGES = [0, 14, 30, 60, 120, 240]
OFF = 9  # a count of ten is at most nine beside the truth
of_place = pytest.mark.parametrize("place", PLACES)


@pytest.fixture(scope="module")
def stand(demonstration: Demonstration) -> Stand:
    return Stand(delivered(demonstration.workbooks), NUMBER)


@pytest.fixture(scope="module")
def courses(demonstration: Demonstration, stand: Stand) -> Courses:
    return Courses(demonstration.workbooks, NUMBER, tuple(stand.taking_part))


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, Any]:
    areas = {place: place if place in AREAS else None for place in PLACES}
    return {place: site.page(path, Filters(area=areas[place])) for place, path in PLACES.items()}


def members(stand: Stand, place: str) -> list[str]:
    """The regions that take part and are added up."""
    if place in AREAS:
        return [one for one in stand.taking_part if one in AREAS[place]]
    return stand.taking_part if place == COUNTRY else [place]


def whole(stand: Stand, place: str) -> list[str]:
    """The regions of the country that delivered both dates and the months between them."""
    if place not in WHOLES:
        return [place]
    months = [months_back(stand.day, back) for back in (1, 2, 3)]
    return [
        region
        for region in members(stand, place)
        if region in stand.present
        and stand.phases(region, months_back(stand.day, 3))
        and all(stand.moved_in(region, month) for month in months)
    ]


def counted(courses: Courses, fact: str, place: str, day: date = QUARTER) -> Counter[tuple[str, ...]]:
    """By codes, of one region or of all together."""
    total: Counter[tuple[str, ...]] = Counter()
    for (region, on, *keys), count in courses.shown(fact).items():
        if on == day and (place in (COUNTRY, region) or region in AREAS.get(place, ())):
            total[tuple(keys)] += count
    return total


def by_age(stand: Stand, place: str, day: date) -> Counter[tuple[str, ...]]:
    regions = members(stand, place)
    return sum((Counter(stand.by_age(region, day)) for region in regions), Counter())


def stocks(stand: Stand, regions: Iterable[str], day: date) -> Counter[str]:
    return sum((Counter(stand.phases(region, day) or {}) for region in regions), Counter())


@of_place
def test_the_balance_of_each_phase(stand: Stand, pages: dict[str, Any], place: str) -> None:
    rows, regions = shown.table(pages[place], "Balans per fase"), whole(stand, place)
    before, now = (stocks(stand, regions, day) for day in (months_back(stand.day, 3), stand.day))
    moved = stand.moved(regions)
    for name, phase in codes("phase").items():
        came = sum(youths for (_start, end), youths in moved.items() if end == phase)
        went = sum(youths for (start, _end), youths in moved.items() if start == phase)
        counts = [shown.count(count) for count in (before[phase], came, went, now[phase])]
        change = now[phase] - before[phase]
        assert rows[name][:6] == [*counts, shown.signed(change), shown.signed(came - went - change)]
        step = next((pair for pair in STEPS.values() if pair[0] == phase), None)
        onward = shown.percentage(moved[step], before[phase] + came) or "*" if step else "–"
        assert rows[name][6] == onward
    stopped, again = (sum(n for pair, n in moved.items() if pair[at] == "F6") for at in (1, 0))
    title = f"{shown.count(stopped)} jongeren stopten of vielen terug, {shown.count(again)} begonnen opnieuw"
    assert shown.card_title(pages[place], "trajectories-flow") == title


@of_place
def test_the_reading_line(stand: Stand, courses: Courses, pages: dict[str, Any], place: str) -> None:
    regions = whole(stand, place)
    [line] = of_class(pages[place], "reading-text")
    there, moved = stocks(stand, regions, stand.day)["F4"], stand.moved(regions)
    assert f"{shown.count(there)} jongeren in traject" in words(line)
    found = moved["F0", "F1"]
    few = "minder dan 10" if 0 < found < 10 else shown.number(found)
    assert f"Van buiten beeld kwamen {few} jongeren in beeld" in words(line)


def _median(durations: Counter[tuple[str, ...]], step: str) -> str:
    """By the middle of the running total, drawn as a line from edge to edge."""
    order = ["tot_14", "14_tot_30", "30_tot_60", "60_tot_120", "120_tot_240", "vanaf_240"]
    running = np.cumsum([0, *(durations[step, code] for code in order)])
    if running[-1] < 50:
        return "*"
    half = running[-1] / 2
    if half > running[5]:
        return "240 dagen of langer"
    last = max(at for at in range(6) if running[at] < half)
    days = np.interp(half, running[last : last + 2], EDGES[last : last + 2])
    return f"{round(float(days))} dagen"


@of_place
def test_the_median_number_of_days_before_each_step(courses: Courses, pages: dict[str, Any], place: str) -> None:
    rows, durations = shown.table(pages[place], "Balans per fase"), counted(courses, "step_duration", place)
    names = {phase: name for name, phase in codes("phase").items()}
    for step, (start, _end) in STEPS.items():
        assert rows[names[start]][7] == _median(durations, step)


@of_place
def test_steps_by_age(stand: Stand, courses: Courses, pages: dict[str, Any], place: str) -> None:
    took, stands = counted(courses, "step_age", place), by_age(stand, place, QUARTER)
    expected = [
        [shown.count(took[step, band]), shown.count(took[step, band] + stands[start, band])]
        for step, (start, _end) in STEPS.items()
        for band in BANDS
    ]
    found = [row for row in shown.rows(pages[place], "Stappen vooruit naar leeftijd") if row[1] in codes("age_band")]
    assert [row[2:4] for row in found] == expected
    shares = [
        shown.percentage(took[step, band], took[step, band] + stands[start, band]) or "*"
        for step, (start, _end) in STEPS.items()
        for band in BANDS
    ]
    assert [row[4] for row in found] == shares


@of_place
def test_young_people_in_a_trajectory_by_age(stand: Stand, pages: dict[str, Any], place: str) -> None:
    rows, found = shown.table(pages[place], "Jongeren in traject naar leeftijd"), by_age(stand, place, stand.day)
    for name, band in codes("age_band").items():
        years = {"16-17": 2, "18-20": 3, "21-22": 2, "23-26": 4}[band]
        assert rows[name][:2] == [shown.count(found["F4", band]), shown.count(round(found["F4", band] / years))]


def _note(page: Any, card: str) -> str:
    return next(words(part) for part in of_class(page, "card-note") if part["props"].get("id") == f"{card}-note")


def _arranged(found: Counter[tuple[str, ...]]) -> int:
    return found[("loopt_door",)] + found[("niet_nodig",)]


@of_place
def test_support_after_18(courses: Courses, pages: dict[str, Any], place: str) -> None:
    rows = shown.table(pages[place], "Jongeren die 18 werden")
    beside = {COUNTRY: ["AM05", "AM23"], "PV25": ["AM07"]}.get(place, [COUNTRY])
    for one in (place, *beside):
        found = counted(courses, "turning_18", one)
        every = found.total()
        counts = [shown.count(found[(code,)]) for code in ("loopt_door", "gestopt", "niet_nodig", "onbekend")]
        shares = [shown.percentage(part, every) or "*" for part in (_arranged(found), found[("onbekend",)])]
        name = {COUNTRY: "Landelijk", "PV25": "Gelderland"}.get(one) or region_names()[one]
        assert rows[name] == [*counts, shown.count(every), *shares]
    share = shown.percentage(
        _arranged(counted(courses, "turning_18", place)), counted(courses, "turning_18", place).total()
    )
    title = shown.card_title(pages[place], "trajectories-support")
    assert title == (
        f"Voor {share} is de stap na 18 geregeld" if share else "Te klein om te zeggen wat er na 18 gebeurt"
    )


@pytest.mark.parametrize("place", ["AM05", "AM23"])
def test_how_certain_that_is(courses: Courses, pages: dict[str, Any], place: str) -> None:
    found, country = counted(courses, "turning_18", place), counted(courses, "turning_18", COUNTRY)
    sure, others = _arranged(found), found.total() - _arranged(found)
    least = binomtest(max(0, sure - OFF), max(0, sure - OFF) + others + OFF).proportion_ci(method="wilson").low
    most = binomtest(sure + OFF, sure + OFF + max(0, others - OFF)).proportion_ci(method="wilson").high
    page = str(pages[place])
    assert found.total() >= 50
    assert f"95% zeker tussen {round(100 * least)}% en {round(100 * most)}%" in page
    inside = least <= _arranged(country) / country.total() <= most
    assert ("binnen toeval" in _note(pages[place], "trajectories-support")) == inside


@of_place
def test_who_waits(stand: Stand, courses: Courses, pages: dict[str, Any], place: str) -> None:
    shown_counts = courses.shown("waiting_count")
    dates = [months_back(stand.day, back) for back in range(13)]
    there = {(region, on) for region, on, *_code in shown_counts}
    every = members(stand, place)
    regions = [one for one in every if all((one, on) in there for on in dates)] if place in WHOLES else every
    order = ("tot_4", "4_tot_6", "vanaf_6")
    newest = list(shown.rows(pages[place], "Jongeren die wachten, naar hoe lang"))[-1]
    counts = [sum(shown_counts[one, stand.day, code] for one in regions) for code in order]
    assert newest == ["1 nov. 2026", *map(shown.count, counts), shown.count(sum(counts))]
    intakes = counted(courses, "intake_count", place)
    share = shown.percentage(intakes[("tot_4",)], intakes.total())
    note = _note(pages[place], "trajectories-waiting")
    assert (f"{share} van de intakes kwam binnen vier weken" if share else "te klein om te zeggen") in note


@of_place
def test_registrations(courses: Courses, pages: dict[str, Any], place: str) -> None:
    found = counted(courses, "registration_count", place)
    registered = sum(count * int(systems) for (_approach, systems), count in found.items())
    share = shown.percentage(registered - found.total(), registered)
    assert shown.card_title(pages[place], "trajectories-registrations") == f"{share} van de registraties is dubbel"
    rows = list(shown.rows(pages[place], "Jongeren in beeld, naar benadering"))
    assert [row[2] for row in rows[1:]] == [
        shown.count(found[approach, systems]) for approach in ("benaderd", "niet_benaderd") for systems in "123"
    ]
    said = str(pages[place])
    assert f"{shown.count(registered)}, {shown.count(registered - found.total())} dubbel" in said
