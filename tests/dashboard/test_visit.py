"""One request asks the warehouse over one connection, and gives it back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import g
from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import Pool

from tests.asking import Site


class Away:
    def close(self) -> None:
        raise OperationalError("ROLLBACK", None, Exception("gone"))


def _pool(site: Site) -> Pool:
    return site.app.server.extensions["trajectmonitor"]["engine"].pool  # type: ignore[no-any-return]


@contextmanager
def _connections(pool: Pool) -> Iterator[list[str]]:
    found: list[str] = []

    def taken(*_: Any) -> None:
        found.append("taken")

    def given_back(*_: Any) -> None:
        found.append("given back")

    event.listen(pool, "checkout", taken)
    event.listen(pool, "checkin", given_back)
    yield found
    event.remove(pool, "checkout", taken)
    event.remove(pool, "checkin", given_back)


@pytest.mark.parametrize("path", ["/experimenten/AM05-AM05-E1", "/mijlpalen.ics"])
def test_a_request_asks_at_one_moment(site: Site, path: str) -> None:
    with _connections(_pool(site)) as found:
        assert site.visitor.get(path).status_code == 200
        assert site.question(path).status_code == 200
    assert found == ["taken", "given back"] * 2


def test_a_request_that_asks_nothing_takes_no_connection(closed: Site) -> None:
    with _connections(_pool(closed)) as found:
        assert closed.visitor.get("/").status_code == 302
    assert found == []


def test_a_warehouse_that_went_away_after_the_answer_is_told_to_the_log(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    with site.app.server.test_request_context("/"):
        g.connection = Away()
    assert [record.getMessage() for record in caplog.records] == ["the warehouse went away while it was asked"]
