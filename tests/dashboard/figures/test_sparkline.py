from __future__ import annotations

from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from dashboard.figures.sparkline import hatch, sparkline
from dashboard.figures.theme import HATCHES, STATUSES

PREFIX = "data:image/svg+xml,"
SVG = "{http://www.w3.org/2000/svg}"


def parsed(uri: str) -> ElementTree.Element:
    assert uri.startswith(PREFIX)
    assert not set(uri) & set('<>#" ')
    assert len(uri) < 900
    return ElementTree.fromstring(unquote(uri.removeprefix(PREFIX)))


def line_of(picture: ElementTree.Element) -> str:
    return picture.findall(f"{SVG}path")[-1].attrib["d"]


@pytest.mark.parametrize("status", STATUSES)
def test_a_picture_is_small_and_well_formed(status: str) -> None:
    shares = [83.0 + at for at in range(36)]
    picture = parsed(sparkline(shares, status=status))
    (dot,) = picture.findall(f"{SVG}circle")
    assert dot.attrib["fill"] == STATUSES[status]


@pytest.mark.parametrize("values", [[], [None], [None, None], [100.0], [0.0, 0.0]])
def test_little_data_gives_a_picture_too(values: list[float | None]) -> None:
    parsed(sparkline(values, status="onbekend"))


def test_all_pictures_share_one_scale() -> None:
    exact = parsed(sparkline([100.0, 100.0], status="op_koers", height=44))
    middle = exact.findall(f"{SVG}path")[1].attrib["d"].partition("H")[0]
    assert line_of(exact).startswith(middle)


def test_a_gap_breaks_the_line_and_a_missing_end_has_no_dot() -> None:
    picture = parsed(sparkline([90.0, None, 95.0, 96.0, None], status="let_op"))
    assert line_of(picture).count("M") == 2
    assert picture.findall(f"{SVG}circle") == []


def test_far_values_stay_inside_the_picture() -> None:
    line = line_of(parsed(sparkline([0.0, 900.0], status="achter", height=44)))
    heights = [float(point.partition(",")[2]) for point in line[1:].split("L")]
    assert heights == [39.5, 4.5]


@pytest.mark.parametrize("kind", HATCHES)
def test_every_gap_has_its_own_sign(kind: str) -> None:
    picture = parsed(hatch(kind, 136, 28))
    assert picture.attrib["width"] == "136"
    alike = [other for other in HATCHES if hatch(other) == hatch(kind)]
    assert set(alike) in ({kind}, {"doet_niet_mee", "niet_van_toepassing"})
