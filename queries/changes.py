"""What changed between two publications: added, removed, moved, of another status, revised, new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from queries.compared import Change
from queries.corrections import Correction, corrections
from queries.deliveries import Delivery
from queries.entries import entries
from queries.promised import Promised
from queries.reader import Publication, Reader
from queries.reference import Rules
from queries.revised import Revised
from queries.span import Span
from queries.stories import Stories


def changes(
    reader: Reader,
    since: Publication,
    rules: Rules,
    stories: Stories | None = None,
    told: Sequence[Delivery] | None = None,
) -> list[Change]:
    """The net change since an earlier publication, and in which publication each came.

    `stories` are those of every publication in between, `told` every telling of deliveries, when they were read before.
    """
    read = stories or Stories.of(reader, since)
    span, found = Span.of(reader, since), entries(reader, since)
    reasons = corrections(reader, told)
    return [
        *read.changes(span, rules),
        *(_with_reason(change, reasons) for change in Revised.changes(span, found)),
        *Promised(found, read.experiments).changes(span),
    ]


def _with_reason(change: Change, reasons: Iterable[Correction]) -> Change:
    correction = Correction.of(change, reasons)
    return replace(change, reason=correction.reason) if correction else change
