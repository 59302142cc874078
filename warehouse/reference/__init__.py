"""Lists of codes with their names, and the regions: facts that stand in CSV files beside this module."""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
NAMES = ("name_nl", "name_en", "name")
LEADING_DIVISION = "arbeidsmarktregio"
LONGEST_RHYTHM_MONTHS = 3

Row = dict[str, str]


@cache
def rows(name: str) -> tuple[Row, ...]:
    """All rows of `<name>.csv`, as texts. FileNotFoundError when there is no such list."""
    return table(FOLDER / f"{name}.csv")


def table(path: Path) -> tuple[Row, ...]:
    """All rows of a CSV file that is ours, as texts."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def choices(name: str) -> tuple[Row, ...]:
    """The rows that a region may choose from: of `region` the labour-market regions, of `rhythm` month and quarter;
    `flow_from` and `flow_to` are the phases with the way in or the way out."""
    if name == "region":
        return tuple(row for row in rows(name) if row["division_code"] == LEADING_DIVISION)
    if name == "rhythm":
        return tuple(row for row in rows(name) if int(row["months"]) <= LONGEST_RHYTHM_MONTHS)
    if name == "flow_from":
        return _flow_end("NEW") + rows("phase")
    if name == "flow_to":
        return rows("phase") + _flow_end("GONE")
    return rows(name)


def _flow_end(code: str) -> tuple[Row, ...]:
    return tuple(row for row in rows("flow_end") if row["code"] == code)


@cache
def codes_of(name: str) -> tuple[str, ...]:
    """The codes of `choices(name)`, in the order in which people read them."""
    return tuple(row["code"] for row in choices(name))


def label_of(name: str, code: str) -> str:
    """The Dutch name of a code; KeyError when it is not on the list."""
    return _labels(name)[code]


@cache
def _labels(name: str) -> dict[str, str]:
    return {row["code"]: row.get("name_nl") or row["name"] for row in choices(name)}


def plain(text: str) -> str:
    """Letters and digits only, lower case, without accents: "'s-Gravenhage" and "s Gravenhage" become one."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[^a-z0-9]", "", letters)


def match(name: str, text: str) -> str | None:
    """The code that a text means: the code itself, a name, both together ("F1 In beeld"), or a known variant."""
    wanted = plain(text)
    return _meanings(name).get(wanted) or _meanings(name).get(wanted.removeprefix(plain(LEADING_DIVISION)))


@cache
def _meanings(name: str) -> dict[str, str]:
    meanings = {plain(row["variant"]): row["code"] for row in _variants(name)}
    for row in choices(name):
        names = [row[column] for column in NAMES if column in row]
        for text in [*names, *(f"{row['code']} {known}" for known in names), row["code"]]:
            meanings[plain(text)] = row["code"]
    return meanings


def _variants(name: str) -> list[Row]:
    known = codes_of(name)
    return [row for row in rows("name_variant") if row["list"] == name and row["code"] in known]
