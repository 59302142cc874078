"""What young people themselves say, and whether one of them is at the table of the steering group."""

from __future__ import annotations

from callbacks.outcomes.here import Here
from callbacks.parts import widths
from callbacks.parts.gaps import no_figures
from dashboard import printed
from dashboard.components.data_table import Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.figure_card import Card
from dashboard.figures.shares import Part, Whole, shares
from dashboard.i18n import _, quarter
from queries.outcomes import Answered
from queries.reader import NATIONAL_CODE

HEARD, FURTHER = "gehoord", "verder"
YES, NO_ANSWER = "ja", "geen_antwoord"


def card(here: Here) -> Card:
    own, country = (here.answered(place) for place in (here.code, NATIONAL_CODE))
    beside = country if here.standing else None
    wholes = [_whole(here, own, beside, code) for code in _questions(here)] if own else []
    return Card(
        title=_title(own),
        subtitle=_("voices.subtitle", quarter=quarter(own.period)) if own else "",
        figure=shares(wholes, width=widths.HALF),
        chart_name=_("voices.name"),
        sentence=_sentence(here, own),
        table=_table(here, own, beside),
        source=here.source(_("voices.source"), own.regions if own else None),
        note=_at_table(here),
        empty=None if own else _not_asked(here),
    )


def _not_asked(here: Here) -> Empty:
    """A region can take part and not ask."""
    if here.standing and not here.standing.takes_part:
        return no_figures(here.standing)
    return Empty(_("voices.none"), _("voices.none_why"), _("gaps.acting"))


def _questions(here: Here) -> list[str]:
    return list(here.look.reference.lists["pulse_question"])


def _answers(here: Here) -> list[str]:
    return list(here.look.reference.lists["pulse_answer"])


def _share(found: Answered | None, question: str, answer: str = YES) -> str | None:
    """As it may be printed; None of too few."""
    if found is None:
        return None
    return printed.percentage(printed.share_of(found.said(question, answer), found.asked(question)))


def _whole(here: Here, own: Answered, beside: Answered | None, question: str) -> Whole:
    asked, national = own.asked(question), _share(beside, question)
    note = _("voices.asked", youths=printed.youths(asked))
    told = f"{note} · {_('voices.national', share=national)}" if national else note
    enough = _share(own, question) is not None
    parts = tuple(_part(here, own, question, answer) for answer in _answers(here)) if enough else ()
    return Whole(here.look.label("pulse_question", question), told, parts)


def _part(here: Here, own: Answered, question: str, answer: str) -> Part:
    return Part(
        here.look.label("pulse_answer", answer),
        own.said(question, answer) / own.asked(question),
        _share(own, question, answer) or "",
        unknown=answer == NO_ANSWER,
    )


def _title(own: Answered | None) -> str:
    if own is None:
        return _("voices.none")
    heard, further = _share(own, HEARD), _share(own, FURTHER)
    return _("voices.title", heard=heard, further=further) if heard and further else _("voices.title_few")


def _sentence(here: Here, own: Answered | None) -> str:
    if own is None:
        return _("voices.none")
    told = [f"{here.look.label('pulse_question', code)}: {_share(own, code) or '*'}" for code in _questions(here)]
    return _("voices.sentence", name=here.name, quarter=quarter(own.period), listed=", ".join(told))


def _at_table(here: Here) -> str:
    met = here.figures.meetings.get(here.code, {})
    every, there = sum(met.values()), met.get(YES, 0)
    return _("voices.at_table", n=every, there=there) if every else _("voices.no_meetings")


def _table(here: Here, own: Answered | None, beside: Answered | None) -> TableData:
    national = (Column(_("voices.column.national"), numeric=True),) if beside else ()
    answers = _answers(here)
    columns = (
        Column(_("voices.column.question")),
        *(Column(here.look.label("pulse_answer", code), numeric=True) for code in answers),
        Column(_("voices.column.asked"), numeric=True),
        Column(_("voices.column.yes"), numeric=True),
        *national,
    )
    rows = tuple(_row(here, own, beside, question) for question in _questions(here) if own)
    return TableData(_("voices.caption"), columns, rows)


def _row(here: Here, own: Answered, beside: Answered | None, question: str) -> tuple[str, ...]:
    counts = [printed.count(own.said(question, answer)) for answer in _answers(here)]
    shares_of = [_share(found, question) or "*" for found in (own, beside) if found]
    return (here.look.label("pulse_question", question), *counts, printed.count(own.asked(question)), *shares_of)
