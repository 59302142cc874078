"""For every kind of finding, a workbook that brings it about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from tests.warehouse.intake import region
from tests.warehouse.intake.region import Rows
from warehouse.intake.delivered import Earlier
from warehouse.intake.raw import MAX_COLUMNS, MAX_ROWS
from warehouse.intake.screening import Screening, screen
from warehouse.intake.workbook import MAX_BYTES, OLD_OFFICE

Case = Callable[[], Screening]
BSN = 111222333  # passes the eleven-test; given out to nobody


def _file(content: bytes, name: str = "AM05.xlsx") -> Case:
    return lambda: screen(content, name)


def _rows(spoil: Callable[[Rows], object]) -> Case:
    return lambda: region.screened(region.content(spoil))


def _cell(subject: str, number: int, key: str, value: object) -> Case:
    return _rows(lambda rows: rows[subject][number].update({key: value}))


def _sheet(edit: Callable[[Workbook], object]) -> Case:
    return lambda: region.screened(region.edited(edit))


def _sent(sheet: str, place: str, value: Any) -> Case:
    """A value typed into a cell, past the drop-down."""

    def edit(workbook: Workbook) -> None:
        workbook[sheet][place] = value

    return _sheet(edit)


def _with_sheet(title: str, cells: list[list[Any]], *, hidden: bool = False) -> Case:
    def edit(workbook: Workbook) -> None:
        page = workbook.create_sheet(title)
        page.sheet_state = "hidden" if hidden else "visible"
        for row in cells:
            page.append(row)

    return _sheet(edit)


def _protected() -> bytes:
    return OLD_OFFICE + b"\x00" * 512 + "EncryptedPackage".encode("utf-16-le")


def _other_zip() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("photo.jpg", b"no workbook")
    return content.getvalue()


def _duplicate(rows: Rows) -> None:
    rows["pilot"].append(dict(rows["pilot"][0]))


def _gap(rows: Rows) -> None:
    rows["phase_count"] = [row for row in rows["phase_count"] if row["reference_date"].month != 6]


def _leap(rows: Rows) -> None:
    for row in rows["phase_count"]:
        if row["reference_date"] == region.REFERENCE_DATE and row["phase_code"] == "F0":
            row["count:16-17"] += 500


def _copy(rows: Rows) -> None:
    rows["phase_flow"] = [row for row in rows["phase_flow"] if row["period"].month != 10]
    rows["exit_count"] = [row for row in rows["exit_count"] if row["period"].month != 10]
    stock = [row for row in rows["phase_count"] if row["reference_date"].month == 10]
    rows["phase_count"] = [row for row in rows["phase_count"] if row["reference_date"].month != 11]
    rows["phase_count"] += [{**row, "reference_date": region.REFERENCE_DATE} for row in stock]


def _quiet_month(rows: Rows) -> None:
    """A month in which young people moved and no trajectory ended."""
    rows["exit_count"] = [row for row in rows["exit_count"] if row["period"].month != 8]
    for row in rows["phase_flow"]:
        if row["period"].month == 8 and row["from_code"] == "F4":
            row["youths"] = 0


def _no_reference_date(rows: Rows) -> None:
    rows["phase_count"] = [row for row in rows["phase_count"] if row["reference_date"] != region.REFERENCE_DATE]


def _crowd(rows: Rows) -> None:
    for row in rows["phase_count"]:
        row["count:16-17"] += 90_000


def _circle(rows: Rows) -> None:
    rows["experiment"][0]["comes_from"] = "E2"


def _many_wrong(rows: Rows) -> None:
    for row in rows["phase_count"]:
        row["count:16-17"] = "veel"


def _wrong_total(workbook: Workbook) -> None:
    workbook["Fasen"].append([region.REFERENCE_DATE, "Totaal", 1, 2, 3, 4])


def _two_head_rows(rows: Rows) -> None:
    rows["delivery"].append(dict(rows["delivery"][0], reference_date=date(2026, 10, 1)))


def _wide(workbook: Workbook) -> None:
    workbook["Fasen"][f"{get_column_letter(MAX_COLUMNS + 1)}2"] = 1


def _long(workbook: Workbook) -> None:
    for _ in range(MAX_ROWS + 1):
        workbook["Uitleg"].append([1])


def _repeated_column(workbook: Workbook) -> None:
    workbook["Fasen"]["G1"] = "fase"


def _bare_number(workbook: Workbook) -> None:
    cell = workbook["Pilots"]["D2"]
    cell.value, cell.number_format = 46327, "General"


def _baseline_moved() -> Screening:
    earlier = Earlier(adopted={("P1", "1"): date(2026, 1, 1)})
    return screen(region.content(), "AM05.xlsx", history=lambda _region, _day: earlier)


def _pilot_done_early(rows: Rows) -> None:
    rows["pilot"][0]["baseline_on"] = date(2026, 8, 15)


CASES: dict[str, Case] = {
    "file_type": _file(_other_zip()),
    "file_too_large": _file(b"x" * (MAX_BYTES + 1)),
    "file_corrupt": _file(b"PK\x03\x04 and then nothing"),
    "file_protected": _file(_protected()),
    "file_old_excel": _file(OLD_OFFICE + b"\x00" * 512),
    "too_many_rows": _sheet(_long),
    "too_many_columns": _sheet(_wide),
    "sheet_missing": _sheet(lambda workbook: workbook.remove(workbook["Fasen"])),
    "sheet_twice": _with_sheet("phase_count", [["peildatum", "fase"]]),
    "sheet_unknown": _with_sheet("Kladblok", [["idee", "later"]]),
    "sheet_empty": _rows(lambda rows: rows["exit_count"].clear()),
    "header_missing": _sheet(lambda workbook: workbook["Fasen"].delete_rows(1)),
    "column_missing": _sheet(lambda workbook: workbook["Fasen"].delete_cols(3)),
    "column_twice": _sheet(_repeated_column),
    "column_unknown": _sent("Fasen", "G1", "opmerking"),
    "column_without_header": _sent("Fasen", "G2", "iets"),
    "delivery_rows": _rows(_two_head_rows),
    "value_missing": _cell("delivery", 0, "filled_by", None),
    "count_missing": _cell("phase_count", 3, "count:18-20", None),
    "formula_without_value": _sent("Fasen", "C3", "=1+1"),
    "cell_error": _sent("Fasen", "C3", "#N/A"),
    "not_a_text": _sent("Pilots", "A2", date(2026, 2, 1)),
    "not_a_number": _sent("Fasen", "C3", "twaalf"),
    "number_withheld": _sent("Fasen", "C3", "< 5"),
    "number_ambiguous": _sent("Fasen", "C3", "1,766"),
    "not_whole": _sent("Fasen", "C3", 12.5),
    "negative": _sent("Fasen", "C3", -3),
    "number_too_large": _sent("Fasen", "C3", 7_000_000),
    "not_a_date": _sent("Pilots", "D2", "1-13-26"),
    "date_is_number": _sheet(_bare_number),
    "date_implausible": _sent("Pilots", "D2", "1-1-1926"),
    "period_too_long": _sent("Stromen", "A2", "2025/'26"),
    "not_first_of_month": _sent("Stromen", "A2", "15-10-2026"),
    "code_unknown": _sent("Fasen", "B2", "Zoek"),
    "text_too_long": _cell("pilot", 0, "name", "x" * 121),
    "provisional_sign": _sent("Fasen", "C3", "12*"),
    "row_ignored": _sheet(lambda workbook: workbook["Fasen"].append(["Bron: eigen registratie"])),
    "total_ignored": _sheet(_wrong_total),
    "row_twice": _rows(_duplicate),
    "reference_date_in_future": lambda: screen(region.content(), "AM05.xlsx", today=date(2026, 10, 31)),
    "reference_date_absent": _rows(_no_reference_date),
    "not_start_of_quarter": _cell("delivery", 0, "rhythm_code", "kwartaal"),
    "after_reference_date": _cell("delivery", 0, "reference_date", date(2026, 10, 1)),
    "month_not_ended": _cell("delivery", 0, "reference_date", date(2026, 10, 1)),
    "not_first_of_quarter": _cell("domain_count", 0, "reference_date", date(2026, 5, 1)),
    "support_not_known": _cell("turning_18", 0, "period", date(2026, 8, 1)),
    "quarter_not_ended": _cell("retention_count", 0, "period", date(2026, 10, 1)),
    "date_in_future": _cell("milestone", 0, "done_on", date(2027, 6, 1)),
    "phase_absent": _rows(lambda rows: rows["phase_count"].pop()),
    "flow_impossible": _cell("phase_flow", 0, "to_code", "F5"),
    "total_differs": _sheet(_wrong_total),
    "balance": _cell("phase_count", -1, "count:16-17", 99),
    "exit_month_absent": _rows(_quiet_month),
    "exits_differ": _cell("exit_count", 0, "count:16-17", 9),
    "registrations_differ": _cell("registration_count", 0, "count:1", 2),
    "rows_absent": _rows(lambda rows: rows["domain_count"].pop()),
    "sums_not_same": _cell("retention_count", 2, "count:goed", 90),
    "all_five_above": _cell("domain_count", 5, "count:op_orde", 29),
    "aftercare_differs": _rows(lambda rows: [row.update({"count:goed": 90}) for row in rows["retention_count"]]),
    "steps_differ": _cell("step_count", 0, "count:16-17", 3),
    "series_gap": _rows(_gap),
    "copy_of_last": _rows(_copy),
    "outlier": _rows(_leap),
    "more_than_inhabitants": _rows(_crowd),
    "pilot_unknown": _cell("experiment", 0, "pilot_code", "P9"),
    "steps_missing": _rows(lambda rows: rows["milestone"].pop()),
    "forecast_missing": _cell("milestone", 5, "forecast_on", None),
    "done_and_cancelled": _cell("milestone", 0, "cancelled_on", date(2026, 8, 1)),
    "replan_without_reason": _cell("milestone", 5, "planned_on", date(2027, 2, 1)),
    "judged_without_date": _cell("milestone", 0, "judged_on", None),
    "recovery_incomplete": _cell("milestone", 0, "recovery_action", "Overleg met de wethouder"),
    "baseline_changed": _baseline_moved,
    "done_before_plan": _rows(_pilot_done_early),
    "theme_missing": _cell("obstacle", 0, "theme_code", None),
    "solved_before_reported": _cell("obstacle", 0, "solved_on", date(2026, 1, 1)),
    "too_few_partner_kinds": _rows(lambda rows: rows["partner"].pop()),
    "target_before_baseline": _cell("target", 0, "target_on", date(2026, 1, 1)),
    "interim_without_target": _cell("interim_target", 0, "indicator_code", "K06"),
    "interim_outside": _cell("interim_target", 0, "due_on", date(2026, 1, 1)),
    "target_above_hundred": _rows(lambda rows: rows["target"][0].update(indicator_code="K19", amount=120.0)),
    "target_not_whole": _cell("target", 0, "amount", 62.5),
    "origin_unknown": _cell("experiment", 1, "comes_from", "E9"),
    "origin_circular": _rows(_circle),
    "check_before_start": _cell("experiment", 0, "check_on", date(2026, 4, 1)),
    "ended_before_start": _cell("experiment", 0, "ended_on", date(2026, 4, 1)),
    "ended_without_verdict": _cell("experiment", 0, "verdict_code", None),
    "verdict_without_end": _cell("experiment", 1, "verdict_code", "stoppen"),
    "stopped_without_lesson": _cell("experiment", 1, "verdict_code", "stoppen"),
    "experiment_unknown": _cell("experiment_note", 0, "experiment_code", "E9"),
    "note_before_start": _cell("experiment_note", 0, "noted_on", date(2026, 4, 1)),
    "person_number": _with_sheet("Bijlage", [["nummer"], [BSN]], hidden=True),
    "person_name": _with_sheet("Bijlage", [["Achternaam", "aantal"]]),
    "person_birth_date": _with_sheet("Bijlage", [["van"], *[[date(2006, 5, day)] for day in (1, 2, 3)]]),
    "person_contact": _with_sheet("Bijlage", [["bereikbaar"], ["06-12345678"]]),
    "person_address": _with_sheet("Bijlage", [["waar"], ["7511 AB"]]),
    "person_duo_layout": _with_sheet("Bijlage", [["Recordsoort A04"]]),
    "text_person_number": _cell("experiment_note", 0, "observed", f"Zie dossier {BSN} voor de rest."),
    "text_email": _cell("experiment_note", 0, "observed", "Mail naar iemand@voorbeeld.nl gestuurd."),
    "text_phone": _cell("experiment_note", 0, "observed", "Bel 06-12345678 voor een plek."),
    "text_address": _cell("experiment_note", 0, "observed", "Langs geweest op Zwaluwstraat 12."),
    "text_person": _cell("experiment_note", 0, "observed", "Kevin (17) uit Almelo kwam langs."),
    "more_of_the_same": _rows(_many_wrong),
}
