import ast
import re
from collections.abc import Iterator
from datetime import date
from string import Formatter

import pytest

from dashboard import i18n
from dashboard.i18n import LANGUAGES, _, speaking, texts
from tests.serving import HOUSE

ROOMS = ("dashboard", "callbacks")
LONG = 20
PLACEHOLDER = re.compile(r"\{\w+\}")
IN_TEMPLATES = re.compile(r"""\b_\((["'])([\w.]+)\1(\s*\+)?""")
KEYS = sorted(texts("nl"))


def _forms(language: str, key: str) -> list[str]:
    text = texts(language)[key]
    return list(text.values()) if isinstance(text, dict) else [text]


def _placeholders(text: str) -> set[str]:
    return {name for _literal, name, _spec, _conversion in Formatter().parse(text) if name}


def _nodes() -> Iterator[tuple[ast.AST, str]]:
    for path in (path for room in ROOMS for path in (HOUSE / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            yield node, str(path.relative_to(HOUSE))


def _asked_keys() -> dict[str, str]:
    """Keys that stand in code as they are, and where."""
    return {
        key: place
        for node, place in _nodes()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_" and node.args
        for key in _literals(node.args[0])
    }


def _literals(node: ast.expr) -> list[str]:
    if isinstance(node, ast.IfExp):
        return [*_literals(node.body), *_literals(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def _put_together(node: ast.JoinedStr) -> str:
    """`f"tiles.{key}.label"` as a pattern: each part that varies may be anything."""
    parts = (re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w-]+" for part in node.values)
    return "".join(parts)


def _of_templates() -> tuple[set[str], set[str]]:
    """Keys that templates ask for, and the beginnings of those of which the end varies."""
    folder = HOUSE / "dashboard/web/templates"
    found = [ask for file in folder.rglob("*.html") for ask in re.findall(IN_TEMPLATES, file.read_text("utf-8"))]
    return {key for _, key, end in found if not end}, {key for _, key, end in found if end}


def test_both_languages_have_the_same_files_and_keys() -> None:
    folders = [{path.name for path in (HOUSE / "dashboard/locale" / language).iterdir()} for language in LANGUAGES]
    assert folders[0] == folders[1]
    assert texts("nl").keys() == texts("en").keys()
    assert len(KEYS) > 200


@pytest.mark.parametrize("key", KEYS)
def test_a_text_is_complete_in_both_languages(key: str) -> None:
    assert isinstance(texts("nl")[key], dict) == isinstance(texts("en")[key], dict)
    names = [set().union(*(_placeholders(form) for form in _forms(language, key))) for language in LANGUAGES]
    assert names[0] == names[1]
    assert all(form.strip() for language in LANGUAGES for form in _forms(language, key))
    assert all(form.count("**") % 2 == 0 for language in LANGUAGES for form in _forms(language, key))


def test_no_long_text_was_left_untranslated() -> None:
    pairs = [(key, pair) for key in KEYS for pair in zip(_forms("nl", key), _forms("en", key), strict=True)]
    assert [key for key, (dutch, english) in pairs if dutch == english and len(PLACEHOLDER.sub("", dutch)) > LONG] == []


def test_every_text_that_the_code_asks_for_exists() -> None:
    asked = _asked_keys()
    assert len(asked) > 100
    assert {key: place for key, place in asked.items() if key not in texts("nl")} == {}
    assert _of_templates()[0] - texts("nl").keys() == set()


def test_no_text_is_left_that_nothing_asks_for() -> None:
    said = {node.value for node, _place in _nodes() if isinstance(node, ast.Constant)}
    joined = {_put_together(node) for node, _place in _nodes() if isinstance(node, ast.JoinedStr)}
    patterns = [re.compile(one) for one in joined if re.match(r"[a-z_]+\\\.", one)]
    whole, beginnings = _of_templates()
    patterns += [re.compile(rf"{re.escape(one)}\w+") for one in beginnings]
    said |= whole
    assert [key for key in KEYS if key not in said and not any(one.fullmatch(key) for one in patterns)] == []


def test_months_have_their_names() -> None:
    days = [date(2026, month, 1) for month in range(1, 13)]
    assert [i18n.month(day) for day in days][::6] == ["januari 2026", "juli 2026"]
    with speaking("en"):
        assert [i18n.month(day) for day in days][::6] == ["January 2026", "July 2026"]
        assert len({i18n.short_month(day) for day in days}) == 12


@pytest.mark.parametrize(
    ("written", "dutch", "english"),
    [
        (i18n.day, "21 november 2026", "21 November 2026"),
        (i18n.short_day, "21 nov. 2026", "21 Nov 2026"),
        (i18n.day_month, "21 november", "21 November"),
        (i18n.table_day, "21-11-2026", "21-11-2026"),
        (i18n.month, "november 2026", "November 2026"),
    ],
)
def test_dates(written: object, dutch: str, english: str) -> None:
    assert callable(written)
    assert written(date(2026, 11, 21)) == dutch
    with speaking("en"):
        assert written(date(2026, 11, 21)) == english


@pytest.mark.parametrize(
    ("value", "decimals", "dutch", "english"),
    [
        (1234.5, 1, "1.234,5", "1,234.5"),
        (1234567, 0, "1.234.567", "1,234,567"),
        (-15, 0, "−15", "−15"),
        (0.04, 1, "0,0", "0.0"),
        (999, 0, "999", "999"),
    ],
)
def test_numbers(value: float, decimals: int, dutch: str, english: str) -> None:
    assert i18n.number(value, decimals) == dutch
    with speaking("en"):
        assert i18n.number(value, decimals) == english


@pytest.mark.parametrize(("value", "text"), [(45, "+45"), (-15, "−15"), (0, "0"), (1200, "+1.200")])
def test_differences_have_a_sign(value: int, text: str) -> None:
    assert i18n.signed(value) == text


@pytest.mark.parametrize("value", [-0.04, -0.4])
def test_what_rounds_to_nothing_has_no_minus_sign(value: float) -> None:
    assert i18n.number(value) == "0"


@pytest.mark.parametrize(("wanted", "given"), [("en", "en"), ("nl", "nl"), ("fr", "nl"), (None, "nl"), ("", "nl")])
def test_a_language_that_is_not_there_is_dutch(wanted: str | None, given: str) -> None:
    with speaking(wanted):
        assert i18n.language() == given


def test_the_language_goes_back_to_what_it_was() -> None:
    with speaking("en"), speaking("nl"):
        pass
    assert i18n.language() == "nl"


def test_a_text_with_a_plural_is_chosen_by_its_number() -> None:
    assert _("printed.youths", n=1, count="1") == "1 jongere"
    assert _("printed.youths", n=2, count="2") == "2 jongeren"


def test_a_text_or_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError):
        _("printed.nothing")
    with pytest.raises(KeyError):
        _("printed.youths", n=2)
