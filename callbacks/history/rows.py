"""The history of a row that a region writes: a step of a pilot, or an experiment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from callbacks.history.here import Here
from callbacks.history.story import CHANGES, Event, Story, Told, story
from dashboard.components.html_card import HtmlCard
from dashboard.components.timeline import Move
from dashboard.i18n import _, day
from dashboard.sentences.history import HistoryFacts
from queries.history import Step, Timeline
from queries.provenance import Source, deliveries_told
from queries.reader import Publication


@dataclass(frozen=True)
class Field:
    """`key` is a word of `history.field`; `is_typed` when people in the region wrote it."""

    key: str
    text: str
    is_typed: bool = False


@dataclass(frozen=True)
class Written:
    """A row as a publication shows it; `version` is the publication that brought it, `reason` why it was changed."""

    fields: tuple[Field, ...]
    version: int
    reason: str = ""


def on(key: str, value: date | None) -> Field:
    return Field(key, day(value) if value else "")


def typed(key: str, value: str | None) -> Field:
    return Field(key, value or "", is_typed=True)


def tell(
    here: Here,
    subject: str,
    state: Callable[[Publication], Written | None],
    leading: Sequence[str],
    beside: tuple[HtmlCard, ...] = (),
) -> Story:
    """`leading` are the fields of which the reading line tells, the weightiest first."""
    reader = here.look.reader
    told_by = deliveries_told(reader, here.region_code or "")
    line = Timeline.of(reader.so_far, state)
    events = [_event(step, told_by, first=at == 0) for at, step in enumerate(line.steps)]
    changed = [(step, one) for step, one in zip(line.steps, events, strict=True) if one.kind in CHANGES]
    publication = changed[-1][1].publication if changed else line.first or reader.publication
    facts = HistoryFacts(
        subject=subject,
        number=publication.number,
        published_on=publication.published_on,
        stood=bool(events),
        withdrawn=bool(events) and line.now is None,
        changes=len(changed),
        moved=_moved(changed[-1][0], leading) if changed else "",
    )
    known_since = min((one.first_publication for one in told_by), default=None)
    quote = changed[-1][1].reason if changed else ""
    return story(here, Told(facts, events, _status(line.now), quote, known_since), beside)


def _status(now: Written | None) -> str:
    return next((field.text for field in now.fields if field.key == "status"), "") if now else ""


def _event(step: Step[Written], told_by: Sequence[Source], *, first: bool) -> Event:
    kind = _kind(step, first=first)
    by_delivery = kind not in ("time", "withdrawn")
    return Event(
        publication=step.publication,
        kind=kind,
        moves=tuple(_moves(step)),
        source=Source.newest(told_by, step.publication) if by_delivery else None,
        is_told=by_delivery,
        reason=step.now.reason if step.now and (step.was is None or step.was.reason != step.now.reason) else "",
    )


def _kind(step: Step[Written], *, first: bool) -> str:
    """A status can become another one by the mere passing of time, without a new row."""
    if step.now is None:
        return "withdrawn"
    if step.was is None:
        return "first" if first else "returned"
    if step.was.version == step.now.version:
        return "time"
    return "changed" if step.publication.restores is None else "restored"


def _moves(step: Step[Written]) -> Iterator[Move]:
    was, now = (one.fields if one else () for one in (step.was, step.now))
    before = {field.key: field.text for field in was}
    for field in now:
        if field.text != before.get(field.key, ""):
            label = _(f"history.field.{field.key}")
            yield Move(before.get(field.key, ""), field.text, label, is_typed=field.is_typed)


def _moved(step: Step[Written], leading: Sequence[str]) -> str:
    if step.was is None or step.now is None:
        return _("history.moved.returned" if step.now else "history.moved.gone_row")
    was, now = ({field.key: field for field in one.fields} for one in (step.was, step.now))
    changed = [key for key in (*leading, *now) if was[key].text != now[key].text]
    return _in_words(was[changed[0]], now[changed[0]]) if changed else ""


def _in_words(was: Field, now: Field) -> str:
    """What people wrote stands in the course itself, in their own language."""
    label = _(f"history.field.{now.key}")
    if now.is_typed:
        return _("history.moved.reworded", label=label)
    if not now.text:
        return _("history.moved.cleared", label=label, was=was.text)
    return _("history.moved.field" if was.text else "history.moved.set", label=label, was=was.text, now=now.text)
