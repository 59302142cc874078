"""What a workbook of Excel holds besides its cells, and which is kept with it: persons may stand there too."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator

from warehouse.intake.raw import RawSheet, filled_rows

PARTS = (
    ("xl/comments", "opmerkingen / comments"),
    ("xl/threadedComments", "opmerkingen / comments"),
    ("xl/drawings", "tekstvak / text box"),
    ("xl/pivotCache", "draaitabel / pivot table"),
    ("xl/externalLinks", "koppeling / external link"),
)
# Texts between tags, as of a comment, and values in attributes, as of a pivot table and the names of its fields.
_BETWEEN = r"<(?:\w+:)?(?:t|v|text)(?: [^>]*)?>([^<]+)<"
_ATTRIBUTE = r"<(?:\w+:)?(?:s|n|d|cacheField|sheetName) [^>]*?(?:v|val|name)=\"([^\"]+)\""
_TEXT = re.compile(f"{_BETWEEN}|{_ATTRIBUTE}")


def read(content: bytes) -> Iterator[RawSheet]:
    """One sheet per kind of part, with one text a row."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for title in dict.fromkeys(title for _, title in PARTS):
            folders = tuple(folder for folder, known in PARTS if known == title)
            names = [name for name in archive.namelist() if name.startswith(folders) and name.endswith(".xml")]
            texts = [(text,) for name in names for text in _texts(archive.read(name))]
            if texts:
                yield RawSheet(title, filled_rows(title, texts))


def _texts(part: bytes) -> Iterator[str]:
    for between, attribute in _TEXT.findall(part.decode("utf-8", "replace")):
        yield html.unescape(between or attribute).strip()
