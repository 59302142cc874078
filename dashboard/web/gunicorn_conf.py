"""How the web server runs: `gunicorn --config python:dashboard.web.gunicorn_conf dashboard.wsgi:server`."""

from __future__ import annotations

import gc
import os
from typing import Any

bind = f"{os.environ.get('TRAJECTMONITOR_HOST', '127.0.0.1')}:{os.environ.get('PORT', '8050')}"
worker_class = "gthread"
workers = int(os.environ.get("TRAJECTMONITOR_WORKERS", "2"))
threads = 4
preload_app = True
control_socket_disable = True

# Method, path, status, bytes and microseconds: no address of a person, no session, nothing that was asked for.
accesslog = os.environ.get("TRAJECTMONITOR_ACCESS_LOG") or None
access_log_format = "%(t)s %(m)s %(U)s %(s)s %(b)s %(D)s"


def pre_fork(server: Any, worker: Any) -> None:
    """What was loaded before the fork is shared by all: the collector must not touch it, or it would be copied."""
    gc.collect()
    gc.freeze()


def post_fork(server: Any, worker: Any) -> None:
    """A database connection that was opened before the fork belongs to the parent alone."""
    worker.app.wsgi().extensions["trajectmonitor"]["engine"].dispose(close=False)
