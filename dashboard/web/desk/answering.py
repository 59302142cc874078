"""How a page of `/beheer` answers: a form that was wrong is shown again, one that was right leads on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime

from flask import Response, flash, g, redirect, render_template, request
from markupsafe import Markup, escape
from werkzeug.wrappers import Response as Answer

from dashboard.clock import this_moment
from dashboard.i18n import language, number, table_day
from dashboard.web.entrance import Entrance
from dashboard.web.own_address import spoken_in
from warehouse.accounts.desk import Desk
from warehouse.reference import codes_of, label_of
from warehouse.refused import RefusedError
from warehouse.schema.role_codes import ROLE_CODES

# What is told on the page to which a form leads, once: a sentence, or a link that nobody can see again.
DONE, LINK = "done", "link"
YEARS = range(2000, 2200)


@contextmanager
def desk_of(entrance: Entrance) -> Iterator[Desk]:
    with entrance.writing() as connection:
        yield Desk(connection, g.visitor.signature, this_moment(), codes_of("region"))


def page(template: str, refused: RefusedError | None = None, **told: object) -> Response:
    """With what was `refused` the form as it was sent: all that is wrong above it, and each thing at its field."""
    wrong = {problem.about: problem.message(language()) for problem in refused.problems} if refused else {}
    shared = {
        "day": table_day,
        "hour": hour,
        "region_name": region_name,
        "number": number,
        "parted": parted,
        "role_codes": ROLE_CODES,
    }
    content = render_template(f"desk/{template}", wrong=wrong, today=this_moment().date(), **shared, **told)
    return Response(content, status=400 if refused else 200)


def tried(act: Callable[[], Answer], again: Callable[[RefusedError], Answer]) -> Answer:
    """Where the act leads to; the form again, when it was refused."""
    try:
        return act()
    except RefusedError as refused:
        return again(refused)


def onwards(path: str, *, said: str = "", link: str = "") -> Answer:
    """To a page that can be loaded again without doing it twice."""
    if said:
        flash(said, DONE)
    if link:
        flash(link, LINK)
    return redirect(spoken_in(path, language()), 303)


def link_to(path: str) -> str:
    return f"{request.host_url.rstrip('/')}{spoken_in(path, language())}"


def day_in(given: Mapping[str, str], name: str) -> date | None:
    """None when it is left empty."""
    moment = moment_in(given, name)
    return moment.date() if moment else None


def moment_in(given: Mapping[str, str], name: str) -> datetime | None:
    text = given.get(name, "").strip()
    try:
        moment = datetime.fromisoformat(text).replace(tzinfo=None) if text else None
    except ValueError:
        raise _no_date(name) from None
    if moment and moment.year not in YEARS:
        raise _no_date(name)
    return moment


def _no_date(name: str) -> RefusedError:
    nl, en = "Dit is geen datum. Schrijf haar als 2026-12-31.", "This is no date. Write it as 2026-12-31."
    return RefusedError(nl, en, name)


def parted(address: str) -> Markup:
    """An address of e-mail goes on to a next line behind its @, when it must."""
    return Markup("@<wbr>").join(map(escape, address.split("@")))


def hour(moment: datetime) -> str:
    """21-11-2026 14:30"""
    return f"{table_day(moment)} {moment:%H:%M}"


def region_name(code: str) -> str:
    """The code itself, of a region that is no more."""
    return label_of("region", code) if code in codes_of("region") else code
