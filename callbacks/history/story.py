"""What every history is told with: a reading line, and a course of publications with who did what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dash import html

from callbacks.history.here import Here
from callbacks.parts.frame import own_source, source
from callbacks.parts.gaps import no_figures
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.components.reading_line import DeliveryFacts, ReadingLine
from dashboard.components.text import marked
from dashboard.components.timeline import Entry, Move, timeline
from dashboard.i18n import _, day, short_day, table_day
from dashboard.sentences.history import HistoryFacts, history_line
from queries.provenance import ACTS, Source
from queries.reader import Publication

SEAL_LENGTH = 12
COLUMNS = ("publication", "date", "what", "was", "now", "delivery")
# The kinds of events that made another value of it, after the first.
CHANGES = ("changed", "corrected", "restored", "withdrawn", "returned", "time")


@dataclass(frozen=True)
class Event:
    """What one publication made of the value. `kind` is a word of `history.kind`, `reason` why it was changed.

    `source` is the delivery that tells it; `is_told` is False where no single delivery does, as for the country.
    """

    publication: Publication
    kind: str
    moves: tuple[Move, ...]
    source: Source | None = None
    is_told: bool = True
    reason: str = ""


@dataclass(frozen=True)
class Told:
    """`events` from old to new; `value` is what it is now, `quote` the reason of the last change.

    `known_since` is the publication since which it is known who delivered and approved.
    """

    facts: HistoryFacts
    events: Sequence[Event]
    value: str = ""
    quote: str = ""
    known_since: int | None = None


@dataclass(frozen=True)
class Story:
    """`stood`: in some publication so far."""

    reading: ReadingLine
    course: HtmlCard
    beside: tuple[HtmlCard, ...]
    stood: bool


def story(here: Here, told: Told, beside: tuple[HtmlCard, ...] = ()) -> Story:
    sentences = history_line(told.facts)
    quoted = (*sentences, _("history.entry.reason")) if told.quote else sentences
    reading = ReadingLine(quoted, _side(here, told), told.quote)
    return Story(reading, _course(here, told, sentences), beside, stood=bool(told.events))


def _side(here: Here, told: Told) -> DeliveryFacts:
    publication = here.look.reader.publication
    stand = _("history.side.stand", number=publication.number, date=day(publication.published_on))
    title = _("history.side.now", value=told.value) if told.value else here.place
    return DeliveryFacts(title, (stand,), here.back)


def _course(here: Here, told: Told, sentences: Sequence[str]) -> HtmlCard:
    number = here.look.reader.publication.number
    return HtmlCard(
        title=_title(told),
        subtitle=_("history.course.subtitle", number=number),
        body=[timeline([_entry(here, told, one) for one in reversed(told.events)]), *_notes(here, told)],
        source=own_source(here.look, here.standing) if here.standing else source(here.look, here.name),
        sentence=" ".join(sentences),
        table=_table(here, told),
        empty=None if told.events else _none(here, number),
    )


def _none(here: Here, number: int) -> Empty:
    """A region that delivered nothing says why; of what never was, only that it never was."""
    if here.standing and here.standing.gap and not here.value.is_of_one_region:
        return no_figures(here.standing)
    reason, acting = _("history.course.none_reason", number=number), _("history.course.none_acting")
    return Empty(_("history.course.none"), reason, acting, hatch="doet_niet_mee")


def _title(told: Told) -> str:
    if not told.events:
        return _("history.course.none_title")
    first = told.events[0].publication.number
    if told.facts.changes:
        return _("history.course.title", n=told.facts.changes, number=first)
    return _("history.course.unchanged", number=first)


def _entry(here: Here, told: Told, one: Event) -> Entry:
    publication = one.publication
    made = _("history.entry.made", date=short_day(publication.published_on), by=publication.published_by)
    return Entry(
        title=_("history.entry.publication", number=publication.number),
        made=made,
        kind=_(f"history.kind.{one.kind}"),
        moves=one.moves,
        delivery=here.delivery(one.source) if one.source else "",
        acts=_acts(one),
        reason=one.reason,
        note=publication.note,
        remarks=(*_restored(publication), *_unknown(one, told.known_since)),
        seal=publication.hash[:SEAL_LENGTH],
    )


def _acts(one: Event) -> tuple[tuple[str, str], ...]:
    acts = one.source.acts if one.source else ()
    return tuple((_(f"history.act.{act.code}"), f"{short_day(act.acted_on)} · {act.acted_by}") for act in acts)


def _restored(publication: Publication) -> Iterator[str]:
    if publication.restores is not None:
        yield _("history.entry.restores", number=publication.restores)


def _unknown(one: Event, known_since: int | None) -> Iterator[str]:
    """What was published before it was written down who delivered and approved."""
    if known_since is not None and one.is_told and one.source is None and one.kind != "withdrawn":
        yield _("history.entry.unknown_since", number=known_since)


def _notes(here: Here, told: Told) -> Iterator[html.P]:
    publications = here.look.reader.so_far
    earlier = [one.number for one in publications if told.events and one.number < told.events[0].publication.number]
    if earlier:
        key = "history.course.absent" if len(earlier) > 1 else "history.course.absent_one"
        yield html.P(_(key, first=earlier[0], last=earlier[-1]), className="moments-note")
    if told.known_since is None and any(one.is_told for one in told.events):
        yield html.P(_("history.entry.unknown"), className="moments-note")
    yield html.P(marked(" ".join(_checked(publications))), className="moments-note")


def _checked(publications: Sequence[Publication]) -> Iterator[str]:
    sealed = [one.number for one in publications if one.hash]
    if sealed:
        yield _("history.course.check")
    if len(sealed) < len(publications):
        yield _("history.course.check_since", number=sealed[0]) if sealed else _("history.course.check_never")


def _table(here: Here, told: Told) -> TableData:
    named = [Column(_(f"history.course.column.{key}")) for key in COLUMNS]
    acted = [Column(_(f"history.act.{act}")) for act in ACTS]
    last = [Column(_(f"history.course.column.{key}")) for key in ("reason", "hash")]
    rows = tuple(row for one in reversed(told.events) for row in _rows(here, one))
    return TableData(_("history.course.caption", what=here.name), (*named, *acted, *last), rows)


def _rows(here: Here, one: Event) -> Iterator[tuple[Cell | str, ...]]:
    number, when = str(one.publication.number), table_day(one.publication.published_on)
    done = {act.code: f"{table_day(act.acted_on)} {act.acted_by}" for act in one.source.acts} if one.source else {}
    acted = tuple(done.get(code, "–") for code in ACTS)
    for move in one.moves or (Move("", ""),):
        what = f"{_(f'history.kind.{one.kind}')} {move.label}".strip()
        values = (Cell(text or "–", quoted=move.is_typed and bool(text)) for text in (move.was, move.now))
        end = (Cell(one.reason or "–", quoted=bool(one.reason)), one.publication.hash or "–")
        yield (number, when, what, *values, here.delivery(one.source) if one.source else "–", *acted, *end)
