"""What experiments and lessons can be found by, made of the texts that are published of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from warehouse.publish.audience import Audience
from warehouse.schema.tokens import tokens

EXPERIMENT, LESSON = "experiment", "lesson"
TOLD = ("title", "question", "small_step", "method", "for_whom", "owner", "lesson", "next_step")
NOTED = ("observed", "learned")
LARGEST_PLACE = 2**63

Row = Mapping[str, Any]


def rows(subjects: Mapping[str, Sequence[Row]]) -> Iterator[dict[str, Any]]:
    """An experiment is found by its log too."""
    audience = Audience(subjects["experiment"])
    logs: dict[tuple[str, str], list[str | None]] = {}
    for note in subjects["experiment_note"]:
        logs.setdefault(_experiment(note), []).extend(note[name] for name in NOTED)
    for one in subjects["experiment"]:
        texts = [*(one[name] for name in TOLD), *logs.get(_experiment(one), [])]
        yield _row(one["region_code"], EXPERIMENT, one["experiment_code"], tokens(texts), audience.of(one))
    for one in subjects["lesson"]:
        yield _row(one["region_code"], LESSON, one["lesson_code"], tokens([one["learned"]]), audience.of(one))


def _experiment(row: Row) -> tuple[str, str]:
    return row["region_code"], row["experiment_code"]


def _row(region: str, kind: str, code: str, line: str, internal: str | None) -> dict[str, Any]:
    at = place(region, kind, code, line)
    told = {"place": at, "tokens": line, "internal": internal}
    return {"region_code": region, "kind_code": kind, "sought_code": code, **told}


def place(*told: str) -> int:
    """The same for the same words of the same thing, in every publication in which it says so."""
    digest = hashlib.sha256("\n".join(told).encode()).digest()
    return int.from_bytes(digest[:8]) % LARGEST_PLACE
