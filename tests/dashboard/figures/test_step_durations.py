from dashboard.figures import theme
from dashboard.figures.step_durations import Part, Row, step_durations
from tests.dashboard.figures.plotly_check import valid

TEMPLATE = Row(
    "Model", tuple(Part(str(at), f"Stap {at}", months) for at, months in enumerate((3, 1, 4, 1, 2, 1), 1)), True
)
OWN = Row("Eigen", (Part("1", "Stap 1", 3.5), Part("2", "Stap 2", 2.0), Part("3", "Stap 3", 5.0, open=True)))


def test_the_parts_stand_one_after_another() -> None:
    figure = step_durations([TEMPLATE, OWN])
    valid(figure)
    [trace] = figure["data"]
    assert trace["base"] == [0, 3, 4, 8, 9, 11, 0, 3.5, 5.5]
    assert trace["x"] == [3, 1, 4, 1, 2, 1, 3.5, 2.0, 5.0]
    assert len(set(trace["y"])) == 2


def test_what_is_open_is_an_outline_and_the_template_is_grey() -> None:
    marker = step_durations([TEMPLATE, OWN])["data"][0]["marker"]
    assert marker["color"][:6] == [theme.LIGHT_CONTEXT] * 6
    assert marker["color"][-1] == theme.WHITE
    assert marker["line"]["color"][-1] == theme.MESSAGE


def test_each_row_says_its_months() -> None:
    said = " ".join(note["text"] for note in step_durations([TEMPLATE, OWN])["layout"]["annotations"])
    assert "12 mnd." in said
    assert "10,5 mnd." in said


def test_the_template_draws_a_line_where_a_step_ends() -> None:
    lines = step_durations([TEMPLATE, OWN])["layout"]["shapes"]
    assert [line["x0"] for line in lines] == [3, 4, 8, 9, 11, 12]


def test_without_rows_it_is_empty() -> None:
    figure = step_durations([])
    valid(figure)
    assert figure["data"] == []
