"""One line a request, without what opens something: the link of an invitation would let in who reads the log.

An address is written as a browser sends it, for what a visitor puts in it must not begin a line of its own.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from gunicorn.glogging import Logger

SECRET = re.compile(r"[\w-]{32,}")
SENDER = re.compile(r" from ip=[^\s]*?(?=: )")
SHOWN = "/:@!$&'()*+,;=~"


class DiscreetLogger(Logger):  # type: ignore[misc]
    def atoms(self, *request: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().atoms(*request)
        path = SECRET.sub("...", found["U"] or "")
        return {**found, "U": quote(path.encode("latin-1", "replace"), safe=SHOWN)}

    def warning(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """What cannot be read as a request comes with the address of who sent it, and with what was sent."""
        super().warning(SECRET.sub("...", SENDER.sub("", msg)), *args, **kwargs)
