"""The history of an indicator that counts no young people: every publication works it out on its own day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from callbacks.history import milestones
from callbacks.history.here import Here
from callbacks.history.judged_rows import SUBJECTS, Key, Subject
from callbacks.history.story import CHANGES, Event, Story, Told, story
from callbacks.parts.closed import closed, own_only, sees_none
from callbacks.parts.measures import printed_value
from dashboard.components.data_table import Cell, Column, TableData, table
from dashboard.components.html_card import HtmlCard
from dashboard.components.timeline import Move, narrow
from dashboard.i18n import _, number
from dashboard.sentences.history import HistoryFacts
from queries.history import Step, Timeline
from queries.judged import LATE, Amount, Day
from queries.judged import Told as Rows
from queries.measures import DAYS, MEAN, Measure
from queries.provenance import Source, deliveries_told
from queries.reader import Publication
from queries.sealed import Sealed
from queries.told_ever import told_ever

REGION_COLUMNS = ("region", "was", "now")
OWN_COLUMNS = ("what", "was", "now")


@dataclass(frozen=True)
class Kept:
    """`words` tell of each row how it counts."""

    amount: Amount
    words: Mapping[Key, str]


def tell(here: Here) -> Story:
    reader, subject = here.look.reader, SUBJECTS[here.value.codes[0]]
    codes = [one.region.code for one in here.standings]
    found, everyone = told_ever(reader, subject.kind, codes, here.look.filters.pilot_line)
    told_by = deliveries_told(reader, here.region_code) if here.region_code else []
    line = Timeline.of(reader.so_far, partial(_kept_of_all, here, subject, found, everyone))
    events = [_event(here, subject, found, step, told_by, first=at == 0) for at, step in enumerate(line.steps)]
    told = Told(
        facts=_facts(here, line, events),
        events=events,
        value=_value(here, line.now),
        known_since=min((one.first_publication for one in told_by), default=None),
    )
    return story(here, told, _beside(here, subject, found, line))


def _kept_of_all(
    here: Here, subject: Subject, found: Rows, everyone: Sealed[Rows], publication: Publication
) -> Kept | None:
    """Of the country every region counts, and the words are of those that may be seen."""
    if here.standing:
        return _kept(here, subject, found, publication)
    day = Day(publication.published_on, here.look.moment.reference_date)
    amount = here.look.standings.together.judged_of(everyone, here.value.codes[0], publication, day)
    own = _kept(here, subject, found, publication)
    return Kept(amount, own.words if own else {}) if amount else None


def _kept(here: Here, subject: Subject, found: Rows, publication: Publication) -> Kept | None:
    rows = found.of(publication)
    day = Day(publication.published_on, here.look.moment.reference_date)
    amount = rows.judged(here.value.codes[0], day)
    if amount is None:
        return None
    return Kept(amount, {subject.key(one): subject.word(one, rows, day.today) for one in subject.rows(rows, day)})


def _event(
    here: Here, subject: Subject, found: Rows, step: Step[Kept], told_by: Sequence[Source], *, first: bool
) -> Event:
    own = _moves(here, subject, found, step) if here.standing and not first else ()
    return Event(
        publication=step.publication,
        kind=_kind(step, first=first),
        moves=(_move(here, step), *own),
        source=Source.newest(told_by, step.publication),
        is_told=here.standing is not None,
    )


def _kind(step: Step[Kept], *, first: bool) -> str:
    if step.now is None:
        return "withdrawn"
    if step.was is None:
        return "first" if first else "returned"
    return "same_share" if step.was.amount == step.now.amount else "changed"


def _move(here: Here, step: Step[Kept]) -> Move:
    was, now = (_value(here, one) for one in (step.was, step.now))
    return Move("" if was == now else was, now)


def _moves(here: Here, subject: Subject, found: Rows, step: Step[Kept]) -> tuple[Move, ...]:
    was, now = (one.words if one else {} for one in (step.was, step.now))
    named = {subject.key(one): subject.name(here, one) for one in subject.every(found)}
    changed = [key for key in named if was.get(key) != now.get(key)]
    return tuple(
        Move(_printed(was.get(key)), _printed(now.get(key)), named[key], href=subject.href(here, key) or "")
        for key in changed
    )


def _printed(word: str | None) -> str:
    return _(f"history.judged.{word}") if word else ""


def _value(here: Here, kept: Kept | None) -> str:
    """50% (3 van 6), 14 dagen, 2,9 groepen; or that none is due yet."""
    return _said(here, kept.amount) if kept else ""


def _said(here: Here, amount: Amount) -> str:
    code = here.value.codes[0]
    measure = Measure.judged(code, here.region_code, here.look.reference.kinds[code], here.look.moment.today, amount)
    if measure.value is None:
        return _("history.judged.none_due")
    shown, whole = printed_value(measure, measure.value), number(amount.denominator)
    if measure.kind.unit in (DAYS, MEAN):
        return _(f"history.judged.{measure.kind.unit}", n=amount.denominator, value=shown, whole=whole)
    return _("history.judged.share", share=shown, count=number(amount.numerator), whole=whole)


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
        now=_value(here, line.now),
        moved=_("history.moved.amount", was=moves.was or "–", now=moves.now or "–"),
    )


def _beside(here: Here, subject: Subject, found: Rows, line: Timeline[Kept]) -> tuple[HtmlCard, ...]:
    if not line.steps:
        return ()
    if here.standing is None and sees_none(here.look):
        return (HtmlCard(_("closed.by_region"), "", (), empty=closed(here.look)),)
    if here.standing is None:
        return (_regions(here, subject, found),)
    if found.milestones:
        return (milestones.card(here, found.milestones, _("history.steps.title_region")),)
    return (_own(here, subject, found),)


def _regions(here: Here, subject: Subject, found: Rows) -> HtmlCard:
    """Each region with the way to its own history: in the first publication, and now."""
    first, last = here.look.reader.so_far[0], here.look.reader.publication
    rows = []
    for one in here.standings:
        was, now = (_kept(here, subject, found.of(each, one.region.code), each) for each in (first, last))
        if was or now:
            named = Cell(one.region.name, href=here.same_in(one.region.code))
            rows.append((named, _value(here, was) or "–", Cell(_value(here, now) or "–", strong=True)))
    columns = tuple(Column(_(f"history.parts.{key}"), numeric=key != "region") for key in REGION_COLUMNS)
    shown = table(TableData(_("history.parts.caption"), columns, tuple(rows)), caption_shown=False)
    subtitle = _("history.judged.subtitle", first=first.number, last=last.number)
    body = narrow(shown)
    title = _("history.judged.regions", n=len(rows))
    own = f" · {words}" if (words := own_only(here.look)) else ""
    return HtmlCard(title, f"{subtitle}{_median(here)}{own}", [body])


def _median(here: Here) -> str:
    """Why the parts of a median do not add up to it."""
    return f" · {_('history.judged.no_sum')}" if here.value.codes[0] == LATE else ""


def _own(here: Here, subject: Subject, found: Rows) -> HtmlCard:
    """What counts in the region: in the first publication, and now."""
    first, last = here.look.reader.so_far[0], here.look.reader.publication
    words: dict[Key, dict[int, str]] = defaultdict(dict)
    for one in (first, last):
        kept = _kept(here, subject, found, one)
        for key, word in kept.words.items() if kept else ():
            words[key][one.number] = word
    named = {subject.key(one): subject.name(here, one) for one in subject.every(found)}
    rows = tuple(
        (
            Cell(named[key], href=subject.href(here, key)),
            _printed(of.get(first.number)) or "–",
            Cell(_printed(of.get(last.number)) or "–", strong=True),
        )
        for key, of in words.items()
    )
    columns = tuple(Column(_(f"history.judged.column.{key}")) for key in OWN_COLUMNS)
    shown = table(TableData(_("history.judged.caption"), columns, rows), caption_shown=False)
    subtitle = _("history.judged.subtitle", first=first.number, last=last.number)
    return HtmlCard(_("history.judged.own", n=len(rows)), subtitle, [narrow(shown)])
