"""CSV of one subject -> a sheet of raw cells. The name of the file says which subject."""

from __future__ import annotations

import csv
import io
from itertools import islice
from pathlib import PurePath

from warehouse.intake.raw import RawSheet, UnreadableError, filled_rows

DELIMITERS = ";\t,|"
SAMPLE_ROWS = 10
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read(content: bytes, file_name: str) -> list[RawSheet]:
    text = _decoded(content)
    title = PurePath(file_name).stem
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), skipinitialspace=True)
    return [RawSheet(title, filled_rows(title, (tuple(cell.strip() for cell in row) for row in rows)))]


def _decoded(content: bytes) -> str:
    """UTF-8 or UTF-16 with or without a mark, else what Dutch Excel writes by itself."""
    if content.startswith(UTF16_MARKS):
        return content.decode("utf-16")
    if b"\x00" in content:
        raise UnreadableError("file_type")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")


def _delimiter(text: str) -> str:
    """The sign that cuts the first rows into the most columns."""
    sample = list(islice(io.StringIO(text), SAMPLE_ROWS))
    widest = max(DELIMITERS, key=lambda sign: max((line.count(sign) for line in sample), default=0))
    if not any(widest in line for line in sample):
        raise UnreadableError("file_type")
    return widest
