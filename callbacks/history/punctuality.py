"""The history of milestones on time: a share that every publication works out on its own day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from callbacks.history import milestones
from callbacks.history.here import Here
from callbacks.history.story import CHANGES, Event, Story, Told, story
from dashboard.components.data_table import Cell, Column, TableData, table
from dashboard.components.html_card import HtmlCard
from dashboard.components.timeline import Move, narrow
from dashboard.i18n import _, number
from dashboard.sentences.history import HistoryFacts
from dashboard.traced import MILESTONE
from queries.history import Step, Timeline
from queries.milestones import Milestone, OnTime
from queries.provenance import Source, deliveries_told
from queries.reader import Publication

Key = tuple[str, str, str]
REGION_COLUMNS = ("region", "was", "now")


@dataclass(frozen=True)
class Kept:
    """`words` tell of each milestone whether it was due, and then whether it was on time."""

    share: OnTime
    words: Mapping[Key, str]


def tell(here: Here) -> Story:
    reader, found = here.look.reader, milestones.ever(here)
    told_by = deliveries_told(reader, here.region_code) if here.region_code else []
    line = Timeline.of(reader.so_far, partial(_kept, found))
    names = {_key(one): milestones.name(here, one) for one in found}
    events = [_event(here, step, told_by, names, first=at == 0) for at, step in enumerate(line.steps)]
    told = Told(
        facts=_facts(here, line, events),
        events=events,
        value=_value(line.now),
        known_since=min((one.first_publication for one in told_by), default=None),
    )
    return story(here, told, _beside(here, found, line))


def _kept(found: Sequence[Milestone], publication: Publication) -> Kept | None:
    today, rows = publication.published_on, [one for one in found if publication.holds(one)]
    words = {_key(one): _word(one, publication) for one in rows}
    return Kept(OnTime.of(rows, today), words) if rows else None


def _key(one: Milestone) -> Key:
    return one.region_code, one.pilot_code, one.step_code


def _word(one: Milestone, publication: Publication) -> str:
    today = publication.published_on
    if one.cancelled_on is not None:
        return "cancelled"
    if not one.is_due(today):
        return "coming"
    return "on_time" if one.is_on_time(today) else "late"


def _event(here: Here, step: Step[Kept], told_by: Sequence[Source], names: Mapping[Key, str], *, first: bool) -> Event:
    own = _moves(here, step, names) if here.standing and not first else ()
    return Event(
        publication=step.publication,
        kind=_kind(step, first=first),
        moves=(_move(step), *own),
        source=Source.newest(told_by, step.publication),
        is_told=here.standing is not None,
    )


def _kind(step: Step[Kept], *, first: bool) -> str:
    if step.now is None:
        return "withdrawn"
    if step.was is None:
        return "first" if first else "returned"
    return "same_share" if step.was.share == step.now.share else "changed"


def _move(step: Step[Kept]) -> Move:
    was, now = (_value(one) for one in (step.was, step.now))
    return Move("" if was == now else was, now)


def _moves(here: Here, step: Step[Kept], names: Mapping[Key, str]) -> tuple[Move, ...]:
    was, now = (one.words if one else {} for one in (step.was, step.now))
    changed = [key for key in names if was.get(key) != now.get(key)]
    return tuple(
        Move(_printed(was.get(key)), _printed(now.get(key)), names[key], href=here.history(key[0], MILESTONE, *key[1:]))
        for key in changed
    )


def _printed(word: str | None) -> str:
    return _(f"history.on_time.{word}") if word else ""


def _value(kept: Kept | None) -> str:
    """50% (3 van 6), or that none is due yet."""
    if kept is None:
        return ""
    share = kept.share.share
    if share is None:
        return _("history.on_time.none_due")
    return _("history.on_time.value", share=number(round(share)), on_time=kept.share.on_time, due=kept.share.due)


def _facts(here: Here, line: Timeline[Kept], events: Sequence[Event]) -> HistoryFacts:
    changed = [one for one in events if one.kind in CHANGES]
    publication = changed[-1].publication if changed else line.first or here.look.reader.publication
    moves = changed[-1].moves[0] if changed else Move("", "")
    return HistoryFacts(
        subject=_("history.subject.figure", name=here.name, place=here.place, when=""),
        number=publication.number,
        published_on=publication.published_on,
        stood=bool(events),
        withdrawn=bool(events) and line.now is None,
        changes=len(changed),
        now=_value(line.now),
        moved=_("history.moved.amount", was=moves.was or "–", now=moves.now or "–"),
    )


def _beside(here: Here, found: Sequence[Milestone], line: Timeline[Kept]) -> tuple[HtmlCard, ...]:
    if not line.steps:
        return ()
    if here.standing:
        return (milestones.card(here, found, _("history.steps.title_region")),)
    return (_regions(here, found),)


def _regions(here: Here, found: Sequence[Milestone]) -> HtmlCard:
    """Each region with the way to its own history: in the first publication, and now."""
    first, last = here.look.reader.so_far[0], here.look.reader.publication
    own: dict[str, list[Milestone]] = defaultdict(list)
    for one in found:
        own[one.region_code].append(one)
    listed = tuple(
        (
            Cell(one.region.name, href=here.same_in(one.region.code)),
            _value(_kept(own[one.region.code], first)) or "–",
            Cell(_value(_kept(own[one.region.code], last)) or "–", strong=True),
        )
        for one in here.standings
        if one.region.code in own
    )
    columns = tuple(Column(_(f"history.parts.{key}"), numeric=key != "region") for key in REGION_COLUMNS)
    shown = table(TableData(_("history.parts.caption"), columns, listed), caption_shown=False)
    title = _("history.on_time.regions", n=len(listed))
    return HtmlCard(title, _("history.on_time.subtitle", first=first.number, last=last.number), [narrow(shown)])
