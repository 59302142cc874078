from datetime import timedelta
from types import SimpleNamespace

import pytest
from gunicorn.config import Config

from dashboard.web.access_log import DiscreetLogger

TOKEN = "x" * 43


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("/regio/AM05", "/regio/AM05"),
        (f"/gast/{TOKEN}", "/gast/..."),
        ("/a\n[now] GET /beheer 200", "/a%0A%5Bnow%5D%20GET%20/beheer%20200"),
        ("/\x1b[2J\xe2\x80\xae", "/%1B%5B2J%E2%80%AE"),
    ],
)
def test_what_a_visitor_asks_for_begins_no_line_and_opens_nothing(path: str, written: str) -> None:
    environment = {"REQUEST_METHOD": "GET", "RAW_URI": path, "SERVER_PROTOCOL": "HTTP/1.1", "PATH_INFO": path}
    answer, asked = SimpleNamespace(status="200 OK", sent=1, headers=[]), SimpleNamespace(headers=[])
    atoms = DiscreetLogger(Config()).atoms(answer, asked, environment, timedelta())
    assert atoms["U"] == written


def test_what_is_no_request_is_told_without_who_sent_it(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    logger = DiscreetLogger(Config())
    monkeypatch.setattr(logger.error_log, "propagate", True)
    for sender in ("203.0.113.9", "2001:db8::9"):
        logger.warning(f"Invalid request from ip={sender}: Invalid HTTP Version: '/gast/{TOKEN} HTTP/9.9'")
    assert set(caplog.messages) == {"Invalid request: Invalid HTTP Version: '/gast/... HTTP/9.9'"}
