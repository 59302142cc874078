from datetime import date

from dashboard.figures import theme
from dashboard.figures.milestone_trend import Line, Told, milestone_trend
from dashboard.i18n import speaking
from tests.dashboard.figures.plotly_check import valid

DAYS = [date(2026, month, 18) for month in (9, 10, 11)]
KEPT = Line("Zeeland", tuple(Told(day, date(2027, 2, 1)) for day in DAYS), marked=False)
SLIPPED = Line(
    "Twente", tuple(Told(day, date(2026, month, 30)) for day, month in zip(DAYS, (10, 11, 12), strict=True)), True
)


def test_a_line_tells_how_far_it_moved() -> None:
    assert (KEPT.slipped, SLIPPED.slipped) == (0, 61)


def test_a_marked_line_has_a_label_and_the_colour_of_the_message() -> None:
    figure = milestone_trend([SLIPPED, KEPT])
    valid(figure)
    assert [trace["line"]["color"] for trace in figure["data"]] == [theme.LIGHT_CONTEXT, theme.MESSAGE]
    said = " ".join(note["text"] for note in figure["layout"]["annotations"])
    assert "Twente +61 d" in said
    assert "Zeeland" not in said


def test_what_is_told_on_the_day_itself_is_the_line_of_reaching() -> None:
    with speaking("en"):
        figure = milestone_trend([SLIPPED])
    assert any("day of reaching" in note["text"] for note in figure["layout"]["annotations"])
    diagonal = [line for line in figure["layout"]["shapes"] if line["line"]["color"] == theme.TODAY]
    assert [(one["x0"], one["x1"]) for one in diagonal] == [(one["y0"], one["y1"]) for one in diagonal]


def test_without_lines_it_is_empty() -> None:
    figure = milestone_trend([])
    valid(figure)
    assert figure["data"] == []


def test_names_of_people_are_no_tags() -> None:
    figure = milestone_trend([SLIPPED._replace(label="<b>x</b>")])
    assert all("<b>x</b>" not in note["text"] for note in figure["layout"]["annotations"])
