"""A plan of many rows on one calendar, with beside each row how late it is, what is computed and what is judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dash import html
from dash.development.base_component import Component

from dashboard.components import gap
from dashboard.components.status import status
from dashboard.components.text import Link, anchor, aria, heard, in_dutch
from dashboard.figures.gantt import HEIGHT, Scale, Strip, strip
from dashboard.i18n import _, day_month, number

COLUMNS = ("late", "computed", "judged", "age")


@dataclass(frozen=True, slots=True)
class Row:
    """`about` says in words what the strip shows; `late` are days, None where nobody knows.

    `judged` is empty for what needs no judgement any more; `age` is that of the judgement in days, `is_old` when it is
    worth nothing any more. `after` stands behind the bar. `is_typed` when people in a region wrote the name.
    """

    name: str
    href: str
    strip: Strip
    about: str
    late: int | None
    computed: str
    judged: str
    age: int | None = None
    is_old: bool = False
    differs: bool = False
    after: str = ""
    title: str = ""
    is_typed: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """`note` stands behind the name."""

    name: str
    note: str
    rows: tuple[Row, ...]
    is_typed: bool = False


@dataclass(frozen=True, slots=True)
class Gantt:
    """`judges` is False where rows have no judgement of their own."""

    caption: str
    names: str
    scale: Scale
    groups: tuple[Group, ...]
    judges: bool = True


def legend(example: Strip, scale: Scale, *, estimates: bool) -> Component:
    """What lines and bars mean, beside a small row."""
    keys = ("plan", "done", "expected", "late", *(("estimate",) if estimates else ("differs",)))
    image = html.Img(src=strip(example, scale), alt="", className="gantt-example")
    words = [html.Li([html.Span(className=f"gantt-key is-{key}"), _(f"components.gantt.{key}")]) for key in keys]
    return html.Div([image, html.Ul(words)], className="gantt-legend")


def gantt(data: Gantt) -> Component:
    caption = html.Caption(data.caption, className="visually-hidden")
    columns = COLUMNS if data.judges else COLUMNS[:2]
    bodies = [_group(group, data, len(columns)) for group in data.groups]
    return html.Table([caption, _head(data, columns), *bodies], className="gantt")


def _head(data: Gantt, columns: Sequence[str]) -> Component:
    names = [html.Th(_(f"components.gantt.{key}_head"), scope="col", className=f"gantt-{key}") for key in columns]
    axis = html.Th([heard(_("components.gantt.axis")), _axis(data.scale)], scope="col", className="gantt-axis")
    mark = [html.Th(heard(_("components.gantt.differs_head")), scope="col")] if data.judges else []
    return html.Thead(html.Tr([html.Th(data.names, scope="col"), axis, *names, *mark]))


def _axis(scale: Scale) -> Component:
    found = scale.months()
    today = scale.place(scale.today)
    named = [
        html.Span(f"{name} ", style={"left": f"{_place(start, scale):.1f}%"})
        for start, name in zip(found.starts, found.names, strict=True)
        if _place(start, scale) < 94
    ]
    side = "is-left" if today > 70 else ""
    label = html.Span(
        _("components.gantt.today", day=day_month(scale.today)),
        className=f"gantt-today {side}",
        style={"left": f"{today:.1f}%"},
    )
    return html.Div([label, *named], className="gantt-months", **aria(hidden="true"))


def _place(start: int, scale: Scale) -> float:
    return scale.place(scale.first.fromordinal(start))


def _group(group: Group, data: Gantt, columns: int) -> Component:
    span = columns + (3 if data.judges else 2)
    name = in_dutch(group.name) if group.is_typed else group.name
    head = html.Th([html.Strong(name), html.Span(group.note)], colSpan=span, scope="rowgroup", className="gantt-group")
    return html.Tbody([html.Tr(head), *(_row(row, data) for row in group.rows)])


def _row(row: Row, data: Gantt) -> Component:
    link = anchor(Link(row.name, row.href))
    name = html.Th(in_dutch(link) if row.is_typed else link, scope="row", title=row.title or None)
    after = [html.Span(row.after, style={"left": f"{data.scale.place(_end(row)):.1f}%"})] if row.after else []
    picture = html.Img(src=strip(row.strip, data.scale), alt=row.about, height=HEIGHT)
    cells = [name, html.Td([picture, *after], className="gantt-strip"), _late(row), _status(row.computed, "computed")]
    judged = [*_judged(row), _mark(row)] if data.judges else []
    return html.Tr([*cells, *judged], className="is-different" if row.differs else None)


def _end(row: Row) -> date:
    return max([*row.strip.reached, row.strip.planned[-1]])


def _late(row: Row) -> Component:
    look = "number gantt-late" if row.late else "number gantt-late is-zero"
    return html.Td(gap.sign("niet_aangeleverd") if row.late is None else number(row.late), className=look)


def _status(code: str, key: str) -> Component:
    return html.Td(status(code, quiet=True), className=f"gantt-{key}")


def _judged(row: Row) -> list[Component]:
    if row.judged:
        return [_status(row.judged, "judged"), _age(row)]
    none = gap.sign("niet_van_toepassing")
    return [html.Td(none, className="gantt-judged"), html.Td(none, className="number gantt-age")]


def _age(row: Row) -> Component:
    if row.age is None:
        return html.Td(gap.sign("ontbreekt"), className="number gantt-age")
    text = _("components.age.short", n=row.age) if row.age > 0 else _("components.age.today")
    return html.Td(text, className="number gantt-age is-old" if row.is_old else "number gantt-age")


def _mark(row: Row) -> Component:
    """What is computed is not what is judged."""
    said = [html.Span("≠", **aria(hidden="true")), heard(_("components.gantt.differs_said"))] if row.differs else []
    return html.Td(said, className="gantt-mark")


def rules(listed: Sequence[tuple[str, str]]) -> Component:
    """A status and when it is given."""
    rows = [html.Li([status(code), html.Span(text)]) for code, text in listed]
    return html.Ul(rows, className="status-rules")
