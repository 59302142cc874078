"""What holds for the house as a whole: sizes, names, and that it starts as README says."""

import ast
import json
import re
from pathlib import Path

import pytest
from plotly.offline import get_plotlyjs_version

from tests.serving import HOUSE

ROOMS = ("dashboard", "callbacks", "queries", "warehouse", "tests")
MODULES = [path for room in ROOMS for path in sorted((HOUSE / room).rglob("*.py")) if "migrations" not in path.parts]
SIZES = {True: (400, 60), False: (250, 40)}  # lines of a module and of a function, in tests and elsewhere
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base", "shared"}
SOURCES = [*MODULES, *(HOUSE / "assets").glob("*.*"), *(HOUSE / "docs").rglob("*.md"), HOUSE / "README.md"]


def _name(path: Path) -> str:
    return str(path.relative_to(HOUSE))


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_modules_and_functions_can_be_read_at_once(path: Path) -> None:
    module_lines, function_lines = SIZES[_name(path).startswith("tests/")]
    text = path.read_text("utf-8")
    assert text.count("\n") <= module_lines
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or node.lineno) - node.lineno < function_lines, node.name


def test_every_module_has_a_name_that_says_what_it_holds() -> None:
    assert [_name(path) for path in MODULES if path.stem in SAYS_NOTHING] == []


def test_nothing_is_left_for_later() -> None:
    left = re.compile(r"\b(TODO|FIXME|XXX)\b")
    assert [_name(path) for path in SOURCES if path != Path(__file__) and left.search(path.read_text("utf-8"))] == []


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {path.parent for path in (HOUSE / "tests").rglob("test_*.py")}
    assert [_name(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_plotly_in_the_browser_is_the_version_that_the_figures_are_made_for() -> None:
    packages = json.loads((HOUSE / "package.json").read_text())
    assert packages["dependencies"]["plotly.js-basic-dist-min"] == get_plotlyjs_version()


def test_the_two_commands_stand_at_the_top_of_the_readme() -> None:
    commands = re.findall(r"^make \w+", (HOUSE / "README.md").read_text("utf-8"), re.MULTILINE)
    assert commands[:2] == ["make run", "make test"]


@pytest.mark.parametrize("target", ["run", "test", "attack", "bench", "clean", "help"])
def test_every_command_is_explained_by_make_help(target: str) -> None:
    assert re.search(rf"^{target}:.*## \w+", (HOUSE / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_the_command_line_table_of_the_readme_is_complete() -> None:
    from dashboard.cli import main

    named = re.findall(r"^\| `trajectmonitor ([a-z-]+)", (HOUSE / "README.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(named) == sorted(main.commands)
