"""How the web server runs: `gunicorn --config python:dashboard.web.gunicorn_conf dashboard.wsgi:server`."""

from __future__ import annotations

import gc
import sys
from typing import Any

from dashboard.settings import ServerSettings, SettingsError

try:
    settings = ServerSettings.from_environment()
except SettingsError as problem:
    sys.exit(f"trajectmonitor: {problem}")

bind = f"{settings.host}:{settings.port}"
worker_class = "gthread"
workers = settings.workers
threads = 4
preload_app = True
control_socket_disable = True

# With https at a proxy, what it says of that; of nobody else, for a visitor could say anything.
forwarded_allow_ips = settings.proxies
# Not which address is asked for: a proxy may pass on such a header of a visitor.
forwarder_headers = ""

# Method, path, status, bytes and microseconds: no address of a person, no session, nothing that was asked for.
accesslog = settings.access_log
logger_class = "dashboard.web.access_log.DiscreetLogger"
access_log_format = "%(t)s %(m)s %(U)s %(s)s %(b)s %(D)s"


def pre_fork(server: Any, worker: Any) -> None:
    """What was loaded before the fork is shared by all: the collector must not touch it, or it would be copied."""
    gc.collect()
    gc.freeze()


def post_fork(server: Any, worker: Any) -> None:
    """A database connection that was opened before the fork belongs to the parent alone."""
    for engine in worker.app.wsgi().extensions["trajectmonitor"].values():
        engine.dispose(close=False)
