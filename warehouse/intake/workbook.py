"""Bytes that a region sent -> sheets of raw cells: XLSX, CSV of one subject, or a ZIP of such CSVs."""

from __future__ import annotations

import io
import logging
import traceback
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from warehouse.intake import beside_cells, delimited, spreadsheet
from warehouse.intake.findings import Finding
from warehouse.intake.raw import RawSheet, UnreadableError

MAX_BYTES = 10_000_000
MAX_UNPACKED_BYTES = 20_000_000
MAX_PARTS = 500
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
ZIP = b"PK\x03\x04"
ENCRYPTED_FLAG = 1

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Book:
    """`beside` is what stands elsewhere than in cells; `finding` says why nothing could be read."""

    sheets: tuple[RawSheet, ...] = ()
    beside: tuple[RawSheet, ...] = ()
    finding: Finding | None = None


def read(content: bytes, file_name: str) -> Book:
    """Never raises on bad input: whatever is wrong with the file becomes the one finding of the book."""
    try:
        reader = _reader(content)
        beside = beside_cells.read(content) if reader is spreadsheet.read else ()
        return Book(tuple(reader(content, file_name)), tuple(beside))
    except UnreadableError as problem:
        return Book(finding=problem.finding)
    except Exception as problem:
        # The libraries for ZIP, XML and XLSX raise nearly every exception there is when a file is damaged.
        logger.warning("A file could not be read: %s at %s", type(problem).__name__, _places(problem))
        return Book(finding=Finding("file_corrupt"))


def _places(problem: Exception) -> str:
    """Where it went wrong, innermost first. Without the message, which may hold what stands in a cell."""
    frames = reversed(traceback.extract_tb(problem.__traceback__))
    return " < ".join(f"{PurePath(frame.filename).name}:{frame.lineno}" for frame in frames)


def _reader(content: bytes) -> Callable[[bytes, str], list[RawSheet]]:
    if len(content) > MAX_BYTES:
        raise UnreadableError("file_too_large", megabytes=MAX_BYTES // 1_000_000)
    if content.startswith(OLD_OFFICE):
        raise UnreadableError("file_protected" if ENCRYPTED_PACKAGE in content else "file_old_excel")
    if not content.startswith(ZIP):
        return delimited.read
    return _reader_of_zip(content)


def _reader_of_zip(content: bytes) -> Callable[[bytes, str], list[RawSheet]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
    if any(part.flag_bits & ENCRYPTED_FLAG for part in parts):
        raise UnreadableError("file_protected")
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        raise UnreadableError("file_too_large", megabytes=MAX_UNPACKED_BYTES // 1_000_000)
    names = [part.filename for part in parts if not part.is_dir()]
    if "xl/workbook.xml" in names:
        return spreadsheet.read
    if names and all(PurePath(name).suffix.lower() == ".csv" for name in names):
        return _read_csv_files
    raise UnreadableError("file_type")


def _read_csv_files(content: bytes, _file_name: str) -> list[RawSheet]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = [part for part in archive.infolist() if not part.is_dir()]
        return [sheet for file in files for sheet in delimited.read(archive.read(file), file.filename)]
