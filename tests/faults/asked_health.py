"""Asks the pages of the dashboard for their health and the front page, and tells what they answered."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from dashboard.app import create_app
from dashboard.settings import WebSettings
from queries.reader import Access

MINISTRY = Access("ministerie", None)
HEALTH, FRONT = "/gezond", "/"


def main(_words: Sequence[str]) -> None:
    client = create_app(WebSettings.from_environment(), lambda _visitor: MINISTRY).server.test_client()
    health, front = client.get(HEALTH), client.get(FRONT)
    print(health.status_code, health.text.strip())
    print(front.status_code)
    sys.exit(0 if (health.status_code, front.status_code) == (200, 200) else 1)
