"""What Flask answers besides pages and callbacks: health, files, and whatever is added.

Where one signs in there is nobody yet of whom anything could be told: that is open to everyone, and has no figures. The
pages of administrators have none either, which a test sees to.
"""

from __future__ import annotations

from collections.abc import Iterator

from flask import Flask
from werkzeug.routing import Rule

from dashboard.address import DESK
from dashboard.attack.addresses import filled
from dashboard.attack.known import Known
from dashboard.attack.undriven import UndrivenError
from dashboard.web.answers import QUESTION_PATH
from dashboard.web.downloads import PATH as DOWNLOADS
from dashboard.web.gate import OPEN_RULES
from dashboard.web.looking import LOOK
from dashboard.web.own_calendar import OWN_ADDRESS

READING = {"GET", "HEAD", "OPTIONS"}
# Of packages and of ours: the same in every installation, and built before anything is read.
FILES = ("/static/", "/assets/", "/_dash-component-suites/", "/_favicon.ico")
PAGES_AND_CALLBACKS = ("/", "/<path:path>", QUESTION_PATH)
WITHOUT_FIGURES = (DESK, LOOK, DOWNLOADS, OWN_ADDRESS)


def file_paths(server: Flask) -> list[str]:
    return [rule.rule for rule in server.url_map.iter_rules() if rule.rule.startswith(FILES) and not rule.arguments]


def route_paths(server: Flask, known: Known) -> dict[str, list[str]]:
    """By rule, of every rule that is not asked in another way, those that are added later too."""
    return {rule.rule: list(_paths(rule, known)) for rule in _others(server)}


def _others(server: Flask) -> Iterator[Rule]:
    for rule in server.url_map.iter_rules():
        is_asked_elsewhere = rule.rule.startswith(FILES) or rule.rule in PAGES_AND_CALLBACKS
        if not is_asked_elsewhere and rule.rule not in OPEN_RULES and not rule.rule.startswith(WITHOUT_FIGURES):
            yield rule


def _paths(rule: Rule, known: Known) -> Iterator[str]:
    writing = (rule.methods or set()) - READING
    if writing:
        raise UndrivenError("form", f"{', '.join(sorted(writing))} {rule.rule}")
    return filled(rule.rule, known)
