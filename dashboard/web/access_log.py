"""One line a request, without what opens something: the link of an invitation would let in who reads the log."""

from __future__ import annotations

import re
from typing import Any

from gunicorn.glogging import Logger

SECRET = re.compile(r"[\w-]{32,}")


class DiscreetLogger(Logger):  # type: ignore[misc]
    def atoms(self, *request: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().atoms(*request)
        return {**found, "U": SECRET.sub("...", found["U"] or "")}
