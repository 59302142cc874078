from dashboard.figures import theme
from dashboard.figures.step_durations import Part, Row, step_durations
from tests.dashboard.figures.plotly_check import valid

MONTHS = enumerate((3, 1, 4, 1, 2, 1), start=1)
TEMPLATE = Row("Model", tuple(Part(str(at), f"Stap {at}", months) for at, months in MONTHS), is_template=True)
OWN = Row("Eigen", (Part("1", "Stap 1", 3.5), Part("2", "Stap 2", 2.0), Part("3", "Stap 3", 5.0, open=True)))


def test_a_station_stands_where_its_step_ends() -> None:
    figure = step_durations([TEMPLATE, OWN])
    valid(figure)
    [trace] = figure["data"]
    assert trace["x"] == [3, 4, 8, 9, 11, 12, 3.5, 5.5, 10.5]
    assert trace["text"] == [*"123456", *"123"]
    assert len(set(trace["y"])) == 2


def test_what_is_open_is_an_outline_on_a_dotted_rail() -> None:
    figure = step_durations([TEMPLATE, OWN])
    marker = figure["data"][0]["marker"]
    assert marker["color"][6:] == [theme.MESSAGE, theme.MESSAGE, theme.WHITE]
    assert set(marker["line"]["color"][6:]) == {theme.MESSAGE}
    rails = [shape for shape in figure["layout"]["shapes"] if shape["y0"] == shape["y1"]]
    assert ["dash" in rail["line"] for rail in rails][6:] == [False, False, True]


def test_each_row_says_its_months_and_those_of_its_steps() -> None:
    said = [note["text"] for note in step_durations([TEMPLATE, OWN])["layout"]["annotations"]]
    assert any("12 mnd." in text for text in said)
    assert any("10,5 mnd." in text for text in said)
    assert any(">3,5<" in text for text in said)


def test_the_template_draws_a_line_where_a_step_ends() -> None:
    lines = [line for line in step_durations([TEMPLATE, OWN])["layout"]["shapes"] if line["x0"] == line["x1"]]
    assert [line["x0"] for line in lines] == [3, 4, 8, 9, 11, 12]


def test_without_rows_it_is_empty() -> None:
    figure = step_durations([])
    valid(figure)
    assert figure["data"] == []
