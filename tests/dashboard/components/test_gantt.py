from dataclasses import replace
from datetime import date

from dashboard.components.age_table import AgeRow, Part
from dashboard.components.age_table import table as age_table
from dashboard.components.gantt import Gantt, Group, Row, gantt, legend, rules
from dashboard.figures.gantt import Scale, Strip
from tests.dashboard.components.rendered import of_class, of_type, words

SCALE = Scale(date(2026, 1, 1), date(2026, 12, 31), date(2026, 9, 1))
STRIP = Strip([date(2026, 2, 1), date(2026, 8, 1)], [], [date(2026, 10, 1)], date(2026, 8, 1), "let_op")
ROW = Row("Twente", "/regio/AM05/mijlpalen", STRIP, "0 van 1 bereikt", 31, "let_op", "op_koers", age=12, differs=True)
DATA = Gantt("Plannen", "Regio", SCALE, (Group("Toekomstplan op maat", "1 pilot", (ROW,)),))
AGED = AgeRow(
    "Gegevens delen", ("UWV mag niet",), (Part("SZW"), Part("9", numeric=True)), 212, True, None, "Nog geen afspraak"
)


def _shown(row: Row) -> object:
    return gantt(replace(DATA, groups=(Group("Lijn", "", (row,)),)))


def test_a_row_has_its_picture_in_words_too() -> None:
    [image] = of_type(gantt(DATA), "Img")
    assert image["props"]["alt"] == "0 van 1 bereikt"
    assert image["props"]["src"].startswith("data:image/svg+xml,")


def test_what_is_judged_otherwise_is_marked_for_eye_and_ear() -> None:
    assert len(of_class(gantt(DATA), "is-different")) == 1
    assert "≠oordeel wijkt af" in words(gantt(DATA))
    same = _shown(replace(ROW, differs=False))
    assert of_class(same, "is-different") == []
    assert "≠" not in words(same)


def test_an_old_judgement_stands_out_and_no_judgement_is_another_thing() -> None:
    assert len(of_class(_shown(replace(ROW, judged="onbekend", age=60, is_old=True)), "is-old")) == 1
    over = _shown(replace(ROW, judged="", age=None, differs=False))
    assert words(of_class(over, "gantt-judged")[-1]).startswith("–")
    never = _shown(replace(ROW, judged="onbekend", age=None, differs=False))
    assert words(of_class(never, "gantt-age")[-1]).startswith("?")


def test_of_whom_nothing_is_known_no_days_are_told() -> None:
    shown = _shown(replace(ROW, late=None, computed="onbekend"))
    assert words(of_class(shown, "gantt-late")[-1]).startswith("×")


def test_every_row_has_as_many_cells_as_there_are_columns() -> None:
    for judges in (True, False):
        shown = gantt(replace(DATA, judges=judges))
        head, group, row = of_type(shown, "Tr")
        columns = len(head["props"]["children"])
        assert len(row["props"]["children"]) == columns
        assert group["props"]["children"]["props"]["colSpan"] == columns


def test_today_is_named_on_the_side_where_there_is_room() -> None:
    [today] = of_class(gantt(DATA), "gantt-today")
    assert words(today) == "vandaag, 1 september"
    assert today["props"]["style"]["left"] == "66.8%"


def test_the_legend_explains_what_is_shown() -> None:
    assert "schatting" in words(legend(STRIP, SCALE, estimates=True))
    assert "lichtgeel" in words(legend(STRIP, SCALE, estimates=False))
    assert "op koersop tijd" in words(rules([("op_koers", "op tijd")]))


def test_an_age_is_a_bar_and_a_number_with_what_comes_next() -> None:
    shown = age_table("Knelpunten", ("Knelpunt", "Aan zet", "Gemeld", "Dagen", "Stap"), [AGED])
    [bar] = of_class(shown, "age-bar")
    assert "is-old" in bar["props"]["className"]
    assert bar["props"]["style"]["width"] == "88.3%"
    assert len(of_class(shown, "age-lacks")) == 1
    agreed = age_table("K", ("a", "b", "c", "d", "e"), [replace(AGED, last="Overleg, 3 december")])
    assert of_class(agreed, "age-lacks") == []
    assert [node["props"]["lang"] for node in of_type(agreed, "Span") if node["props"].get("lang")] == ["nl", "nl"]
