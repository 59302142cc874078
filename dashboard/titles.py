"""What a page is called: its heading, and its title with the name of the site. None of it asks the database."""

from __future__ import annotations

from dashboard.address import place_and_subject
from dashboard.figures.hexmap_ground import ground_of
from dashboard.i18n import _
from dashboard.pages import changes, definitions, experiments, milestones, national, outcomes, trajectories
from dashboard.sought import key_of
from dashboard.traced import Traced, name_of, traced
from queries.regions import LEADING_DIVISION

HEADINGS = {
    national.PATH: "national.heading",
    changes.PATH: "changes.heading",
    trajectories.PATH: "trajectories.heading",
    milestones.PATH: "milestones.heading",
    experiments.PATH: "experiments.heading",
    outcomes.PATH: "outcomes.heading",
    definitions.PATH: "definitions.heading",
}
OF_REGIONS = {
    changes.PATH: "changes.heading_of",
    trajectories.PATH: "trajectories.heading_of",
    milestones.PATH: "milestones.heading_of",
    experiments.PATH: "experiments.heading_of",
    outcomes.PATH: "outcomes.heading_of",
}


def heading_of(path: str) -> str | None:
    """None when no page has this address: regions that deliver, or could, are those on the map."""
    code, subject = place_and_subject(path)
    if value := traced(subject):
        return _of_history(code, value)
    if key := key_of(path):
        return _of_experiment(*key)
    if code is None:
        return _(HEADINGS[path]) if path in HEADINGS else None
    found = ground_of(LEADING_DIVISION).regions.get(code)
    if found is None or (subject != "/" and subject not in OF_REGIONS):
        return None
    return found.name if subject == "/" else _(OF_REGIONS[subject], name=found.name)


def _of_history(code: str | None, value: Traced) -> str | None:
    if code is None:
        return None if value.is_of_one_region else _("history.heading", what=name_of(value), place=_("frame.country"))
    found = ground_of(LEADING_DIVISION).regions.get(code)
    return _("history.heading", what=name_of(value), place=found.name) if found else None


def _of_experiment(region_code: str, experiment_code: str) -> str | None:
    found = ground_of(LEADING_DIVISION).regions.get(region_code)
    return _("experiments.heading_one", code=experiment_code, name=found.name) if found else None


def title_of(path: str) -> str:
    return f"{heading_of(path) or _('missing.unknown.title')} · {_('shell.name')}"
