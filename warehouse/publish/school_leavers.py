"""A table of early school leavers in a CSV file: per province, as Statistics Netherlands (CBS) publishes it, or per
Doorstroompunt region, as these were in the school year."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from warehouse.reference import rows
from warehouse.refused import RefusedError
from warehouse.schema.lists import NATIONAL_CODE

COLUMNS = ("schooljaar", "status", "code", "leerlingen", "vsv", "niet_vsv")
STATUSES = ("voorlopig", "definitief")
PROVINCE, DOORSTROOMPUNT = "provincie", "doorstroompunt"
NAMES = {PROVINCE: ("provincies", "provinces"), DOORSTROOMPUNT: ("Doorstroompuntregio's", "Doorstroompunt regions")}
ROUNDING_BASE = 10

_SCHOOL_YEAR = re.compile(r"(\d{4})/['’](\d{2})")


class IndicatorFileError(RefusedError):
    """Says in which line of which file something is wrong, and how to mend it."""


@dataclass(frozen=True)
class Leavers:
    line: int
    period: str
    period_from: date
    status: str
    code: str
    pupils: int
    leavers: int

    @property
    def division(self) -> str | None:
        """None of the country."""
        return _divisions().get(self.code)


def read(content: bytes, file_name: str) -> list[Leavers]:
    """Parts and totals were rounded apart by the source, so they need only agree within its rounding."""
    try:
        table = _lines(content)
        found = [_leavers(line, row) for line, row in table]
        _check_periods(found)
    except IndicatorFileError as error:
        raise IndicatorFileError(f"{file_name}: {error.texts['nl']}", f"{file_name}: {error.texts['en']}") from None
    return found


def _lines(content: bytes) -> list[tuple[int, dict[str, str]]]:
    try:
        return _table(content.decode("utf-8-sig").splitlines())
    except (UnicodeDecodeError, csv.Error):
        raise IndicatorFileError(
            "dit is geen tekstbestand. Bewaar de tabel als CSV (UTF-8).",
            "this is not a text file. Save the table as CSV (UTF-8).",
        ) from None


def _table(lines: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    reader = csv.DictReader(lines, delimiter=";" if ";" in "".join(lines[:1]) else ",", restval="")
    if absent := [name for name in COLUMNS if name not in (reader.fieldnames or ())]:
        raise IndicatorFileError(
            f"regel 1: de kolommen {', '.join(absent)} ontbreken. Gebruik de tabel 84780NED van het CBS per provincie, "
            "of een tabel per Doorstroompuntregio met dezelfde kolommen.",
            f"line 1: the columns {', '.join(absent)} are missing. Use table 84780NED of CBS per province, "
            "or a table per Doorstroompunt region with the same columns.",
        )
    return [(reader.line_num, row) for row in reader]


def _leavers(line: int, row: dict[str, str]) -> Leavers:
    pupils, leavers, others = (_count(line, name, row[name]) for name in ("leerlingen", "vsv", "niet_vsv"))
    if abs(pupils - leavers - others) > 2 * ROUNDING_BASE:
        raise IndicatorFileError(
            f"regel {line}: vsv en niet_vsv tellen niet op tot leerlingen. Vergelijk de regel met de bron.",
            f"line {line}: vsv and niet_vsv do not add up to leerlingen. Compare the line with its source.",
        )
    period, period_from = _school_year(line, row["schooljaar"].strip())
    status = _one_of(line, "status", row["status"].strip(), STATUSES)
    code = _one_of(line, "code", row["code"].strip(), [NATIONAL_CODE, *_divisions()])
    return Leavers(line, period, period_from, status, code, pupils, leavers)


def _count(line: int, column: str, text: str) -> int:
    """A space between thousands is how CBS writes; a point could be a decimal one, so it is refused."""
    digits = re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3})", "", text.strip())
    if not re.fullmatch(r"\d{1,9}", digits) or int(digits) % ROUNDING_BASE:
        raise IndicatorFileError(
            f"regel {line}, kolom {column}: '{text}' is geen aantal in tientallen. Schrijf bijvoorbeeld 34210.",
            f"line {line}, column {column}: '{text}' is not a number in tens. Write for example 34210.",
        )
    return int(digits)


def _school_year(line: int, text: str) -> tuple[str, date]:
    found = _SCHOOL_YEAR.fullmatch(text)
    if found is None or (int(found[1]) + 1) % 100 != int(found[2]):
        raise IndicatorFileError(
            f"regel {line}, kolom schooljaar: '{text}' is geen schooljaar. Schrijf bijvoorbeeld 2023/'24.",
            f"line {line}, column schooljaar: '{text}' is not a school year. Write for example 2023/'24.",
        )
    return f"{found[1]}/'{found[2]}", date(int(found[1]), 8, 1)


def _one_of(line: int, column: str, text: str, known: Sequence[str]) -> str:
    if text not in known:
        raise IndicatorFileError(
            f"regel {line}, kolom {column}: '{text}' is onbekend. Kies uit: {', '.join(known)}.",
            f"line {line}, column {column}: '{text}' is unknown. Choose from: {', '.join(known)}.",
        )
    return text


@cache
def _divisions() -> Mapping[str, str]:
    """By the code of a province or a Doorstroompunt region, also of one that is no more."""
    there = {row["code"]: row["division_code"] for row in rows("region") if row["division_code"] in NAMES}
    return there | {row["from_code"]: there[row["to_code"]] for row in rows("region_change") if row["to_code"] in there}


def _places(division: str, year: int) -> list[str]:
    """As the division was in that year: what was split or merged later is in it, and what came of that is not."""
    later = [row for row in rows("region_change") if row["counted_from"] and int(row["counted_from"]) > year]
    came, went = {row["to_code"] for row in later}, {row["from_code"] for row in later}
    now = {row["code"] for row in rows("region")} - came | went
    return sorted(code for code, own in _divisions().items() if own == division and code in now)


def _check_periods(found: Iterable[Leavers]) -> None:
    periods: dict[str, list[Leavers]] = {}
    for row in found:
        periods.setdefault(row.period, []).append(row)
    if not periods:
        raise IndicatorFileError(
            "er staan geen cijfers in. Haal de tabel opnieuw op bij het CBS.",
            "it holds no figures. Fetch the table from CBS again.",
        )
    for period, rows_of_period in periods.items():
        for division in sorted({row.division for row in rows_of_period if row.division}) or [PROVINCE]:
            own = [row for row in rows_of_period if row.division in (None, division)]
            _check_places(period, division, own)
            _check_total(period, division, own)


def _check_places(period: str, division: str, found: Sequence[Leavers]) -> None:
    times = Counter(row.code for row in found)
    there = [NATIONAL_CODE, *_places(division, int(period[:4]))]
    if absent := sorted(times.keys() - set(there)):
        raise IndicatorFileError(
            f"schooljaar {period}: {', '.join(absent)} hoort niet bij de indeling van dat schooljaar. "
            "Gebruik de regio's zoals zij toen waren.",
            f"school year {period}: {', '.join(absent)} is not in the division of that school year. "
            "Use the regions as they were then.",
        )
    if wrong := [code for code in there if times[code] != 1]:
        raise IndicatorFileError(
            f"schooljaar {period}: {', '.join(wrong)} moet er precies één keer in staan. Vul aan of haal dubbele weg.",
            f"school year {period}: {', '.join(wrong)} must stand in it exactly once. Add it or take doubles away.",
        )


def _check_total(period: str, division: str, found: Sequence[Leavers]) -> None:
    for name in ("pupils", "leavers"):
        total = next(getattr(row, name) for row in found if row.code == NATIONAL_CODE)
        parts = [getattr(row, name) for row in found if row.code != NATIONAL_CODE]
        if abs(total - sum(parts)) > ROUNDING_BASE * len(parts):
            nl, en = NAMES[division]
            raise IndicatorFileError(
                f"schooljaar {period}: Nederland is {total}, de {nl} samen {sum(parts)}; dat is meer verschil "
                "dan afronding geeft. Vergelijk de regels met de bron.",
                f"school year {period}: the country has {total}, the {en} together {sum(parts)}; rounding does "
                "not explain that. Compare the lines with their source.",
            )
