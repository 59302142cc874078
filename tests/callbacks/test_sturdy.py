"""One broken card does not break its page."""

import logging

import pytest

from callbacks.national import attention, multiples, show
from callbacks.parts import flow
from dashboard.address import Filters
from dashboard.i18n import _, speaking
from dashboard.pages import national
from queries.reader import Reader
from tests.dashboard.components.rendered import words


def _fail(*_arguments: object, **_more: object) -> None:
    raise RuntimeError("broken on purpose")


@pytest.mark.parametrize(("module", "name"), [(attention, "card"), (multiples, "card"), (flow, "flow_card")])
def test_the_rest_of_the_page_stands(
    ministry: Reader, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, module: object, name: str
) -> None:
    monkeypatch.setattr(module, name, _fail)
    with speaking("nl"), caplog.at_level(logging.ERROR):
        shown = words(national.layout(show(ministry, Filters())))
        assert _("components.broken.title") in shown
        assert _("national.list.subtitle") in shown
    assert "broken on purpose" in caplog.text
