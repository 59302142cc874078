"""What was learned, for three kinds of readers; each lesson leads to the experiment that it came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from callbacks.experiments.told import experiment_href, name_of
from callbacks.parts.look import Look
from dashboard.components import lessons as components
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.components.text import Link
from dashboard.i18n import _, short_day, table_day
from queries.experiments import Experiment
from queries.lessons import Lesson, lessons
from queries.region_standing import RegionStanding
from queries.search import LESSON, found

MOST = 4

Tried = Mapping[tuple[str, str], Experiment]


def card(look: Look, standing: RegionStanding | None, text: str = "") -> HtmlCard:
    """With a `text` only lessons that hold its words."""
    code = standing.region.code if standing else None
    tried = {(one.region_code, one.experiment_code): one for one in look.experiments}
    known = [one for one in lessons(look.reader) if _key(one) in tried and code in (None, one.region_code)]
    learned = _holding(look, known, text)
    where = standing.region.name if standing else _("learning.rules.regions")
    return HtmlCard(
        title=_title(learned, text),
        subtitle=_("learning.lessons.subtitle"),
        body=(components.lenses([_lens(look, tried, learned, lens) for lens in look.reference.lists["lesson_lens"]]),),
        source=_("learning.source", name=where, number=look.reader.publication.number),
        sentence=_sentence(look, learned),
        table=_table(look, tried, learned),
        empty=None if learned else _none(known),
    )


def _key(one: Lesson) -> tuple[str, str]:
    return one.region_code, one.experiment_code


def _holding(look: Look, known: Sequence[Lesson], text: str) -> list[Lesson]:
    if not text:
        return list(known)
    by_code = {(one.region_code, one.lesson_code): one for one in known}
    keys = [(one.region_code, one.code) for one in found(look.reader, text, LESSON)]
    return [by_code[key] for key in keys if key in by_code]


def _none(known: Sequence[Lesson]) -> Empty:
    key = "not_found" if known else "none"
    return Empty(_(f"learning.lessons.{key}"), _(f"learning.lessons.{key}_reason"), hatch="doet_niet_mee")


def _title(learned: Sequence[Lesson], text: str) -> str:
    if not learned:
        return _("learning.lessons.title_none")
    experiments = len({_key(one) for one in learned})
    key = "title_found" if text else "title"
    return _(f"learning.lessons.{key}", n=len(learned), experiments=experiments, text=text)


def _sentence(look: Look, learned: Sequence[Lesson]) -> str:
    if not learned:
        return _("learning.lessons.none")
    counts = {code: sum(one.lens_code == code for one in learned) for code in look.reference.lists["lesson_lens"]}
    newest = max(learned, key=lambda one: one.learned_on)
    return _("learning.lessons.sentence", n=len(learned), newest=newest.learned, **counts)


def _lens(look: Look, tried: Tried, learned: Sequence[Lesson], code: str) -> components.Lens:
    own = [one for one in learned if one.lens_code == code]
    shown = tuple(_lesson(look, tried[_key(one)], one) for one in own[:MOST])
    return components.Lens(look.label("lesson_lens", code), _(f"learning.lessons.hint.{code}"), len(own), shown)


def _lesson(look: Look, one: Experiment, lesson: Lesson) -> components.Lesson:
    when = f"{name_of(look, one.region_code)} · {short_day(lesson.learned_on)}"
    return components.Lesson(lesson.learned, Link(one.title, experiment_href(look, one)), when)


def _table(look: Look, tried: Tried, learned: Sequence[Lesson]) -> TableData:
    keys = ("lesson", "lens", "experiment", "place", "learned_on")
    columns = tuple(Column(_(f"learning.lessons.column.{key}")) for key in keys)
    rows = tuple(_row(look, tried[_key(one)], one) for one in learned)
    return TableData(_("learning.lessons.caption"), columns, rows)


def _row(look: Look, one: Experiment, lesson: Lesson) -> tuple[Cell | str, ...]:
    return (
        Cell(lesson.learned, quoted=True),
        look.label("lesson_lens", lesson.lens_code),
        Cell(one.title, href=experiment_href(look, one), quoted=True),
        name_of(look, one.region_code),
        table_day(lesson.learned_on),
    )
