"""Header, context bar and footer of a page, from what is looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from callbacks.parts.closed import division, divisions
from callbacks.parts.look import Look
from dashboard.access import is_closed, landing_of, may_administer
from dashboard.address import (
    DEFAULT,
    DESK,
    DIVISIONS,
    NOT_CHOSEN,
    Filters,
    href,
    is_of_country,
    place_and_subject,
    region_path,
)
from dashboard.components.text import Link
from dashboard.i18n import LANGUAGES, _, day, language, number, short_day
from dashboard.ids import Context
from dashboard.pages.changes import PATH as CHANGES
from dashboard.pages.experiments import PATH as EXPERIMENTS
from dashboard.pages.milestones import PATH as MILESTONES
from dashboard.pages.outcomes import PATH as OUTCOMES
from dashboard.pages.trajectories import PATH as TRAJECTORIES
from dashboard.shell import Footer, Frame, Header, MenuEntry
from dashboard.shell_context import Choice, ContextBar, OlderPublication
from dashboard.sought import key_of
from queries.indicators import ElsewhereValue
from queries.reader import Access, Publication, Reader
from queries.region_standing import RegionStanding
from warehouse.schema.calendar import months_before

MONTHLY = "maand"
# Subjects that the country has and every region too: the menu stays with the place that is looked at.
OF_PLACES = {
    "trajectories": TRAJECTORIES,
    "outcomes": OUTCOMES,
    "milestones": MILESTONES,
    "experiments": EXPERIMENTS,
    "changes": CHANGES,
}
# What most people seldom need stands behind a button, so that the menu fits beside the name.
MORE = ("changes", "definitions")


def around(
    look: Look, path: str, heading: str, *, elsewhere: str | None = None, choices: Sequence[str] = Context.ALL
) -> Frame:
    """Of a page with figures, on which the `choices` can be chosen.

    `elsewhere` is the subject to which other places lead, when they do not have this one.
    """
    placed = {Context.REGION: lambda: _region(look, path, elsewhere), Context.AREA: lambda: _area(look, path)}
    chosen = tuple(placed[id]() if id in placed else CHOICES[id](look) for id in choices)
    header = _header(path, look.filters, look.reader.access)
    return Frame(heading, header, _footer(look), _context(look, path, chosen))


def plain(reader: Reader, filters: Filters, path: str, heading: str) -> Frame:
    """Of a page without figures."""
    return Frame(heading, _header(path, filters, reader.access), _short_footer(reader, filters))


def _header(path: str, filters: Filters, access: Access) -> Header:
    place, _subject = place_and_subject(path)
    there = {key: region_path(place, to) if place else to for key, to in OF_PLACES.items()}
    here = {key: OF_PLACES[key] if is_closed(access, to) else to for key, to in there.items()}
    every = {"national": "/", "regions": "/#regios", **here, "definitions": "/definities"}
    entries = {
        key: MenuEntry(_(f"frame.menu.{key}"), _with_choices(to, filters), current=to == path)
        for key, to in every.items()
    }
    more = tuple(entries.pop(key) for key in MORE)
    languages = {code: href(path, filters.but(language=code)) for code in LANGUAGES}
    home = href(landing_of(access), Filters(language=filters.language))
    return Header((*entries.values(), *_desk(access, filters)), languages, more, home)


def _desk(access: Access, filters: Filters) -> tuple[MenuEntry, ...]:
    if not may_administer(access):
        return ()
    return (MenuEntry(_("desk.title"), href(DESK, Filters(language=filters.language)), is_plain=True),)


def _with_choices(target: str, filters: Filters) -> str:
    path, _hash, anchor = target.partition("#")
    return href(path, filters) + (f"#{anchor}" if anchor else "")


def _context(look: Look, path: str, choices: tuple[Choice, ...]) -> ContextBar:
    return ContextBar(
        choices=choices,
        summary=_summary(look, path),
        clear=Link(_("frame.clear"), href(path, Filters(language=language()))) if _is_chosen(look.filters) else None,
        demonstration=look.reader.publication.demonstration,
        older=_older(look, path),
    )


def _is_chosen(filters: Filters) -> bool:
    return filters.but(language=DEFAULT.language) != DEFAULT


def _region(look: Look, path: str, elsewhere: str | None) -> Choice:
    """Leads to the same subject of another place that may be seen."""
    place, subject = place_and_subject(path)
    others = elsewhere or subject
    country = ((others, _("frame.country")),)
    regions = tuple(
        (path if one.region.code == place else region_path(one.region.code, others), one.region.name)
        for one in look.standings.every
        if one.seen or one.region.code == place
    )
    return Choice(Context.REGION, _("frame.region"), path, country + regions)


def _area(look: Look, path: str) -> Choice:
    """Narrows the country; on the page of a region there is nothing to narrow."""
    areas = [one.region for one in look.areas] if is_of_country(path) else []
    found = sorted(areas, key=lambda one: DIVISIONS.index(one.division_code), reverse=True)
    names = tuple((one.code, f"{one.name} · {look.label('division', one.division_code)}") for one in found)
    return _choice(Context.AREA, "area", look.filters.area or "", (("", _("frame.whole_country")), *names))


def _division(look: Look) -> Choice:
    count = {code: sum(region.division_code == code for region in look.standings.others) for code in DIVISIONS}
    count[DIVISIONS[0]] = len(look.standings.every)
    options = tuple((code, f"{look.label('division', code)} ({count[code]})") for code in divisions(look))
    return _choice(Context.DIVISION, "division", division(look), options)


def _reference_date(look: Look) -> Choice:
    dates = [(one.isoformat(), day(one)) for one in look.standings.dates]
    return _choice(Context.REFERENCE_DATE, "reference_date", look.moment.reference_date.isoformat(), tuple(dates))


def _publication(look: Look) -> Choice:
    """Who is given one publication, chooses none."""
    frozen = look.reader.access.publication is not None
    offered = (look.reader.publication,) if frozen else look.reader.publications
    options = tuple(_publication_option(one) for one in offered)
    choice = _choice(Context.PUBLICATION, "publication", str(look.reader.publication.number), options)
    return replace(choice, fixed=frozen)


def _publication_option(one: Publication) -> tuple[str, str]:
    return str(one.number), _("frame.publication_option", number=one.number, date=short_day(one.published_on))


def _pilot_line(look: Look) -> Choice:
    lines = tuple((code, look.label("pilot_line", code)) for code in look.reference.lists["pilot_line"])
    return _choice(
        Context.PILOT_LINE, "pilot_line", look.filters.pilot_line or "", (("", _("frame.all_lines")), *lines)
    )


def _since(look: Look) -> Choice:
    """Earlier publications, the previous one first; the first publication has none."""
    options = tuple(_publication_option(one) for one in reversed(look.reader.so_far[:-1]))
    chosen = str(look.since.number) if look.since else ""
    return _choice(Context.SINCE, "since", chosen, options or (("", _("frame.nothing_earlier")),))


CHOICES: Mapping[str, Callable[[Look], Choice]] = {
    Context.DIVISION: _division,
    Context.REFERENCE_DATE: _reference_date,
    Context.PUBLICATION: _publication,
    Context.SINCE: _since,
    Context.PILOT_LINE: _pilot_line,
}


def _choice(id: str, key: str, value: str, options: tuple[tuple[str, str], ...]) -> Choice:
    """The first option is the one that holds when nothing is chosen, so it stays out of the address."""
    first = options[0][0] if options else ""
    shown = tuple((NOT_CHOSEN if option == first else option, label) for option, label in options)
    return Choice(id, _(f"frame.{key}"), NOT_CHOSEN if value == first else value, shown)


def _summary(look: Look, path: str) -> str:
    code, _subject = place_and_subject(path)
    code = code or (key_of(path) or (None,))[0]
    standing = look.standings.of(code) if code else None
    place = standing.region.name if standing else look.country_name
    return _("frame.summary", place=place, date=short_day(look.moment.reference_date))


def _older(look: Look, path: str) -> OlderPublication | None:
    if look.reader.is_newest:
        return None
    text = _("frame.older", number=look.reader.publication.number, date=day(look.reader.publication.published_on))
    return OlderPublication(text, Link(_("frame.newest"), href(path, look.filters.but(publication=None))))


def _footer(look: Look) -> Footer:
    publication = look.reader.publication
    due = months_before(publication.reference_date, -1)
    return Footer(
        reference=_("frame.footer.reference", date=look.reference_day()),
        publication=_("frame.footer.publication", number=publication.number, date=day(publication.published_on)),
        rounding=_("frame.footer.rounding"),
        next_expected=_("frame.footer.next", date=day(due), days=look.reference.label("rhythm", MONTHLY).extra),
        links=(Link(_("frame.menu.definitions"), look.href("/definities")),),
        demonstration=_("frame.footer.demonstration") if publication.demonstration else "",
    )


def _short_footer(reader: Reader, filters: Filters) -> Footer:
    publication = reader.publication
    return Footer(
        reference=_("frame.footer.reference", date=day(publication.reference_date)),
        publication=_("frame.footer.publication", number=publication.number, date=day(publication.published_on)),
        rounding=_("frame.footer.rounding"),
        next_expected="",
        links=(Link(_("frame.menu.national"), href("/", filters)),),
        demonstration=_("frame.footer.demonstration") if publication.demonstration else "",
    )


def source(look: Look, what: str, regions: int | None = None) -> str:
    """The line under a figure of the country: from whom, which publication, how complete.

    `regions` is how many are in it, when these are not the ones that delivered this reference date.
    """
    present = look.standings.together.present if regions is None else regions
    number, taking_part = look.reader.publication.number, len(look.standings.taking_part)
    return _("frame.source", what=what, number=number, present=present, n=taking_part)


def own_source(look: Look, standing: RegionStanding) -> str:
    """The same for a figure of one region."""
    return _("frame.own_source", name=standing.region.name, number=look.reader.publication.number)


def source_elsewhere(value: ElsewhereValue) -> str:
    """The same for a figure that another source published."""
    status, base = _(f"frame.elsewhere.{value.status}"), number(value.rounding_base)
    return _("frame.elsewhere.source", source=value.source, period=value.period, base=base, status=status)
