"""What entries tell beside counts: notes in a log, pilots, targets, who takes part, and figures from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from queries.compared import ADDED, MOVED, NEW, REVISED, REWORDED, STATUS, Aspect, Change, Figure, Subject
from queries.entries import ELSEWHERE, NOTE, PARTICIPATION, PARTNER, PILOT, TARGET, Entry
from queries.experiments import Experiment
from queries.reader import Publication
from queries.span import Span


@dataclass(frozen=True)
class Promised:
    """`experiments` are those of which the notes are wanted."""

    entries: Iterable[Entry]
    experiments: Iterable[Experiment]

    def changes(self, span: Span) -> Iterator[Change]:
        for subject in (PILOTS, PARTNERS, TARGETS, PARTICIPATIONS):
            yield from subject.changes(span, self._of(subject.name))
        yield from self._of_notes(span)
        for change in FROM_ELSEWHERE.changes(span, self._of(ELSEWHERE)):
            yield replace(change, kind=NEW) if change.kind == ADDED else change

    def _of(self, name: str) -> list[Entry]:
        return [entry for entry in self.entries if entry.subject == name]

    def _of_notes(self, span: Span) -> Iterator[Change]:
        known = {(one.region_code, one.experiment_code): one for one in self.experiments}
        notes = (entry for entry in self._of(NOTE) if (entry.region_code, entry.code) in known)
        subject: Subject[Entry] = Subject(
            name=NOTE,
            key=_key,
            code=_code,
            title=lambda entry: known[entry.region_code, _code(entry)].title,
            line=lambda entry: known[entry.region_code, _code(entry)].pilot_line_code,
            standing=("observed", _text),
            aspects=(Aspect(REWORDED, "observed", _text),),
            day=lambda entry: entry.day,
        )
        yield from subject.changes(span, notes)


def _key(entry: Entry) -> tuple[object, ...]:
    return entry.key


def _code(entry: Entry) -> str:
    return entry.code or ""


def _text(entry: Entry, _publication: Publication) -> str | None:
    return entry.text


def _figure(entry: Entry, _publication: Publication) -> Figure:
    return Figure(round(entry.amount or 0), None if entry.base is None else round(entry.base))


def _nothing(_entry: Entry) -> None:
    return None


PILOTS: Subject[Entry] = Subject(
    name=PILOT,
    key=_key,
    code=_code,
    title=lambda entry: entry.text or "",
    line=lambda entry: entry.other_code,
    standing=("pilot_line", lambda entry, _: entry.other_code),
    aspects=(Aspect(REWORDED, "title", _text), Aspect(MOVED, "adopted_on", lambda entry, _: entry.on)),
)
PARTNERS: Subject[Entry] = Subject(
    name=PARTNER,
    key=_key,
    code=lambda entry: entry.other_code or "",
    title=_code,
    line=_nothing,
    standing=("since_on", lambda entry, _: entry.on),
    aspects=(Aspect(MOVED, "since_on", lambda entry, _: entry.on),),
)
TARGETS: Subject[Entry] = Subject(
    name=TARGET,
    key=_key,
    code=_code,
    title=lambda _: "",
    line=_nothing,
    standing=("amount", _figure),
    aspects=(Aspect(REVISED, "amount", _figure), Aspect(MOVED, "target_on", lambda entry, _: entry.on)),
)
PARTICIPATIONS: Subject[Entry] = Subject(
    name=PARTICIPATION,
    key=_key,
    code=_code,
    title=lambda _: "",
    line=_nothing,
    standing=("rhythm", _text),
    aspects=(Aspect(STATUS, "rhythm", _text), Aspect(MOVED, "since_on", lambda entry, _: entry.on)),
)
FROM_ELSEWHERE: Subject[Entry] = Subject(
    name=ELSEWHERE,
    key=_key,
    code=_code,
    title=lambda entry: entry.other_code or "",
    line=_nothing,
    standing=("figure", _figure),
    aspects=(Aspect(REVISED, "figure", _figure), Aspect(STATUS, "certainty", _text)),
)
