"""What was learned, for three kinds of readers; each lesson leads to the experiment that it came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from callbacks.experiments.here import Here
from callbacks.experiments.searched import fitting
from dashboard.components import lessons as components
from dashboard.components.data_table import Cell, Column, TableData
from dashboard.components.empty import Empty
from dashboard.components.html_card import HtmlCard
from dashboard.components.text import Link
from dashboard.i18n import _, short_day, table_day
from queries.experiments import Experiment
from queries.lessons import Lesson, lessons
from queries.search import LESSON

MOST = 4

Tried = Mapping[tuple[str, str], Experiment]


def card(here: Here) -> HtmlCard:
    """With words in the address only lessons that hold them."""
    tried, words = {one.key: one for one in here.tried.experiments}, here.sought.words or ""
    known = [one for one in lessons(here.look.reader) if _key(one) in tried]
    learned = _holding(here, known) if words else known
    return HtmlCard(
        title=_title(learned, words),
        subtitle=_("learning.lessons.subtitle"),
        body=(components.lenses([_lens(here, tried, learned, lens) for lens in _lens_codes(here)]),),
        source=here.source(),
        sentence=_sentence(here, learned),
        table=_table(here, tried, learned),
        empty=None if learned else _none(known),
    )


def of_experiment(here: Here, one: Experiment) -> HtmlCard:
    """All that this one taught."""
    learned = [lesson for lesson in lessons(here.look.reader) if _key(lesson) == one.key]
    none = Empty(_("learning.lessons.of_one_none"), _("learning.lessons.none_reason"), hatch="doet_niet_mee")
    shown = [_lens(here, {one.key: one}, learned, lens) for lens in _lens_codes(here)]
    return HtmlCard(
        title=_("learning.lessons.of_one", n=len(learned)),
        subtitle=_("learning.lessons.subtitle"),
        body=(components.lenses(shown),),
        source=here.source(),
        sentence=_sentence(here, learned),
        table=_table(here, {one.key: one}, learned),
        empty=None if learned else none,
    )


def _lens_codes(here: Here) -> Sequence[str]:
    return list(here.look.reference.lists["lesson_lens"])


def _key(one: Lesson) -> tuple[str, str]:
    return one.region_code, one.experiment_code


def _holding(here: Here, known: Sequence[Lesson]) -> list[Lesson]:
    return fitting(here.worded, LESSON, {(one.region_code, one.lesson_code): one for one in known})


def _none(known: Sequence[Lesson]) -> Empty:
    key = "not_found" if known else "none"
    return Empty(_(f"learning.lessons.{key}"), _(f"learning.lessons.{key}_reason"), hatch="doet_niet_mee")


def _title(learned: Sequence[Lesson], text: str) -> str:
    if not learned:
        return _("learning.lessons.title_none")
    experiments = _("learning.lessons.of_experiments", n=len({_key(one) for one in learned}))
    key = "title_found" if text else "title"
    return _(f"learning.lessons.{key}", n=len(learned), experiments=experiments, text=text)


def _sentence(here: Here, learned: Sequence[Lesson]) -> str:
    if not learned:
        return _("learning.lessons.none")
    counts = {code: sum(one.lens_code == code for one in learned) for code in _lens_codes(here)}
    newest = max(learned, key=lambda one: one.learned_on)
    return _("learning.lessons.sentence", n=len(learned), newest=newest.learned, **counts)


def _lens(here: Here, tried: Tried, learned: Sequence[Lesson], code: str) -> components.Lens:
    own = [one for one in learned if one.lens_code == code]
    shown = tuple(_lesson(here, tried[_key(one)], one) for one in own[:MOST])
    return components.Lens(here.look.label("lesson_lens", code), _(f"learning.lessons.hint.{code}"), len(own), shown)


def _lesson(here: Here, one: Experiment, lesson: Lesson) -> components.Lesson:
    when = f"{here.name_of(one.region_code)} · {short_day(lesson.learned_on)}"
    return components.Lesson(lesson.learned, one.spoken, Link(one.title, here.href(one)), when)


def _table(here: Here, tried: Tried, learned: Sequence[Lesson]) -> TableData:
    keys = ("lesson", "lens", "experiment", "place", "learned_on")
    columns = tuple(Column(_(f"learning.lessons.column.{key}")) for key in keys)
    rows = tuple(_row(here, tried[_key(one)], one) for one in learned)
    return TableData(_("learning.lessons.caption"), columns, rows)


def _row(here: Here, one: Experiment, lesson: Lesson) -> tuple[Cell | str, ...]:
    return (
        Cell(lesson.learned, quoted=True, language=one.spoken),
        here.look.label("lesson_lens", lesson.lens_code),
        Cell(one.title, href=here.href(one), quoted=True, language=one.spoken),
        here.name_of(one.region_code),
        table_day(lesson.learned_on),
    )
